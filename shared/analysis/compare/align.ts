/** A coded range, half-open, in UTF-16 code units. */
export interface CodedRange {
  start: number
  end: number
}

/** How a coding of one analyst stands to those of another with the same code in the same source. */
export type Alignment<T> =
  | { kind: 'same'; a: T; b: T }
  | { kind: 'overlapping'; a: T; b: T }
  | { kind: 'onlyA'; a: T; b: null }
  | { kind: 'onlyB'; a: null; b: T }

/**
 * Pairs the codings of two analysts, all with one code in one source: equal ranges first, then those
 * that share most characters; each is in one pair at most. In the order of the text. The result does
 * not depend on the order of the input, and with A and B changed it is the same with names changed.
 */
export function alignCodings<T extends CodedRange>(
  as: readonly T[],
  bs: readonly T[],
): Alignment<T>[] {
  const [restA, restB] = [new Set(inOrder(as)), new Set(inOrder(bs))]
  const pairs: Alignment<T>[] = []
  const pair = (kind: 'same' | 'overlapping', a: T, b: T) => {
    pairs.push({ kind, a, b })
    restA.delete(a)
    restB.delete(b)
  }
  const byPlace = new Map<string, T[]>()
  for (const b of restB) byPlace.set(placeOf(b), [...(byPlace.get(placeOf(b)) ?? []), b])
  for (const a of [...restA]) {
    const b = byPlace.get(placeOf(a))?.shift()
    if (b) pair('same', a, b)
  }
  for (const { a, b } of overlaps([...restA], [...restB]))
    if (restA.has(a) && restB.has(b)) pair('overlapping', a, b)
  for (const a of restA) pairs.push({ kind: 'onlyA', a, b: null })
  for (const b of restB) pairs.push({ kind: 'onlyB', a: null, b })
  return pairs.sort((x, y) => startOf(x) - startOf(y) || endOf(x) - endOf(y))
}

/** The characters both cover, from the first that either covers to the last. */
export function spanOf(alignment: Alignment<CodedRange>): CodedRange {
  return { start: startOf(alignment), end: endOf(alignment) }
}

/** Pairs that share characters, those that share most first. */
function overlaps<T extends CodedRange>(as: readonly T[], bs: readonly T[]) {
  const found: { a: T; b: T; shared: number }[] = []
  let from = 0
  for (const a of as) {
    // What ended before this one begins also ends before all that follow, if it is none of the long ones.
    while ((bs[from]?.end ?? Number.POSITIVE_INFINITY) <= a.start) from += 1
    for (let at = from; at < bs.length; at += 1) {
      const b = bs[at]
      if (!b || b.start >= a.end) break
      const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
      if (shared > 0) found.push({ a, b, shared })
    }
  }
  return found.sort(
    (x, y) =>
      y.shared - x.shared ||
      Math.min(x.a.start, x.b.start) - Math.min(y.a.start, y.b.start) ||
      Math.max(x.a.start, x.b.start) - Math.max(y.a.start, y.b.start) ||
      x.a.end + x.b.end - (y.a.end + y.b.end),
  )
}

function inOrder<T extends CodedRange>(ranges: readonly T[]): T[] {
  return [...ranges].sort((x, y) => x.start - y.start || x.end - y.end)
}

function placeOf({ start, end }: CodedRange): string {
  return `${start}-${end}`
}

function startOf({ a, b }: Alignment<CodedRange>): number {
  return Math.min(a?.start ?? Number.POSITIVE_INFINITY, b?.start ?? Number.POSITIVE_INFINITY)
}

function endOf({ a, b }: Alignment<CodedRange>): number {
  return Math.max(a?.end ?? 0, b?.end ?? 0)
}
