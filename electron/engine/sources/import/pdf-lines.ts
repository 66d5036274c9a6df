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
  end: number
  height: number
}

/**
 * Puts the pieces of pages together to visual lines. A distance clearly above the document's usual
 * one is a space between paragraphs; so is an indent after a finished sentence.
 */
export function linesOfPdfPages(pages: { label: string; pieces: PdfPiece[] }[]): TextLine[] {
  const placed = pages.map((page) => placedLines(page.pieces))
  const usual = usualDistance(placed)
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
      const gap = piece.x - current.end
      const apart = gap > Math.max(current.height, piece.height) * 0.18
      if (apart && !/\s$/.test(current.raw) && !/^\s/.test(piece.text)) current.raw += ' '
      current.raw += piece.text
      if (!blank) {
        current.end = piece.x + piece.width
        current.height = Math.max(current.height, piece.height)
      }
    } else if (!blank) {
      current = {
        raw: piece.text,
        x: piece.x,
        y: piece.y,
        end: piece.x + piece.width,
        height: piece.height,
      }
      lines.push(current)
    }
  }
  return lines
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
