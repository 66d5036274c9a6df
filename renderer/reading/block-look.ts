import type { Block, InlineMark, SourceText } from '../../shared/text/source-text.ts'
import { paragraphPlaces } from '../../shared/text/paragraphs.ts'
import type { ParagraphPlace } from '../../shared/text/paragraphs.ts'

/** How a paragraph is drawn: class and data attributes of its element. */
export interface BlockLook {
  className: string
  data: Record<string, string>
  /** Lines it will probably take, so that the height of what is out of sight is nearly right. */
  lines: number
  /** Cells of a table row. */
  columns?: number
}

/** A run of text drawn in one way. */
export interface TextPiece {
  text: string
  bold: boolean
  italic: boolean
  underline: boolean
  className: string
  /** Words drawn before it that are not part of the text: a speaker, a page. */
  before: string
  /** Label of the page that begins with it. */
  page: string
}

export interface DrawnBlock {
  look: BlockLook
  pieces: TextPiece[]
}

export interface LookOptions {
  /** Label of a page mark, `p. 12`. */
  page: (label: string) => string
  clock: (milliseconds: number) => string
  /** Characters a line holds. */
  measure: number
}

/** How a whole text is drawn, paragraph by paragraph. */
export function drawnBlocks(source: SourceText, options: LookOptions): DrawnBlock[] {
  const places = paragraphPlaces(source)
  let mark = 0
  let page = 0
  const numbers: number[] = []
  return places.map((place, index) => {
    const block = source.blocks[index] ?? { kind: 'paragraph' }
    const marks: InlineMark[] = []
    while ((source.marks[mark]?.start ?? Infinity) <= place.stop) {
      const found = source.marks[mark]
      if (found !== undefined && found.end > place.start) marks.push(found)
      mark += 1
    }
    const pages: { at: number; label: string }[] = []
    while ((source.pages[page]?.at ?? Infinity) <= place.stop) {
      const found = source.pages[page]
      if (found !== undefined) pages.push({ at: found.at, label: options.page(found.label) })
      page += 1
    }
    const drawn = drawnBlock(source.text, block, place, marks, pages, options, places[index - 1])
    const marker = listMarker(block, numbers)
    if (marker !== '') drawn.look.data['marker'] = marker
    return drawn
  })
}

/** How an empty paragraph is drawn that Enter makes in one that looks so. */
export function lookAfterEnter({ className, data }: BlockLook): BlockLook {
  const classes = className.split(' ').filter((name) => continuing.test(name))
  const number = /^(\d+)\.$/.exec(data['marker'] ?? '')?.[1]
  const isItem = classes.includes('reading-list-item')
  const marker = number === undefined ? '•' : `${Number(number) + 1}.`
  return {
    className: ['reading-block', ...classes].join(' '),
    data: isItem ? { marker } : {},
    lines: 1,
  }
}

const continuing = /^reading-(?:list-item|bulleted|ordered|depth-\d|quote|footnote)$/

/**
 * Bullet or number of a list item; empty if the text itself holds it. `numbers` counts the items of
 * each depth, and is carried from paragraph to paragraph.
 */
function listMarker(block: Block, numbers: number[]): string {
  if (block.kind !== 'list-item') {
    numbers.length = 0
    return ''
  }
  const depth = block.level ?? 1
  numbers.length = Math.min(numbers.length, depth)
  if (block.ordered !== true) numbers.length = Math.min(numbers.length, depth - 1)
  else numbers[depth - 1] = (numbers[depth - 1] ?? 0) + 1
  if ((block.label ?? 0) > 0) return ''
  return block.ordered === true ? `${numbers[depth - 1] ?? 1}.` : '•'
}

function drawnBlock(
  text: string,
  block: Block,
  place: ParagraphPlace,
  marks: InlineMark[],
  pages: { at: number; label: string }[],
  options: LookOptions,
  previous: ParagraphPlace | undefined,
): DrawnBlock {
  const classes = ['reading-block', `reading-${block.kind}`]
  const data: Record<string, string> = { paragraph: String(place.ordinal) }
  const isTurn = block.speaker !== undefined
  if (isTurn) classes.push('reading-turn')
  else if (place.turn > 0 && previous?.turn === place.turn) classes.push('reading-same-turn')
  const number = isTurn
    ? place.turn
    : place.turn === 0 && block.kind === 'paragraph'
      ? place.ordinal
      : 0
  if (number > 0) data['number'] = String(number)
  if (block.time !== undefined) data['time'] = options.clock(block.time)
  if (block.kind === 'heading') classes.push(`reading-heading-${Math.min(block.level ?? 1, 4)}`)
  if (block.kind === 'list-item') {
    classes.push(block.ordered === true ? 'reading-ordered' : 'reading-bulleted')
    classes.push(`reading-depth-${Math.min(block.level ?? 1, 5)}`)
  }
  if (block.header === true) classes.push('reading-header-row')
  if (block.note !== undefined) data['note'] = block.note
  const opening = pages.find((start) => start.at === place.start)
  if (opening !== undefined) {
    classes.push('reading-page-opens')
  }
  const pieces =
    block.kind === 'table-row'
      ? tableCells(text, place, marks)
      : runs(text, block, place, marks, pages)
  if (opening !== undefined && pieces[0] !== undefined) pieces[0].page = opening.label
  const lines = Math.max(1, Math.ceil((place.stop - place.start) / options.measure))
  const look: BlockLook = { className: classes.join(' '), data, lines }
  if (block.kind === 'table-row') look.columns = pieces.length
  return { look, pieces }
}

function runs(
  text: string,
  block: Block,
  place: ParagraphPlace,
  marks: InlineMark[],
  pages: { at: number; label: string }[],
): TextPiece[] {
  const label = place.start + (block.label ?? 0)
  const stamp = place.start + stampLength(text.slice(place.start, label), block)
  const cuts = new Set<number>([place.start, place.stop, Math.min(label, place.stop)])
  cuts.add(Math.min(stamp, place.stop))
  for (const mark of marks) {
    cuts.add(Math.max(mark.start, place.start))
    cuts.add(Math.min(mark.end, place.stop))
  }
  for (const page of pages) if (page.at > place.start && page.at < place.stop) cuts.add(page.at)
  const bounds = [...cuts].sort((a, b) => a - b)
  return bounds.slice(0, -1).map((start, index) => {
    const end = bounds[index + 1] ?? place.stop
    const within = marks.filter((mark) => mark.start <= start && mark.end >= end)
    const classes: string[] = []
    let before = ''
    if (start < stamp) classes.push('reading-stamp')
    else if (start < label) classes.push(labelClass(block))
    else if (start === place.start && block.speaker !== undefined) {
      classes.push('reading-unsaid-label')
      before = block.speaker
    }
    const page = pages.find((candidate) => candidate.at === start && start > place.start)
    if (page !== undefined) {
      classes.push('reading-page-begins')
      before = page.label
    }
    if (within.some((mark) => mark.noteRef === true)) classes.push('reading-note-ref')
    return {
      text: text.slice(start, end),
      bold: within.some((mark) => mark.bold === true),
      italic: within.some((mark) => mark.italic === true),
      underline: within.some((mark) => mark.underline === true),
      className: classes.join(' '),
      before,
      page: '',
    }
  })
}

/** Length of the time stamp a label begins with, where the gutter shows the same time. */
function stampLength(label: string, block: Block): number {
  if (block.time === undefined) return 0
  return /^\s*[[(]?\d{1,2}(?::\d{2}){1,2}(?:[.,:]\d+)?[\])]?\s*/.exec(label)?.[0].length ?? 0
}

/** A label that names nobody is the marker of a list item, `•` or `2.`. */
function labelClass(block: Block): string {
  return block.kind === 'list-item' && block.speaker === undefined
    ? 'reading-marker'
    : 'reading-label'
}

/** One run a cell; its tab, which has no width, closes it. */
function tableCells(text: string, place: ParagraphPlace, marks: InlineMark[]): TextPiece[] {
  const pieces: TextPiece[] = []
  for (let start = place.start; start <= place.stop;) {
    const tab = text.indexOf('\t', start)
    const isLast = tab === -1 || tab >= place.stop
    const end = isLast ? place.stop : tab + 1
    if (end > start) {
      const cell = text.slice(start, end)
      const to = start + cell.trimEnd().length
      const whole = marks.filter((mark) => mark.start <= start && mark.end >= to && to > start)
      pieces.push({
        text: cell,
        bold: whole.some((mark) => mark.bold === true),
        italic: whole.some((mark) => mark.italic === true),
        underline: whole.some((mark) => mark.underline === true),
        className: 'reading-cell',
        before: '',
        page: '',
      })
    }
    if (isLast) break
    start = end
  }
  return pieces
}
