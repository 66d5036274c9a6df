import type { Codebook } from '../../../../shared/analysis/codebook.ts'
import { formulaGuarded } from '../../exchange/formula-guard.ts'
import type { CodebookExportOptions } from './options.ts'
import { codebookToTable } from './table.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * RFC 4180 with a byte order mark, without which Excel reads UTF-8 as Windows-1252. The first row is
 * the header, so that any program reads it as a table; project and date are its last two columns.
 */
export function codebookToCsv(codebook: Codebook, options: CodebookExportOptions): string {
  const { header, rows } = codebookToTable(codebook, options)
  return rowsToCsv([header, ...rows])
}

/** Rows as RFC 4180 with a byte order mark; no cell of theirs runs as a formula. */
export function rowsToCsv(rows: (string | number)[][]): string {
  return BYTE_ORDER_MARK + rows.map(rowToCsv).join('')
}

function rowToCsv(cells: (string | number)[]): string {
  return `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : textToCsv(cell))).join(',')}\r\n`
}

function textToCsv(text: string): string {
  const safe = formulaGuarded(text)
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
