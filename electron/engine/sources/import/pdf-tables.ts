import type { LineFormat } from '../../../../shared/text/text-lines.ts'
import { placedLines, wordsOf } from './pdf-placed.ts'
import type { PdfPiece, PlacedLine } from './pdf-placed.ts'

/** A row of a table whose cells were found by where they stand; `lines` says how many it takes. */
interface PdfRow {
  text: string
  formats: LineFormat[]
  header: boolean
  lines: number
}

interface Cell {
  x: number
  end: number
  pieces: PdfPiece[]
}

/** Words so far apart, in sizes of the type, stand in different cells. */
const cellGap = 0.9

/**
 * The lines of a page, with the cells of its tables on the lines on which they stand. Where other
 * words would be put side by side by that, such as columns, the lines are as the file has them.
 */
export function linesWithCells(pieces: PdfPiece[], usual: number): PlacedLine[] {
  const filled = placedLines(pieces, true)
  for (let at = 0; at < filled.length; at += 1) {
    const rows = tableAt(filled, at, usual)
    if (rows !== undefined) at += rows.reduce((sum, row) => sum + row.lines, 0) - 1
    else if (filled[at]?.isFilled === true) return placedLines(pieces, false)
  }
  return filled
}

/**
 * The table that begins with line `from` of a page: at least two rows of at least two cells that
 * stand below one another. Undefined where the lines are anything else, such as columns of running
 * text. A line that fills no first cell goes on with the row above it.
 */
export function tableAt(
  page: readonly PlacedLine[],
  from: number,
  usual: number,
): PdfRow[] | undefined {
  const first = page[from]
  if (first === undefined) return undefined
  const columns = cellsOf(first).map((cell) => ({ x: cell.x, end: cell.end }))
  if (columns.length < 2) return undefined
  const rows: Cell[][][] = [[cellsOf(first)]]
  let loose: Cell[][] = []
  for (let index = from + 1; index < page.length; index += 1) {
    const line = page[index]
    const before = page[index - 1]
    if (line === undefined || before === undefined) break
    const distance = before.y - line.y
    if (Math.abs(line.height - first.height) > first.height * 0.2) break
    if (distance <= 0 || distance > Math.max(usual, line.height) * 2.6) break
    const cells = cellsOf(line)
    if (!cells.every((cell, at) => fits(cell, cells[at + 1], columns, line.height))) break
    const isInFirst = columnOf(cells[0], columns, line.height) === 0
    if (cells.length === 1 && isInFirst) {
      // Perhaps the first cell goes on; only a further row can tell it from a paragraph below.
      const narrow = (cells[0]?.end ?? 0) < (columns[1]?.x ?? 0) - line.height * cellGap
      if (!narrow || distance > Math.max(usual, line.height) * 1.35) break
      loose.push(cells)
      continue
    }
    const row = rows[rows.length - 1]
    if (isInFirst) {
      row?.push(...loose)
      rows.push([cells])
    } else row?.push(...loose, cells)
    loose = []
    for (const cell of cells) widen(columns, cell, line.height)
  }
  if (rows.length < 2 || isRunningText(rows)) return undefined
  if (rows.some((row) => row.some((cells) => cells.some(isLeader)))) return undefined
  const written = rows.map((row) => rowOf(row, columns, first.height))
  if (isLabelled(written)) return undefined
  const [head, ...others] = written
  if (head !== undefined) {
    head.header = isBold(head) && !others.every((row) => isBold(row))
  }
  return written
}

function cellsOf(line: PlacedLine): Cell[] {
  const cells: Cell[] = []
  const words = line.pieces.filter((piece) => piece.text.trim() !== '').sort((a, b) => a.x - b.x)
  for (const piece of words) {
    const last = cells[cells.length - 1]
    const end = piece.x + piece.width
    if (last === undefined || piece.x - last.end > line.height * cellGap) {
      cells.push({ x: piece.x, end, pieces: [piece] })
    } else {
      last.pieces.push(piece)
      last.end = Math.max(last.end, end)
    }
  }
  return cells
}

type Column = Pick<Cell, 'x' | 'end'>

/** The column a cell stands in: by where it begins, else by where it ends; figures by the room. */
function columnOf(cell: Cell | undefined, columns: readonly Column[], size: number): number {
  if (cell === undefined) return -1
  const byStart = columns.findIndex((column) => Math.abs(column.x - cell.x) < size * 0.4)
  if (byStart >= 0) return byStart
  const isFigure = cell.pieces.every((piece) => /^[\s\d.,:%()–-]+$/.test(piece.text))
  return columns.findIndex((column, at) => {
    if (cell.x <= (columns[at - 1]?.end ?? cell.x - 1)) return false
    if (Math.abs(column.end - cell.end) < size * 0.4) return true
    return isFigure && cell.x > column.x && cell.end < (columns[at + 1]?.x ?? Infinity)
  })
}

/** A cell stands in a known column, or in the room to the right of all, and not over the next one. */
function fits(
  cell: Cell,
  next: Cell | undefined,
  columns: readonly Column[],
  size: number,
): boolean {
  const at = columnOf(cell, columns, size)
  if (at < 0) return false
  const limit = next?.x ?? columns[at + 1]?.x ?? Infinity
  return cell.end < limit
}

function widen(columns: Column[], cell: Cell, size: number): void {
  const column = columns[columnOf(cell, columns, size)]
  if (column === undefined) return
  const next = columns[columns.indexOf(column) + 1]
  if (next === undefined || cell.end < next.x) column.end = Math.max(column.end, cell.end)
}

/** Two columns that are both filled with long lines are set in columns, not a table. */
function isRunningText(rows: Cell[][][]): boolean {
  const lines = rows.flat()
  const wide = lines.filter(
    (cells) => cells.length === 2 && cells.every((cell) => lengthOf(cell) > 22),
  )
  return wide.length > lines.length * 0.4
}

const label =
  /^(?:[\p{L}\p{N}.' -]{1,30}:|[[(#]?\d{1,2}:\d{2}(?::\d{2})?[\])#]?|[\d.]+|\(?[\p{L}\d]{1,3}[.)]|[•·●▪◦‣■–—-])$/u

/** Lists, numbered headings and turns stand beside their marks and labels as cells do. */
function isLabelled(rows: PdfRow[]): boolean {
  const cells = rows.map((row) => row.text.split('\t'))
  const columns = cells[0]?.length ?? 0
  let labels = 0
  for (let at = 0; at < columns - 1; at += 1) {
    const words = cells.map((row) => row[at] ?? '').filter((text) => text !== '')
    const marks = words.filter((text) => label.test(text)).length
    const recurs = words.length >= 4 && new Set(words).size <= words.length / 2
    if (marks >= words.length * 0.6 || recurs) labels += 1
  }
  return columns - labels < 2
}

/** The dots of a table of contents. */
function isLeader({ pieces }: Cell): boolean {
  return /(?:\.\s?){4,}|…{2,}/.test(pieces.map((piece) => piece.text).join(''))
}

function lengthOf(cell: Cell): number {
  return cell.pieces.reduce((sum, piece) => sum + piece.text.length, 0)
}

function rowOf(lines: Cell[][], columns: readonly Column[], size: number): PdfRow {
  let text = ''
  const formats: LineFormat[] = []
  columns.forEach((_, at) => {
    if (at > 0) text += '\t'
    let isFirst = true
    for (const cells of lines) {
      const cell = cells.find((candidate) => columnOf(candidate, columns, size) === at)
      if (cell === undefined) continue
      const [{ y, height } = { y: 0, height: size }] = cell.pieces
      const words = wordsOf(cell.pieces, { y, height })
      if (!isFirst && !/\p{L}-$/u.test(text)) text += ' '
      for (const format of words.formats) {
        formats.push({
          ...format,
          start: format.start + text.length,
          end: Math.min(format.end, words.raw.trimEnd().length) + text.length,
        })
      }
      text += words.raw.trimEnd()
      isFirst = false
    }
  })
  return { text, formats, header: false, lines: lines.length }
}

function isBold({ text, formats }: PdfRow): boolean {
  const bold = formats
    .filter((format) => format.bold === true)
    .reduce((sum, format) => sum + text.slice(format.start, format.end).trim().length, 0)
  return bold > 0 && bold >= text.replace(/\s/g, '').length * 0.8
}
