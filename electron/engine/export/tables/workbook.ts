import writeXlsxFile from 'write-excel-file/node'
import type { Language } from '../../../../shared/i18n/index.ts'
import { printOnPages } from '../codebook/print-on-pages.ts'
import { CODEBOOK_WORDS } from '../codebook/words.ts'
import { bodyCell, headerCell } from '../codebook/xlsx.ts'
import { sheetRows, sheetWidths } from './sheet-rows.ts'
import type { TableData } from './table-model.ts'

/** Tables of one file, and what it says of itself. */
export interface Workbook {
  tables: readonly TableData[]
  title: string
  project: string
  /** When and how much: one line. */
  metadata: string
  language: Language
}

/** A sheet for each table, with a head that stays in view, and one that says what the file is. */
export async function tablesToXlsx(workbook: Workbook): Promise<Uint8Array> {
  const { tables, title, project, metadata } = workbook
  const sheets = tables.map((data) => ({
    data: sheetRows(data),
    // Excel allows 31 characters and none of these in the name of a sheet.
    sheet: data.table.title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    columns: sheetWidths(data).map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape' as const,
  }))
  const words = CODEBOOK_WORDS[workbook.language]
  const about = {
    data: [
      [headerCell(words.project), bodyCell(project)],
      [headerCell(title), bodyCell(metadata)],
      ...tables.flatMap(({ table }) => table.notes.map((note) => [null, bodyCell(note)])),
    ],
    sheet: words.about,
    columns: [{ width: 24 }, { width: 90 }],
    orientation: 'landscape' as const,
  }
  const buffer = await writeXlsxFile([...sheets, about], {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [printOnPages],
  }).toBuffer()
  return new Uint8Array(buffer)
}
