import { expect, test } from 'vitest'
import { shortVersions } from '../../../shared/analysis/compare/short-versions.ts'

const long = 'Hun ringer kontoret hver mandag, og så venter hun på svar til uken er omme'

test('of two long versions a line begins a few words before the first difference', () => {
  expect(shortVersions([`${long} på kontoret.`, `${long}, sier hun.`])).toEqual([
    '… uken er omme på kontoret.',
    '… uken er omme, sier hun.',
  ])
})

test('what is short, or differs from the beginning on, stays as it is', () => {
  for (const versions of [
    ['ventetid', 'å vente'],
    ['Vi venter på svar.', 'Vi venter på brev.'],
    [`A ${long}`, `B ${long}`],
    [`I ${'x'.repeat(11)} a`, `I ${'x'.repeat(11)} b`],
    [long, long],
    [long],
    ['', long],
    [],
  ])
    expect(shortVersions(versions)).toEqual(versions)
})

test('a version that only ends earlier, and one very long word before the difference', () => {
  expect(shortVersions([long, `${long} igjen`])).toEqual(['… uken er omme', '… uken er omme igjen'])
  const word = 'saksbehandlingsforsinkelse'
  expect(shortVersions([`Det er ${word} a`, `Det er ${word} b`])).toEqual(['… a', '… b'])
  expect(shortVersions([`${long} 𝄞`, `${long}\n\n𝄡`])[1]).toBe('… uken er omme\n\n𝄡')
})
