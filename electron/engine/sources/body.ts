import type * as Y from 'yjs'
import { blocksAfterSplice } from '../../../shared/text/edit.ts'
import type { Block, InlineMark, PageStart, SourceText } from '../../../shared/text/source-text.ts'

/**
 * The body of a source in its Yjs document: one `Y.Text`. The attributes of a paragraph stand on its
 * line end as `block` (absent for a plain paragraph), inline formats on their characters, and a page
 * start as `page` on the first character of the page.
 */
interface Attributes {
  block?: Block
  page?: string
  bold?: true
  italic?: true
  underline?: true
  noteRef?: true
}

const inlineFormats = ['bold', 'italic', 'underline', 'noteRef'] as const

interface Op {
  insert: string
  attributes?: Attributes
}

/** Writes a whole text into an empty body. */
export function writeBody(body: Y.Text, source: SourceText): void {
  body.applyDelta(sourceTextToDelta(source))
}

/** A text as Quill delta. */
export function sourceTextToDelta(source: SourceText): Op[] {
  const { text } = source
  const cuts = new Set<number>([0, text.length])
  const pages = new Map<number, string>()
  for (const page of source.pages) {
    if (page.at >= text.length) continue
    pages.set(page.at, page.label)
    cuts.add(page.at)
    cuts.add(page.at + characterLength(text, page.at))
  }
  for (const mark of source.marks) {
    cuts.add(mark.start)
    cuts.add(mark.end)
  }
  const blocks = new Map<number, Block>()
  let end = -1
  for (const block of source.blocks) {
    end = text.indexOf('\n', end + 1)
    if (end < 0) break
    if (isPlain(block)) continue
    blocks.set(end, block)
    cuts.add(end)
    cuts.add(end + 1)
  }
  const places = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b)
  const ops: Op[] = []
  let mark = 0
  for (const [index, at] of places.entries()) {
    const next = places[index + 1]
    if (next === undefined) break
    const attributes: Attributes = {}
    const block = blocks.get(at)
    if (block) attributes.block = block
    const page = pages.get(at)
    if (page !== undefined) attributes.page = page
    while (mark < source.marks.length && (source.marks[mark]?.end ?? 0) <= at) mark++
    for (let each = mark; each < source.marks.length; each++) {
      const found = source.marks[each]
      if (!found || found.start > at) break
      if (found.end <= at) continue
      for (const format of inlineFormats) if (found[format]) attributes[format] = true
    }
    const insert = text.slice(at, next)
    ops.push(Object.keys(attributes).length > 0 ? { insert, attributes } : { insert })
  }
  return ops
}

/** Reads a body. The text ends in a line end even if the document (after a merge) does not. */
export function readBody(body: Y.Text): SourceText {
  const parts: string[] = []
  const blocks: Block[] = []
  const marks: InlineMark[] = []
  const pages: PageStart[] = []
  let at = 0
  for (const op of body.toDelta() as { insert: unknown; attributes?: Attributes }[]) {
    if (typeof op.insert !== 'string') continue
    const attributes = op.attributes ?? {}
    parts.push(op.insert)
    if (attributes.page !== undefined) pages.push({ at, label: attributes.page })
    addMark(marks, at, op.insert, attributes)
    for (let line = op.insert.indexOf('\n'); line >= 0; line = op.insert.indexOf('\n', line + 1)) {
      blocks.push(attributes.block ?? { kind: 'paragraph' })
    }
    at += op.insert.length
  }
  const text = parts.join('')
  if (text.endsWith('\n')) return { text, blocks, marks, pages }
  return { text: `${text}\n`, blocks: [...blocks, { kind: 'paragraph' }], marks, pages }
}

/** Replaces `[start, end)`, which must cut no surrogate pair and spare the last line end. */
export function spliceBody(
  body: Y.Text,
  source: SourceText,
  start: number,
  end: number,
  inserted: string,
): void {
  const edit = blocksAfterSplice(source, start, end, inserted)
  const survivor = source.blocks[edit.to] ?? { kind: 'paragraph' }
  if (end > start) body.delete(start, end - start)
  let at = start
  const lines = inserted.split('\n')
  for (const [index, line] of lines.entries()) {
    if (line !== '') body.insert(at, line, {})
    at += line.length
    if (index === lines.length - 1) break
    const block = edit.blocks[index] ?? { kind: 'paragraph' }
    body.insert(at, '\n', isPlain(block) ? {} : { block })
    at += 1
  }
  const last = edit.blocks.at(-1) ?? { kind: 'paragraph' }
  if (!sameBlock(last, survivor)) {
    const lineEnd = body.toString().indexOf('\n', at)
    if (lineEnd >= 0) body.format(lineEnd, 1, { block: isPlain(last) ? null : last })
  }
}

/** Changes attributes of one paragraph, given the offset of its line end. */
export function formatBlock(body: Y.Text, lineEnd: number, block: Block): void {
  body.format(lineEnd, 1, { block: isPlain(block) ? null : block })
}

function addMark(marks: InlineMark[], at: number, insert: string, attributes: Attributes): void {
  const formats = inlineFormats.filter((format) => attributes[format])
  if (formats.length === 0) return
  let start = at
  for (const line of insert.split('\n')) {
    const end = start + line.length
    if (end > start) {
      const mark: InlineMark = { start, end }
      for (const format of formats) mark[format] = true
      const last = marks.at(-1)
      if (last && last.end === start && inlineFormats.every((f) => last[f] === mark[f]))
        last.end = end
      else marks.push(mark)
    }
    start = end + 1
  }
}

function isPlain(block: Block): boolean {
  return block.kind === 'paragraph' && Object.keys(block).length === 1
}

function sameBlock(a: Block, b: Block): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}
