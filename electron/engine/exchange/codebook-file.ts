import { decodeText } from './decode-text.ts'
import { CodebookFileNotes } from './codebook-file-notes.ts'
import {
  codebookFileFailure,
  type CodebookFileResult,
  type CodesRead,
} from './codebook-file-types.ts'
import { csvToRows } from './read-csv.ts'
import { qdcToCodes } from './read-qdc.ts'
import { rowsToCodes } from './read-codebook-table.ts'
import { isZip, xlsxToRows } from './read-xlsx.ts'

export type {
  CodebookFileCode,
  CodebookFileContent,
  CodebookFileResult,
} from './codebook-file-types.ts'

/** In bytes. A codebook of ten thousand codes with long definitions is a tenth of it. */
const LARGEST_FILE = 64 * 1024 * 1024

/**
 * Reads a codebook from `.qdc`, `.csv` (comma, semicolon or tab) or `.xlsx`. What the bytes are
 * decides, not the name; the name only tells a broken file from a strange one. Nothing is fetched
 * and nothing outside the file is read.
 */
export async function readCodebookFile(
  bytes: Uint8Array,
  name: string,
  language: 'en' | 'nb' = 'en',
): Promise<CodebookFileResult> {
  if (bytes.length === 0) return codebookFileFailure('exchange.empty')
  if (bytes.length > LARGEST_FILE) {
    return codebookFileFailure('exchange.broken', { reason: 'tooLarge', bytes: bytes.length })
  }
  const notes = new CodebookFileNotes()
  const read = await bytesToCodes(bytes, name, notes)
  if (!read.ok) return read
  if (read.codes.length === 0) return codebookFileFailure('exchange.empty')
  return { ...read, notes: notes.toSentences(language) }
}

async function bytesToCodes(
  bytes: Uint8Array,
  name: string,
  notes: CodebookFileNotes,
): Promise<CodesRead> {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1]
  if (isZip(bytes)) {
    const sheet = await xlsxToRows(bytes)
    return sheet.ok ? rowsToCodes(sheet.rows, notes) : sheet
  }
  if (ending === 'xlsx') return codebookFileFailure('exchange.broken', { reason: 'notAZip' })
  const text = decodeText(bytes)
  if (text === undefined) return codebookFileFailure('exchange.notACodebook')
  if (text.trim() === '') return codebookFileFailure('exchange.empty')
  if (/^\s*</.test(text)) return qdcToCodes(text, notes)
  if (ending === 'qdc') return codebookFileFailure('exchange.broken', { reason: 'notXml' })
  const table = csvToRows(text)
  return table.ok ? rowsToCodes(table.rows, notes) : table
}
