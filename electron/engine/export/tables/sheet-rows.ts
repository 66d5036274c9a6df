import type { Cell } from 'write-excel-file/node'
import { cleanText } from '../codebook/clean.ts'
import { bodyCell, headerCell } from '../codebook/xlsx.ts'
import type { TableData } from './table-model.ts'

/** In points; Excel allows 409. */
const HIGHEST_ROW = 405
const LINE_HEIGHT = 15
/** Identifiers stand on one line. */
const ID_WIDTH = 38
const WIDEST = 60
const NARROWEST = 9

/** Widths of the columns in characters of the normal font; no word of a head is broken. */
export function sheetWidths({ table, weights }: TableData): number[] {
  return table.columns.map(({ key, label }, index) => {
    if (key === 'id') return ID_WIDTH
    const word = Math.max(...label.split(/\s+/).map(({ length }) => length))
    return Math.min(WIDEST, Math.max(NARROWEST, word * 1.1 + 2, (weights[index] ?? 10) * 1.6))
  })
}

/** The head and the rows, each as high as its longest cell: not every program sees to that itself. */
export function sheetRows(data: TableData): Cell[][] {
  const widths = sheetWidths(data)
  const { columns, rows } = data.table
  const labels = columns.map(({ label }) => label)
  return [
    withHeight(
      labels.map((label, index) => headerCell(label, isNumeric(data, index))),
      linesOf(labels, widths),
    ),
    ...rows.map(({ cells }) => {
      const clean = cells.map((cell) => (typeof cell === 'string' ? cleanText(cell) : cell))
      return withHeight(clean.map(bodyCell), linesOf(clean, widths))
    }),
  ]
}

/** Numbers stand to the right, and their head with them. */
function isNumeric({ table: { rows } }: TableData, column: number): boolean {
  return rows.some(({ cells }) => typeof cells[column] === 'number')
}

function linesOf(cells: readonly (string | number)[], widths: readonly number[]): number {
  const lines = cells.map((cell, index) =>
    String(cell)
      .split('\n')
      .map((line) => Math.max(1, Math.ceil(line.length / ((widths[index] ?? 10) - 1))))
      .reduce((sum, count) => sum + count, 0),
  )
  return Math.max(1, ...lines)
}

function withHeight(cells: Cell[], lines: number): Cell[] {
  const height = Math.min(HIGHEST_ROW, lines * LINE_HEIGHT)
  return cells.map((cell) =>
    cell !== null && typeof cell === 'object' && 'value' in cell ? { ...cell, height } : cell,
  )
}
