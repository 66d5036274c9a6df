import type { Table, tableFormats } from '../../../../shared/contract/tables.ts'
import { translate, type Language } from '../../../../shared/i18n/index.ts'
import { silentTask } from '../../task.ts'
import { cleanLine, cleanText } from '../codebook/clean.ts'
import { rowsToCsv } from '../codebook/csv.ts'
import { documentToFile, textToBytes } from '../codebook/document-file.ts'
import type { CodebookDocument } from '../codebook/document-model.ts'
import { CODEBOOK_WORDS, longDate } from '../codebook/words.ts'
import { writeOffice } from '../office/write-office.ts'
import { tableBlocks } from './table-blocks.ts'
import type { TableData } from './table-model.ts'

type TableFormat = (typeof tableFormats)[number]

/** What stands around tables in a file. */
export interface TableFileOptions {
  /** Title of the file. */
  title: string
  project: string
  language: Language
  /** ISO time. */
  exported: string
}

/** One or several tables as one file; in a workbook each has a sheet. */
export async function tablesToFile(
  tables: readonly TableData[],
  format: TableFormat,
  options: TableFileOptions,
  task = silentTask(),
): Promise<Uint8Array> {
  await task.reach(0, 0)
  switch (format) {
    case 'csv':
      return textToBytes(rowsToCsv(tables.flatMap(({ table }, index) => csvRows(table, index))))
    case 'xlsx':
      return writeOffice(
        {
          type: 'workbook',
          workbook: { ...options, tables, metadata: metadata(tables, options) },
        },
        task,
      )
    default: {
      const isPaged = format === 'docx' || format === 'tex'
      return documentToFile(tablesToDocument(tables, options, isPaged), format, task)
    }
  }
}

/** A second table begins below an empty row. */
function csvRows(table: Table, index: number): (string | number)[][] {
  const rows = [table.columns.map((column) => column.label), ...cellsOf(table)]
  return index === 0 ? rows : [[''], ...rows]
}

function tablesToDocument(
  tables: readonly TableData[],
  options: TableFileOptions,
  isPaged: boolean,
): CodebookDocument {
  const { language } = options
  return {
    language,
    locale: CODEBOOK_WORDS[language].locale,
    landscape: true,
    title: cleanLine(options.title),
    subtitle: cleanLine(options.project),
    metadata: metadata(tables, options),
    blocks: tables.flatMap((data) => [
      ...tableBlocks(data, language, isPaged),
      ...data.table.notes.map((text) => ({ type: 'note' as const, text: cleanText(text) })),
    ]),
  }
}

function metadata(tables: readonly TableData[], { language, exported }: TableFileOptions): string {
  const count = tables.reduce((sum, { table }) => sum + table.rows.length, 0)
  return `${longDate(exported, language)} · ${translate(language, 'institution.rows', { count })}`
}

function cellsOf(table: Table): (string | number)[][] {
  return table.rows.map((row) =>
    row.cells.map((cell) => (typeof cell === 'string' ? cleanText(cell) : cell)),
  )
}
