import type { Box } from './drawing.ts'

/** A strip across the whole sheet: a row or column of boxes, or the gutter between two. */
export interface Slab {
  isGutter: boolean
  start: number
  size: number
  /** What a gutter has even if no line runs in it. */
  least: number
  /** Kept free of lines at its beginning and end, for frames and lanes. */
  before: number
  after: number
}

/** The sheet as slabs both ways; a cell is where two of them cross. */
export interface Grid {
  xs: Slab[]
  ys: Slab[]
  /** Sizes of slabs can still grow: no box has been set by hand. */
  isElastic: boolean
  /** Index of the box on each cell (`y * xs.length + x`), `free` or `wall`. */
  owner: Int32Array
  /** From which cells of its box a line may leave: 1 to a side, 2 up or down, 3 both, 0 neither. */
  isCore: Uint8Array
}

export const free = -1
/** Partly covered by two boxes: nothing passes. */
export const wall = -2

export function slab(isGutter: boolean, least: number): Slab {
  return { isGutter, start: 0, size: least, least, before: 0, after: 0 }
}

/** A grid whose boxes fill one cell each; `seats` are in rows and columns of boxes. */
export function elasticGrid(
  xs: Slab[],
  ys: Slab[],
  seats: readonly { x: number; y: number }[],
): Grid {
  const owner = new Int32Array(xs.length * ys.length).fill(free)
  const isCore = new Uint8Array(owner.length)
  for (const [index, seat] of seats.entries()) {
    owner[seat.y * xs.length + seat.x] = index
    isCore[seat.y * xs.length + seat.x] = 3
  }
  return { xs, ys, isElastic: true, owner, isCore }
}

/** Above this many strips an even lattice takes the place of the borders of the boxes. */
const stripLimit = 130
const latticeStep = 14

/** A grid around boxes that stand anywhere. */
export function fixedGrid(boxes: readonly Box[], sheet: Box): Grid {
  const xs = strips(
    boxes.map((box) => [box.x, box.x + box.width]),
    sheet.x,
    sheet.x + sheet.width,
  )
  const ys = strips(
    boxes.map((box) => [box.y, box.y + box.height]),
    sheet.y,
    sheet.y + sheet.height,
  )
  const owner = new Int32Array(xs.length * ys.length).fill(free)
  const isCore = new Uint8Array(owner.length)
  for (const [index, box] of boxes.entries()) {
    const across = covered(xs, box.x, box.x + box.width)
    const down = covered(ys, box.y, box.y + box.height)
    const doorsDown = doors(ys, down, box.y, box.y + box.height, 9)
    const doorsAcross = doors(xs, across, box.x, box.x + box.width, 18)
    for (const [y, isWholeDown] of down)
      for (const [x, isWholeAcross] of across) {
        const cell = y * xs.length + x
        owner[cell] = owner[cell] === free ? index : wall
        isCore[cell] = (doorsDown.has(y) ? 1 : 0) + (doorsAcross.has(x) ? 2 : 0)
        const [column, row] = [xs[x], ys[y]]
        if (column && isWholeAcross) column.isGutter = false
        if (row && isWholeDown) row.isGutter = false
      }
  }
  return { xs, ys, isElastic: false, owner, isCore }
}

function strips(ranges: readonly (readonly number[])[], from: number, to: number): Slab[] {
  let borders = [...new Set([from, to, ...ranges.flat()])].toSorted((a, b) => a - b)
  if (borders.length > stripLimit) {
    const count = Math.ceil((to - from) / latticeStep)
    borders = Array.from({ length: count + 1 }, (_, index) => from + index * latticeStep)
  }
  return borders.slice(1).map((end, index) => {
    const start = borders[index] ?? from
    return { ...slab(true, end - start), start }
  })
}

function covered(slabs: readonly Slab[], from: number, to: number): [number, boolean][] {
  return slabs.flatMap((strip, index): [number, boolean][] => {
    const end = strip.start + strip.size
    if (end <= from + 1e-6 || strip.start >= to - 1e-6) return []
    return [[index, strip.start >= from - 1e-6 && end <= to + 1e-6]]
  })
}

/** Strips that a box covers wholly and whose middle is not at its corner; the widest if all are. */
function doors(
  slabs: readonly Slab[],
  own: readonly (readonly [number, boolean])[],
  from: number,
  to: number,
  corner: number,
): Set<number> {
  const whole = own.flatMap(([index, isWhole]) => (isWhole ? [index] : []))
  const good = whole.filter((index) => {
    const middle = centre(slabs[index])
    return middle >= from + corner && middle <= to - corner
  })
  const widest = whole.toSorted((a, b) => (slabs[b]?.size ?? 0) - (slabs[a]?.size ?? 0))
  return new Set(good.length > 0 ? good : widest.slice(0, 1))
}

/** Sets the slabs one after another from `start`; returns where the last one ends. */
export function stack(slabs: readonly Slab[], start: number): number {
  let at = start
  for (const strip of slabs) {
    strip.start = at
    at += strip.size
  }
  return at
}

export function centre(strip: Slab | undefined): number {
  return strip ? strip.start + strip.size / 2 : 0
}
