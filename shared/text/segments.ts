import { paragraphAt } from './edit.ts'
import { sentenceEnds } from './sentences.ts'
import type { Block } from './source-text.ts'

/** A half-open range in UTF-16 code units. */
export interface TextRange {
  start: number
  end: number
}

export type SegmentKind = 'word' | 'sentence' | 'turn' | 'paragraph'

/** What segments are found in: a text, where its paragraphs begin, and what they are. */
export interface SegmentedText {
  text: string
  starts: readonly number[]
  blocks: readonly Block[]
}

const wordPattern = /[\p{L}\p{N}]+(?:['’\-.][\p{L}\p{N}]+)*/gu

/** Range of a paragraph without its line end; without the speaker's label if `isSpoken`. */
export function paragraphRange(source: SegmentedText, index: number, isSpoken = true): TextRange {
  const start = source.starts[index] ?? 0
  const next = source.starts[index + 1] ?? source.text.length
  const end = Math.max(start, next - 1)
  const label = isSpoken ? (source.blocks[index]?.label ?? 0) : 0
  return { start: Math.min(start + label, end), end }
}

/** The segment in which `offset` lies; the nearest one if it lies between two. */
export function segmentAt(source: SegmentedText, kind: SegmentKind, offset: number): TextRange {
  const index = paragraphAt(source.starts, offset)
  if (kind === 'paragraph') return paragraphRange(source, index)
  if (kind === 'turn') return turnRange(source, index)
  return partAt(source, kind, index, offset)
}

/**
 * The selection widened to whole segments; where it is whole segments already, one more at its end.
 * So the same key pressed again goes on to the next word, sentence, turn or paragraph.
 */
export function growTo(source: SegmentedText, kind: SegmentKind, range: TextRange): TextRange {
  const start = Math.min(segmentAt(source, kind, range.start).start, range.start)
  const last = Math.max(range.start, range.end - 1)
  const whole = segmentAt(source, kind, last)
  const end = Math.max(whole.end, range.end)
  const isWhole = range.end > range.start && start === range.start && end === range.end
  if (!isWhole) return trimmed(source.text, { start, end })
  return { start, end: segmentAfter(source, kind, range.end)?.end ?? range.end }
}

/** The first segment that begins at or after `offset`. */
export function segmentAfter(
  source: SegmentedText,
  kind: SegmentKind,
  offset: number,
): TextRange | undefined {
  let index = paragraphAt(source.starts, offset)
  if (kind === 'turn' || kind === 'paragraph') {
    const here = kind === 'turn' ? turnRange(source, index) : paragraphRange(source, index)
    if (here.start >= offset && here.end > here.start) return here
    index = paragraphAt(source.starts, here.end) + 1
    for (; index < source.starts.length; index += 1) {
      const next = kind === 'turn' ? turnRange(source, index) : paragraphRange(source, index)
      if (next.end > next.start) return next
    }
    return undefined
  }
  for (; index < source.starts.length; index += 1) {
    const part = parts(source, kind, index).find((candidate) => candidate.start >= offset)
    if (part !== undefined) return part
  }
  return undefined
}

/** All segments of a kind, in order, without overlap; what lies between words or sentences is in none. */
export function allSegments(source: SegmentedText, kind: SegmentKind): TextRange[] {
  const found: TextRange[] = []
  let index = 0
  while (index < source.starts.length) {
    if (kind === 'word' || kind === 'sentence') {
      found.push(...parts(source, kind, index))
      index += 1
      continue
    }
    const range = kind === 'turn' ? turnRange(source, index) : paragraphRange(source, index)
    if (range.end > range.start) found.push(range)
    index = Math.max(index, paragraphAt(source.starts, range.end)) + 1
  }
  return found
}

/** The last segment that begins before `offset`. */
export function segmentBefore(
  source: SegmentedText,
  kind: 'word' | 'sentence',
  offset: number,
): TextRange | undefined {
  for (let index = paragraphAt(source.starts, offset); index >= 0; index -= 1) {
    const part = parts(source, kind, index).findLast((candidate) => candidate.start < offset)
    if (part !== undefined) return part
  }
  return undefined
}

/** From the words of the turn's first paragraph to the end of its last one. */
function turnRange(source: SegmentedText, index: number): TextRange {
  let first = index
  while (first > 0 && !beginsTurn(source.blocks[first]) && continues(source.blocks[first]))
    first -= 1
  let last = index
  while (last + 1 < source.blocks.length && continues(source.blocks[last + 1])) last += 1
  if (!continues(source.blocks[index]) && !beginsTurn(source.blocks[index])) {
    return paragraphRange(source, index)
  }
  if (!beginsTurn(source.blocks[first])) return paragraphRange(source, index)
  return { start: paragraphRange(source, first).start, end: paragraphRange(source, last).end }
}

function beginsTurn(block: Block | undefined): boolean {
  return block?.speaker !== undefined
}

function continues(block: Block | undefined): boolean {
  if (block === undefined || block.speaker !== undefined) return false
  return block.kind !== 'heading' && block.kind !== 'footnote'
}

function partAt(
  source: SegmentedText,
  kind: 'word' | 'sentence',
  index: number,
  offset: number,
): TextRange {
  const all = parts(source, kind, index)
  const inside = all.find((part) => offset < part.end)
  return inside ?? all.at(-1) ?? paragraphRange(source, index)
}

/** Words or sentences of one paragraph; sentences begin after the speaker's label. */
function parts(source: SegmentedText, kind: 'word' | 'sentence', index: number): TextRange[] {
  if (kind === 'sentence') {
    const { start, end } = paragraphRange(source, index)
    const paragraph = source.text.slice(start, end)
    let from = 0
    return sentenceEnds(paragraph).flatMap((to) => {
      const sentence = trimmed(source.text, { start: start + from, end: start + to })
      from = to
      return sentence.end > sentence.start ? [sentence] : []
    })
  }
  const { start, end } = paragraphRange(source, index, false)
  return [...source.text.slice(start, end).matchAll(wordPattern)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
}

/** The range without white space at its ends; the range itself if nothing else is in it. */
export function trimmed(text: string, range: TextRange): TextRange {
  const words = text.slice(range.start, range.end)
  const start = range.start + (words.length - words.trimStart().length)
  const end = range.end - (words.length - words.trimEnd().length)
  return start < end ? { start, end } : range
}
