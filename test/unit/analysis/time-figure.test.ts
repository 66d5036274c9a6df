import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawTime } from '../../../shared/analysis/figures/draw-time.ts'
import { inksOf } from '../../../shared/analysis/figures/inks.ts'
import { ticksOf } from '../../../shared/analysis/figures/time-ticks.ts'
import { timeUnits } from '../../../shared/analysis/question/axis.ts'
import { periodAt, periodNumber } from '../../../shared/analysis/question/periods.ts'

const unit = fc.constantFrom(...timeUnits)
const date = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10))

test('a period is found by every date in it, and they follow one another without gaps', () => {
  fc.assert(
    fc.property(date, unit, (day, by) => {
      const number = periodNumber(day, by)
      const { from, to } = periodAt(number, by)
      expect(day >= from && day < `${to}~`).toBe(true)
      const next = periodAt(number + 1, by)
      expect(next.from > to).toBe(true)
      expect(periodNumber(next.from.padEnd(10, '-01-01'), by)).toBe(number + 1)
    }),
  )
  expect(periodAt(periodNumber('2021-01-03', 'week'), 'week')).toEqual({
    ...{ id: '2020-W53', from: '2020-12-28', to: '2021-01-03' },
  })
})

/** Where the middles of the marks stand, from left to right. */
function middlesOf(places: readonly number[], count: number, by: (typeof timeUnits)[number]) {
  const rows = places.map((_, at) => ({
    cells: [at, 1],
    value: at + 1,
    question: null,
    place: null,
  }))
  const picture = drawTime(
    {
      caption: '',
      description: '',
      columns: [],
      rows,
      shape: { type: 'curve', points: [], words: { x: '', y: '' } },
    },
    {
      ...{ type: 'time', unit: by, first: periodNumber('2019-03-05', by), count, lines: ['a'] },
      cells: places.map((at, row) => ({ row, line: 0, at })),
    },
    inksOf('black and white'),
  )
  return picture.groups
    .filter(({ key }) => key !== '')
    .map(({ items }) => {
      const [item] = items
      const [left, , right] = (item?.kind === 'path' ? item.d : '').match(/[\d.]+/g) ?? []
      return (Number(left) + Number(right)) / 2
    })
}

test('marks stand as far apart as their periods, however many are empty', () => {
  for (const [places, count] of [
    [[0, 1, 4], 5],
    [[0, 1, 4, 60], 61],
    [[0, 2, 700, 1400], 1401],
  ] as const)
    for (const by of timeUnits) {
      const middles = middlesOf(places, count, by)
      const [first = 0, second = 0] = middles
      const step = (second - first) / (places[1] - places[0])
      expect(middles).toHaveLength(places.length)
      for (const [index, at] of places.entries())
        expect(Math.abs((middles[index] ?? 0) - first - at * step)).toBeLessThan(
          step * 0.01 * at + 0.1,
        )
    }
})

test('ticks stand at round dates, in order, where the words have room', () => {
  const axis = { unit: 'day', first: periodNumber('2018-06-15', 'day'), count: 2500 } as const
  const ticks = ticksOf(axis, 0.19)
  expect(ticks.map(({ label }) => label)).toEqual([
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
  ])
  expect(ticks[0]?.at).toBe(200)
  expect(
    ticksOf({ unit: 'month', first: 2024 * 12, count: 8 }, 60).map(({ label }) => label),
  ).toEqual(Array.from({ length: 8 }, (_, month) => `2024-0${month + 1}`))
  fc.assert(
    fc.property(date, unit, fc.integer({ min: 1, max: 30_000 }), (day, by, count) => {
      const step = 470 / count
      const found = ticksOf({ unit: by, first: periodNumber(day, by), count }, step)
      for (const [index, { at }] of found.entries()) {
        expect(at >= 0 && at < count).toBe(true)
        if (index > 0) expect((at - (found[index - 1]?.at ?? 0)) * step).toBeGreaterThan(28)
      }
    }),
  )
})
