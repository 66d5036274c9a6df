import { z } from 'zod'
import type { Language } from '../../i18n/index.ts'
import type { Axis } from '../question/axis.ts'
import type { Question } from '../question/question.ts'
import { lineLabel } from './line-label.ts'

/** How lines of a matrix stand: as everywhere else, by name, by their totals, or by one line across. */
export const lineOrder = z.union([
  z.enum(['given', 'name', 'total']),
  z.object({ by: z.string().describe('id of the line across; the most first') }),
])
export type LineOrder = z.infer<typeof lineOrder>

export interface MatrixLine {
  id: string
  label: string
  question: Question
  total: number
}

interface Counted {
  rows: readonly MatrixLine[]
  columns: readonly MatrixLine[]
  /** Row, column and value of each that is not empty, one after another. */
  cells: readonly number[]
}

interface Arrangement {
  rows: Axis
  columns: Axis
  rowOrder?: LineOrder | undefined
  columnOrder?: LineOrder | undefined
  /** Lines without anything in them are shown too. */
  withEmpty?: boolean | undefined
}

export interface ShownMatrix {
  rows: MatrixLine[]
  columns: MatrixLine[]
  /** Of the rows and columns as they are shown; 0 where nothing is. */
  valueAt: (row: number, column: number) => number
  /** The highest number in a cell. */
  most: number
}

/** The numbers of all cells, row by row. */
export function cellValues({ rows, columns, cells }: Counted): Float64Array {
  const values = new Float64Array(rows.length * columns.length)
  for (let at = 0; at < cells.length; at += 3)
    values[(cells[at] ?? 0) * columns.length + (cells[at + 1] ?? 0)] = cells[at + 2] ?? 0
  return values
}

/** The lines of a matrix that are shown, in their order, with what stands in their cells. */
export function shownMatrix(
  language: Language,
  counted: Counted,
  arrangement: Arrangement,
): ShownMatrix {
  const width = counted.columns.length
  const values = cellValues(counted)
  const most = values.reduce((highest, value) => Math.max(highest, value), 0)
  const at = (row: number, column: number) =>
    row < 0 || column < 0 ? 0 : (values[row * width + column] ?? 0)
  const rowOf = new Map(counted.rows.map(({ id }, index) => [id, index]))
  const columnOf = new Map(counted.columns.map(({ id }, index) => [id, index]))
  const isKept = ({ total }: MatrixLine) => arrangement.withEmpty === true || total > 0
  const named = (axis: Axis, lines: readonly MatrixLine[]) =>
    lines.map((line) => ({ ...line, label: lineLabel(language, axis, line) }))
  const down = arranged(
    named(arrangement.rows, counted.rows),
    arrangement.rowOrder,
    isKept,
    (row, id) => at(row, columnOf.get(id) ?? -1),
  )
  const across = arranged(
    named(arrangement.columns, counted.columns),
    arrangement.columnOrder,
    isKept,
    (column, id) => at(rowOf.get(id) ?? -1, column),
  )
  return {
    rows: down.map(({ line }) => line),
    columns: across.map(({ line }) => line),
    valueAt: (row, column) => at(down[row]?.index ?? -1, across[column]?.index ?? -1),
    most,
  }
}

function arranged(
  lines: readonly MatrixLine[],
  order: LineOrder = 'given',
  isKept: (line: MatrixLine) => boolean,
  valueBy: (index: number, id: string) => number,
): { line: MatrixLine; index: number }[] {
  const kept = lines.map((line, index) => ({ line, index })).filter(({ line }) => isKept(line))
  if (order === 'given') return kept
  if (order === 'name')
    return kept.sort((a, b) => a.line.label.localeCompare(b.line.label, 'nb', { numeric: true }))
  if (order === 'total') return kept.sort((a, b) => b.line.total - a.line.total)
  return kept.sort((a, b) => valueBy(b.index, order.by) - valueBy(a.index, order.by))
}
