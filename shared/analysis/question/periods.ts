import type { timeUnits } from './axis.ts'

export type TimeUnit = (typeof timeUnits)[number]

/** A period as a condition says it, with both ends in it. */
export interface Period {
  id: string
  from: string
  to: string
}

const day = 24 * 3600 * 1000

/** Which period a written date (UTC) lies in: they are numbered one after the other. */
export function periodNumber(date: string, unit: TimeUnit): number {
  if (unit === 'year') return Number(date.slice(0, 4))
  if (unit === 'month') return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
  const days = Math.floor(Date.parse(date.slice(0, 10)) / day)
  // 1 January 1970 was a Thursday: weeks begin three days earlier.
  return unit === 'week' ? Math.floor((days + 3) / 7) : days
}

export function periodAt(number: number, unit: TimeUnit): Period {
  if (unit === 'year') return named(String(number).padStart(4, '0'))
  if (unit === 'month') {
    const month = String((number % 12) + 1).padStart(2, '0')
    return named(`${String(Math.floor(number / 12)).padStart(4, '0')}-${month}`)
  }
  if (unit === 'day') return named(dateOf(number))
  const monday = number * 7 - 3
  return { id: weekName(monday), from: dateOf(monday), to: dateOf(monday + 6) }
}

function named(id: string): Period {
  return { id, from: id, to: id }
}

function dateOf(days: number): string {
  return new Date(days * day).toISOString().slice(0, 10)
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function weekName(monday: number): string {
  const thursday = monday + 3
  const year = dateOf(thursday).slice(0, 4)
  const week = Math.floor((thursday - Date.parse(year) / day) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
