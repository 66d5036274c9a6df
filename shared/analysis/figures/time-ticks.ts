import { textWidth } from '../map/text-measure.ts'
import { periodAt, periodNumber, type TimeUnit } from '../question/periods.ts'

/** A time axis: how many periods it has, from which on. */
export interface TimeAxis {
  unit: TimeUnit
  first: number
  count: number
}

const days: Record<TimeUnit, number> = { day: 1, week: 7, month: 30.4, year: 365.2 }

const spacings: readonly { unit: TimeUnit; every: number }[] = [
  { unit: 'day', every: 1 },
  { unit: 'week', every: 1 },
  { unit: 'week', every: 2 },
  ...[1, 2, 3, 6].map((every) => ({ unit: 'month' as const, every })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((every) => ({ unit: 'year' as const, every })),
]

/**
 * Where a time axis is lettered: as closely as the words have room, at round dates. `at` is in periods
 * from its beginning, `step` is how wide a period is.
 */
export function ticksOf(axis: TimeAxis, step: number): { at: number; label: string }[] {
  const isRoomy = (unit: TimeUnit, every: number): boolean => {
    const apart = (step * every * days[unit]) / days[axis.unit]
    return days[unit] >= days[axis.unit] && apart >= textWidth(lettered(axis, unit, 0), 11) + 12
  }
  const spacing = spacings.find(({ unit, every }) => isRoomy(unit, every))
  if (!spacing) return []
  const { unit, every } = spacing
  const end = axis.first + axis.count
  const ticks: { at: number; label: string }[] = []
  const beginning = periodNumber(beginningOf(axis.unit, axis.first), unit)
  for (let number = Math.ceil(beginning / every) * every; ; number += every) {
    const place = periodNumber(beginningOf(unit, number), axis.unit)
    if (place >= end) return ticks
    if (place >= axis.first)
      ticks.push({ at: place - axis.first, label: lettered(axis, unit, number) })
  }
}

/** The first day of a period, as a whole date. */
function beginningOf(unit: TimeUnit, number: number): string {
  return periodAt(number, unit).from.padEnd(10, '-01-01')
}

/** Weeks of an axis of days are called by their Mondays. */
function lettered(axis: TimeAxis, unit: TimeUnit, number: number): string {
  const period = periodAt(number, unit)
  return axis.unit === 'day' && unit === 'week' ? period.from : period.id
}
