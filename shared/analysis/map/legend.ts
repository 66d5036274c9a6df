import type { LegendEntry, MapModel } from './map-model.ts'
import { legendEntries } from './map-model.ts'
import { edgeItems } from './draw-edge.ts'
import { badgeItems, outlineItems } from './draw-node.ts'
import { metrics } from './metrics.ts'
import type { Palette } from './palette.ts'
import type { Item } from './picture.ts'
import { path, roundedRectangle, text } from './picture.ts'
import { textWidth } from './text-measure.ts'

const sample = { width: 36, height: 18 }
const rowHeight = 23

/** What a map uses of the notation, in the order of the legend. */
export function usedEntries(model: MapModel): LegendEntry[] {
  const used = new Set<LegendEntry>()
  for (const node of model.nodes) {
    if (node.passages > 0) used.add('passages')
    if (node.shape === 'actor') used.add('actor')
    else if (node.shape === 'work' || node.shape === 'meeting') {
      used.add(node.shape)
      if (node.outline === 'dashed') used.add('invisible work')
    } else if (node.outline === 'dotted') used.add('missing text')
    else if (node.outline === 'dashed') used.add('mentioned text')
    else used.add(node.isReplicable ? 'form' : 'text')
    if (node.isReplicable) used.add('form')
  }
  for (const edge of model.edges) {
    if (edge.isDotted) used.add('inferred')
    else used.add(edge.style)
    if (edge.style === 'conflict') used.add('conflict')
    if (edge.isContradicted) used.add('contradicted')
    if (edge.isOnCircuit) used.add('circuit')
    if (edge.passages > 0) used.add('passages')
  }
  if (model.frames.length > 0) used.add('frame')
  return legendEntries.filter((entry) => used.has(entry))
}

/** Samples with their words, in as many rows as the width asks for. */
export function legendItems(
  model: MapModel,
  palette: Palette,
  place: { x: number; y: number; width: number },
): { items: Item[]; height: number } {
  const items: Item[] = []
  let x = place.x
  let y = place.y + 14
  for (const entry of usedEntries(model)) {
    const words = model.words.legend[entry]
    const length = sample.width + 8 + textWidth(words, metrics.smallSize)
    if (x > place.x && x + length > place.x + place.width) {
      x = place.x
      y += rowHeight
    }
    items.push(...sampleItems(entry, { x, y }, palette))
    items.push(
      text(words, x + sample.width + 8, y + sample.height / 2 + 4.3, {
        anchor: 'start',
        size: metrics.smallSize,
        fill: palette.ink,
      }),
    )
    x += length + 18
  }
  return { items, height: y + rowHeight - place.y }
}

function sampleItems(entry: LegendEntry, at: { x: number; y: number }, palette: Palette): Item[] {
  const box = { ...at, ...sample }
  const line = [
    { x: at.x, y: at.y + sample.height / 2 },
    { x: at.x + sample.width, y: at.y + sample.height / 2 },
  ]
  const shape = (
    kind: 'text' | 'work' | 'meeting' | 'actor',
    outline: 'solid' | 'dashed' | 'dotted' = 'solid',
    isReplicable = false,
  ) => outlineItems({ shape: kind, outline, isReplicable }, box, palette)
  const edge = { isDotted: false, isContradicted: false, isOnCircuit: false }
  switch (entry) {
    case 'text':
      return shape('text')
    case 'mentioned text':
      return shape('text', 'dashed')
    case 'missing text':
      return [
        ...shape('text', 'dotted'),
        text('?', at.x + 13, at.y + 14, {
          ...{ size: 13, weight: 600, fill: palette.nodes.text.stroke },
        }),
      ]
    case 'form':
      return shape('text', 'solid', true)
    case 'work':
      return shape('work')
    case 'invisible work':
      return shape('work', 'dashed')
    case 'meeting':
      return shape('meeting')
    case 'actor':
      return shape('actor')
    case 'inferred':
      return edgeItems({ ...edge, style: 'text moves', isDotted: true }, line, palette)
    case 'contradicted':
      return edgeItems({ ...edge, style: 'text moves', isContradicted: true }, line, palette)
    case 'circuit':
      return edgeItems({ ...edge, style: 'text moves', isOnCircuit: true }, line, palette)
    case 'passages':
      return badgeItems({ x: at.x + sample.width / 2, y: at.y + sample.height / 2 }, 3, palette)
    case 'frame':
      return [path(roundedRectangle(box, 6), { stroke: palette.frame, width: 2 })]
    default:
      return edgeItems({ ...edge, style: entry }, line, palette)
  }
}
