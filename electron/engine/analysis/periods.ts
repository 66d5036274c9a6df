import {
  periodAt,
  periodNumber,
  type Period,
  type TimeUnit,
} from '../../../shared/analysis/question/periods.ts'

const most = 2000

const written = {
  day: /^\d{4}-\d\d-\d\d/,
  week: /^\d{4}-\d\d-\d\d/,
  month: /^\d{4}-\d\d/,
  year: /^\d{4}/,
}

/**
 * All periods from the first of these dates to the last, also those in which nothing lies, unless they
 * would be more than 2,000: then only those with a date. Dates that are not written so far as the unit
 * needs (2024 where months are asked for) are in none.
 */
export function periodsOf(dates: readonly string[], unit: TimeUnit): Period[] {
  const numbers = dates
    .map((date) => written[unit].exec(date)?.[0] ?? '')
    .filter((date) => date !== '' && !Number.isNaN(Date.parse(date)))
    .map((date) => periodNumber(date, unit))
    .sort((a, b) => a - b)
  const [first] = numbers
  const last = numbers.at(-1)
  if (first === undefined || last === undefined) return []
  const all =
    last - first < most
      ? Array.from({ length: last - first + 1 }, (_, at) => first + at)
      : new Set(numbers)
  return [...all].map((number) => periodAt(number, unit))
}
