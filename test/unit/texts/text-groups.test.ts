import { expect, test } from 'vitest'
import { newTextFields } from '../../../electron/engine/texts/new-text.ts'
import {
  filterTexts,
  groupTexts,
  noTextFilter,
  sortTexts,
} from '../../../renderer/texts/text-groups.ts'
import type { InstitutionalText } from '../../../shared/model/institution.ts'

/** What the register adds to a text that is kept. */
const counted = {
  id: '',
  created: '',
  createdBy: '',
  changed: '',
  versions: [],
  clauses: 0,
  links: 0,
  activations: 0,
}

function text(title: string, fields: Partial<InstitutionalText> = {}): InstitutionalText {
  return {
    ...(newTextFields(title) as Omit<InstitutionalText, keyof typeof counted>),
    ...counted,
    id: title,
    ...fields,
  }
}

const texts = [
  text('Skjema 10', { level: 'office', rank: 4, status: 'read', links: 3 }),
  text('Skjema 9', { level: 'office', rank: 4, aliases: ['D2', 'dialogmøte 2'], links: 10 }),
  text('Lov', { level: 'state', rank: 0, issuer: 'Stortinget', status: 'presumed missing' }),
  text('Årsplan', { issuer: 'Kontoret' }),
]
const titles = (items: readonly InstitutionalText[]) => items.map(({ title }) => title)

test('a text is found by every word, in its title, other names or issuer', () => {
  expect(titles(filterTexts(texts, { ...noTextFilter, words: 'd2 skjema' }))).toEqual(['Skjema 9'])
  expect(titles(filterTexts(texts, { ...noTextFilter, words: 'STORT' }))).toEqual(['Lov'])
  expect(titles(filterTexts(texts, { ...noTextFilter, level: 'office', status: 'read' }))).toEqual([
    'Skjema 10',
  ])
})

test('levels come with the highest first, and texts without one last', () => {
  const groups = groupTexts(texts, 'level', 'nb')
  expect(groups.map(({ value }) => value)).toEqual(['state', 'office', ''])
  expect(titles(groups.at(-1)?.texts ?? [])).toEqual(['Årsplan'])
})

test('statuses come in the order of the chase', () => {
  const groups = groupTexts(texts, 'status', 'nb')
  expect(groups.map(({ value }) => value)).toEqual(['mentioned', 'read', 'presumed missing'])
})

test('no text is lost or doubled by grouping', () => {
  for (const by of ['none', 'level', 'status', 'issuer', 'genre'] as const) {
    const grouped = groupTexts(texts, by, 'nb').flatMap((group) => titles(group.texts))
    expect(grouped.toSorted()).toEqual(titles(texts).toSorted())
  }
})

test('titles sort as in the language, with numbers by size; counts by size', () => {
  const sorted = (column: 'title' | 'links', isDescending = false) =>
    titles(sortTexts(texts, { column, isDescending }, 'nb'))
  expect(sorted('title')).toEqual(['Lov', 'Skjema 9', 'Skjema 10', 'Årsplan'])
  expect(sorted('links', true).slice(0, 2)).toEqual(['Skjema 9', 'Skjema 10'])
})
