import { Refusal } from '../refusal.ts'
import { decodeText } from './decode-text.ts'
import { csvToRows } from './read-csv.ts'
import { isZip, xlsxToRows } from './read-xlsx.ts'

/** The rows of a table in `.xlsx` or `.csv` (comma, semicolon or tab); the bytes decide which. */
export async function readTable(bytes: Uint8Array, path: string): Promise<string[][]> {
  if (bytes.length === 0) throw new Refusal('exchange.empty', { path })
  const text = isZip(bytes) ? null : decodeText(bytes)
  if (text === undefined) throw new Refusal('exchange.broken', { path, reason: 'notText' })
  const table = text === null ? await xlsxToRows(bytes) : csvToRows(text)
  if (!table.ok) throw new Refusal(table.error.code, { path, ...table.error.details })
  return table.rows
}
