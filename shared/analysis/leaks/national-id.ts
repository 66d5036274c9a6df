const weightsOfFirst = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const weightsOfSecond = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

/**
 * Whether eleven digits are a Norwegian national identity number: a day of the calendar (D-numbers add
 * 40 to the day; H-numbers and numbers for tests add 40, 65 or 80 to the month) and two control digits
 * modulo 11. From 2032 the first of them may leave 0 to 3, by which the numbers of a day are more
 * (Skatteetaten, "Ny kontrollsifferberegning i fødselsnummer", 2032).
 */
export function isNationalId(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const numbers = [...digits].map(Number)
  const day = Number(digits.slice(0, 2))
  const month = Number(digits.slice(2, 4))
  return (
    isDay(day > 40 ? day - 40 : day, monthOf(month)) &&
    remainder(numbers, weightsOfFirst) <= 3 &&
    remainder(numbers, weightsOfSecond) === 0
  )
}

function monthOf(month: number): number {
  if (month > 80) return month - 80
  if (month > 65) return month - 65
  return month > 40 ? month - 40 : month
}

function isDay(day: number, month: number): boolean {
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

function remainder(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11
}
