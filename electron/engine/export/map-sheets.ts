import type { Box, Drawing } from '../../../shared/analysis/map/drawing.ts'
import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import { metrics } from '../../../shared/analysis/map/metrics.ts'
import { overlap } from '../../../shared/analysis/map/box-index.ts'
import { paletteOf } from '../../../shared/analysis/map/palette.ts'
import type { Group, Item, Picture } from '../../../shared/analysis/map/picture.ts'
import { n, path, text } from '../../../shared/analysis/map/picture.ts'
import { roomOn } from '../../../shared/analysis/map/page.ts'
import { crossings, headerOf, markRoom, sheetLegend } from '../../../shared/analysis/map/sheets.ts'
import type { SheetPart, SheetPlan } from '../../../shared/analysis/map/sheets.ts'
import { textWidth } from '../../../shared/analysis/map/text-measure.ts'

/** Items of one sheet, moved by an offset, nothing of them outside a box if there is one. */
export interface Panel {
  dx: number
  dy: number
  clip: Box | null
  items: Item[]
}

/** What is drawn on each sheet, in pixels from the upper left corner of its room. */
export function panelsOfSheets(
  drawing: Drawing,
  picture: Picture,
  model: MapModel,
  plan: Omit<SheetPlan, 'sheets'> & { sheets: SheetPart[] },
): Panel[][] {
  const header = headerOf(drawing)
  const room = roomOn(plan.size, plan.margin)
  const factor = (96 / 25.4) * plan.scale
  const size = { width: room.width / factor, height: room.height / factor }
  const sheets = plan.sheets.map((sheet) => partPanels(drawing, picture, model, sheet, plan.sheets))
  const legend = sheetLegend(model, size.width)
  if (legend.items.length === 0) return sheets
  const last = plan.sheets.at(-1)
  const below = last ? topOf(last, header.y) + last.part.height + markRoom : 0
  const isRoom = below + legend.height <= size.height
  const panel = { dx: 0, dy: isRoom ? below : 0, clip: null, items: legend.items }
  if (isRoom) sheets.at(-1)?.push(panel)
  else sheets.push([panel])
  return sheets
}

/** Which sheet it is stands in the upper margin. */
const captionLine = -10

/** Where the part begins, behind the names and, if something stands before it, the marks. */
function leftOf({ column }: SheetPart, header: number): number {
  return header + (column > 0 ? markRoom : 0)
}

function topOf({ row }: SheetPart, header: number): number {
  return header + (row > 0 ? markRoom : 0)
}

function partPanels(
  drawing: Drawing,
  picture: Picture,
  model: MapModel,
  sheet: SheetPart,
  all: readonly SheetPart[],
): Panel[] {
  const { part } = sheet
  const header = headerOf(drawing)
  const [left, top] = [leftOf(sheet, header.x), topOf(sheet, header.y)]
  const lanes = { x: 0, y: part.y, width: header.x, height: part.height }
  const weeks = { x: part.x, y: 0, width: part.width, height: header.y }
  const places = [
    { box: weeks, dx: left - part.x, dy: 0 },
    { box: lanes, dx: 0, dy: top - part.y },
    { box: part, dx: left - part.x, dy: top - part.y },
  ]
    .filter(({ box }) => box.width > 0 && box.height > 0)
    .map((place) => ({ ...place, ...itemsIn(picture.groups, place.box) }))
  // Words last: they may hang over the border of their part.
  const panels: Panel[] = [
    ...places.map(({ box, dx, dy, lines }) => ({ dx, dy, clip: box, items: lines })),
    ...places.map(({ dx, dy, words }) => ({ dx, dy, clip: null, items: words })),
  ]
  const number = all.indexOf(sheet) + 1
  const palette = paletteOf(model.preset)
  const words = `${model.title} · ${model.words.sheet
    .replace('{{number}}', String(number))
    .replace('{{count}}', String(all.length))}`
  const caption = text(words, 0, captionLine, {
    ...{ anchor: 'start', size: metrics.smallSize, fill: palette.muted },
  })
  const marks = continuations(drawing, sheet, all, palette.muted)
  return [
    ...panels,
    { dx: left - part.x, dy: top - part.y, clip: null, items: marks },
    { dx: 0, dy: 0, clip: null, items: [caption] },
  ]
}

/** Lines, which are cut at the border; words, which stand whole on the sheet that has their middle. */
function itemsIn(groups: readonly Group[], box: Box): { lines: Item[]; words: Item[] } {
  const lines: Item[] = []
  const words: Item[] = []
  for (const group of groups) {
    if (group.role === 'legend') continue
    if (group.role === 'edge label' || group.role === 'frame title' || group.role === 'node') {
      const whole = around(group.items.map(boxOf))
      if (whole && isInside(whole, box))
        words.push(...group.items.map((item) => moved(item, whole, box)))
      continue
    }
    for (const item of group.items) {
      if (item.kind === 'text' ? isInside(boxOf(item), box) : overlap(grown(boxOf(item)), box))
        (item.kind === 'text' ? words : lines).push(item)
    }
  }
  return { lines, words }
}

/** Words that would hang over the border by more than this are moved inwards. */
const overhang = 26

function moved(item: Item, whole: Box, box: Box): Item {
  if (item.kind === 'path') {
    const by = shift(whole, box)
    return by === 0
      ? item
      : {
          ...item,
          d: item.d.replaceAll(pair, (_, x: string, y: string) => `${n(Number(x) + by)} ${y}`),
        }
  }
  return { ...item, x: item.x + shift(whole, box) }
}

function shift(whole: Box, box: Box): number {
  const before = box.x - overhang - whole.x
  const behind = whole.x + whole.width - (box.x + box.width + overhang)
  return before > 0 ? before : behind > 0 ? -behind : 0
}

const pair = /(-?[\d.]+) (-?[\d.]+)/gu

/** The box around an item; that of a path around its control points. */
function boxOf(item: Item): Box {
  if (item.kind === 'text') {
    const width = textWidth(item.text, item.size, item.weight > 400)
    const x = item.anchor === 'middle' ? item.x - width / 2 : item.x
    return { x, y: item.y - item.size * 0.8, width, height: item.size }
  }
  const corners = [...item.d.matchAll(pair)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
    width: 0,
    height: 0,
  }))
  return around(corners) ?? { x: 0, y: 0, width: 0, height: 0 }
}

function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - y
  return { x, y, width, height }
}

/** Lines that run straight have no breadth of their own. */
function grown({ x, y, width, height }: Box): Box {
  return { x: x - 1, y: y - 1, width: width + 2, height: height + 2 }
}

function isInside(inner: Box, outer: Box): boolean {
  const [x, y] = [inner.x + inner.width / 2, inner.y + inner.height / 2]
  return x >= outer.x && x < outer.x + outer.width && y >= outer.y && y < outer.y + outer.height
}

const ways = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] } as const
/** Nearer to each other two marks share one number. */
const apart = 15

/** A small triangle where a line goes on, with the number of the sheet on which it does. */
function continuations(
  drawing: Drawing,
  { part, column, row }: SheetPart,
  all: readonly SheetPart[],
  fill: string,
): Item[] {
  const items: Item[] = []
  let last = { side: '', at: -Infinity }
  for (const { side, at } of crossings(drawing, part)) {
    const [dx, dy] = ways[side]
    const next = all.findIndex((other) => other.column === column + dx && other.row === row + dy)
    if (next < 0) continue
    const x = dx === 0 ? at : dx < 0 ? part.x : part.x + part.width
    const y = dy === 0 ? at : dy < 0 ? part.y : part.y + part.height
    items.push(
      path(
        `M${n(x + dx * 8)} ${n(y + dy * 8)}L${n(x + dx * 2 - dy * 4)} ${n(y + dy * 2 - dx * 4)}L${n(x + dx * 2 + dy * 4)} ${n(y + dy * 2 + dx * 4)}Z`,
        { fill },
      ),
    )
    if (last.side === side && at - last.at < apart) continue
    last = { side, at }
    items.push(
      text(String(next + 1), x + dx * 16, y + dy * 16 + 4.3, { size: metrics.smallSize, fill }),
    )
  }
  return items
}
