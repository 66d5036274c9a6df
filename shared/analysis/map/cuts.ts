/** From where to where, in pixels along one axis. */
export interface Range {
  from: number
  to: number
}

/** A place where a picture may be cut; at a border of weeks or lanes rather than elsewhere. */
interface Cut {
  at: number
  isBorder: boolean
}

/** From a cut to the nearest line that runs along it. */
const besideLine = 7

/**
 * Places between boxes: in the middle of what no box covers, and near the given borders; not on one of
 * the lines that run the same way, where there is room beside them.
 */
export function cutsBetween(
  whole: Range,
  boxes: readonly Range[],
  borders: readonly number[],
  lines: readonly number[] = [],
): Cut[] {
  const gaps: Range[] = []
  let end = whole.from
  for (const box of boxes.toSorted((a, b) => a.from - b.from)) {
    if (box.from > end && end > whole.from) gaps.push({ from: end, to: box.from })
    end = Math.max(end, box.to)
  }
  return gaps
    .map(({ from, to }) => {
      const border = borders.find((at) => at >= from && at <= to)
      const wanted = border ?? (from + to) / 2
      return { at: besideLines(wanted, { from, to }, lines), isBorder: border !== undefined }
    })
    .toSorted((a, b) => a.at - b.at)
}

/** The place nearest to `wanted` that keeps its distance from the lines; `wanted` if there is none. */
function besideLines(wanted: number, { from, to }: Range, lines: readonly number[]): number {
  const isFree = (at: number) =>
    at >= from && at <= to && lines.every((line) => Math.abs(line - at) >= besideLine)
  for (let away = 0; away <= to - from; away += 1)
    for (const at of [wanted + away, wanted - away]) if (isFree(at)) return at
  return wanted
}

/**
 * Parts of at most `longest`, as few as can be and then as equal as can be, rather cut at borders.
 * Null if something that may not be cut is longer than that.
 */
export function partsOf(whole: Range, cuts: readonly Cut[], longest: number): Range[] | null {
  const places: Cut[] = [
    { at: whole.from, isBorder: true },
    ...cuts.filter(({ at }) => at > whole.from && at < whole.to),
    { at: whole.to, isBorder: true },
  ]
  // The best way to come to each place: number of parts first, then how unequal they are.
  const best: ({ parts: number; cost: number; before: number } | null)[] = places.map(() => null)
  best[0] = { parts: 0, cost: 0, before: -1 }
  for (const [index, place] of places.entries())
    for (let before = index - 1; before >= 0; before -= 1) {
      const length = place.at - (places[before]?.at ?? 0)
      if (length > longest + 1e-6) break
      const known = best[before]
      if (!known) continue
      const parts = known.parts + 1
      const cost = known.cost + (length / longest) ** 2 + (place.isBorder ? 0 : 0.15)
      const now = best[index]
      if (!now || parts < now.parts || (parts === now.parts && cost < now.cost - 1e-9))
        best[index] = { parts, cost, before }
    }
  const parts: Range[] = []
  let index = places.length - 1
  if (!best[index]) return null
  while (index > 0) {
    const before = best[index]?.before ?? 0
    parts.unshift({ from: places[before]?.at ?? 0, to: places[index]?.at ?? 0 })
    index = before
  }
  return parts
}
