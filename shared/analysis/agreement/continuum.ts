/** A stretch of text that one coder gave one code. Half-open, in the continuum's own measure. */
export interface Unit {
  /** Place of the coder, from 0. */
  coder: number
  code: string
  start: number
  end: number
}

/**
 * Text that several coders have each cut into units, as unitizing coefficients need it: where each unit
 * lies, and how much there is. Units of one coder and one code do not overlap; units of different codes
 * may. `breaks` are places that no unit crosses, such as where one source ends and the next begins.
 */
export interface Continuum {
  start: number
  /** In the same measure as the units: characters (UTF-16 code units) in a project. */
  length: number
  coders: number
  units: readonly Unit[]
  breaks?: readonly number[]
}

/** A unit, or a gap between units (`code` null). */
export interface Segment {
  start: number
  end: number
  code: string | null
}

/** The units of one coder with the gaps between them, from the beginning to the end. */
export function segmentsOf(
  { start, length, breaks = [] }: Continuum,
  units: readonly Unit[],
): Segment[] {
  const segments: Segment[] = []
  const stops = [...breaks.filter((at) => at > start && at < start + length), start + length]
  let stop = 0
  let here = start
  const gapTo = (to: number): void => {
    while (here < to) {
      while ((stops[stop] ?? to) <= here) stop += 1
      const end = Math.min(to, stops[stop] ?? to)
      segments.push({ start: here, end, code: null })
      here = end
    }
  }
  for (const unit of units.toSorted((one, other) => one.start - other.start)) {
    gapTo(unit.start)
    segments.push({ start: unit.start, end: unit.end, code: unit.code })
    here = unit.end
  }
  gapTo(start + length)
  return segments
}

/** Calls for every two segments of two coders that share something, from the beginning to the end. */
export function forEachMeeting(
  first: readonly Segment[],
  second: readonly Segment[],
  meet: (one: Segment, other: Segment, shared: number) => void,
): void {
  let at = 0
  for (const one of first) {
    for (;;) {
      const other = second[at]
      if (!other || other.start >= one.end) break
      const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
      if (shared > 0) meet(one, other, shared)
      if (other.end > one.end) break
      at += 1
    }
  }
}

/** Codes in use, in the order of their first appearance. */
export function codesOf({ units }: Continuum): string[] {
  return [...new Set(units.map((unit) => unit.code))]
}

export function lengthOf({ start, end }: { start: number; end: number }): number {
  return end - start
}
