import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDifference } from '../../../shared/analysis/compare/word-difference.ts'

const changed = (runs: ReturnType<typeof wordDifference>[number]) =>
  runs.filter(({ isChanged }) => isChanged).map(({ text }) => text)

test('only the words that differ are marked, in both versions', () => {
  const [a, b] = wordDifference(
    'Jeg ringer legen og venter.',
    'Jeg ringer fastlegen og venter lenge.',
  )
  expect(changed(a)).toEqual(['legen'])
  expect(changed(b)).toEqual(['fastlegen', ' lenge'])
})

test('the runs of each version joined give it back, and equal versions have no mark', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '.', 'å', '𝄞'), { maxLength: 30 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const [a, b] = wordDifference(before.join(''), after.join(''))
      expect(a.map(({ text }) => text).join('')).toBe(before.join(''))
      expect(b.map(({ text }) => text).join('')).toBe(after.join(''))
      const kept = (runs: typeof a) =>
        runs.flatMap(({ isChanged, text }) => (isChanged ? [] : [text])).join('')
      expect(kept(a)).toBe(kept(b))
      expect(changed(wordDifference(before.join(''), before.join(''))[0])).toEqual([])
    }),
  )
})
