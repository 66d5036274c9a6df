import type { Block, SourceText } from '../../../../shared/text/source-text.ts'
import { createFlow } from './flow.ts'
import type { Flow, Format } from './flow.ts'

const heading = /^ {0,3}(#{1,6})\s+(.*)$/
const bulletItem = /^(\s*)[-*+]\s+(?:\[[ xX]\]\s+)?(.*)$/
const numberItem = /^(\s*)\d{1,4}[.)]\s+(.*)$/
const noteBody = /^\[\^([^\]\s]{1,20})\]:\s*(.*)$/
const tableRuler = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/
const fence = /^\s{0,3}(?:```|~~~)/

/** A name with a colon, perhaps bold, or a time stamp in brackets. */
const turnStart =
  /^(?:[*_]{0,2}(\p{Lu}[\p{L}\p{N} .'-]{0,24})(?:[*_]{0,2}:|:[*_]{1,2})\s|\[\d{1,2}:\d{2})/u

/**
 * Markdown as text: the marks of headings, lists, quotes, tables, emphasis and footnotes become
 * structure. Lines of one paragraph are joined; a line end by two blanks or `\` stays a line end.
 */
export function markdownToText(markdown: string): { text: SourceText; title: string | undefined } {
  const plainFlow = createFlow()
  const lines = markdown.replace(/\f/g, '\n').split('\n')
  let title: string | undefined
  let open: Block | undefined
  const speakers = recurringSpeakers(lines)
  let table = 0
  const noteMarks = new Map<string, string>()
  const flow = { ...plainFlow, noteRef: (name: string) => plainFlow.noteRef(noteMark(name)) }
  const noteMark = (name: string): string => {
    const known = noteMarks.get(name) ?? String(noteMarks.size + 1)
    noteMarks.set(name, known)
    return known
  }
  let index = frontMatterEnd(lines)
  for (const line of lines.slice(0, index)) {
    title = /^title:\s*["']?(.*?)["']?\s*$/.exec(line)?.[1] ?? title
  }
  const close = (): void => {
    if (open !== undefined) flow.endParagraph(open)
    open = undefined
  }
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const next = lines[index + 1] ?? ''
    if (line.trim() === '') {
      close()
      continue
    }
    if (fence.test(line)) {
      close()
      index += 1
      while (index < lines.length && !fence.test(lines[index] ?? '')) {
        flow.write(lines[index] ?? '')
        flow.endParagraph({ kind: 'paragraph' })
        index += 1
      }
      continue
    }
    const head = heading.exec(line)
    if (head !== null) {
      close()
      writeInline(flow, (head[2] ?? '').trimEnd().replace(/\s#+$/, ''))
      flow.endParagraph({ kind: 'heading', level: head[1]?.length ?? 1 })
      continue
    }
    if (open === undefined && /^ {0,3}(?:=+|-{2,})\s*$/.test(next) && !bulletItem.test(line)) {
      writeInline(flow, line.trim())
      flow.endParagraph({ kind: 'heading', level: next.includes('=') ? 1 : 2 })
      index += 1
      continue
    }
    if (/^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/.test(line)) {
      close()
      continue
    }
    if (line.includes('|') && tableRuler.test(next) && next.includes('-')) {
      close()
      table += 1
      writeRow(flow, line, table, true)
      index += 2
      while ((lines[index] ?? '').includes('|')) {
        writeRow(flow, lines[index] ?? '', table, false)
        index += 1
      }
      index -= 1
      continue
    }
    const note = noteBody.exec(line)
    if (note !== null) {
      close()
      flow.startNote(noteMark(note[1] ?? ''))
      writeInline(flow, note[2] ?? '')
      while (/^(?: {2,}|\t)\S/.test(lines[index + 1] ?? '')) {
        index += 1
        flow.write(' ')
        writeInline(flow, (lines[index] ?? '').trim())
      }
      flow.endNote()
      continue
    }
    const turn = turnStart.exec(line)
    if (turn !== null && (turn[1] === undefined || speakers.has(turn[1]))) close()
    const { block, content } = startOfBlock(line, open)
    if (block !== undefined) close()
    else if (open !== undefined) flow.write(' ')
    open = block ?? open ?? { kind: 'paragraph' }
    writeInline(flow, content.replace(/\\$/, '').trim())
    if ((content.endsWith('  ') || content.endsWith('\\')) && open.kind !== 'list-item') close()
  }
  close()
  return { text: flow.finish(), title }
}

/** Transcripts often have a turn on each line, which plain Markdown would join. */
function recurringSpeakers(lines: string[]): Set<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const name = turnStart.exec(line)?.[1]
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([name]) => name))
}

function startOfBlock(
  line: string,
  open: Block | undefined,
): { block: Block | undefined; content: string } {
  const quote = /^ {0,3}>\s?(.*)$/.exec(line)?.[1]
  if (quote !== undefined) {
    return { block: open?.kind === 'quote' ? undefined : { kind: 'quote' }, content: quote }
  }
  const bullet = bulletItem.exec(line)
  const item = bullet ?? numberItem.exec(line)
  if (item !== null) {
    const level = 1 + Math.floor((item[1] ?? '').replace(/\t/g, '    ').length / 2)
    const ordered = bullet === null
    const block: Block = { kind: 'list-item', level: Math.min(6, level) }
    if (ordered) block.ordered = true
    return { block, content: item[2] ?? '' }
  }
  return { block: undefined, content: line }
}

function writeRow(flow: Flow, line: string, table: number, header: boolean): void {
  flow.startRow()
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
  for (const cell of inner.split(/(?<!\\)\|/)) {
    writeInline(flow, cell.replace(/\\\|/g, '|').trim())
    flow.endCell()
  }
  flow.endRow(table, header)
}

const inline =
  /\\([\\`*_{}[\]()#+\-.!|>~])|(\*\*\*|___|\*\*|__|\*|_)|`([^`]{1,2000})`|\[\^([^\]\s]{1,20})\]|!\[([^\]]{0,300})\]\([^)]{0,2000}\)|\[([^\]]{1,300})\]\([^)]{0,2000}\)|<(https?:[^>\s]{1,2000})>|<\/?[a-z][^>\n]{0,300}>/gi

/** Writes text with its emphasis; a mark of emphasis without a partner stays a character. */
function writeInline(flow: Flow, text: string): void {
  const format: Format = {}
  const opened = new Map<string, boolean>()
  let last = 0
  for (const match of text.matchAll(inline)) {
    const [whole, escaped, emphasis, code, noteRef, image, link, address] = match
    const at = match.index
    flow.write(text.slice(last, at), { ...format })
    last = at + whole.length
    if (escaped !== undefined) flow.write(escaped, { ...format })
    else if (code !== undefined) flow.write(code, { ...format })
    else if (noteRef !== undefined) flow.noteRef(noteRef)
    else if (image !== undefined) flow.write(image, { ...format })
    else if (link !== undefined) flow.write(link, { ...format })
    else if (address !== undefined) flow.write(address, { ...format })
    else if (emphasis !== undefined) {
      const isOpen = opened.get(emphasis) === true
      const before = text[at - 1] ?? ' '
      const after = text[last] ?? ' '
      const inWord = emphasis.startsWith('_') && /\w/.test(before) && /\w/.test(after)
      const canOpen = !/\s/.test(after) && text.indexOf(emphasis, last + 1) !== -1
      const canClose = !/\s/.test(before)
      if (inWord || (isOpen ? !canClose : !canOpen)) flow.write(whole, { ...format })
      else {
        opened.set(emphasis, !isOpen)
        if (emphasis.length !== 1) format.bold = !isOpen
        if (emphasis.length !== 2) format.italic = !isOpen
      }
    }
  }
  flow.write(text.slice(last), { ...format })
}

function frontMatterEnd(lines: string[]): number {
  if (lines[0] !== '---') return 0
  const end = lines.indexOf('---', 1)
  const isMatter =
    end > 0 && lines.slice(1, end).every((line) => /^(?:[\w-]+:|\s|-|#|$)/.test(line))
  return isMatter ? end + 1 : 0
}
