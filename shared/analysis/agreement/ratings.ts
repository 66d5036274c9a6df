/**
 * One unit, or several that were judged alike: what each coder made of it, in the order of the coders.
 * `null` where a coder made no judgement. `count` is how many units there are of this kind; it may be a
 * number of characters, or a share where only shares are known.
 */
export interface Rated {
  readonly values: readonly (string | null)[]
  readonly count: number
}

/** Values in use by how many judgements there are of each. */
export function valueCounts(units: readonly Rated[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { values, count } of units) {
    if (count === 0) continue
    for (const value of values) {
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + count)
    }
  }
  return counts
}

/** What was judged, without what was not. */
export function judgements(unit: Rated): string[] {
  return unit.values.filter((value) => value !== null)
}

/** How many coders there are, judging or not. */
export function coderCount(units: readonly Rated[]): number {
  return Math.max(0, ...units.map((unit) => unit.values.length))
}

/** Units by their number. */
export function total(units: readonly Rated[]): number {
  return units.reduce((sum, unit) => sum + unit.count, 0)
}

/** The judgements of two of the coders alone. */
export function ofPair(units: readonly Rated[], first: number, second: number): Rated[] {
  return units.map(({ values, count }) => ({
    values: [values[first] ?? null, values[second] ?? null],
    count,
  }))
}

/** Every two of `size` coders, each once. */
export function pairsOf(size: number): [number, number][] {
  const pairs: [number, number][] = []
  for (let first = 0; first < size; first++) {
    for (let second = first + 1; second < size; second++) pairs.push([first, second])
  }
  return pairs
}
