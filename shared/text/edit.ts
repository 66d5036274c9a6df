import type { Block, SourceText } from './source-text.ts'

/** What a splice of the text means for the paragraphs it touches. */
export interface BlockEdit {
  /** Index of the first block that is replaced. */
  from: number
  /** Index of the last block that is replaced, inclusive. */
  to: number
  /** What stands in their place; one more than there are line ends in the inserted text. */
  blocks: Block[]
}

const plain: Block = { kind: 'paragraph' }

/** Typed or pasted text as a body may hold it: line ends as `\n`, no control characters, no half characters. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .toWellFormed()
}

/** Index of the paragraph in which `offset` lies; its line end belongs to it. */
export function paragraphAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Offsets at which paragraphs begin. */
export function paragraphStarts(text: string): number[] {
  const starts: number[] = []
  for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1) starts.push(at)
  return starts
}

/**
 * Moves a range outward so that it cuts no surrogate pair, and keeps it off the last line end, which
 * every text has. Offsets in UTF-16 code units; `end` may be less than `start` on bad input, then an
 * empty range at `start` results.
 */
export function editableRange(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } {
  const last = Math.max(0, text.length - 1)
  const from = wholeCharacter(text, Math.min(Math.max(0, start), last), -1)
  // A caret inside a surrogate pair must not take the character with it.
  if (end <= start) return { start: from, end: from }
  const to = wholeCharacter(text, Math.min(Math.max(from, end), last), 1)
  return { start: from, end: to }
}

/** `offset`, or the nearest place in `direction` that does not lie inside a surrogate pair. */
export function wholeCharacter(text: string, offset: number, direction: -1 | 1): number {
  const here = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  const inside = here >= 0xdc00 && here <= 0xdfff && before >= 0xd800 && before <= 0xdbff
  return inside ? offset + direction : offset
}

/**
 * Says what becomes of the paragraphs when `[start, end)` is replaced by `inserted`. A paragraph that
 * is split keeps its attributes on the first part; the second is another item of the same list, more
 * of the same quote or footnote, else a plain paragraph without speaker. Two that are joined have
 * the attributes of the first, unless the first was removed whole.
 */
export function blocksAfterSplice(
  source: SourceText,
  start: number,
  end: number,
  inserted: string,
): BlockEdit {
  const starts = paragraphStarts(source.text)
  const from = paragraphAt(starts, start)
  const to = paragraphAt(starts, end)
  const first = source.blocks[from] ?? plain
  const last = source.blocks[to] ?? plain
  const firstStart = starts[from] ?? 0
  const lines = inserted.split('\n').length - 1
  const atStart = start === firstStart
  const headGone = atStart && to > from

  if (lines === 0) {
    const kept = headGone ? clipLabel(last, starts[to] ?? 0, starts[to] ?? 0, end, 0) : null
    return { from, to, blocks: [kept ?? clipLabel(first, firstStart, start, end, inserted.length)] }
  }
  const middle: Block[] = Array.from({ length: lines - 1 }, () => continuation(first))
  if (atStart) {
    const tail =
      to > from
        ? clipLabel(last, starts[to] ?? 0, starts[to] ?? 0, end, 0)
        : clipLabel(first, firstStart, start, end, 0)
    return { from, to, blocks: [continuation(first), ...middle, tail] }
  }
  return {
    from,
    to,
    blocks: [
      clipLabel(first, firstStart, start, Number.POSITIVE_INFINITY, 0),
      ...middle,
      continuation(first),
    ],
  }
}

/** What a new paragraph is that goes on from one of this kind, as when Enter is pressed in it. */
function continuation(block: Block): Block {
  if (block.kind === 'list-item') {
    return {
      kind: 'list-item',
      ...(block.level === undefined ? {} : { level: block.level }),
      ...(block.ordered === undefined ? {} : { ordered: block.ordered }),
    }
  }
  return block.kind === 'quote' || block.kind === 'footnote' ? { kind: block.kind } : { ...plain }
}

function clipLabel(
  block: Block,
  blockStart: number,
  start: number,
  end: number,
  added: number,
): Block {
  const label = block.label ?? 0
  if (label === 0 || start >= blockStart + label) return block
  const removed = Math.max(0, Math.min(end, blockStart + label) - start)
  const grown = start > blockStart ? added : 0
  const { label: _, speaker, time, ...rest } = block
  const length = label - removed + grown
  if (length <= 0) return rest
  return {
    ...rest,
    label: length,
    ...(speaker === undefined ? {} : { speaker }),
    ...(time === undefined ? {} : { time }),
  }
}
