import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import type { SimulationNodeDatum } from 'd3-force'
import { n, path, rectangle, text, type Item, type Picture } from '../map/picture.ts'
import { breakLines, textWidth } from '../map/text-measure.ts'
import type { FigureData, FigureShape } from './figure.ts'
import type { Inks } from './inks.ts'
import { figureWidth, grouped, markGroup } from './parts.ts'

interface Node extends SimulationNodeDatum {
  row: number
  label: string
  radius: number
  room: number
}

const height = 520
const size = 12
const steps = 400

/** Things as circles, drawn together by what they share; the same every time. */
export function drawNetwork(
  data: FigureData,
  shape: Extract<FigureShape, { type: 'network' }>,
  inks: Inks,
): Picture {
  const valueOf = (row: number) => data.rows[row]?.value ?? 0
  const most = Math.max(1, ...shape.nodes.map(({ row }) => valueOf(row)))
  const strongest = Math.max(1, ...shape.links.map(({ row }) => valueOf(row)))
  const nodes: Node[] = shape.nodes.map(({ row, label }, index) => {
    const radius = 5 + 15 * Math.sqrt(valueOf(row) / most)
    const angle = (2 * Math.PI * index) / shape.nodes.length
    const widths = linesOf(label).map((line) => textWidth(line, size))
    const room = Math.max(radius, ...widths.map((width) => width / 2)) + 5
    return { row, label, radius, room, x: Math.cos(angle) * 200, y: Math.sin(angle) * 160 }
  })
  const links = shape.links.map(({ from, to, row }) => ({ source: from, target: to, row }))
  const simulation = forceSimulation(nodes)
    .randomSource(() => 0.5)
    .force('charge', forceManyBody<Node>().strength(-220))
    .force('x', forceX<Node>(0).strength(0.05))
    .force('y', forceY<Node>(0).strength(0.09))
    .force(
      'apart',
      forceCollide<Node>(({ room, radius }) => Math.max(radius + 12, room * 0.75)),
    )
    .force(
      'links',
      forceLink<Node, (typeof links)[number]>(links)
        .distance(95)
        .strength((link) => 0.1 + (0.5 * valueOf(link.row)) / strongest),
    )
    .stop()
  simulation.tick(steps)
  const at = cleared(nodes, placed(nodes))
  const edges = shape.links.map(({ from, to, row }) => {
    const [a, b] = [at[from] ?? { x: 0, y: 0 }, at[to] ?? { x: 0, y: 0 }]
    const width = 0.8 + (5 * valueOf(row)) / strongest
    const number = grouped(valueOf(row))
    const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2]
    return markGroup(data, row, [
      path(`M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}`, { stroke: inks.line, width, isRound: true }),
      halo(number, x, y + 4, 10, inks),
      text(number, x, y + 4, { size: 10, fill: inks.muted }),
    ])
  })
  const circles = nodes.map(({ row, label, radius }, index) => {
    const { x, y } = at[index] ?? { x: 0, y: 0 }
    const lines = linesOf(label)
    const base = y + radius + 13
    return markGroup(data, row, [
      path(circle(x, y, radius), { fill: inks.soft, stroke: inks.mark, width: 1.5 }),
      text(grouped(valueOf(row)), x, y + 4, { size: radius < 9 ? 9 : 11, fill: inks.text }),
      ...lines.flatMap((line, at) => [
        halo(line, x, base + at * 14, size, inks),
        text(line, x, base + at * 14, { size, weight: 500, fill: inks.text }),
      ]),
    ])
  })
  return { x: 0, y: 0, width: figureWidth, height, groups: [...edges, ...circles] }
}

/** The middle of each node on a sheet with room for its words. */
function placed(nodes: readonly Node[]): { x: number; y: number }[] {
  const [xs, ys] = [nodes.map(({ x }) => x ?? 0), nodes.map(({ y }) => y ?? 0)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  return nodes.map(({ x = 0, y = 0, room }) => {
    const side = Math.min(room + 6, figureWidth / 2)
    const across = right === left ? 0.5 : (x - left) / (right - left)
    const down = bottom === top ? 0.5 : (y - top) / (bottom - top)
    return { x: side + across * (figureWidth - 2 * side), y: 28 + down * (height - 80) }
  })
}

/** Moves things apart until no words lie on each other, as far as there is room. */
function cleared(
  nodes: readonly Node[],
  at: { x: number; y: number }[],
): { x: number; y: number }[] {
  const boxes = nodes.map(({ room, radius, label }) => ({
    width: room * 2,
    up: radius + 3,
    down: radius + 6 + linesOf(label).length * 14,
  }))
  for (let round = 0; round < 300; round += 1) {
    let isMoved = false
    for (const [index, one] of at.entries()) {
      for (const [later, other] of at.slice(index + 1).entries()) {
        const [a, b] = [boxes[index], boxes[index + 1 + later]]
        if (!a || !b) continue
        const across = (a.width + b.width) / 2 - Math.abs(one.x - other.x)
        const down =
          one.y < other.y ? a.down + b.up - (other.y - one.y) : b.down + a.up - (one.y - other.y)
        if (across <= 0 || down <= 0) continue
        isMoved = true
        const isUpper = one.y < other.y
        const isLeft = one.x < other.x
        if (down < across) {
          one.y += ((isUpper ? -1 : 1) * down) / 2
          other.y += ((isUpper ? 1 : -1) * down) / 2
        } else {
          one.x += ((isLeft ? -1 : 1) * across) / 2
          other.x += ((isLeft ? 1 : -1) * across) / 2
        }
      }
    }
    for (const [index, place] of at.entries()) {
      const box = boxes[index]
      if (!box) continue
      place.x = Math.max(box.width / 2, Math.min(figureWidth - box.width / 2, place.x))
      place.y = Math.max(box.up, Math.min(height - box.down, place.y))
    }
    if (!isMoved) break
  }
  return at
}

function linesOf(label: string): string[] {
  return breakLines(label, size, 110, 2)
}

function halo(words: string, x: number, y: number, size: number, inks: Inks): Item {
  const width = textWidth(words, size) + 4
  const box = { x: x - width / 2, y: y - size * 0.85, width, height: size * 1.1 }
  return path(rectangle(box), { fill: inks.paper, opacity: 0.85 })
}

function circle(x: number, y: number, r: number): string {
  const k = r * 0.5523
  return [
    `M${n(x - r)} ${n(y)}`,
    `C${n(x - r)} ${n(y - k)} ${n(x - k)} ${n(y - r)} ${n(x)} ${n(y - r)}`,
    `C${n(x + k)} ${n(y - r)} ${n(x + r)} ${n(y - k)} ${n(x + r)} ${n(y)}`,
    `C${n(x + r)} ${n(y + k)} ${n(x + k)} ${n(y + r)} ${n(x)} ${n(y + r)}`,
    `C${n(x - k)} ${n(y + r)} ${n(x - r)} ${n(y + k)} ${n(x - r)} ${n(y)}Z`,
  ].join('')
}
