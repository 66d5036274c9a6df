import type { LineFormat, TextLine } from '../../../../shared/text/text-lines.ts'
import { isRaisedMark, placedLines } from './pdf-placed.ts'
import type { PdfPiece, PlacedLine } from './pdf-placed.ts'
import { linesWithCells, tableAt } from './pdf-tables.ts'

/**
 * Puts the pieces of pages together to visual lines. A distance clearly above the document's usual
 * one is a space between paragraphs; so is an indent after a finished sentence. A row of a table is
 * one line, its cells between tabs; a footnote is known by the raised mark it begins with.
 */
export function linesOfPdfPages(pages: { label: string; pieces: PdfPiece[] }[]): TextLine[] {
  const usual = usualDistance(pages.map((page) => placedLines(page.pieces, false)))
  const placed = pages.map((page) => linesWithCells(page.pieces, usual))
  const size = usualSize(placed)
  const meant = telling(placed)
  const lines: TextLine[] = []
  let tables = 0
  placed.forEach((page, index) => {
    const marks = raisedMarks(page)
    for (let at = 0; at < page.length; at += 1) {
      const line = page[at]
      if (line === undefined) break
      const before = page[at - 1]
      const starts = before === undefined
      const opening: Pick<TextLine, 'gap' | 'page'> = starts
        ? { gap: 'page', page: pages[index]?.label ?? String(index + 1) }
        : { gap: isApart(before, line, usual) ? 'space' : 'wrap' }
      const rows = tableAt(page, at, usual)
      if (rows !== undefined) {
        tables += 1
        rows.forEach(({ text, formats, header }, row) => {
          lines.push({
            text,
            trailing: 0,
            table: tables,
            formats: formats.filter((format) => meant(format)),
            ...(row === 0 ? opening : { gap: 'wrap' }),
            ...(header && { header }),
          })
        })
        at += rows.reduce((sum, row) => sum + row.lines, 0) - 1
        continue
      }
      const ratio = size > 0 ? line.height / size : 1
      const heading = ratio > 1.6 ? 1 : ratio > 1.3 ? 2 : ratio > 1.12 ? 3 : undefined
      lines.push({ ...lineFrom(line, marks, meant, heading), ...opening })
    }
  })
  return lines
}

function lineFrom(
  line: PlacedLine,
  marks: Set<string>,
  meant: (format: LineFormat) => boolean,
  heading: number | undefined,
): TextLine {
  const trailing = line.raw.length - line.raw.trimEnd().length
  const whole = line.raw.trimEnd()
  const opening = line.formats.find((format) => format.noteRef === true && format.start === 0)
  const mark = opening === undefined ? undefined : whole.slice(0, opening.end).trim()
  const isNote = mark !== undefined && marks.has(mark) && whole.length > mark.length + 1
  const rest = isNote ? whole.slice(opening?.end ?? 0) : whole
  const text = rest.trimStart()
  const cut = whole.length - text.length
  const formats = line.formats
    .filter((format) => format.end > cut && heading === undefined && meant(format))
    .filter(
      ({ noteRef, start, end }) => noteRef !== true || marks.has(whole.slice(start, end).trim()),
    )
    .map((format) => ({
      ...format,
      start: Math.max(0, format.start - cut),
      end: Math.min(text.length, format.end - cut),
    }))
    .filter((format) => format.end > format.start)
  return {
    text,
    gap: 'wrap',
    trailing: trailing >= 2 ? 2 : trailing === 1 ? 1 : 0,
    ...(heading !== undefined && { heading }),
    ...(formats.length > 0 && { formats }),
    ...(isNote && { note: mark }),
  }
}

/** Marks that stand on the page both raised within a line and at the beginning of one. */
function raisedMarks(page: readonly PlacedLine[]): Set<string> {
  const within = new Set<string>()
  const beginning = new Set<string>()
  for (const line of page) {
    for (const piece of line.pieces) {
      if (!isRaisedMark(piece, line)) continue
      const known = piece.x <= line.x + 1 ? beginning : within
      known.add(piece.text.trim())
    }
  }
  return new Set([...beginning].filter((mark) => within.has(mark)))
}

/** A format tells something only where most of the text is without it. */
function telling(pages: readonly PlacedLine[][]): (format: LineFormat) => boolean {
  let all = 0
  let bold = 0
  let italic = 0
  for (const line of pages.flat()) {
    all += line.raw.length
    for (const { start, end, ...format } of line.formats) {
      if (format.bold === true) bold += end - start
      if (format.italic === true) italic += end - start
    }
  }
  return (format) => {
    if (bold > all * 0.6) delete format.bold
    if (italic > all * 0.6) delete format.italic
    return Object.keys(format).length > 2
  }
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
