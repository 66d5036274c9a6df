import { describe, expect, test } from 'vitest'
import { choiceSearch } from '../../../renderer/indexing/choice-search.ts'
import { answerOf, completed, letters } from '../../../renderer/indexing/index-form.ts'
import type { Row } from '../../../renderer/indexing/index-form.ts'
import { findTarget } from '../../../renderer/indexing/target-words.ts'

describe('targets in the words of a clause', () => {
  test.each([
    ['at least 80 %', { comparison: 'at least', value: 80, unit: '%' }],
    ['Minst 2,5 timer i uka', { comparison: 'at least', value: 2.5, unit: 'timer' }],
    [
      'Antall deltakere skal være mellom 12 og 20 per spesialist.',
      { comparison: 'between', value: 12, upTo: 20, unit: '' },
    ],
    [
      '2.4 Henvisningen skal besvares innen 7 dager fra den kom.',
      { comparison: 'at most', value: 7, unit: 'dager' },
    ],
    ['14 dager', { comparison: 'exactly', value: 14, unit: 'dager' }],
    ['≥ 30', { comparison: 'at least', value: 30, unit: '' }],
  ])('%s', (words, target) => {
    expect(findTarget(words)).toEqual(target)
  })

  test('the number of a paragraph is none, nor is a target without a number', () => {
    expect(
      findTarget('2.1 Alle som ønsker ordinært arbeid, skal vurderes for jobbstøtte.'),
    ).toBeNull()
    expect(findTarget('innen rimelig tid')).toBeNull()
  })
})

describe('choosing by a few letters', () => {
  const choices = [
    { id: '1', label: 'Kartleggingsmal' },
    { id: '2', label: 'Mal for oppfølging', aliases: ['D2', 'dialogmøte 2'] },
    { id: '3', label: 'Arbeidsmarkedsloven' },
  ]
  const found = (query: string): string[] => choiceSearch(choices)(query).map(({ id }) => id)

  test('names that begin so stand before those with it, and other names are known', () => {
    expect(found('mal')).toEqual(['2', '1'])
    expect(found('d2')).toEqual(['2'])
    expect(found('arbeidsmarkdsl')).toEqual(['3'])
    expect(found('')).toEqual(['1', '2', '3'])
  })

  test('each of a few has a letter of its own', () => {
    const modes = ['leser', 'fyller ut', 'viser til', 'viser fram'].map((label) => ({
      id: label,
      label,
    }))
    expect(letters(modes)).toEqual(['l', 'f', 'v', 'i'])
  })
})

test('rows that were passed over are answered by what stands in them, or lack an answer', () => {
  const rows: Row[] = [
    { kind: 'choose', id: 'text', label: '', placeholder: '', choices: [] },
    { kind: 'pick', id: 'stance', label: '', choices: [], none: 'no stance' },
    { kind: 'words', id: 'note', label: '', placeholder: '', preset: { value: 'x', label: 'x' } },
  ]
  expect(rows.map((row) => answerOf(row, {}) === undefined)).toEqual([true, false, false])
  const text = { value: '', label: 'Notatmal', isNew: true }
  expect(completed(rows, { text })).toEqual({
    text,
    stance: { value: '', label: 'no stance' },
    note: { value: 'x', label: 'x' },
  })
})
