import type { timeUnits } from '../../../shared/analysis/question/axis.ts'

type Unit = (typeof timeUnits)[number]

/** A period as a condition says it, with both ends in it. */
export interface Period {
  id: string
  from: string
  to: string
}

const day = 24 * 3600 * 1000
const most = 2000

/**
 * All periods from the first of these dates to the last, also those in which nothing lies, unless they
 * would be more than 2,000: then only those with a date. Dates that are not written so far as the unit
 * needs (2024 where months are asked for) are in none.
 */
export function periodsOf(dates: readonly string[], unit: Unit): Period[] {
  const pattern = {
    day: /^\d{4}-\d\d-\d\d/,
    week: /^\d{4}-\d\d-\d\d/,
    month: /^\d{4}-\d\d/,
    year: /^\d{4}/,
  }
  const written = dates
    .map((date) => pattern[unit].exec(date)?.[0] ?? '')
    .filter((date) => date !== '' && !Number.isNaN(Date.parse(date)))
    .sort()
  const [first] = written
  const last = written.at(-1)
  if (first === undefined || last === undefined) return []
  const all: Period[] = []
  const end = Date.parse(last)
  for (let at = beginning(first, unit); at <= end; at = next(at, unit)) {
    if (all.length === most) {
      const some = new Map(
        written.map((date) => periodFrom(beginning(date, unit), unit)).map((p) => [p.id, p]),
      )
      return [...some.values()]
    }
    all.push(periodFrom(at, unit))
  }
  return all
}

function beginning(date: string, unit: Unit): number {
  const time = Date.parse(date)
  // 1 January 1970 was a Thursday: weeks begin three days earlier.
  return unit === 'week' ? Math.floor((time / day + 3) / 7) * 7 * day - 3 * day : time
}

function next(time: number, unit: Unit): number {
  if (unit === 'day') return time + day
  if (unit === 'week') return time + 7 * day
  const date = new Date(time)
  return unit === 'month'
    ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1)
    : Date.UTC(date.getUTCFullYear() + 1, 0)
}

function periodFrom(time: number, unit: Unit): Period {
  const from = new Date(time).toISOString().slice(0, { day: 10, week: 10, month: 7, year: 4 }[unit])
  if (unit !== 'week') return { id: from, from, to: from }
  return { id: weekName(time), from, to: new Date(time + 6 * day).toISOString().slice(0, 10) }
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekName(monday: number): string {
  const thursday = new Date(monday + 3 * day)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day)) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
