import { unzipSync } from 'fflate'
import { codebookFileFailure } from './codebook-file-types.ts'
import type { RowsRead } from './read-csv.ts'

/** In bytes, of everything in the archive. */
const LARGEST_UNPACKED = 256 * 1024 * 1024

/** The rows of the first sheet of a workbook, every cell as text. */
export async function xlsxToRows(bytes: Uint8Array): Promise<RowsRead> {
  const entries = zipEntries(bytes)
  if (entries === undefined) return codebookFileFailure('exchange.broken', { reason: 'zip' })
  if (!entries.names.includes('xl/workbook.xml')) {
    return codebookFileFailure('exchange.notACodebook', { reason: 'notAWorkbook' })
  }
  if (entries.unpacked > LARGEST_UNPACKED) {
    return codebookFileFailure('exchange.broken', { reason: 'tooLarge', bytes: entries.unpacked })
  }
  try {
    const { readSheet } = await import('read-excel-file/node')
    const rows = await readSheet(Buffer.from(bytes), 1, { trim: false })
    return { ok: true, rows: rows.map((row) => row.map(cellToText)) }
  } catch (error) {
    return codebookFileFailure('exchange.broken', {
      reason: 'workbook',
      message: error instanceof Error ? error.message : '',
    })
  }
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/** Reads the directory of the archive and unpacks nothing. */
function zipEntries(bytes: Uint8Array): { names: string[]; unpacked: number } | undefined {
  const names: string[] = []
  let unpacked = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        unpacked += originalSize
        return false
      },
    })
    return { names, unpacked }
  } catch {
    return undefined
  }
}

function cellToText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString() : String(cell)
}
