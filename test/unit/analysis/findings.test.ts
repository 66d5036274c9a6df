import { expect, test } from 'vitest'
import {
  groupOccurrences,
  markedExcerpt,
  type Occurrence,
} from '../../../renderer/analysis/terms/occurrence-groups.ts'
import { movedTo } from '../../../renderer/analysis/threads/thread-order.ts'

function use(fields: Partial<Occurrence>): Occurrence {
  return {
    sourceId: 's',
    start: 0,
    end: 1,
    sourceTitle: 'Source',
    date: '',
    speaker: '',
    paragraph: 1,
    excerpt: '',
    termUseId: null,
    meaning: '',
    ...fields,
  }
}

test('uses stand under their dates as these follow each other, those without one last', () => {
  const uses = [use({}), use({ date: '2026-03-01' }), use({ date: '2025-01-01' })]
  expect(groupOccurrences(uses, 'time').map(({ heading }) => heading)).toEqual([
    '2025-01-01',
    '2026-03-01',
    '',
  ])
})

test('who uses a term most comes first, words that nobody speaks last', () => {
  const uses = ['', '', '', 'Jonas', 'Berit', 'Berit'].map((speaker) => use({ speaker }))
  const groups = groupOccurrences(uses, 'speaker')
  expect(groups.map(({ heading, items }) => [heading, items.length])).toEqual([
    ['Berit', 2],
    ['Jonas', 1],
    ['', 3],
  ])
})

test('the term is marked as a whole word, in its longest form, whatever signs it has', () => {
  expect(
    markedExcerpt('Avklaringen er avklart (nå).', ['avklar', 'avklart', 'avklaringen']),
  ).toEqual(['', 'Avklaringen', ' er ', 'avklart', ' (nå).'])
  expect(markedExcerpt('a.b axb', ['a.b'])).toEqual(['', 'a.b', ' axb'])
  expect(markedExcerpt('words', [''])).toEqual(['words'])
})

test('an item moves to its place, at the ends no further', () => {
  expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(movedTo(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(movedTo(['a', 'b'], 1, 9)).toEqual(['a', 'b'])
  expect(movedTo(['a', 'b'], 5, 0)).toEqual(['a', 'b'])
})
