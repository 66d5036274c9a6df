/**
 * The printed form of a quote, as edits against the words of its passage: `[start, end)` in UTF-16 code
 * units of those words is replaced by `by`. Edits are in order and do not overlap.
 */
export interface PrintedEdit {
  start: number
  end: number
  by: string
}

/** What stands in the text for words that were left out. */
export const omission = '[…]'

/** A piece of a quote held against its words. */
export interface PrintedPart {
  kind: 'same' | 'omitted' | 'inserted'
  text: string
}

/** More words than this times themselves are not compared one by one. */
const mostPairs = 4_000_000

/** The fewest whole words that make `to` out of `from`; `applyEdits(from, …)` gives `to` again. */
export function wordEdits(from: string, to: string): PrintedEdit[] {
  const a = tokensOf(from)
  const b = tokensOf(to)
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1
  const oldWords = a.slice(head, a.length - tail)
  const newWords = b.slice(head, b.length - tail)
  const kept = pairsKept(oldWords, newWords)
  const edits: PrintedEdit[] = []
  let at = a.slice(0, head).join('').length
  let i = 0
  let j = 0
  for (const [x, y] of [...kept, [oldWords.length, newWords.length] as const]) {
    const removed = oldWords.slice(i, x).join('')
    const by = newWords.slice(j, y).join('')
    if (removed !== '' || by !== '') edits.push({ start: at, end: at + removed.length, by })
    at += removed.length + (oldWords[x]?.length ?? 0)
    i = x + 1
    j = y + 1
  }
  return edits
}

export function applyEdits(text: string, edits: readonly PrintedEdit[]): string {
  return partsOf(text, edits)
    .filter(({ kind }) => kind !== 'omitted')
    .map((part) => part.text)
    .join('')
}

/** Words with what was left out of them and put in, in the order of the text. */
export function partsOf(text: string, edits: readonly PrintedEdit[]): PrintedPart[] {
  const parts: PrintedPart[] = []
  let at = 0
  for (const { start, end, by } of edits) {
    parts.push({ kind: 'same', text: text.slice(at, start) })
    parts.push({ kind: 'omitted', text: text.slice(start, end) }, { kind: 'inserted', text: by })
    at = end
  }
  parts.push({ kind: 'same', text: text.slice(at) })
  return parts.filter((part) => part.text !== '')
}

/**
 * Edits against words as they were, as edits against the words there are now. What was left out stays
 * left out, with whatever it grew into: words that were changed inside of it never come back by that.
 */
export function carriedEdits(
  edits: readonly PrintedEdit[],
  before: string,
  now: string,
): PrintedEdit[] {
  if (before === now) return [...edits]
  const changes = wordEdits(before, now)
  const carried: PrintedEdit[] = []
  for (const edit of edits) {
    let { start, end } = edit
    const isInsertion = start === end
    for (const change of changes) {
      const isInside = isInsertion
        ? change.start < start && start < change.end
        : change.start < end && start < change.end
      const isWithin = change.start === change.end && start < change.start && change.start < end
      if (!isInside && !isWithin) continue
      if (isInsertion) start = end = change.end
      else {
        start = Math.min(start, change.start)
        end = Math.max(end, change.end)
      }
    }
    const next = {
      start: moved(start, changes, true),
      end: moved(end, changes, isInsertion),
      by: edit.by,
    }
    next.end = Math.max(next.start, next.end)
    const last = carried.at(-1)
    if (last && next.start < last.end) {
      last.end = Math.max(last.end, next.end)
      if (last.by !== next.by) last.by += next.by
    } else carried.push(next)
  }
  return carried
}

/** Where a place of the old words is in the new; `isStart`: before what was put in right there. */
function moved(at: number, changes: readonly PrintedEdit[], isStart: boolean): number {
  let shift = 0
  for (const { start, end, by } of changes) {
    if (start === end && start === at && isStart) break
    if (end > at) break
    shift += by.length - (end - start)
  }
  return at + shift
}

function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}

/** Pairs of places of a longest common subsequence. */
function pairsKept(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > mostPairs) return []
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        a[i] === b[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j])
      i += 1
      j += 1
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1
    else j += 1
  }
  return pairs
}
