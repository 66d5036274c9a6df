import { expect, test } from 'vitest'
import type { ConflictItem } from '../../../renderer/compare/compare-data.ts'
import { labelsOf } from '../../../renderer/compare/conflict-versions.tsx'

/** A code that one deleted while the other coded with it, as the engine lists it. */
function deletedUsed(deletes: 'A' | 'B'): ConflictItem {
  return {
    id: 'deletedUsed/codes/1/2.3',
    kind: 'deletedUsed',
    thing: { map: 'codes', id: '1' },
    field: '',
    sourceId: '',
    place: null,
    sides: [
      { analystId: 'anna', value: deletes === 'A' },
      { analystId: 'bo', value: deletes === 'B' },
    ],
    created: '2026-01-01T12:00:00.000Z',
    title: 'venting',
    labels: ['venting', 'venting'],
    settlement: null,
  }
}

test('of what one deleted while the other used it, it is said which letter deletes and which keeps', () => {
  expect(labelsOf(deletedUsed('A'))).toEqual(['deleted', 'in use, kept'])
  expect(labelsOf(deletedUsed('B'))).toEqual(['in use, kept', 'deleted'])
})
