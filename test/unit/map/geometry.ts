import { textWidth } from '../../../shared/analysis/map/text-measure.ts'
import type { Box, Drawing, Point } from '../../../shared/analysis/map/drawing.ts'

export function overlaps(a: Box, b: Box, by = 0): boolean {
  return (
    a.x + by < b.x + b.width &&
    b.x + by < a.x + a.width &&
    a.y + by < b.y + b.height &&
    b.y + by < a.y + a.height
  )
}

export interface Stroke {
  key: string
  from: Point
  to: Point
}

export function strokes(drawing: Drawing): Stroke[] {
  return drawing.edges.flatMap((drawn) =>
    drawn.points.slice(1).map((to, index) => ({
      key: drawn.edge.key,
      from: drawn.points[index]!,
      to,
    })),
  )
}

export function strokeBox({ from, to }: Stroke): Box {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
  return { x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
}

/** Rules that hold for every drawing; each broken one as a sentence. */
export function problems(drawing: Drawing): string[] {
  const found: string[] = []
  const { nodes, edges } = drawing
  for (const [index, a] of nodes.entries())
    for (const b of nodes.slice(index + 1))
      if (overlaps(a, b)) found.push(`P2 ${a.node.key} overlaps ${b.node.key}`)
  const labels = edges.flatMap(({ edge, label }) => (label ? [{ key: edge.key, ...label }] : []))
  for (const [index, a] of labels.entries()) {
    for (const b of labels.slice(index + 1))
      if (overlaps(a, b)) found.push(`W1 words of ${a.key} overlap those of ${b.key}`)
    for (const node of nodes)
      if (overlaps(a, node)) found.push(`W1 words of ${a.key} are on ${node.node.key}`)
  }
  const all = strokes(drawing)
  for (const stroke of all) {
    const { key, from, to } = stroke
    if (from.x !== to.x && from.y !== to.y) found.push(`L1 ${key} is slanted`)
    for (const node of nodes)
      if (throughBox(stroke, node)) found.push(`L1 ${key} crosses ${node.node.key}`)
  }
  for (const [index, a] of all.entries())
    for (const b of all.slice(index + 1))
      if (a.key !== b.key && lieOnEachOther(a, b)) found.push(`L2 ${a.key} lies on ${b.key}`)
  for (const { edge, points } of edges) {
    const ends: [string, Point | undefined][] = [
      [edge.from, points[0]],
      [edge.to, points.at(-1)],
    ]
    for (const [key, point] of ends) {
      const box = nodes.find((one) => one.node.key === key)
      if (!box || !point || !onBorder(point, box)) found.push(`L1 ${edge.key} misses ${key}`)
    }
  }
  for (const frame of drawing.frames) {
    const title = titleBoxOf(frame)
    if (title.width === 0 || frame.isTitleCrossed) continue
    const crossing = all.find((stroke) => overlaps(title, strokeBox(stroke)))
    if (crossing) found.push(`F2 ${crossing.key} crosses the title of ${frame.key}`)
    if (labels.some((label) => overlaps(title, label)))
      found.push(`F2 words stand on the title of ${frame.key}`)
  }
  return found
}

/** Where the words of the title of a frame are. */
function titleBoxOf(frame: Drawing['frames'][number]): Box {
  const { x, y } = frame.titleAt
  return { x, y: y - 10, width: textWidth(frame.title, 12, true), height: 12 }
}

/** Whether a stroke runs inside a box, however short. */
function throughBox(stroke: Stroke, box: Box): boolean {
  const line = strokeBox(stroke)
  return (
    line.x < box.x + box.width - 0.6 &&
    line.x + line.width > box.x + 0.6 &&
    line.y < box.y + box.height - 0.6 &&
    line.y + line.height > box.y + 0.6
  )
}

function onBorder(point: Point, box: Box): boolean {
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  const isInside =
    point.x >= box.x - 1 && point.x <= right + 1 && point.y >= box.y - 1 && point.y <= bottom + 1
  const near = (a: number, b: number) => Math.abs(a - b) <= 1
  return (
    isInside &&
    (near(point.x, box.x) || near(point.x, right) || near(point.y, box.y) || near(point.y, bottom))
  )
}

function lieOnEachOther(a: Stroke, b: Stroke): boolean {
  const [first, second] = [strokeBox(a), strokeBox(b)]
  const near = 0.4
  if (a.from.y === a.to.y && b.from.y === b.to.y && Math.abs(first.y - second.y) < near)
    return (
      Math.min(first.x + first.width, second.x + second.width) - Math.max(first.x, second.x) > 1
    )
  if (a.from.x === a.to.x && b.from.x === b.to.x && Math.abs(first.x - second.x) < near)
    return (
      Math.min(first.y + first.height, second.y + second.height) - Math.max(first.y, second.y) > 1
    )
  return false
}
