import type { Box, DrawnEdge, DrawnNode, Drawing, Point } from './drawing.ts'
import { drawnFrame, framesOnGrid, isTie, reserveFrames, titleBox } from './frames.ts'
import { groupBands } from './lane-bands.ts'
import { placeLabels } from './labels.ts'
import type { MapModel } from './map-model.ts'
import { metrics } from './metrics.ts'
import type { Placement } from './seats.ts'
import { Routing } from './routing.ts'
import type { Grid, Slab } from './slabs.ts'
import { elasticGrid, slab } from './slabs.ts'
import type { EdgeText, NodeText } from './texts.ts'
import { badgeWidth, nodeText } from './texts.ts'

/** Times that gutters are widened for words without room; fewer where there are many. */
const growthRounds = 6
const manyLines = 150

/** A placement drawn with boxes of one width: rows, columns and gutters as wide as lines need. */
export class Sheet {
  readonly #model: MapModel
  readonly placement: Placement
  readonly #boxWidth: number
  readonly #grid: Grid
  readonly #routing: Routing
  readonly #laneSlabs: [number, number][]
  readonly #rowSlab: number[]
  /** Where the first cell begins, behind the names of lanes and below those of weeks. */
  readonly origin: Point
  readonly texts: NodeText[]

  constructor(model: MapModel, placement: Placement, boxWidth: number) {
    this.#model = model
    this.placement = placement
    this.#boxWidth = boxWidth
    this.texts = placement.seats.map((seat) => nodeText(seat.node, boxWidth))
    const { ys, rowSlab, laneSlabs } = rowSlabs(placement, this.texts)
    this.#rowSlab = rowSlab
    this.#laneSlabs = laneSlabs
    const xs = columnSlabs(placement.columnCount, boxWidth)
    const cells = placement.seats.map((seat) => ({
      x: seat.column * 2 + 1,
      y: rowSlab[seat.row] ?? 0,
    }))
    reserveFrames(model, placement, cells, xs, ys)
    this.#grid = elasticGrid(xs, ys, cells)
    const hasGroups = placement.lanes.some((lane) => lane.group !== '')
    const hasHeader = placement.ticks.length > 0 || model.axis === 'none'
    this.origin = {
      x:
        metrics.margin +
        (hasGroups ? metrics.groupHeader : 0) +
        (placement.lanes.length > 0 ? metrics.laneHeader : 0),
      y: metrics.margin + (hasHeader ? metrics.tickHeader : 0),
    }
    const indexOf = new Map(placement.seats.map((seat, index) => [seat.node.key, index]))
    this.#routing = new Routing(model, this.#grid, this.origin, indexOf, () => this.boxes())
    this.#settleLabels()
  }

  boxes(): Box[] {
    return this.placement.seats.map((seat) => {
      const column = this.#grid.xs[seat.column * 2 + 1]
      const row = this.#grid.ys[this.#rowSlab[seat.row] ?? 0]
      return {
        x: column?.start ?? 0,
        y: row?.start ?? 0,
        width: this.#boxWidth,
        height: row?.size ?? 0,
      }
    })
  }

  size(): { width: number; height: number } {
    const end = (slabs: readonly Slab[]) => (slabs.at(-1)?.start ?? 0) + (slabs.at(-1)?.size ?? 0)
    return {
      width: Math.ceil(end(this.#grid.xs) + metrics.margin),
      height: Math.ceil(end(this.#grid.ys) + metrics.margin),
    }
  }

  #settleLabels(): void {
    const rounds = this.#model.edges.length > manyLines ? 1 : growthRounds
    for (let round = 0; round < rounds; round += 1) {
      const { homeless } = this.#labels(false)
      if (homeless.length === 0) return
      for (const line of homeless) this.#routing.makeRoom(line)
      this.#routing.place()
    }
  }

  #labels(isLast: boolean) {
    const points = this.#routing.points()
    const lines = points.map((corners, index) => ({
      points: corners,
      text: this.#routing.texts[index] ?? null,
    }))
    const boxes = this.boxes()
    const titles = this.#frames().map(({ title }) => title)
    const obstacles = [...boxes, ...badgesOn(boxes, this.placement), ...titles]
    return placeLabels(lines, obstacles, isLast)
  }

  #frames() {
    const lines = linesOf(this.#routing)
    const boxes = this.boxes()
    return framesOnGrid(this.#model, this.placement, this.#grid, this.#rowSlab).map((frame) => ({
      frame,
      title: titleBox(frame, lines, boxes),
    }))
  }

  draw(): Drawing {
    const boxes = this.boxes()
    const { width, height } = this.size()
    const labels = this.#labels(true)
    const nodes = this.placement.seats.map((seat, index): DrawnNode => {
      const box = boxes[index] ?? { x: 0, y: 0, width: 0, height: 0 }
      const text = this.texts[index]
      return { node: seat.node, ...box, lines: text?.lines ?? [], detail: text?.detail ?? [] }
    })
    const lines = drawnEdges(this.#routing, labels.boxes)
    const edges = lines.filter((line) => !isTie(line.edge))
    const reachX = Math.max(...edges.map(({ label }) => (label ? label.x + label.width : 0)), 0)
    const reachY = Math.max(...edges.map(({ label }) => (label ? label.y + label.height : 0)), 0)
    const sheetWidth = Math.max(width, reachX + metrics.margin)
    return {
      width: sheetWidth,
      height: Math.max(height, reachY + metrics.margin),
      ...this.header(sheetWidth),
      nodes,
      edges,
      frames: this.#frames().map(({ frame, title }) => drawnFrame(frame, title, lines)),
    }
  }

  /** Lanes, sites and weeks for a sheet of this width. */
  header(width: number): Pick<Drawing, 'lanes' | 'groups' | 'ticks' | 'note'> {
    const { xs, ys } = this.#grid
    const hasGroups = this.placement.lanes.some((lane) => lane.group !== '')
    const left = metrics.margin + (hasGroups ? metrics.groupHeader : 0)
    const lanes = this.placement.lanes.map((lane, index) => {
      const [first, last] = this.#laneSlabs[index] ?? [0, 0]
      const [top, bottom] = [ys[first], ys[last]]
      const y = top?.start ?? 0
      const height = (bottom?.start ?? 0) + (bottom?.size ?? 0) - y
      return { ...lane, x: left, y, width: width - metrics.margin - left, height }
    })
    const line = metrics.margin + metrics.smallSize
    return {
      lanes,
      groups: groupBands(lanes),
      ticks: this.placement.ticks.map((tick) => {
        const column = xs[tick.column * 2 + 1]
        const [before, after] = [xs[tick.column * 2], xs[tick.column * 2 + 2]]
        return {
          label: tick.label,
          x: (column?.start ?? 0) + (column?.size ?? 0) / 2,
          y: line,
          left: tick.column === 0 ? (before?.start ?? 0) : middleOf(before),
          right: tick.column === this.placement.columnCount - 1 ? endOf(after) : middleOf(after),
        }
      }),
      note:
        this.#model.axis === 'none' && this.#model.nodes.length > 0
          ? { label: this.#model.words.orderNotFixed, x: this.origin.x, y: line }
          : null,
    }
  }
}

function middleOf(strip: Slab | undefined): number {
  return (strip?.start ?? 0) + (strip?.size ?? 0) / 2
}

function endOf(strip: Slab | undefined): number {
  return (strip?.start ?? 0) + (strip?.size ?? 0)
}

/** The corners of what is drawn as a line; of a tie only a part is. */
export function linesOf(routing: Routing): Point[][] {
  return routing.points().filter((_, index) => {
    const edge = routing.edges[index]
    return edge !== undefined && !isTie(edge)
  })
}

export function drawnEdges(routing: Routing, labels: readonly (Box | null)[]): DrawnEdge[] {
  const points = routing.points()
  return routing.edges.map((edge, index) => {
    const text: EdgeText | null = routing.texts[index] ?? null
    const box = labels[index] ?? null
    const badge =
      text?.hasBadge && box
        ? { x: box.x + box.width - badgeWidth(edge.passages) / 2, y: box.y + box.height / 2 }
        : null
    return {
      edge,
      points: points[index] ?? [],
      label: text && box ? { ...box, lines: text.lines } : null,
      badge,
    }
  })
}

/** Badges of nodes hang over their upper left corner, question marks over the lower right one. */
export function badgesOn(boxes: readonly Box[], placement: Placement): Box[] {
  const height = 2 * metrics.badge
  return boxes.flatMap((box, index) => {
    const node = placement.seats[index]?.node
    const badge = { x: box.x - 8, y: box.y - 8, width: badgeWidth(node?.passages ?? 0), height }
    if (node?.outline !== 'dotted') return [badge]
    const [x, y] = [box.x + box.width - 12, box.y + box.height - 11]
    return [badge, { x, y, width: height, height }]
  })
}

function columnSlabs(count: number, width: number): Slab[] {
  const slabs = [slab(true, 16)]
  const gutter = width < 110 ? metrics.gutterNarrow : metrics.gutterX
  for (let column = 0; column < count; column += 1)
    slabs.push(slab(false, width), slab(true, column === count - 1 ? 16 : gutter))
  return slabs
}

/** Within a lane rows and gutters take turns; each lane begins and ends with a gutter of its own. */
function rowSlabs(placement: Placement, texts: readonly NodeText[]) {
  const heights = Array.from({ length: placement.rowCount }, () => metrics.boxMinHeight as number)
  for (const [index, seat] of placement.seats.entries())
    heights[seat.row] = Math.max(heights[seat.row] ?? 0, texts[index]?.height ?? 0)
  const ys: Slab[] = []
  const rowSlab: number[] = []
  const laneSlabs: [number, number][] = []
  const least = placement.lanes.length > 0 ? metrics.laneGutter : 14
  for (const [first, last] of placement.laneRows) {
    const top = ys.length
    for (let row = first; row <= last; row += 1) {
      ys.push(slab(true, row === first ? least : metrics.gutterY))
      rowSlab[row] = ys.length
      ys.push(slab(false, heights[row] ?? 0))
    }
    ys.push(slab(true, least))
    laneSlabs.push([top, ys.length - 1])
  }
  return { ys, rowSlab, laneSlabs }
}
