import type { LineFormat } from '../../../../shared/text/text-lines.ts'

/** A stretch of text at a place on a page; units are points, `y` grows upwards. */
export interface PdfPiece {
  text: string
  x: number
  y: number
  width: number
  height: number
  endsLine: boolean
  bold?: boolean
  italic?: boolean
}

/** A visual line of a page; `x` and `y` are where its words begin and stand. */
export interface PlacedLine {
  raw: string
  formats: LineFormat[]
  x: number
  y: number
  height: number
  pieces: PdfPiece[]
  /** Words were added to it that come after lower lines in the file, as cells of a table do. */
  isFilled?: boolean
}

const noteMark = /^\s*(?:\d{1,3}|[*†‡])\s*$/

/**
 * Puts the pieces of a page together to visual lines; with `cells`, also where the file goes back up
 * to the right of a line, as it does from cell to cell of a table and from column to column.
 */
export function placedLines(pieces: PdfPiece[], cells: boolean): PlacedLine[] {
  const lines: PlacedLine[] = []
  let current: PlacedLine | undefined
  for (const piece of pieces) {
    const blank = piece.text.trim() === ''
    if (current !== undefined && isOnLine(current, piece)) {
      current.pieces.push(piece)
      if (!blank && piece.height > current.height) {
        current.height = piece.height
        current.y = piece.y
      }
    } else if (!blank) {
      const besides = cells ? lineBesides(lines, piece) : undefined
      if (besides !== undefined) {
        besides.pieces.push(piece)
        besides.isFilled = true
        current = besides
        continue
      }
      const { x, y, height } = piece
      current = { raw: '', formats: [], x, y, height, pieces: [piece] }
      lines.push(current)
    }
  }
  for (const line of lines) Object.assign(line, wordsOf(line.pieces, line))
  return lines
}

/** From left to right, since a change of font may put a piece out of its order in the file. */
export function wordsOf(
  pieces: PdfPiece[],
  line: { y: number; height: number },
): { raw: string; formats: LineFormat[] } {
  const ordered = pieces.filter((piece) => piece.text !== '').sort((a, b) => a.x - b.x)
  const formats: LineFormat[] = []
  let text = ''
  let end = ordered[0]?.x ?? 0
  for (const piece of ordered) {
    let words = piece.text.replace(/ {3,}/g, '  ')
    if (text === '') words = words.trimStart()
    if (text.endsWith('  ')) words = words.trimStart()
    const apart = piece.x - end > piece.height * 0.18
    if (apart && text !== '' && !/\s$/.test(text) && !/^\s/.test(words)) text += ' '
    const format: LineFormat = { start: text.length, end: text.length + words.length }
    if (piece.bold === true) format.bold = true
    if (piece.italic === true) format.italic = true
    if (isRaisedMark(piece, line)) format.noteRef = true
    if (words !== '' && Object.keys(format).length > 2) formats.push(format)
    text += words
    end = piece.x + piece.width
  }
  return { raw: text, formats: joined(formats, text) }
}

/** Formats that touch and are the same become one, without blanks at its end. */
function joined(formats: LineFormat[], text: string): LineFormat[] {
  const whole: LineFormat[] = []
  for (const format of formats) {
    const last = whole[whole.length - 1]
    const isSame = last?.bold === format.bold && last?.italic === format.italic
    if (last?.end === format.start && isSame && !last.noteRef && !format.noteRef) {
      last.end = format.end
    } else whole.push(format)
  }
  return whole
    .map((format) => {
      const words = text.slice(format.start, format.end)
      return { ...format, end: format.start + words.trimEnd().length }
    })
    .filter((format) => format.end > format.start)
}

/** The number of a footnote, small and high on its line. */
export function isRaisedMark(piece: PdfPiece, line: { y: number; height: number }): boolean {
  return (
    noteMark.test(piece.text) &&
    piece.height > 0 &&
    piece.height < line.height * 0.8 &&
    piece.y > line.y + line.height * 0.12
  )
}

/** A raised or lowered mark still stands on the line; so does whatever follows on the same height. */
function isOnLine(line: PlacedLine, piece: PdfPiece): boolean {
  const offset = Math.abs(line.y - piece.y)
  const size = Math.max(line.height, piece.height, 1)
  if (piece.text.trim() === '') return offset < size * 0.5 || piece.height === 0
  return offset < size * 0.55 && piece.x >= line.x - 1
}

/**
 * A table is written cell by cell, so that after a cell of several lines the next begins higher up:
 * a piece to the right of one of the last lines stands on it. Columns of running text are longer.
 */
function lineBesides(lines: PlacedLine[], piece: PdfPiece): PlacedLine | undefined {
  const last = lines[lines.length - 1]
  if (last === undefined || piece.y < last.y + piece.height * 0.5) return undefined
  return lines
    .slice(-4)
    .find(
      (line) =>
        Math.abs(line.y - piece.y) < piece.height * 0.3 && piece.x > rightEnd(line) + piece.height,
    )
}

function rightEnd(line: PlacedLine): number {
  return Math.max(
    ...line.pieces
      .filter((piece) => piece.text.trim() !== '')
      .map((piece) => piece.x + piece.width),
  )
}
