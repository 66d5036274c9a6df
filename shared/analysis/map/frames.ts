import type { Box, DrawnEdge, DrawnNode, Point } from './drawing.ts'
import type { MapModel, MapModelFrame } from './map-model.ts'
import { metrics } from './metrics.ts'
import type { Placement } from './placement.ts'
import type { Grid, Slab } from './slabs.ts'
import { textWidth } from './text-measure.ts'

interface Span {
  frame: MapModelFrame
  left: number
  right: number
  top: number
  bottom: number
}

/** The cells of the members of each frame, in slabs, the smallest frame first. */
function spans(model: MapModel, cells: ReadonlyMap<string, { x: number; y: number }>): Span[] {
  return model.frames
    .flatMap((frame) => {
      const own = frame.members.flatMap((key) => cells.get(key) ?? [])
      if (own.length === 0) return []
      const [across, down] = [own.map((cell) => cell.x), own.map((cell) => cell.y)]
      return [
        {
          frame,
          left: Math.min(...across),
          right: Math.max(...across),
          top: Math.min(...down),
          bottom: Math.max(...down),
        },
      ]
    })
    .toSorted((a, b) => area(a) - area(b) || (a.frame.key < b.frame.key ? -1 : 1))
}

function area(span: Span): number {
  return (span.right - span.left + 1) * (span.bottom - span.top + 1)
}

/** Keeps room for the borders of frames beside the boxes inside, in the gutters around them. */
export function reserveFrames(
  model: MapModel,
  placement: Placement,
  cells: readonly { x: number; y: number }[],
  xs: readonly Slab[],
  ys: readonly Slab[],
): void {
  const byKey = new Map(
    placement.seats.map((seat, index) => [seat.node.key, cells[index] ?? { x: 0, y: 0 }]),
  )
  for (const span of spans(model, byKey)) {
    const [left, right] = [xs[span.left - 1], xs[span.right + 1]]
    const [top, bottom] = [ys[span.top - 1], ys[span.bottom + 1]]
    if (left) left.after += metrics.framePadding
    if (right) right.before += metrics.framePadding
    if (top) top.after += metrics.framePadding + metrics.frameTitle
    if (bottom) bottom.before += metrics.framePadding
    for (const strip of [left, right, top, bottom])
      if (strip) strip.least = Math.max(strip.least, strip.before + strip.after + 12)
  }
}

/** Where the frames are on a grid whose slabs have been placed. */
export function framesOnGrid(
  model: MapModel,
  placement: Placement,
  grid: Grid,
  rowSlab: readonly number[],
): (Box & { key: string; title: string; titleWidth: number })[] {
  const cells = new Map(
    placement.seats.map((seat) => [
      seat.node.key,
      { x: seat.column * 2 + 1, y: rowSlab[seat.row] ?? 0 },
    ]),
  )
  const inner = new Map<string, number>()
  const reserve = (side: string, index: number, by: number): number => {
    const sum = (inner.get(`${side}${index}`) ?? 0) + by
    inner.set(`${side}${index}`, sum)
    return sum
  }
  return spans(model, cells).map(({ frame, left, right, top, bottom }) => {
    const start = (slabs: readonly Slab[], at: number) => slabs[at]?.start ?? 0
    const end = (slabs: readonly Slab[], at: number) => start(slabs, at) + (slabs[at]?.size ?? 0)
    const x = start(grid.xs, left) - reserve('l', left, metrics.framePadding)
    const y = start(grid.ys, top) - reserve('t', top, metrics.framePadding + metrics.frameTitle)
    return {
      key: frame.key,
      title: frame.title,
      titleWidth: textWidth(frame.title, metrics.smallSize, true) + 16,
      x,
      y,
      width: end(grid.xs, right) + reserve('r', right, metrics.framePadding) - x,
      height: end(grid.ys, bottom) + reserve('b', bottom, metrics.framePadding) - y,
    }
  })
}

/** A frame around boxes that stand anywhere. */
export function frameAround(frame: MapModelFrame, nodes: readonly DrawnNode[]) {
  const own = nodes.filter((drawn) => frame.members.includes(drawn.node.key))
  if (own.length === 0) return []
  const pad = metrics.framePadding
  const x = Math.min(...own.map((box) => box.x)) - pad
  const y = Math.min(...own.map((box) => box.y)) - pad - metrics.frameTitle
  const width = Math.max(...own.map((box) => box.x + box.width)) + pad - x
  const height = Math.max(...own.map((box) => box.y + box.height)) + pad - y
  return [{ key: frame.key, title: frame.title, x, y, width, height }]
}

/** Straight lines from the texts of a frame to its border, where no box and no other line is. */
export function tiesOf(
  frame: Box & { key: string },
  model: MapModel,
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
): { text: string; points: Point[] }[] {
  const texts = model.frames.find((one) => one.key === frame.key)?.texts ?? []
  return texts.flatMap((key) => {
    const text = nodes.find((drawn) => drawn.node.key === key)
    if (!text) return []
    const points = tie(frame, text, nodes, edges)
    return points ? [{ text: key, points }] : []
  })
}

function tie(
  frame: Box,
  text: DrawnNode,
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
): Point[] | null {
  let best: Point[] | null = null
  let least = Infinity
  for (const isDown of [true, false]) {
    const ways = isDown
      ? [
          [text.y + text.height, frame.y],
          [text.y, frame.y + frame.height],
        ]
      : [
          [text.x + text.width, frame.x],
          [text.x, frame.x + frame.width],
        ]
    for (const [way, [from = 0, to = 0]] of ways.entries()) {
      if (way === 0 ? to < from : to > from) continue
      const own = isDown ? [text.x, text.x + text.width] : [text.y, text.y + text.height]
      const other = isDown ? [frame.x, frame.x + frame.width] : [frame.y, frame.y + frame.height]
      const low = Math.max(own[0] ?? 0, other[0] ?? 0) + 8
      const high = Math.min(own[1] ?? 0, other[1] ?? 0) - 8
      for (let at = low; at <= high; at += 4) {
        const points = isDown
          ? [
              { x: at, y: from },
              { x: at, y: to },
            ]
          : [
              { x: from, y: at },
              { x: to, y: at },
            ]
        const cost = tieCost(points, text, nodes, edges) + Math.abs(at - (low + high) / 2) / 10
        if (cost >= least) continue
        least = cost
        best = points
      }
    }
  }
  return best
}

function tieCost(
  points: readonly Point[],
  text: DrawnNode,
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
): number {
  const [a, b] = points
  if (!a || !b) return Infinity
  const near = (by: number): Box => ({
    x: Math.min(a.x, b.x) - by,
    y: Math.min(a.y, b.y) - by,
    width: Math.abs(a.x - b.x) + 2 * by,
    height: Math.abs(a.y - b.y) + 2 * by,
  })
  const hits = (box: Box, by: number) => {
    const line = near(by)
    return (
      box.x < line.x + line.width &&
      line.x < box.x + box.width &&
      box.y < line.y + line.height &&
      line.y < box.y + box.height
    )
  }
  let cost = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
  for (const node of nodes) if (node !== text && hits(node, 3)) return Infinity
  for (const edge of edges) {
    if (edge.label && hits(edge.label, 2)) cost += 200
    for (const [index, to] of edge.points.slice(1).entries()) {
      const from = edge.points[index] ?? to
      const stroke = {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(from.x - to.x) + 0.1,
        height: Math.abs(from.y - to.y) + 0.1,
      }
      if (hits(stroke, 5)) cost += (from.x === to.x) === (a.x === b.x) ? 300 : 20
    }
  }
  return cost
}
