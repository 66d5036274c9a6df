import type { SetAside } from './source-text.ts'

/**
 * One visual line of a text whose paragraphs are still to be found. `gap` is what lies between it
 * and the line before: `wrap` the ordinary distance, `space` more than that, `page` a page break.
 */
export interface TextLine {
  /** Without blanks at either end; never empty. */
  text: string
  gap: 'wrap' | 'space' | 'page'
  /** Trailing blanks in the original: none, one, or more, as some makers of PDF leave them. */
  trailing: 0 | 1 | 2
  /** The label of the page that begins with this line. */
  page?: string
  /** Set so much larger than the rest that it is a heading of this level. */
  heading?: number
  /** Blanks before the line, where the format tells. */
  indent?: number
  /** Formats within `text`, in order. */
  formats?: LineFormat[]
  /** The line begins the footnote of this mark, which is not part of `text`. */
  note?: string
  /** The line is a row of this table; its cells stand between tabs. */
  table?: number
  /** A heading row. */
  header?: boolean
}

/** A stretch `[start, end)` of a line in one format, in UTF-16 code units. */
export interface LineFormat {
  start: number
  end: number
  bold?: boolean
  italic?: boolean
  noteRef?: boolean
}

export interface LinedText {
  lines: TextLine[]
  setAside: SetAside[]
}

const pageNumber =
  /^[-–—\s]*(?:side|page|s\.|p\.)?\s*(\d{1,4})(?:\s*(?:av|of|\/)\s*\d{1,4})?[-–—\s]*$/i

/** The printed number if the line is nothing but a page number, such as `12`, `- 12 -`, `Side 3 av 9`. */
export function printedPageNumber(line: string): number | undefined {
  const found = pageNumber.exec(line)?.[1]
  return found === undefined ? undefined : Number(found)
}

/**
 * Lines of a text in which every visual line is followed by a blank one. One blank line is a wrap,
 * two or more a space; no blank line before a line that begins with a space is a page break.
 */
export function linesOfDoubleSpaced(text: string): LinedText {
  const lines: TextLine[] = []
  const setAside: SetAside[] = []
  let blanks = 0
  let page = 1
  let pendingPage = true
  let lastPrinted = 0
  for (const raw of text.split('\n')) {
    const fed = raw.includes('\f')
    const body = raw.trim()
    if (fed && lines.length > 0) {
      page += 1
      pendingPage = true
    }
    if (body === '') {
      blanks += 1
      continue
    }
    const printed = printedPageNumber(body)
    if (printed !== undefined && blanks >= 4 && printed > lastPrinted) {
      setAside.push({ text: body, reason: 'page-number', page: String(printed) })
      lastPrinted = printed
      page = printed + 1
      pendingPage = true
      blanks = 0
      continue
    }
    const isBreak = blanks === 0 && lines.length > 0 && /^\s/.test(raw)
    if (isBreak && !pendingPage) {
      page += 1
      pendingPage = true
    }
    const line: TextLine = { text: body, gap: 'wrap', trailing: trailingOf(raw) }
    if (pendingPage) {
      line.gap = 'page'
      line.page = String(page)
      pendingPage = false
    } else if (blanks >= 2) line.gap = 'space'
    lines.push(line)
    blanks = 0
  }
  return { lines, setAside }
}

/** Lines of a text with single line ends, in which a blank line stands between paragraphs. */
export function linesOfHardWrapped(text: string): LinedText {
  const lines: TextLine[] = []
  let blanks = 0
  let page = 1
  let pendingPage = text.includes('\f')
  for (const raw of text.split('\n')) {
    if (raw.includes('\f') && lines.length > 0) {
      page += raw.split('\f').length - 1
      pendingPage = true
    }
    const body = raw.replace(/\f/g, '').trim()
    if (body === '') {
      blanks += 1
      continue
    }
    const open = raw.replace(/\f/g, '')
    const indent = open.length - open.trimStart().length
    const line: TextLine = { text: body, gap: 'wrap', trailing: trailingOf(raw), indent }
    const deeper = indent > (lines[lines.length - 1]?.indent ?? indent)
    if (pendingPage) {
      line.gap = blanks > 1 ? 'space' : 'page'
      line.page = String(page)
      pendingPage = false
    } else if (blanks > 0 || deeper) line.gap = 'space'
    lines.push(line)
    blanks = 0
  }
  return { lines, setAside: [] }
}

function trailingOf(raw: string): 0 | 1 | 2 {
  const blanks = raw.length - raw.trimEnd().length
  return blanks >= 2 ? 2 : blanks === 1 ? 1 : 0
}
