import type { TextRange } from '../../shared/text/segments.ts'
import { editBetween } from '../../shared/text/text-splice.ts'
import type { TextEdit } from '../../shared/text/text-splice.ts'

/** A paragraph as the editor knows it. */
export interface KnownParagraph {
  key: string
  text: string
}

/** Paragraphs `[from, to)` of the old list became `paragraphs`. */
export interface ChangedRegion {
  from: number
  to: number
  paragraphs: KnownParagraph[]
}

/**
 * Where two lists of paragraphs differ; `isDirty` tells which of the kept ones may have other words.
 * One that only has a new neighbour is dirty, but not part of the region.
 */
export function changedRegion(
  before: readonly KnownParagraph[],
  keys: readonly string[],
  isDirty: (key: string) => boolean,
  textOf: (key: string) => string,
): ChangedRegion | undefined {
  let from = 0
  const isSame = (old: KnownParagraph | undefined, key: string | undefined): boolean =>
    old !== undefined && old.key === key && (!isDirty(old.key) || textOf(old.key) === old.text)
  while (from < keys.length && isSame(before[from], keys[from])) from += 1
  let tail = 0
  while (
    tail < Math.min(keys.length, before.length) - from &&
    isSame(before[before.length - 1 - tail], keys[keys.length - 1 - tail])
  ) {
    tail += 1
  }
  const to = before.length - tail
  const changed = keys.slice(from, keys.length - tail)
  if (to === from && changed.length === 0) return undefined
  return { from, to, paragraphs: changed.map((key) => ({ key, text: textOf(key) })) }
}

/**
 * The edit that a changed region means. `range` is where the old paragraphs stand with their line
 * ends. New paragraphs come of the one before them, so they are written in front of its line end;
 * thereby the last line end of a text always stays, too. `caret` is where it stands now in the new
 * paragraphs, where that is known.
 */
export function regionToEdit(
  text: string,
  range: TextRange,
  paragraphs: readonly KnownParagraph[],
  caret?: number,
): TextEdit | undefined {
  const before = text.slice(range.start, range.end)
  const after = paragraphs.map((paragraph) => `${paragraph.text}\n`).join('')
  if (before === '' && after !== '' && range.start > 0) {
    const end = range.start - 1
    return { start: end, end, text: `\n${after.slice(0, -1)}` }
  }
  const edit = editBetween(before, after, range.start, caret)
  if (edit === undefined || edit.end < text.length || text === '') return edit
  if (edit.start > 0 && text[edit.start - 1] === '\n' && edit.text === '') {
    return { start: edit.start - 1, end: edit.end - 1, text: '' }
  }
  if (edit.start === text.length && edit.text.endsWith('\n')) {
    return { start: edit.start - 1, end: edit.end - 1, text: `\n${edit.text.slice(0, -1)}` }
  }
  return edit
}
