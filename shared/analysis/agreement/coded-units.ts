/** What one coder gave a code: a half-open range in UTF-16 code units. */
export interface CodedSpan {
  coder: number
  code: string
  start: number
  end: number
  weight: number | null
}

interface Range {
  start: number
  end: number
}

/** Units that were coded alike with one code: by whom, as bits, with which weights, and how many. */
export interface Cell {
  count: number
  /** Bit n is set where coder n gave the code. */
  coders: number
  /** By coder; null where nobody gave a weight. */
  weights: (number | null)[] | null
}

/** Finds the units of one source that were coded; by their number, or by nothing for characters. */
export interface UnitFinder {
  /** All units of the source. */
  total: number
  /** The coded units among the spans of one code. */
  cells: (spans: readonly CodedSpan[]) => Map<number, Cell>
}

/**
 * Characters as units: stretches between the ends of spans, each with its length as the number of units,
 * under the place where it begins. No array of characters is made.
 */
export function characterFinder(length: number): UnitFinder {
  return { total: length, cells: stretches }
}

function stretches(spans: readonly CodedSpan[]): Map<number, Cell> {
  const ends = spans.flatMap((span) => [
    { at: span.start, span, begins: true },
    { at: span.end, span, begins: false },
  ])
  ends.sort((one, other) => one.at - other.at)
  const open = new Set<CodedSpan>()
  const cells = new Map<number, Cell>()
  let here = 0
  for (const { at, span, begins } of ends) {
    if (at > here && open.size > 0) {
      const cell: Cell = { count: at - here, coders: 0, weights: null }
      for (const each of open) addTo(cell, each)
      cells.set(here, cell)
    }
    here = at
    if (begins) open.add(span)
    else open.delete(span)
  }
  return cells
}

function addTo(cell: Cell, { coder, weight }: CodedSpan): void {
  cell.coders |= 1 << coder
  if (weight === null) return
  cell.weights ??= []
  // Where a coder gave the same code twice, the stronger one counts.
  cell.weights[coder] = Math.max(cell.weights[coder] ?? -Infinity, weight)
}

/**
 * Units that the text is cut into, such as sentences, sorted and without overlap. A unit is coded where at
 * least the share `overlap` of its length is, and something of it.
 */
export function segmentFinder(units: readonly Range[], overlap: number): UnitFinder {
  return {
    total: units.length,
    cells: (spans) => {
      const covered = new Map<number, Covered>()
      for (const span of spans) cover(units, span, covered)
      const cells = new Map<number, Cell>()
      for (const { unit, span, parts } of covered.values()) {
        const { start, end } = units[unit] ?? { start: 0, end: 0 }
        if (lengthOfUnion(parts) < overlap * (end - start)) continue
        const cell = cells.get(unit) ?? { count: 1, coders: 0, weights: null }
        cells.set(unit, cell)
        addTo(cell, span)
      }
      return cells
    },
  }
}

interface Covered {
  unit: number
  span: CodedSpan
  parts: Range[]
}

function cover(units: readonly Range[], span: CodedSpan, covered: Map<number, Covered>): void {
  for (let unit = firstEndingAfter(units, span.start); unit < units.length; unit++) {
    const { start, end } = units[unit] ?? span
    if (start >= span.end) return
    const part = { start: Math.max(start, span.start), end: Math.min(end, span.end) }
    if (part.end <= part.start) continue
    const key = span.coder * units.length + unit
    const known = covered.get(key)
    if (!known) {
      covered.set(key, { unit, span, parts: [part] })
      continue
    }
    known.parts.push(part)
    if ((span.weight ?? -Infinity) > (known.span.weight ?? -Infinity)) known.span = span
  }
}

function firstEndingAfter(units: readonly Range[], at: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

function lengthOfUnion(parts: readonly Range[]): number {
  let length = 0
  let until = -Infinity
  for (const { start, end } of parts.toSorted((one, other) => one.start - other.start)) {
    length += Math.max(0, end - Math.max(start, until))
    until = Math.max(until, end)
  }
  return length
}

/**
 * Passages as units: the places that anybody coded, with whichever code. Two places are one passage where
 * they share at least `overlap` of the longer one, and something; each joins the passage it shares most
 * with, from the beginning of the text.
 */
export function passageFinder(all: readonly CodedSpan[], overlap: number): UnitFinder {
  const passageOf = new Map<string, number>()
  const seeds: Range[] = []
  let open: number[] = []
  const inOrder = all.toSorted((one, other) => one.start - other.start || other.end - one.end)
  for (const span of inOrder) {
    const key = placeKey(span)
    if (passageOf.has(key)) continue
    open = open.filter((seed) => (seeds[seed]?.end ?? 0) > span.start)
    let [found, most] = [-1, 0]
    for (const seed of open) {
      const share = shareOfLonger(seeds[seed] ?? span, span)
      if (share >= overlap && share > most) [found, most] = [seed, share]
    }
    if (found === -1) {
      found = seeds.push({ start: span.start, end: span.end }) - 1
      open.push(found)
    }
    passageOf.set(key, found)
  }
  return {
    total: seeds.length,
    cells: (spans) => {
      const cells = new Map<number, Cell>()
      for (const span of spans) {
        const passage = passageOf.get(placeKey(span))
        if (passage === undefined) continue
        const cell = cells.get(passage) ?? { count: 1, coders: 0, weights: null }
        cells.set(passage, cell)
        addTo(cell, span)
      }
      return cells
    },
  }
}

function placeKey({ start, end }: Range): string {
  return `${start} ${end}`
}

function shareOfLonger(one: Range, other: Range): number {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  return Math.max(0, shared) / Math.max(one.end - one.start, other.end - other.start)
}
