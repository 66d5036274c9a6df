import type { Codebook } from '../../../../shared/analysis/codebook.ts'
import type { CodebookExportOptions } from './options.ts'
import { codebookToTable } from './table.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * RFC 4180 with a byte order mark, without which Excel reads UTF-8 as Windows-1252. The first row is
 * the header, so that any program reads it as a table; project and date are its last two columns.
 */
export function codebookToCsv(codebook: Codebook, options: CodebookExportOptions): string {
  const { header, rows } = codebookToTable(codebook, options)
  return BYTE_ORDER_MARK + [header, ...rows].map(rowToCsv).join('')
}

function rowToCsv(cells: (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : textToCsv(cell))).join(',')}\r\n`
}

function textToCsv(text: string): string {
  const safe = withoutFormula(text)
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * A spreadsheet runs a cell that begins so as a formula (OWASP, "CSV injection"). A leading
 * apostrophe is in the way; one that stands before such a beginning anyway is doubled, so that
 * `formulaGuardRemoved` is the exact inverse.
 */
export function withoutFormula(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
