import type { DrawnEdge, Point } from './drawing.ts'
import type { MapModelEdge } from './map-model.ts'
import { metrics } from './metrics.ts'
import type { Palette } from './palette.ts'
import type { Item } from './picture.ts'
import { n, path, rectangle, text } from './picture.ts'
import { badgeItems } from './draw-node.ts'
import { badgeWidth } from './texts.ts'

const corner = 5
const heads = {
  'text moves': { length: 10, half: 4.2 },
  sequence: { length: 8, half: 3.2 },
  governs: { length: 11, half: 5 },
  reports: { length: 10, half: 4.2 },
}
const widths = { 'text moves': 1.6, sequence: 1.1, governs: 1.4, reports: 1.4, conflict: 1.6 }
const dashes: Partial<Record<MapModelEdge['style'], readonly number[]>> = {
  governs: [6, 4],
  reports: [9, 3, 2, 3],
}

/** The line, its head and, if a claim says no, a cross on it. */
export function edgeItems(
  edge: Pick<MapModelEdge, 'style' | 'isDotted' | 'isContradicted' | 'isOnCircuit'>,
  points: readonly Point[],
  palette: Palette,
): Item[] {
  const stroke = palette.edges[edge.style]
  const items: Item[] = []
  if (edge.isOnCircuit)
    items.push(
      path(roundedLine(points), {
        ...{ stroke: palette.circuit, width: 11, opacity: 0.45, isRound: true },
      }),
    )
  if (edge.style === 'conflict') {
    const dash = edge.isDotted ? { dash: [0.1, 3.4], isRound: true } : {}
    items.push(path(zigzag(points), { stroke, width: widths.conflict, ...dash }))
  } else {
    const head = heads[edge.style]
    const line = {
      stroke,
      width: edge.isDotted ? 1.9 : widths[edge.style],
      dash: edge.isDotted ? [0.1, 4] : (dashes[edge.style] ?? []),
      isRound: edge.isDotted,
    }
    items.push(path(roundedLine(shortened(points, head.length - 1)), line))
    const isHollow = edge.style === 'governs'
    items.push(
      path(arrow(points, head.length, head.half), {
        fill: isHollow ? palette.paper : stroke,
        stroke: isHollow ? stroke : null,
        width: 1.3,
      }),
    )
  }
  if (edge.isContradicted) items.push(path(cross(points), { stroke: palette.ink, width: 1.7 }))
  return items
}

/** Words and badge of an edge, on a ground that lets them be read over a line. */
export function edgeLabelItems(drawn: DrawnEdge, palette: Palette, ground: string): Item[] {
  const { label, badge, edge } = drawn
  if (!label) return []
  const items: Item[] = []
  if (label.lines.length > 0) {
    items.push(path(rectangle(label), { fill: ground }))
    const right = badge ? label.width - badgeWidth(edge.passages) - 4 : label.width
    const height = label.lines.length * metrics.smallLine
    for (const [index, words] of label.lines.entries())
      items.push(
        text(
          words,
          label.x + right / 2,
          label.y + (label.height - height) / 2 + (index + 0.76) * metrics.smallLine,
          { size: metrics.smallSize, fill: palette.ink },
        ),
      )
  }
  if (badge) items.push(...badgeItems(badge, edge.passages, palette))
  return items
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

function towards(from: Point, to: Point, by: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length === 0) return from
  return {
    x: from.x + ((to.x - from.x) * by) / length,
    y: from.y + ((to.y - from.y) * by) / length,
  }
}

function shortened(points: readonly Point[], by: number): Point[] {
  const [last, before] = [points.at(-1), points.at(-2)]
  if (!last || !before) return [...points]
  return [...points.slice(0, -1), towards(last, before, Math.min(by, distance(last, before) - 1))]
}

function at(point: Point): string {
  return `${n(point.x)} ${n(point.y)}`
}

/** A line through corners that are a little round. */
export function roundedLine(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  let d = `M${at(first)}`
  for (const [index, point] of points.entries()) {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (!before) continue
    if (!after) {
      d += `L${at(point)}`
      continue
    }
    const r = Math.min(corner, distance(before, point) / 2, distance(point, after) / 2)
    d += `L${at(towards(point, before, r))}Q${at(point)} ${at(towards(point, after, r))}`
  }
  return d
}

function arrow(points: readonly Point[], length: number, half: number): string {
  const [tip, before] = [points.at(-1), points.at(-2)]
  if (!tip || !before) return ''
  const base = towards(tip, before, length)
  const [dx, dy] = [(base.x - tip.x) / length, (base.y - tip.y) / length]
  const left = { x: base.x - dy * half, y: base.y + dx * half }
  const right = { x: base.x + dy * half, y: base.y - dx * half }
  return `M${at(tip)}L${at(left)}L${at(right)}Z`
}

const tooth = { length: 5, height: 4, rest: 6 }

/** Teeth along each straight piece, which begin and end on the line. */
function zigzag(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  let d = `M${at(first)}`
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index] ?? to
    const length = distance(from, to)
    const room = length - 2 * tooth.rest
    const count = Math.floor(room / (2 * tooth.length)) * 2
    if (count >= 2) {
      const start = (length - count * tooth.length) / 2
      const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length]
      d += `L${at(towards(from, to, start))}`
      for (let step = 0; step < count; step += 1) {
        const middle = towards(from, to, start + (step + 0.5) * tooth.length)
        const side = step % 2 === 0 ? tooth.height : -tooth.height
        d += `L${at({ x: middle.x - dy * side, y: middle.y + dx * side })}`
      }
      d += `L${at(towards(from, to, start + count * tooth.length))}`
    }
    d += `L${at(to)}`
  }
  return d
}

/** A small cross near the beginning of the line. */
function cross(points: readonly Point[]): string {
  const [first, second] = points
  if (!first || !second) return ''
  const middle = towards(first, second, Math.min(13, distance(first, second) / 2))
  const size = 4.5
  const corners = [
    [middle.x - size, middle.y - size, middle.x + size, middle.y + size],
    [middle.x - size, middle.y + size, middle.x + size, middle.y - size],
  ]
  return corners.map(([a = 0, b = 0, c = 0, e = 0]) => `M${n(a)} ${n(b)}L${n(c)} ${n(e)}`).join('')
}
