import type { TextRange } from '../../shared/text/segments.ts'

/** Hues are painted in steps, as a highlight of the style sheet has one fixed colour. */
export const hueStep = 10
export const hueCount = 360 / hueStep
/** Highlights of one hue that overlap are painted over one another up to so many times. */
export const levelCount = 3

/** Index of the painted hue nearest to a hue in degrees. */
export function hueIndex(hue: number): number {
  return ((Math.round(hue / hueStep) % hueCount) + hueCount) % hueCount
}

/**
 * A level for each range so that ranges of one level do not overlap, as far as the levels reach; the
 * rest share the last one. Ranges must be ordered by start.
 */
export function rangeLevels(ranges: readonly TextRange[], levels: number): number[] {
  const ends: number[] = []
  return ranges.map((range) => {
    let level = ends.findIndex((end) => end <= range.start)
    if (level === -1) level = Math.min(ends.length, levels - 1)
    ends[level] = Math.max(range.end, ends[level] ?? 0)
    return level
  })
}
