import { cutsBetween, partsOf } from './cuts.ts'
import type { Range } from './cuts.ts'
import type { Box, Drawing } from './drawing.ts'
import { legendItems } from './legend.ts'
import type { MapModel } from './map-model.ts'
import { metrics } from './metrics.ts'
import {
  isReadable,
  isUprightBetter,
  millimetresPerPixel,
  pageMargin,
  pageScale,
  pointsAt,
  roomOn,
  sheetOf,
} from './page.ts'
import type { Paper, Size } from './page.ts'
import { paletteOf } from './palette.ts'
import type { Picture } from './picture.ts'

/** How a map is put on paper. */
export interface SheetChoice {
  paper: Paper
  /** `auto`: on one sheet if that can be read easily, otherwise on as many as that takes. */
  sheets: 'auto' | 'one' | 'several'
}

export interface SheetPlan {
  /** Of every sheet, in millimetres. */
  size: Size
  /** Free on every side, in millimetres. */
  margin: number
  /** Millimetres on paper for each pixel. */
  scale: number
  /** Of the smallest text, in points. */
  points: number
  /** The whole picture on one sheet, or its parts, row by row. */
  sheets: 'whole' | SheetPart[]
}

/** A part of a map; its names of lanes and weeks are repeated on each sheet. */
export interface SheetPart {
  part: Box
  column: number
  row: number
}

/** Where names of lanes and weeks end and the map itself begins. */
export function headerOf(drawing: Drawing): { x: number; y: number } {
  const [lane] = drawing.lanes
  const hasHeader = drawing.ticks.length > 0 || drawing.note !== null
  return {
    x: lane ? lane.x + metrics.laneHeader : 0,
    y: hasHeader ? metrics.margin + metrics.tickHeader : 0,
  }
}

/** The sheets that a map is printed on. */
export function planSheets(drawing: Drawing, picture: Picture, choice: SheetChoice): SheetPlan {
  const one = wholeSheet(picture, choice.paper)
  if (choice.sheets === 'one') return one
  if (choice.sheets === 'auto' && isReadable(one.points)) return one
  return severalSheets(drawing, choice.paper) ?? one
}

function wholeSheet(picture: Picture, paper: Paper): SheetPlan {
  const scale = pageScale(picture, paper)
  const size = sheetOf(paper, isUprightBetter(picture, paper))
  return { size, margin: pageMargin, scale, points: pointsAt(scale), sheets: 'whole' }
}

/** Room for the marks where lines come in from the sheet before; those that go on have the margin. */
export const markRoom = 20
/** Of several sheets, in millimetres: every sheet less counts. */
const narrowMargin = 8
/** Parts are made smaller than nine points only where a box is larger than a sheet. */
const scales = [1, 0.9, 0.8, 0.7, 0.6, 0.5]

function severalSheets(drawing: Drawing, paper: Paper): SheetPlan | null {
  const header = headerOf(drawing)
  const left = Math.min(header.x, ...drawing.nodes.map(({ x }) => x - metrics.margin))
  const top = Math.min(header.y, ...drawing.nodes.map(({ y }) => y - metrics.margin))
  // Without the margin of the drawing, but for the border of the lanes.
  const across = { from: left, to: drawing.width - metrics.margin + 1 }
  const down = { from: top, to: drawing.height - metrics.margin + 1 }
  const boxes = drawing.nodes
  const strokes = drawing.edges.flatMap(({ points }) =>
    points.slice(1).map((to, index) => ({ from: points[index] ?? to, to })),
  )
  const cutsAcross = cutsBetween(
    across,
    boxes.map(({ x, width }) => ({ from: x - 10, to: x + width + 2 })),
    drawing.ticks.map((tick) => tick.left),
    strokes.flatMap(({ from, to }) => (from.x === to.x ? [to.x] : [])),
  )
  const cutsDown = cutsBetween(
    down,
    boxes.map(({ y, height }) => ({ from: y - 10, to: y + height + 2 })),
    drawing.lanes.map(({ y }) => y),
    strokes.flatMap(({ from, to }) => (from.y === to.y ? [to.y] : [])),
  )
  for (const scale of scales) {
    const plans = [false, true].flatMap((isUpright) => {
      const size = sheetOf(paper, isUpright)
      const room = roomOn(size, narrowMargin)
      const width = room.width / scale - header.x - markRoom
      const columns = partsOf(across, cutsAcross, width)
      const height = room.height / scale - header.y - markRoom
      const rows = partsOf(down, cutsDown, height)
      return columns && rows ? [{ size, columns, rows }] : []
    })
    const [best] = plans.toSorted(
      (a, b) => a.columns.length * a.rows.length - b.columns.length * b.rows.length,
    )
    if (!best) continue
    const millimetres = scale * millimetresPerPixel
    return {
      size: best.size,
      margin: narrowMargin,
      scale: millimetres,
      points: pointsAt(millimetres),
      sheets: best.rows.flatMap((y, row) =>
        best.columns.map((x, column) => ({ part: boxOf(x, y), column, row })),
      ),
    }
  }
  return null
}

function boxOf(x: Range, y: Range): Box {
  return { x: x.from, y: y.from, width: x.to - x.from, height: y.to - y.from }
}

/** The legend for sheets of this width in pixels; it begins at 0, 0. */
export function sheetLegend(model: MapModel, width: number) {
  return legendItems(model, paletteOf(model.preset), { x: 0, y: 0, width })
}

/** The lines that go on past a border of a part: where they cross it, and which way they run. */
export function crossings(
  drawing: Drawing,
  part: Box,
): { side: 'left' | 'right' | 'top' | 'bottom'; at: number }[] {
  const [right, bottom] = [part.x + part.width, part.y + part.height]
  const found = drawing.edges.flatMap(({ points }) =>
    points.slice(1).flatMap((to, index) => {
      const from = points[index] ?? to
      const isAcross = from.y === to.y
      const [low, high] = isAcross
        ? [Math.min(from.x, to.x), Math.max(from.x, to.x)]
        : [Math.min(from.y, to.y), Math.max(from.y, to.y)]
      const along = isAcross ? from.y : from.x
      const isInside = isAcross
        ? along >= part.y && along < bottom
        : along >= part.x && along < right
      if (!isInside) return []
      const [first, last] = isAcross ? [part.x, right] : [part.y, bottom]
      const sides = isAcross ? (['left', 'right'] as const) : (['top', 'bottom'] as const)
      return [
        ...(low < first && high > first ? [{ side: sides[0], at: along }] : []),
        ...(low < last && high > last ? [{ side: sides[1], at: along }] : []),
      ]
    }),
  )
  return found.toSorted((a, b) => (a.side < b.side ? -1 : a.side > b.side ? 1 : a.at - b.at))
}
