import { grown, overlap } from './box-index.ts'
import type { Box, Drawing, DrawnNode } from './drawing.ts'
import { drawnFrame, frameAround, isTie, titleBox } from './frames.ts'
import { placeLabels } from './labels.ts'
import type { MapModel } from './map-model.ts'
import { metrics } from './metrics.ts'
import { Routing } from './routing.ts'
import type { Sheet } from './sheet.ts'
import { badgesOn, drawnEdges, linesOf } from './sheet.ts'
import { fixedGrid } from './slabs.ts'

/** Room around the boxes in which lines can go round them. */
const rim = 48

/**
 * Puts nodes where a hand has set them, moves the others out of their way, and draws all lines anew
 * around the boxes as they stand.
 */
export function fitPinned(model: MapModel, sheet: Sheet): Drawing {
  const { placement } = sheet
  const boxes = standing(sheet)
  const size = sheet.size()
  const right = Math.max(size.width - metrics.margin, ...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(size.height - metrics.margin, ...boxes.map((box) => box.y + box.height))
  // Names of lanes and weeks stand before this; lines stay behind it as long as the boxes do.
  const { origin } = sheet
  const left = Math.min(origin.x, ...boxes.map(({ x }) => (x < origin.x ? x - rim : x)))
  const top = Math.min(origin.y, ...boxes.map(({ y }) => (y < origin.y ? y - rim : y)))
  const ground = { x: left, y: top, width: right + rim - left, height: bottom + rim - top }
  const grid = fixedGrid(boxes, ground)
  const indexOf = new Map(placement.seats.map((seat, index) => [seat.node.key, index]))
  const routing = new Routing(model, grid, { x: 0, y: 0 }, indexOf, () => boxes)
  const nodes = placement.seats.map((seat, index): DrawnNode => {
    const text = sheet.texts[index]
    const box = boxes[index] ?? { x: 0, y: 0, width: 0, height: 0 }
    return { node: seat.node, ...box, lines: text?.lines ?? [], detail: text?.detail ?? [] }
  })
  const frames = model.frames.flatMap((frame) => frameAround(frame, nodes))
  const drawnLines = linesOf(routing)
  const titles = frames.map((frame) => titleBox(frame, drawnLines, boxes))
  const lines = routing
    .points()
    .map((points, index) => ({ points, text: routing.texts[index] ?? null }))
  const obstacles = [...boxes, ...badgesOn(boxes, placement), ...titles]
  const drawn = drawnEdges(routing, placeLabels(lines, obstacles, true).boxes)
  const edges = drawn.filter((line) => !isTie(line.edge))
  const reach = edges.flatMap((edge) => [
    ...edge.points,
    ...(edge.label
      ? [{ x: edge.label.x + edge.label.width, y: edge.label.y + edge.label.height }]
      : []),
  ])
  const width = Math.max(right, ...reach.map((point) => point.x)) + metrics.margin
  const height = Math.max(bottom, ...reach.map((point) => point.y)) + metrics.margin
  return {
    width,
    height,
    ...sheet.header(width),
    nodes,
    edges,
    frames: frames.flatMap((frame, index) => {
      const title = titles[index]
      return title ? [drawnFrame(frame, title, drawn)] : []
    }),
  }
}

/** Boxes with the pinned ones in their places; others that these cover go to the nearest free one. */
function standing(sheet: Sheet): Box[] {
  const boxes = sheet.boxes()
  const { seats } = sheet.placement
  const pinned = new Set<number>()
  for (const [index, seat] of seats.entries()) {
    const box = boxes[index]
    const { x, y } = seat.node
    if (!box || x === null || y === null) continue
    boxes[index] = { ...box, x, y }
    pinned.add(index)
  }
  const { lanes } = sheet.header(sheet.size().width)
  const settled = [...pinned].flatMap((index) => boxes[index] ?? [])
  for (const [index, box] of boxes.entries()) {
    if (pinned.has(index)) continue
    const lane = lanes.find((one) => box.y >= one.y && box.y < one.y + one.height)
    const place = freePlace(box, settled, lane ?? null) ?? freePlace(box, settled, null) ?? box
    boxes[index] = place
    settled.push(place)
  }
  return boxes
}

/** In the lane as far as possible; null if there is no room in it. */
function freePlace(box: Box, settled: readonly Box[], lane: Box | null): Box | null {
  const gap = metrics.gutterY - 6
  for (let ring = 0; ring < (lane ? 60 : 2000); ring += 1)
    for (let down = 0; down <= ring; down += 1)
      for (const [x, y] of [
        [ring, down],
        [-ring, down],
        [ring, -down],
        [-ring, -down],
        [down, ring],
        [-down, ring],
        [down, -ring],
        [-down, -ring],
      ] as const) {
        const place = { ...box, x: box.x + x * 16, y: box.y + y * 16 }
        if (place.x < metrics.margin || place.y < metrics.margin) continue
        if (lane && (place.y < lane.y + 8 || place.y + place.height > lane.y + lane.height - 8))
          continue
        const near = grown(place, gap)
        if (!settled.some((other) => overlap(near, other))) return place
      }
  return null
}
