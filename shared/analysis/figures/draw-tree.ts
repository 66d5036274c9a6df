import { hierarchy, treemap } from 'd3-hierarchy'
import { path, rectangle, text, type Group, type Item, type Picture } from '../map/picture.ts'
import { breakLines, textWidth } from '../map/text-measure.ts'
import type { FigureData, FigureShape } from './figure.ts'
import type { Inks } from './inks.ts'
import { figureWidth, grouped, markGroup } from './parts.ts'

interface Branch {
  row: number
  label: string
  own: number
  children: Branch[]
}

const height = 440
const head = 18

/** Boxes inside boxes, each as large as its number; those with others inside have a head. */
export function drawTree(
  data: FigureData,
  shape: Extract<FigureShape, { type: 'tree' }>,
  inks: Inks,
): Picture {
  const branches = shape.nodes.map(({ row, label }): Branch => ({
    row,
    label,
    own: data.rows[row]?.value ?? 0,
    children: [],
  }))
  const top: Branch = { row: -1, label: '', own: 0, children: [] }
  for (const [index, { parent }] of shape.nodes.entries()) {
    const branch = branches[index]
    if (branch) (branches[parent ?? -1] ?? top).children.push(branch)
  }
  const root = hierarchy(top)
    .sum(({ own, children }) => (children.length === 0 ? own : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
  const laid = treemap<Branch>()
    .size([figureWidth, height])
    .paddingInner(3)
    .paddingOuter(3)
    .paddingTop(({ depth }) => (depth === 0 ? 0 : head))(root)
  const groups = laid
    .descendants()
    .filter(({ depth, value }) => depth > 0 && (value ?? 0) > 0)
    .map(({ data: branch, x0, y0, x1, y1, children }): Group => {
      const box = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }
      const fill = children ? inks.paper : inks.soft
      const stroke = children ? inks.muted : inks.mark
      return markGroup(data, branch.row, [
        path(rectangle(box), { fill, stroke, width: 1 }),
        ...(children ? headOf(branch, box.width, x0, y0, inks) : leafOf(branch, box, inks)),
      ])
    })
  return { x: -1, y: -1, width: figureWidth + 2, height: height + 2, groups }
}

function headOf(branch: Branch, width: number, x: number, y: number, inks: Inks): Item[] {
  const [line] = breakLines(`${branch.label} ${grouped(branch.own)}`, 11, width - 8, 1)
  if (line === undefined || width < 30) return []
  return [text(line, x + 5, y + 13, { anchor: 'start', size: 11, weight: 600, fill: inks.text })]
}

function leafOf(
  { label, own }: Branch,
  { x, y, width, height: room }: { x: number; y: number; width: number; height: number },
  inks: Inks,
): Item[] {
  const most = Math.floor((room - 6) / 14)
  if (most < 1 || width < 22) return []
  const lines = breakLines(label, 11, width - 8, Math.max(1, Math.min(3, most - 1)))
  const number = grouped(own)
  const isWide = lines.every((line) => textWidth(line, 11) <= width - 6)
  const shown = isWide ? lines : []
  const all = most > shown.length ? [...shown, number] : shown
  return all.map((line, index) =>
    text(line, x + 5, y + 14 + index * 14, {
      anchor: 'start',
      size: 11,
      weight: line === number ? 400 : 500,
      fill: inks.text,
    }),
  )
}
