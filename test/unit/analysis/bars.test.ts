import { expect, test } from 'vitest'
import { drawBars } from '../../../shared/analysis/figures/draw-bars.ts'
import { inksOf, patterned } from '../../../shared/analysis/figures/inks.ts'

const box = { x: 0, y: 0, width: 60, height: 11 }
const inks = inksOf('black and white')

test('twelve series in black and white have twelve looks', () => {
  const looks = Array.from({ length: 12 }, (_, series) =>
    JSON.stringify(patterned(box, series, inks)),
  )
  expect(new Set(looks).size).toBe(12)
})

test.each([
  [6, false],
  [7, true],
])('%d series: bars named where they stand: %s', (count, isNamed) => {
  const series = Array.from({ length: count }, (_, index) => `office ${index}`)
  const rows = series.map((name, index) => ({
    cells: ['waiting', name],
    value: index,
    question: null,
    place: null,
  }))
  const groups = [{ label: 'waiting', rows: rows.map((_, row) => row) }]
  const shape = { type: 'bars' as const, series, groups }
  const picture = drawBars({ caption: '', description: '', columns: [], rows, shape }, shape, inks)
  const named = picture.groups
    .filter(({ role }) => role === 'node')
    .map(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])))
  expect(named).toEqual(
    series.map((name, index) => (isNamed ? [String(index), name] : [String(index)])),
  )
})
