import type { Box, DrawnFrame, DrawnNode, Point } from './drawing.ts'
import type { MapModel, MapModelEdge, MapModelFrame } from './map-model.ts'
import { metrics } from './metrics.ts'
import { grown, overlap } from './box-index.ts'
import { strokesOf } from './labels.ts'
import type { Placement } from './seats.ts'
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
): (Box & { key: string; title: string })[] {
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
      x,
      y,
      width: end(grid.xs, right) + reserve('r', right, metrics.framePadding) - x,
      height: end(grid.ys, bottom) + reserve('b', bottom, metrics.framePadding) - y,
    }
  })
}

type TitleBox = Box & { isCrossed: boolean }

/** From the corner of a frame to its title, and between the title and a line beside it. */
const titleInset = 12
const besideTitle = 6

/**
 * Where the title of a frame stands: below its upper border, as far left as no line crosses it; where
 * lines leave no room for it, where the fewest do.
 */
export function titleBox(
  frame: Box & { title: string },
  lines: readonly (readonly Point[])[],
  boxes: readonly Box[],
): TitleBox {
  const width = frame.title === '' ? 0 : textWidth(frame.title, metrics.smallSize, true)
  const band = { ...frame, y: frame.y + 1, height: metrics.frameTitle }
  const first = frame.x + titleInset
  const last = frame.x + frame.width - titleInset - width
  const taken = [...lines.flatMap(strokesOf), ...boxes]
    .map((box) => grown(box, besideTitle))
    .filter((box) => width > 0 && overlap(box, band))
  const places = [first, ...taken.map((box) => box.x + box.width)]
    .filter((x) => x === first || (x > first && x <= last))
    .toSorted((a, b) => a - b)
  let best = first
  let least = Infinity
  for (const x of places) {
    const count = taken.filter((box) => box.x < x + width && x < box.x + box.width).length
    if (count >= least) continue
    best = x
    least = count
  }
  return { x: best, y: frame.y, width, height: metrics.frameTitle, isCrossed: least > 0 }
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

/** A line from a text of a frame to one of its members, of which the part outside is drawn. */
export interface TieEdge extends MapModelEdge {
  frame: string
}

/** For each text outside a frame, a line to the member that is nearest to it. */
export function tieEdges(
  model: MapModel,
  indexOf: ReadonlyMap<string, number>,
  boxes: readonly Box[],
): TieEdge[] {
  return model.frames.flatMap((frame) =>
    frame.texts.flatMap((key): TieEdge[] => {
      const text = boxes[indexOf.get(key) ?? -1]
      if (!text || frame.members.includes(key)) return []
      let nearest = ''
      let least = Infinity
      for (const member of frame.members) {
        const box = boxes[indexOf.get(member) ?? -1]
        if (!box) continue
        const distance = 2 * Math.abs(box.x - text.x) + Math.abs(box.y - text.y)
        if (distance >= least) continue
        least = distance
        nearest = member
      }
      if (nearest === '') return []
      return [
        {
          ...{ key: `tie ${frame.key} ${key}`, from: key, to: nearest, frame: frame.key },
          ...{ style: 'text moves', isDotted: false, isContradicted: false, isBackward: false },
          ...{ label: '', passages: 0, isOnCircuit: false },
        },
      ]
    }),
  )
}

export function isTie(edge: MapModelEdge): edge is TieEdge {
  return 'frame' in edge
}

/** A frame with its title and the lines from its texts, which end at its border. */
export function drawnFrame(
  frame: Box & { key: string; title: string },
  title: TitleBox,
  lines: readonly { edge: MapModelEdge; points: readonly Point[] }[],
): DrawnFrame {
  return {
    ...frame,
    titleAt: { x: title.x, y: title.y + 16 },
    isTitleCrossed: title.isCrossed,
    ties: tiesOf(frame, lines),
  }
}

function tiesOf(
  frame: Box & { key: string },
  lines: readonly { edge: MapModelEdge; points: readonly Point[] }[],
): { text: string; points: Point[] }[] {
  return lines.flatMap(({ edge, points }) => {
    if (!isTie(edge) || edge.frame !== frame.key) return []
    const outside = upTo(frame, points)
    return outside.length > 1 ? [{ text: edge.from, points: outside }] : []
  })
}

function upTo(frame: Box, points: readonly Point[]): Point[] {
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height]
  const kept: Point[] = []
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    const x = Math.min(right, Math.max(frame.x, point.x))
    const y = Math.min(bottom, Math.max(frame.y, point.y))
    if (x !== point.x || y !== point.y) {
      kept.push(point)
      continue
    }
    if (!before) return []
    const isAcross = before.y === point.y
    const near = (from: number, low: number, high: number) => Math.min(high, Math.max(low, from))
    return [
      ...kept,
      {
        x: isAcross ? near(before.x, frame.x, right) : point.x,
        y: isAcross ? point.y : near(before.y, frame.y, bottom),
      },
    ]
  }
  return []
}
