import type { TextLine } from '../../../../shared/text/text-lines.ts'

/** A stretch of text at a place on a page; units are points, `y` grows upwards. */
export interface PdfPiece {
  text: string
  x: number
  y: number
  width: number
  height: number
  endsLine: boolean
}

interface PlacedLine {
  raw: string
  x: number
  y: number
  height: number
  pieces: PdfPiece[]
}

/**
 * Puts the pieces of pages together to visual lines. A distance clearly above the document's usual
 * one is a space between paragraphs; so is an indent after a finished sentence.
 */
export function linesOfPdfPages(pages: { label: string; pieces: PdfPiece[] }[]): TextLine[] {
  const placed = pages.map((page) => placedLines(page.pieces))
  const usual = usualDistance(placed)
  const size = usualSize(placed)
  const lines: TextLine[] = []
  placed.forEach((page, index) => {
    page.forEach((line, at) => {
      const before = page[at - 1]
      const trailing = line.raw.length - line.raw.trimEnd().length
      const next: TextLine = {
        text: line.raw.trim().replace(/ {3,}/g, '  '),
        gap: 'wrap',
        trailing: trailing >= 2 ? 2 : trailing === 1 ? 1 : 0,
      }
      const ratio = size > 0 ? line.height / size : 1
      if (ratio > 1.12) next.heading = ratio > 1.6 ? 1 : ratio > 1.3 ? 2 : 3
      if (before === undefined) {
        next.gap = 'page'
        next.page = pages[index]?.label ?? String(index + 1)
      } else if (isApart(before, line, usual)) next.gap = 'space'
      lines.push(next)
    })
  })
  return lines
}

function isApart(before: PlacedLine, line: PlacedLine, usual: number): boolean {
  const distance = before.y - line.y
  if (distance < 0) return false
  const size = Math.max(before.height, line.height, 1)
  if (distance > Math.max(usual * 1.3, size * 1.25)) return true
  if (Math.abs(before.height - line.height) > size * 0.12 && distance > size) return true
  const isIndented = line.x - before.x > size * 0.9 && line.x - before.x < size * 5
  return isIndented && /[.!?:…”"»)]$/.test(before.raw.trimEnd())
}

function placedLines(pieces: PdfPiece[]): PlacedLine[] {
  const lines: PlacedLine[] = []
  let current: PlacedLine | undefined
  for (const piece of pieces) {
    const blank = piece.text.trim() === ''
    if (current !== undefined && isOnLine(current, piece)) {
      current.pieces.push(piece)
      if (!blank) current.height = Math.max(current.height, piece.height)
    } else if (!blank) {
      const { x, y, height } = piece
      current = { raw: '', x, y, height, pieces: [piece] }
      lines.push(current)
    }
  }
  for (const line of lines) line.raw = textOfPieces(line.pieces)
  return lines
}

/** From left to right, since a change of font may put a piece out of its order in the file. */
function textOfPieces(pieces: PdfPiece[]): string {
  const ordered = pieces.filter((piece) => piece.text !== '').sort((a, b) => a.x - b.x)
  let text = ''
  let end = ordered[0]?.x ?? 0
  for (const piece of ordered) {
    const apart = piece.x - end > piece.height * 0.18
    if (apart && text !== '' && !/\s$/.test(text) && !/^\s/.test(piece.text)) text += ' '
    text += piece.text
    end = piece.x + piece.width
  }
  return text
}

/** A raised or lowered mark still stands on the line; so does whatever follows on the same height. */
function isOnLine(line: PlacedLine, piece: PdfPiece): boolean {
  const offset = Math.abs(line.y - piece.y)
  const size = Math.max(line.height, piece.height, 1)
  if (piece.text.trim() === '') return offset < size * 0.5 || piece.height === 0
  return offset < size * 0.55 && piece.x >= line.x - 1
}

/** The commonest distance between lines, which is the distance within paragraphs. */
function usualDistance(pages: PlacedLine[][]): number {
  const counts = new Map<number, number>()
  for (const page of pages) {
    page.forEach((line, at) => {
      const before = page[at - 1]
      if (before === undefined) return
      const distance = Math.round((before.y - line.y) * 2) / 2
      if (distance > 0) counts.set(distance, (counts.get(distance) ?? 0) + 1)
    })
  }
  let usual = 0
  let most = 0
  for (const [distance, count] of counts) {
    if (count > most || (count === most && distance < usual)) {
      usual = distance
      most = count
    }
  }
  return usual
}

/** The size in which most characters are set. */
function usualSize(pages: PlacedLine[][]): number {
  const counts = new Map<number, number>()
  for (const line of pages.flat()) {
    const size = Math.round(line.height * 2) / 2
    counts.set(size, (counts.get(size) ?? 0) + line.raw.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
