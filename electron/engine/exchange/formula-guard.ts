/**
 * A spreadsheet runs a csv cell that begins so as a formula (OWASP, "CSV injection"); full-width
 * signs count in East Asian versions. Apostrophes before it are part of the pattern, so that
 * guarding and removing the guard are exact inverses.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

export function formulaGuarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

export function formulaGuardRemoved(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
