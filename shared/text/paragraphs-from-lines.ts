import type { Block, SourceText } from './source-text.ts'
import type { TextLine } from './text-lines.ts'
import { createTextBuilder } from './text-builder.ts'
import type { Run } from './text-builder.ts'

interface Paragraph {
  lines: TextLine[]
  footnote?: string
}

const bullet = /^(?:[•·●▪◦‣■\uf0b7]|[-–—*](?=\s+\S)|o(?=\s+\p{Lu}))\s*/u
const numbered = /^(?:\(?\d{1,2}[.)]|\(?[a-zæøå][.)]|§+\s?\d+[-–]?\d*[.]?)\s+(?=\S)/u
const headingNumber = /^(\d{1,2}(?:\.\d{1,2}){1,4})\.?\s+\p{Lu}/u
const contents = /(?:\.\s?){4,}\s*\d*$|\t\d{1,4}$|…{2,}\s*\d*$/
const sentenceEnd = /[.!?:;…][)\]”"»’']*\d{0,2}$/
const lowerStart = /^[\p{Ll}]/u
const otherStart = /^[,;)\]&/[(]|^\.(?!\.)/
const ruler = /^[-_=*–—]{5,}$/
const knownHeading =
  /^(?:abstract|sammendrag|samandrag|forord|preface|innhold|innhaldsliste|innholdsfortegnelse|contents|table of contents|litteratur|litteraturliste|referanser|referansar|kilder|references|bibliography|vedlegg(?:\s*\d+)?(?::.*)?|appendix(?:\s*\w+)?(?::.*)?|innledning|innleiing|introduction|konklusjon|conclusion|metode|methods?)$/i
const turnLabel =
  /^(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*)?(\p{Lu}[\p{L}\p{N}.'’ -]{0,24}):(?=\s|$)/u
const timeLabel = /^[[(]\d{1,2}:\d{2}(?::\d{2})?[\])]/
const conjunction = /^(?:og|eller|samt|til|and|or|to|men|und|oder)\b/i

/** Puts visual lines together to paragraphs. Lines of a table of contents stay one each. */
export function paragraphsFromLines(lines: TextLine[]): SourceText {
  const width = usualWidth(lines)
  const labels = recurringLabels(lines)
  const paragraphs: Paragraph[] = []
  let current: Paragraph | undefined
  let interrupted: Paragraph | undefined
  // Where the format tells which marks are raised, words and figures need not be guessed at.
  const isTold = lines.some((line) => line.note !== undefined)
  const glued = isTold ? new Set<string>() : gluedNumbers(lines)
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const note = footnoteMark(line, before, glued)
    if (note !== undefined) {
      if (current?.footnote === undefined) interrupted = current
      current = { lines: [line], footnote: note }
      paragraphs.push(current)
      return
    }
    if (current?.footnote !== undefined) {
      if (line.gap === 'wrap') {
        current.lines.push(line)
        return
      }
      if (line.gap === 'page' && interrupted !== undefined) {
        current = interrupted
        interrupted = undefined
      }
    }
    const last = current?.lines[current.lines.length - 1]
    if (
      current === undefined ||
      last === undefined ||
      current.footnote !== undefined ||
      beginsParagraph(current, last, line, width, labels)
    ) {
      current = { lines: [line] }
      paragraphs.push(current)
    } else current.lines.push(line)
  })
  const builder = createTextBuilder()
  const marks = isTold ? [] : paragraphs.flatMap((paragraph) => paragraph.footnote ?? [])
  const notes = new Set(marks)
  for (const paragraph of paragraphs) builder.addBlock(blockOf(paragraph), runsOf(paragraph, notes))
  return builder.finish()
}

function beginsParagraph(
  current: Paragraph,
  last: TextLine,
  line: TextLine,
  width: number,
  labels: Set<string>,
): boolean {
  const text = line.text
  if (line.table !== undefined || last.table !== undefined) return true
  if (isContents(last.text) || isContents(text)) return true
  if (ruler.test(last.text) || ruler.test(text)) return true
  if (line.heading !== last.heading) return true
  const ended = sentenceEnd.test(last.text.slice(-8))
  const continues = lowerStart.test(text) || (!ended && otherStart.test(text))
  const length = last.text.length
  const free = width - length
  if (line.gap === 'space') {
    const openLine = !ended && length > width * 0.75 && continues && !bullet.test(text)
    return !openLine
  }
  const label = turnLabel.exec(text)?.[1]
  if ((label !== undefined && labels.has(label)) || timeLabel.test(text)) return true
  const firstWord = text.search(/\s/) === -1 ? text.length : text.search(/\s/)
  const isShort = free > firstWord + 1 + width * 0.12
  // Emphasis that begins with a line after a finished sentence mostly names what follows.
  if (ended && !continues && free > firstWord && startsBold(line) && !endsBold(last)) return true
  if (bullet.test(text)) {
    if (/^[-–—*]/.test(text)) return ended || isShort || bullet.test(firstText(current))
    return true
  }
  if (headingNumber.test(text) && (ended || isShort) && !continues) return true
  if (isHeadingText(firstText(current)) && current.lines.length === 1 && !continues) {
    if (free > width * 0.1) return true
  }
  if (numbered.test(text) && (ended || isShort)) return true
  if (knownHeading.test(text) && (ended || isShort)) return true
  if (continues) return false
  if (isShort) return ended || free > width * 0.25 + firstWord
  return last.trailing === 2 && ended
}

function startsBold(line: TextLine): boolean {
  return line.formats?.some((format) => format.bold === true && format.start === 0) === true
}

function endsBold(line: TextLine): boolean {
  const end = line.text.length
  return line.formats?.some((format) => format.bold === true && format.end >= end) === true
}

function isContents(text: string): boolean {
  return text.length <= 300 && /[\d.…]/.test(text.slice(-1)) && contents.test(text)
}

function firstText(paragraph: Paragraph): string {
  return paragraph.lines[0]?.text ?? ''
}

function isHeadingText(text: string): boolean {
  return (headingNumber.test(text) && text.length <= 110) || knownHeading.test(text)
}

/** The width that full lines reach: the 90th percentile of the lengths of all lines. */
function usualWidth(lines: TextLine[]): number {
  const lengths = lines
    .filter((line) => line.table === undefined)
    .map((line) => line.text.length)
    .sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0
}

function recurringLabels(lines: TextLine[]): Set<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const label = turnLabel.exec(line.text)?.[1]
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const least = Math.max(2, lines.length / 100)
  return new Set([...counts].filter(([, count]) => count >= least).map(([label]) => label))
}

/** Looks back from the digits, which is far quicker than looking ahead from every letter. */
const gluedMark = /(?<=\p{L}{2}[.,;:”"»)]?)\d{1,2}(?=[\s.,;:)]|$)/gu

/** Numbers glued to the end of a word, which may be footnote marks. */
function gluedNumbers(lines: TextLine[]): Set<string> {
  const found = new Set<string>()
  for (const line of lines) {
    for (const match of line.text.matchAll(gluedMark)) found.add(match[0])
  }
  return found
}

const footnoteStart = /^(\d{1,2})\s+[\p{Lu}“"«(]/u

function footnoteMark(
  line: TextLine,
  before: TextLine | undefined,
  glued: Set<string>,
): string | undefined {
  if (line.note !== undefined) return line.note
  if (line.gap === 'page' || before === undefined) return undefined
  const mark = footnoteStart.exec(line.text)?.[1]
  if (mark === undefined || !glued.has(mark)) return undefined
  if (line.gap === 'wrap' && footnoteStart.exec(before.text) === null) return undefined
  return mark
}

function blockOf(paragraph: Paragraph): Block {
  const text = firstText(paragraph)
  if (paragraph.footnote !== undefined) return { kind: 'footnote', note: paragraph.footnote }
  const { table, header } = paragraph.lines[0] ?? {}
  if (table !== undefined) {
    return { kind: 'table-row', table, ...(header === true && { header }) }
  }
  const whole = paragraph.lines.reduce((sum, line) => sum + line.text.length, 0)
  const large = paragraph.lines[0]?.heading
  if (large !== undefined && whole <= 200) return { kind: 'heading', level: large }
  const heading = headingNumber.exec(text)?.[1]
  if (isContents(text)) return { kind: 'paragraph' }
  if (heading !== undefined && whole <= 120 && !/[.;,]$/.test(text)) {
    const parts = heading.split('.').filter((part) => part !== '0')
    return { kind: 'heading', level: Math.min(6, Math.max(1, parts.length)) }
  }
  if (knownHeading.test(text) && paragraph.lines.length === 1) return { kind: 'heading', level: 1 }
  const mark = bullet.exec(text)?.[0]
  if (mark !== undefined) return { kind: 'list-item', level: 1, label: mark.length }
  const number = text.startsWith('§') ? undefined : numbered.exec(text)?.[0]
  if (number !== undefined) {
    return { kind: 'list-item', level: 1, ordered: true, label: number.length }
  }
  return { kind: 'paragraph' }
}

function runsOf(paragraph: Paragraph, notes: Set<string>): Run[] {
  const runs: Run[] = []
  paragraph.lines.forEach((line, index) => {
    const next = paragraph.lines[index + 1]
    const own = runsOfLine(line)
    if (paragraph.footnote === undefined && notes.size > 0) {
      for (const run of own) runs.push(...(run.noteRef ? [run] : splitNoteMarks(run, notes)))
    } else runs.push(...own)
    const joint = next === undefined ? '' : jointBetween(line, next)
    const last = own[own.length - 1]
    const first = next === undefined ? undefined : runsOfLine(next)[0]
    const bold = last?.bold === true && first?.bold === true
    const italic = last?.italic === true && first?.italic === true
    if (joint !== '') runs.push({ text: joint, ...(bold && { bold }), ...(italic && { italic }) })
  })
  return runs
}

/** A line as runs of one format each; the first says which page begins. */
export function runsOfLine(line: TextLine): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const { start, end, ...format } of line.formats ?? []) {
    if (start > at) runs.push({ text: line.text.slice(at, start) })
    if (end > at) runs.push({ text: line.text.slice(Math.max(at, start), end), ...format })
    at = Math.max(at, end)
  }
  if (at < line.text.length) runs.push({ text: line.text.slice(at) })
  const [first] = runs
  if (first !== undefined && line.page !== undefined) first.page = line.page
  return runs
}

/** A hyphen at a line end is real and stays; whether a blank follows it, the line itself tells. */
function jointBetween(line: TextLine, next: TextLine): string {
  if (!/[\p{L}\d][-\u00ad]$/u.test(line.text)) return ' '
  return line.trailing > 0 || conjunction.test(next.text) ? ' ' : ''
}

/** Sets a glued number apart as a reference if a footnote with that mark exists. */
function splitNoteMarks(whole: Run, notes: Set<string>): Run[] {
  const runs: Run[] = []
  const run = { ...whole }
  let rest = 0
  for (const match of whole.text.matchAll(gluedMark)) {
    const mark = match[0]
    if (!notes.has(mark)) continue
    const at = match.index
    runs.push({ ...run, text: whole.text.slice(rest, at) }, { text: mark, noteRef: true })
    delete run.page
    rest = at + mark.length
  }
  runs.push({ ...run, text: whole.text.slice(rest) })
  return runs
}
