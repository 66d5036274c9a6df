import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnShares } from '../../../electron/engine/export/tables/column-shares.ts'

const page = 757
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)

test('widths fill the page, whatever stands in the columns', () => {
  const column = fc.record({
    label: fc.string({ maxLength: 40 }),
    cells: fc.array(fc.string({ maxLength: 400 }), { minLength: 1, maxLength: 5 }),
    weight: fc.integer({ min: 1, max: 40 }),
  })
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 24 }), (columns) => {
      const widths = columnShares(columns)
      expect(widths).toHaveLength(columns.length)
      expect(sum(widths)).toBeGreaterThan(page - 2)
      expect(sum(widths)).toBeLessThan(page + 1)
      for (const width of widths) expect(width).toBeGreaterThan(15)
    }),
  )
})

test('a quote takes what short cells do not need, and no word of a short cell is broken', () => {
  const [label = 0, date = 0, quote = 0] = columnShares([
    { label: 'Utdrag', cells: ['1:4', '12:32'], weight: 8 },
    { label: 'Dato', cells: ['2026-01-15'], weight: 8 },
    { label: 'Sitat', cells: ['Jeg tar samtalen først. '.repeat(20)], weight: 36 },
  ])
  expect(label).toBeLessThan(60)
  expect(date).toBeGreaterThan(40)
  expect(quote).toBeGreaterThan(600)
})
