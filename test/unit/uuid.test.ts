import { randomFillSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { uuidMaker } from '../../shared/model/uuid.ts'

test('ids sort as they were made, within a millisecond and with the clock set back', () => {
  const make = uuidMaker((bytes) => randomFillSync(bytes))
  const times = [
    ...Array<number>(10_000).fill(1_800_000_000_000),
    1_799_999_999_000,
    1_800_000_000_001,
  ]
  const ids = times.map(make)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
