import type { Box } from './drawing.ts'
import { metrics } from './metrics.ts'
import type { Grid, Slab } from './slabs.ts'
import { centre } from './slabs.ts'

/** A straight piece of a line, in one slab, from slab `from` to slab `to` of the other direction. */
export interface Segment {
  line: number
  isAcross: boolean
  slab: number
  from: number
  to: number
  /** Index of the box at which it begins or ends; null: a bend. */
  startBox: number | null
  endBox: number | null
  previous: Segment | null
  next: Segment | null
  /** Room it takes across its direction. */
  thickness: number
  /** Place across its direction, in pixels of the sheet. */
  place: number
}

/** The straight pieces of a way through cells. */
export function segmentsOf(
  path: readonly number[],
  line: number,
  ends: { from: number; to: number },
  grid: Grid,
): Segment[] {
  const width = grid.xs.length
  const segments: Segment[] = []
  const steps = trimmed(path, ends, grid)
  for (const [index, cell] of steps.slice(1).entries()) {
    const before = steps[index] ?? cell
    const isAcross = Math.floor(cell / width) === Math.floor(before / width)
    const [at, to] = isAcross
      ? [Math.floor(cell / width), cell % width]
      : [cell % width, Math.floor(cell / width)]
    const from = isAcross ? before % width : Math.floor(before / width)
    const last = segments.at(-1)
    if (last && last.isAcross === isAcross) last.to = to
    else {
      const segment: Segment = {
        ...{ line, isAcross, slab: at, from, to, startBox: null, endBox: null },
        ...{ previous: last ?? null, next: null, thickness: metrics.track, place: 0 },
      }
      if (last) last.next = segment
      segments.push(segment)
    }
  }
  const [first, last] = [segments[0], segments.at(-1)]
  if (first) first.startBox = ends.from
  if (last) last.endBox = ends.to
  return segments
}

/** Without the cells inside the boxes at either end, but for the ones at the border. */
function trimmed(path: readonly number[], ends: { from: number; to: number }, grid: Grid) {
  let start = 0
  while (grid.owner[path[start + 1] ?? -1] === ends.from && start < path.length - 2) start += 1
  let end = path.length - 1
  while (grid.owner[path[end - 1] ?? -1] === ends.to && end - 1 > start) end -= 1
  return path.slice(start, end + 1)
}

/** Where the ends of a segment are along its direction. */
export function extent(segment: Segment, boxes: readonly Box[]): [number, number] {
  const isForward = segment.to > segment.from || (segment.to === segment.from && true)
  const start = segment.startBox === null ? null : boxes[segment.startBox]
  const end = segment.endBox === null ? null : boxes[segment.endBox]
  return [
    start ? border(start, segment.isAcross, isForward) : (segment.previous?.place ?? 0),
    end ? border(end, segment.isAcross, !isForward) : (segment.next?.place ?? 0),
  ]
}

function border(box: Box, isAcross: boolean, isFarSide: boolean): number {
  if (isAcross) return isFarSide ? box.x + box.width : box.x
  return isFarSide ? box.y + box.height : box.y
}

/** Corners of a line from its segments. */
export function cornersOf(segments: readonly Segment[], boxes: readonly Box[]) {
  const points: { x: number; y: number }[] = []
  for (const [index, segment] of segments.entries()) {
    const [start, end] = extent(segment, boxes)
    if (index === 0) points.push(point(segment, start))
    points.push(point(segment, end))
  }
  return points
}

function point(segment: Segment, along: number): { x: number; y: number } {
  const [x, y] = segment.isAcross ? [along, segment.place] : [segment.place, along]
  return { x: round(x), y: round(y) }
}

export function round(value: number): number {
  return Math.round(value * 2) / 2
}

/** Ends of a segment in halves of slabs; two that meet at a bend overlap, at a box they do not. */
export function reach(segment: Segment): [number, number] {
  const isForward = segment.to > segment.from
  const [lowEnd, highEnd] = isForward
    ? [segment.startBox, segment.endBox]
    : [segment.endBox, segment.startBox]
  const low = Math.min(segment.from, segment.to)
  const high = Math.max(segment.from, segment.to)
  return [low * 2 + (lowEnd === null ? 0 : 1), high * 2 + (highEnd === null ? 1 : 0)]
}

/** Places every segment in the middle of its slab. */
export function centreAll(segments: readonly Segment[], xs: readonly Slab[], ys: readonly Slab[]) {
  for (const segment of segments) segment.place = centre((segment.isAcross ? ys : xs)[segment.slab])
}
