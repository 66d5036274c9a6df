import type { Block, InlineMark, PageStart, SourceText } from './source-text.ts'

/** A stretch of text in one format; `page` says that a page of the original begins before it. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  underline?: boolean
  noteRef?: boolean
  page?: string
}

export interface TextBuilder {
  /** Adds one paragraph. Blanks at its ends and line ends within it are not kept. */
  addBlock(block: Block, runs: Run[]): void
  /** The next paragraph begins a page of the original. */
  addPage(label: string): void
  isEmpty(): boolean
  finish(): SourceText
}

export function createTextBuilder(): TextBuilder {
  const parts: string[] = []
  const blocks: Block[] = []
  const marks: InlineMark[] = []
  const pages: PageStart[] = []
  let length = 0

  function addBlock(block: Block, runs: Run[]): void {
    const trimmed = trimRuns(runs, block.kind === 'table-row')
    for (const run of trimmed) {
      if (run.page !== undefined) pages.push({ at: length, label: run.page })
      addMark(marks, run, length)
      parts.push(run.text)
      length += run.text.length
    }
    parts.push('\n')
    length += 1
    // A copy, since who reads a file may give one object for many paragraphs, and speakers are set later.
    blocks.push({ ...block })
  }

  return {
    addBlock,
    addPage: (label) => {
      pages.push({ at: length, label })
    },
    isEmpty: () => blocks.length === 0,
    finish: () => ({
      text: parts.join(''),
      blocks,
      marks,
      pages: pages.filter((page, index) => page.at < length && page.at !== pages[index + 1]?.at),
    }),
  }
}

function addMark(marks: InlineMark[], run: Run, start: number): void {
  if (run.text.length === 0) return
  const mark: InlineMark = { start, end: start + run.text.length }
  if (run.bold === true) mark.bold = true
  if (run.italic === true) mark.italic = true
  if (run.underline === true) mark.underline = true
  if (run.noteRef === true) mark.noteRef = true
  if (!mark.bold && !mark.italic && !mark.underline && !mark.noteRef) return
  const last = marks[marks.length - 1]
  if (
    last !== undefined &&
    last.end === start &&
    last.bold === mark.bold &&
    last.italic === mark.italic &&
    last.underline === mark.underline &&
    last.noteRef === undefined &&
    mark.noteRef === undefined
  ) {
    last.end = mark.end
  } else {
    marks.push(mark)
  }
}

/** Drops blanks at both ends of a paragraph; in table rows only spaces, as tabs are cell ends. */
function trimRuns(runs: Run[], isRow: boolean): Run[] {
  const kept = runs.map((run) => ({ ...run, text: run.text.replace(/[\n\f]+/g, ' ') }))
  for (const run of kept) {
    run.text = isRow ? run.text.replace(/^ +/, '') : run.text.trimStart()
    if (run.text !== '') break
  }
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const run = kept[index]
    if (run === undefined) break
    run.text = isRow ? withoutSpacesAtEnd(run.text) : run.text.trimEnd()
    if (run.text !== '') break
  }
  return kept
}

/** A loop, since a search for blanks at the end is slow in text with many blanks inside. */
function withoutSpacesAtEnd(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === ' ') end -= 1
  return text.slice(0, end)
}
