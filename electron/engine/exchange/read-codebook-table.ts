import { headingToColumn, type CodebookColumn } from './codebook-columns.ts'
import type { CodebookFileNotes } from './codebook-file-notes.ts'
import {
  codebookFileFailure,
  type CodebookFileCode,
  type CodebookFileSet,
  type CodesRead,
} from './codebook-file-types.ts'
import { kindByWord, statusByWord } from './codebook-words.ts'
import { hexToHue } from './code-colour.ts'
import { rowsToTree, type TableRow } from './codebook-table-tree.ts'
import { textToGuid } from './guid.ts'

/** A heading row may stand below a title and a line or two about the project. */
const HEADING_ROWS = 10

/** Reads the codes of a table, found by its headings in English or Norwegian. */
export function rowsToCodes(rows: string[][], notes: CodebookFileNotes): CodesRead {
  const at = rows.slice(0, HEADING_ROWS).findIndex(hasNameColumn)
  const headings = rows[at]
  if (headings === undefined) {
    const first = rows.find((row) => row.some((cell) => cell.trim() !== '')) ?? []
    if (first.length === 0) return codebookFileFailure('exchange.empty')
    const columns = first.slice(0, 10).map((cell) => cell.slice(0, 40))
    return codebookFileFailure('exchange.unknownColumns', { columns: columns.join(', ') })
  }
  const columns = headings.map((heading) => {
    const column = headingToColumn(heading)
    if (column === undefined && heading.trim() !== '') notes.add('columnIgnored', heading.trim())
    return column
  })
  const cells = rows
    .slice(at + 1)
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => rowToCells(row, columns))
  const nodes = rowsToTree(
    cells.map((row) => treeFields(row)),
    notes,
  )
  const indexByRow = new Map<number, number>()
  const codes = nodes.map(({ row, name, path, parent }, index): CodebookFileCode => {
    if (row !== undefined) indexByRow.set(row, index)
    const place = { name, path, ...(parent === undefined ? {} : { parent }) }
    return row === undefined ? place : { ...place, ...codeFields(cells[row] ?? {}, notes) }
  })
  withoutRepeatedGuids(codes, notes)
  return { ok: true, codes, sets: readSets(cells, indexByRow) }
}

type Cells = Partial<Record<CodebookColumn, string>>

function hasNameColumn(row: string[]): boolean {
  return row.some((cell) => ['name', 'path'].includes(headingToColumn(cell) ?? ''))
}

function rowToCells(row: string[], columns: (CodebookColumn | undefined)[]): Cells {
  const cells: Cells = {}
  columns.forEach((column, index) => {
    if (column !== undefined) cells[column] = (cells[column] ?? '') + (row[index] ?? '')
  })
  return cells
}

function treeFields(cells: Cells): TableRow {
  const row: TableRow = {
    name: (cells.name ?? '').replace(/\s*\n\s*/g, ' ').trim(),
    id: plainId(cells.id),
    parentId: plainId(cells.parentId),
    parentName: (cells.parentName ?? '').trim(),
    path: (cells.parentPath ?? cells.path ?? '').trim(),
    pathHoldsName: cells.parentPath === undefined,
  }
  return row
}

function plainId(id: string | undefined): string {
  return (id ?? '')
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase()
}

function codeFields(cells: Cells, notes: CodebookFileNotes): Partial<CodebookFileCode> {
  const fields: Partial<CodebookFileCode> = {}
  const guid = textToGuid(cells.id ?? '')
  if (guid !== undefined) fields.guid = guid
  for (const column of ['definition', 'whenToUse', 'whenNotToUse'] as const) {
    const text = cells[column]?.replace(/\r\n?/g, '\n') ?? ''
    if (text.trim() !== '') fields[column] = text
  }
  const aliases = listOf(cells.aliases)
  if (aliases.length > 0) fields.aliases = aliases
  const kind = kindByWord(cells.kind ?? '')
  if (kind !== undefined) fields.kind = kind
  else if ((cells.kind ?? '').trim() !== '') notes.add('unknownKind', cells.kind ?? '')
  const status = statusByWord(cells.status ?? '')
  if (status !== undefined) fields.status = status
  else if ((cells.status ?? '').trim() !== '') notes.add('unknownStatus', cells.status ?? '')
  const hue = colourToHue(cells.colour ?? '')
  if (hue !== undefined) fields.hue = hue
  return fields
}

/** A hue in degrees or a colour in hexadecimal digits. */
function colourToHue(text: string): number | undefined {
  const plain = text.trim()
  if (/^\d{1,3}$/.test(plain) && Number(plain) < 360) return Number(plain)
  return hexToHue(plain)
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function readSets(cells: Cells[], indexByRow: Map<number, number>): CodebookFileSet[] {
  const members = new Map<string, number[]>()
  cells.forEach((row, rowIndex) => {
    const index = indexByRow.get(rowIndex)
    if (index === undefined) return
    for (const name of listOf(row.sets)) members.set(name, [...(members.get(name) ?? []), index])
  })
  return [...members].map(([name, indices]) => ({ name, members: indices }))
}

function withoutRepeatedGuids(codes: CodebookFileCode[], notes: CodebookFileNotes): void {
  const seen = new Set<string>()
  for (const code of codes) {
    if (code.guid === undefined) continue
    if (seen.has(code.guid)) {
      notes.add('invalidGuid', code.name)
      delete code.guid
    } else {
      seen.add(code.guid)
    }
  }
}
