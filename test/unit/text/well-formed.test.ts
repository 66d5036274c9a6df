import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wellFormed } from '../../../shared/text/well-formed.ts'

test('no text of a value keeps half a character, and nothing else is changed', () => {
  const bytes = Buffer.from('æ')
  expect(
    wellFormed({ name: 'a\ud83d', tags: ['\ude00b', 'c😀'], '\udc00': null, bytes, n: 1 }),
  ).toEqual({ name: 'a\ufffd', tags: ['\ufffdb', 'c😀'], '\ufffd': null, bytes, n: 1 })
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const made = wellFormed(value)
      expect(JSON.parse(Buffer.from(JSON.stringify(made)).toString())).toEqual(
        JSON.parse(JSON.stringify(made)),
      )
      expect(JSON.stringify(made)).not.toMatch(/\\ud[89a-f]/u)
    }),
    { seed: 20261123, numRuns: 300 },
  )
})
