import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import type { Codebook } from '../../../../shared/analysis/codebook.ts'
import { metadataLine } from './document.ts'
import type { CodebookExportOptions } from './options.ts'
import { printOnPages } from './print-on-pages.ts'
import { codebookToTable, type CodebookTable } from './table.ts'
import { CODEBOOK_WORDS, longDate, totalsSentence } from './words.ts'

/** In UTF-16 code units; Excel's limit is 32,767. */
const LONGEST_CELL = 32_000

/** Widths in characters of the normal font. */
const WIDTHS: Record<CodebookTable['fields'][number], number> = {
  id: 38,
  name: 30,
  kind: 11,
  parentPath: 30,
  parentId: 38,
  definition: 55,
  whenToUse: 40,
  whenNotToUse: 40,
  aliases: 24,
  examples: 60,
  status: 12,
  passages: 10,
  sources: 10,
  sets: 22,
  colour: 10,
  created: 26,
  changed: 26,
  project: 26,
  exported: 26,
}

/**
 * Two sheets: the codes, with a header row that stays in view, and what the file is. Every text
 * cell is typed as text, so nothing in it can run as a formula.
 */
export async function codebookToXlsx(
  codebook: Codebook,
  options: CodebookExportOptions,
): Promise<Uint8Array> {
  const words = CODEBOOK_WORDS[options.language]
  const table = codebookToTable(codebook, options, LONGEST_CELL)
  const codes = {
    data: [
      table.header.map((label) => headerCell(label)),
      ...table.rows.map((row) => row.map(bodyCell)),
    ],
    sheet: words.codebook,
    columns: table.fields.map((field) => ({ width: WIDTHS[field] })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }
  const about = {
    data: aboutRows(codebook, options).map(([label, value]) => [
      headerCell(label),
      bodyCell(value),
    ]),
    sheet: words.about,
    columns: [{ width: 18 }, { width: 90 }],
    orientation: 'landscape' as const,
  }
  const buffer = await writeXlsxFile([codes, about], {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [printOnPages],
  }).toBuffer()
  return new Uint8Array(buffer)
}

function aboutRows(codebook: Codebook, options: CodebookExportOptions): [string, string][] {
  const words = CODEBOOK_WORDS[options.language]
  return [
    [words.codebook, metadataLine(codebook, options)],
    [words.project, codebook.project.title],
    [words.analysts, codebook.project.analysts.join(', ')],
    [words.exported, longDate(codebook.project.exported, options.language)],
    [words.codes, totalsSentence(codebook.totals, options.language)],
    [words.madeWith, 'Standpoint'],
  ]
}

export function headerCell(value: string, isNumeric = false): Cell {
  return {
    value,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#ece8e1',
    bottomBorderStyle: 'thin',
    bottomBorderColor: '#6b645c',
    wrap: true,
    alignVertical: 'top',
    ...(isNumeric ? { align: 'right' as const } : {}),
  }
}

export function bodyCell(value: string | number): Cell {
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' }
  if (value === '') return null
  return { value: literalText(value), type: String, wrap: true, alignVertical: 'top' }
}

/**
 * A workbook reads '_x0041_' as the letter A, so an underscore before such digits is itself written
 * in digits. So is the first letter of a text like 'toString' or 'constructor': the library keeps
 * its texts in a plain object and would find a function there; and so is U+FFFD, which it drops.
 */
function literalText(value: string): string {
  const literal = value.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replaceAll('\uFFFD', '_xFFFD_')
  if (!(literal in {})) return literal
  return `_x${literal.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${literal.slice(1)}`
}
