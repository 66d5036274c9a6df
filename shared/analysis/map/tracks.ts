import type { Box } from './drawing.ts'
import { metrics } from './metrics.ts'
import type { Segment } from './segments.ts'
import { extent, reach } from './segments.ts'
import type { Grid, Slab } from './slabs.ts'

/** A group of segments of one slab that overlap, with their places from the middle of the group. */
export interface Bundle {
  slab: number
  segments: Segment[]
  offsets: number[]
  /** From the first line to the last, with the room they take. */
  size: number
}

/**
 * Sorts the segments of one direction into tracks, so that none lies on another and they cross as
 * little as can be. Ends are compared where they are now, so the other direction goes first.
 */
export function bundles(
  segments: readonly Segment[],
  isAcross: boolean,
  boxes: readonly Box[],
): Bundle[] {
  const bySlab = new Map<number, Segment[]>()
  for (const segment of segments)
    if (segment.isAcross === isAcross)
      bySlab.set(segment.slab, [...(bySlab.get(segment.slab) ?? []), segment])
  return [...bySlab]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([slab, own]) => components(own).map((group) => bundle(slab, group, boxes)))
}

function components(segments: readonly Segment[]): Segment[][] {
  const sorted = segments
    .map((segment) => ({ segment, reach: reach(segment) }))
    .toSorted((a, b) => a.reach[0] - b.reach[0] || a.segment.line - b.segment.line)
  const groups: Segment[][] = []
  let end = -Infinity
  for (const { segment, reach: own } of sorted) {
    const last = groups.at(-1)
    if (last && own[0] <= end) last.push(segment)
    else groups.push([segment])
    end = Math.max(own[0] <= end ? end : -Infinity, own[1])
  }
  return groups
}

function bundle(slab: number, segments: Segment[], boxes: readonly Box[]): Bundle {
  if (segments.length === 1)
    return { slab, segments, offsets: [0], size: segments[0]?.thickness ?? 0 }
  const reaches = segments.map(reach)
  const ends = segments.map((segment) => turns(segment, boxes))
  const overlaps = (a: number, b: number) => {
    const [first, second] = [reaches[a], reaches[b]]
    return first && second ? first[0] <= second[1] && second[0] <= first[1] : false
  }
  const order = sortedByCrossings(segments.length, (a, b) => {
    const [first, second] = [ends[a], ends[b]]
    return first && second && overlaps(a, b)
      ? crossings(first, second) - crossings(second, first)
      : 0
  })
  const places = new Map<number, number>()
  let low = Infinity
  let high = -Infinity
  for (const at of order) {
    const room = segments[at]?.thickness ?? 0
    let place = room / 2
    for (const [other, taken] of places)
      if (overlaps(at, other))
        place = Math.max(place, taken + ((segments[other]?.thickness ?? 0) + room) / 2)
    places.set(at, place)
    low = Math.min(low, place - room / 2)
    high = Math.max(high, place + room / 2)
  }
  const middle = (low + high) / 2
  return {
    slab,
    segments,
    offsets: segments.map((_, index) => (places.get(index) ?? middle) - middle),
    size: high - low,
  }
}

interface Turns {
  low: number
  high: number
  /** Which way the line goes on at its lower and its higher end: -1, 1, or 0 at a box. */
  atLow: number
  atHigh: number
}

function turns(segment: Segment, boxes: readonly Box[]): Turns {
  const [start, end] = extent(segment, boxes)
  const before = segment.previous ? Math.sign(segment.previous.from - segment.previous.to) : 0
  const after = segment.next ? Math.sign(segment.next.to - segment.next.from) : 0
  return segment.from <= segment.to
    ? { low: start, high: end, atLow: before, atHigh: after }
    : { low: end, high: start, atLow: after, atHigh: before }
}

/** How often two segments cross if the first one comes before the second. */
function crossings(first: Turns, second: Turns): number {
  let count = 0
  const isInside = (at: number, turns: Turns) => at > turns.low + 1e-6 && at < turns.high - 1e-6
  if (first.atLow > 0 && isInside(first.low, second)) count += 1
  if (first.atHigh > 0 && isInside(first.high, second)) count += 1
  if (second.atLow < 0 && isInside(second.low, first)) count += 1
  if (second.atHigh < 0 && isInside(second.high, first)) count += 1
  const isSame = (a: number, b: number) => Math.abs(a - b) < 1e-6
  if (isSame(first.low, second.low) && first.atLow > 0 && second.atLow < 0) count += 1
  if (isSame(first.high, second.high) && first.atHigh > 0 && second.atHigh < 0) count += 1
  return count
}

/** Takes the one that is best put first, again and again; then swaps neighbours that gain by it. */
function sortedByCrossings(count: number, prefer: (a: number, b: number) => number): number[] {
  const cost = Array.from({ length: count }, (_, a) =>
    Array.from({ length: count }, (__, b) => (a === b ? 0 : prefer(a, b))),
  )
  const score = cost.map((row) => row.reduce((sum, value) => sum + value, 0))
  const left = new Set(cost.keys())
  const order: number[] = []
  while (left.size > 0) {
    let best = -1
    for (const at of left) if (best < 0 || (score[at] ?? 0) < (score[best] ?? 0)) best = at
    left.delete(best)
    order.push(best)
    for (const at of left) score[at] = (score[at] ?? 0) - (cost[at]?.[best] ?? 0)
  }
  return order
}

/** Makes gutters as wide as the lines in them need. */
export function widen(slabs: readonly Slab[], groups: readonly Bundle[], clearance: number): void {
  for (const strip of slabs) if (strip.isGutter) strip.size = strip.least
  for (const group of groups) {
    const strip = slabs[group.slab]
    if (!strip?.isGutter) continue
    const lines = group.size - metrics.track
    const room = lines + 2 * clearance + strip.before + strip.after
    strip.size = Math.max(strip.size, room)
  }
}

/** Sets the place of every segment from its bundle; where there is too little room, closer. */
export function settle(grid: Grid, isAcross: boolean, groups: readonly Bundle[]): void {
  const slabs = isAcross ? grid.ys : grid.xs
  const corner = isAcross ? metrics.cornerY : metrics.cornerX
  for (const group of groups) {
    const strip = slabs[group.slab]
    if (!strip) continue
    const edge = strip.isGutter ? Math.min(metrics.clearance, strip.size * 0.3) : corner
    const room = strip.size - strip.before - strip.after - 2 * Math.min(edge, strip.size * 0.3)
    const span = Math.max(...group.offsets) - Math.min(...group.offsets)
    const scale = span > room && span > 0 ? room / span : 1
    const middle = strip.start + (strip.before + strip.size - strip.after) / 2
    const shift = (Math.max(...group.offsets) + Math.min(...group.offsets)) / 2
    for (const [index, segment] of group.segments.entries()) {
      const offset = group.offsets[index] ?? 0
      segment.place = middle + (span > room ? (offset - shift) * scale : offset)
    }
  }
}
