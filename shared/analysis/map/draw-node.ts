import type { Box, DrawnNode } from './drawing.ts'
import type { MapModelNode } from './map-model.ts'
import { metrics } from './metrics.ts'
import type { Palette } from './palette.ts'
import type { Item } from './picture.ts'
import { n, path, rectangle, roundedRectangle, text } from './picture.ts'
import { badgeWidth } from './texts.ts'

const fold = 12
const radius = 22
const stroke = 1.3

/** The box, its words and its badge. */
export function nodeItems(drawn: DrawnNode, palette: Palette): Item[] {
  const { node } = drawn
  const items = [...outlineItems(node, drawn, palette), ...wordItems(drawn, palette)]
  if (node.outline === 'dotted')
    items.push(
      ...badgeItems(
        { x: drawn.x + drawn.width - 3, y: drawn.y + drawn.height - 2 },
        '?',
        palette,
        palette.nodes[node.shape].stroke,
      ),
    )
  if (node.passages > 0 || node.isUnsupported)
    items.push(
      ...badgeItems(
        { x: drawn.x - 8 + badgeWidth(node.passages) / 2, y: drawn.y + 2 },
        node.passages,
        palette,
      ),
    )
  return items
}

/** The shape alone, for a legend too. */
export function outlineItems(
  node: Pick<MapModelNode, 'shape' | 'outline' | 'isReplicable'>,
  box: Box,
  palette: Palette,
): Item[] {
  const colours = palette.nodes[node.shape]
  const dash = node.outline === 'solid' ? [] : node.outline === 'dashed' ? [5, 3.5] : [0.1, 3.6]
  const line = {
    stroke: colours.stroke,
    width: node.outline === 'dotted' ? 1.8 : stroke,
    dash,
    isRound: node.outline === 'dotted',
  }
  const inner = inset(box, 4)
  const scale = Math.min(1, box.height / 40)
  if (node.shape === 'text' || node.shape === 'clause') {
    const size = fold * scale
    const items: Item[] = [path(sheetShape(box, size), { fill: colours.fill, ...line })]
    if (node.isReplicable)
      items.push(
        path(sheetShape(inset(box, 3.5 * scale), size - 1.5 * scale), { ...line, width: 0.9 }),
      )
    const [right, top] = [box.x + box.width, box.y]
    items.push(
      path(
        `M${n(right - size)} ${n(top)}L${n(right - size)} ${n(top + size)}L${n(right)} ${n(top + size)}Z`,
        { fill: colours.fold, stroke: colours.stroke, width: line.width === 1.8 ? 1.1 : stroke },
      ),
    )
    return items
  }
  if (node.shape === 'actor') return [path(rectangle(box), { fill: colours.fill, ...line })]
  const items: Item[] = [
    path(roundedRectangle(box, radius * Math.min(1, scale + 0.2)), { fill: colours.fill, ...line }),
  ]
  if (node.shape === 'meeting')
    items.push(path(roundedRectangle(inner, (radius - 4) * scale), { ...line, width: 0.9 }))
  return items
}

function inset(box: Box, by: number): Box {
  return { x: box.x + by, y: box.y + by, width: box.width - 2 * by, height: box.height - 2 * by }
}

function sheetShape(box: Box, size: number): string {
  const { x, y } = box
  const [right, bottom] = [x + box.width, y + box.height]
  return `M${n(x)} ${n(y)}L${n(right - size)} ${n(y)}L${n(right)} ${n(y + size)}L${n(right)} ${n(bottom)}L${n(x)} ${n(bottom)}Z`
}

function wordItems(drawn: DrawnNode, palette: Palette): Item[] {
  const height = drawn.lines.length * metrics.labelLine + drawn.detail.length * metrics.smallLine
  const middle = drawn.x + drawn.width / 2
  let line = drawn.y + (drawn.height - height) / 2
  const items: Item[] = []
  for (const words of drawn.lines) {
    const base = line + metrics.labelLine * 0.76
    items.push(
      text(words, middle, base, { size: metrics.labelSize, weight: 500, fill: palette.ink }),
    )
    line += metrics.labelLine
  }
  for (const words of drawn.detail) {
    const base = line + metrics.smallLine * 0.76
    items.push(text(words, middle, base, { size: metrics.smallSize, fill: palette.muted }))
    line += metrics.smallLine
  }
  return items
}

/** The number of passages in a circle, or “?” for what is presumed missing; nothing behind a thing gives a dashed circle around 0. */
export function badgeItems(
  middle: { x: number; y: number },
  content: number | '?',
  palette: Palette,
  stroke: string = palette.muted,
): Item[] {
  const width = (content === '?' ? 2 * metrics.badge : badgeWidth(content)) - 2
  const height = 2 * metrics.badge - 2
  const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
  return [
    path(roundedRectangle(box, height / 2), {
      fill: palette.paper,
      stroke,
      width: 0.9,
      dash: content === 0 ? [2.5, 2] : [],
    }),
    text(String(content), middle.x, middle.y + 4.3, {
      size: metrics.smallSize,
      weight: content === '?' ? 600 : 500,
      fill: content === '?' ? stroke : palette.ink,
    }),
  ]
}
