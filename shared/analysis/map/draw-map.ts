import type { Drawing } from './drawing.ts'
import { edgeItems, edgeLabelItems, roundedLine } from './draw-edge.ts'
import { groundAt, groundGroups } from './draw-ground.ts'
import { nodeItems } from './draw-node.ts'
import { legendItems } from './legend.ts'
import type { MapModel } from './map-model.ts'
import { metrics } from './metrics.ts'
import { paletteOf } from './palette.ts'
import type { Palette } from './palette.ts'
import type { Group, Item, Picture } from './picture.ts'
import { path, rectangle, roundedRectangle, text } from './picture.ts'
import { textWidth } from './text-measure.ts'

/** Everything that is drawn of a map, with its legend below: what SVG, PDF and PNG have in common. */
export function drawMap(drawing: Drawing, model: MapModel): Picture {
  const palette = paletteOf(model.preset)
  const left = Math.min(0, ...drawing.nodes.map((node) => node.x - metrics.margin))
  const top = Math.min(0, ...drawing.nodes.map((node) => node.y - metrics.margin))
  const labels = new Map(model.nodes.map((node) => [node.key, node.label]))
  const edgeTitle = (edge: MapModel['edges'][number]) => {
    const words = edge.label === '' ? model.words.legend[edge.style] : edge.label
    return `${labels.get(edge.from) ?? ''} → ${labels.get(edge.to) ?? ''}: ${words}`
  }
  const frames = drawing.frames.map((frame): Group => {
    const line = { stroke: palette.frame, width: 2 }
    return {
      key: frame.key,
      role: 'frame',
      title: frame.title,
      items: [
        path(roundedRectangle(frame, 10), line),
        ...frame.ties.flatMap((tie) => {
          const to = tie.points.at(-1)
          if (!to) return []
          return [
            path(roundedLine(tie.points), line),
            path(rectangle({ x: to.x - 4, y: to.y - 4, width: 8, height: 8 }), {
              fill: palette.frame,
            }),
          ]
        }),
      ],
    }
  })
  const titles = drawing.frames.filter(({ title }) => title !== '')
  const frameTitles = titles.map((frame): Group => ({
    key: frame.key,
    role: 'frame title',
    title: frame.title,
    items: frameTitleItems(drawing, frame, palette),
  }))
  const edges = drawing.edges.map((drawn): Group => ({
    key: drawn.edge.key,
    role: 'edge',
    title: edgeTitle(drawn.edge),
    items: edgeItems(drawn.edge, drawn.points, palette),
  }))
  const nodes = drawing.nodes.map((drawn): Group => ({
    key: drawn.node.key,
    role: 'node',
    title: [drawn.node.label, drawn.node.detail].filter((part) => part !== '').join(', '),
    items: nodeItems(drawn, palette),
  }))
  const edgeLabels = drawing.edges.flatMap((drawn): Group[] => {
    const { label, edge } = drawn
    if (!label) return []
    const items = edgeLabelItems(drawn, palette, groundAt(drawing, label, palette))
    return [{ key: edge.key, role: 'edge label', title: edgeTitle(edge), items }]
  })
  const legend = legendItems(model, palette, {
    x: left + metrics.margin,
    y: drawing.height,
    width: drawing.width - left - 2 * metrics.margin,
  })
  return {
    x: left,
    y: top,
    width: drawing.width - left,
    height: drawing.height - top + (legend.items.length > 0 ? legend.height : 0),
    groups: [
      ...groundGroups(drawing, model, palette),
      ...frames,
      ...edges,
      ...frameTitles,
      ...nodes,
      ...edgeLabels,
      { key: '', role: 'legend', title: '', items: legend.items },
    ],
  }
}

function frameTitleItems(
  drawing: Drawing,
  { title, titleAt: { x, y }, isTitleCrossed }: Drawing['frames'][number],
  palette: Palette,
): Item[] {
  const width = textWidth(title, metrics.smallSize, true)
  const box = { x: x - 3, y: y - 12, width: width + 6, height: 16 }
  const words = text(title, x, y, {
    ...{ anchor: 'start', size: metrics.smallSize, weight: 600, fill: palette.frame },
  })
  if (!isTitleCrossed) return [words]
  return [path(rectangle(box), { fill: groundAt(drawing, box, palette) }), words]
}
