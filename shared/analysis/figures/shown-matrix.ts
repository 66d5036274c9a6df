import { z } from 'zod'
import type { Question } from '../question/question.ts'

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
  cells: readonly (readonly [number, number, number])[]
}

interface Arrangement {
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

/** The lines of a matrix that are shown, in their order, with what stands in their cells. */
export function shownMatrix(counted: Counted, arrangement: Arrangement): ShownMatrix {
  const width = counted.columns.length
  const values = new Map<number, number>()
  let most = 0
  for (const [row, column, value] of counted.cells) {
    values.set(row * width + column, value)
    most = Math.max(most, value)
  }
  const at = (row: number, column: number) => values.get(row * width + column) ?? 0
  const rowOf = new Map(counted.rows.map(({ id }, index) => [id, index]))
  const columnOf = new Map(counted.columns.map(({ id }, index) => [id, index]))
  const isKept = ({ total }: MatrixLine) => arrangement.withEmpty === true || total > 0
  const down = arranged(counted.rows, arrangement.rowOrder, isKept, (row, id) =>
    at(row, columnOf.get(id) ?? -1),
  )
  const across = arranged(counted.columns, arrangement.columnOrder, isKept, (column, id) =>
    at(rowOf.get(id) ?? -1, column),
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
