import { wholeCharacter } from './edit.ts'
import type { TextRange } from './segments.ts'

/** A replacement of `[start, end)` by `text`, as `sources.editText` takes it. */
export interface TextEdit extends TextRange {
  text: string
}

/**
 * The smallest edit that turns `before` into `after`, at `base` in the whole text; undefined if they
 * are the same. Never cuts a surrogate pair. Of several such edits, as where a letter was typed before
 * the same letter, it is the one that ends at `caret` in `after`; the last, if that is not known.
 */
export function editBetween(
  before: string,
  after: string,
  base: number,
  caret = after.length,
): TextEdit | undefined {
  if (before === after) return undefined
  const most = Math.min(before.length, after.length)
  const behind = commonEnd(before, after, 0, Math.min(most, after.length - caret))
  let head = 0
  while (head < most - behind && before.charCodeAt(head) === after.charCodeAt(head)) head += 1
  head = Math.min(wholeCharacter(before, head, -1), wholeCharacter(after, head, -1))
  let tail = commonEnd(before, after, behind, most - head)
  while (
    tail > 0 &&
    (wholeCharacter(before, before.length - tail, 1) !== before.length - tail ||
      wholeCharacter(after, after.length - tail, 1) !== after.length - tail)
  ) {
    tail -= 1
  }
  return {
    start: base + head,
    end: base + before.length - tail,
    text: after.slice(head, after.length - tail),
  }
}

/** How many characters, from `known` to `most`, two texts have in common at their end. */
function commonEnd(before: string, after: string, known: number, most: number): number {
  let size = known
  while (
    size < most &&
    before.charCodeAt(before.length - 1 - size) === after.charCodeAt(after.length - 1 - size)
  ) {
    size += 1
  }
  return size
}

/** Two edits, one after the other, as one where they touch; otherwise undefined. */
export function joinEdits(first: TextEdit, second: TextEdit): TextEdit | undefined {
  const madeEnd = first.start + first.text.length
  if (second.start > madeEnd || second.end < first.start) return undefined
  const before = Math.max(0, first.start - second.start)
  const after = Math.max(0, second.end - madeEnd)
  const head = first.text.slice(0, Math.max(0, second.start - first.start))
  const tail = first.text.slice(Math.min(first.text.length, second.end - first.start))
  return {
    start: first.start - before,
    end: first.end + after,
    text: head + second.text + tail,
  }
}

export function applyEdit(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end)
}
