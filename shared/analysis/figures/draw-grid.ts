import { n, path, rectangle, text, type Group, type Picture } from '../map/picture.ts'
import { breakLines, textWidth } from '../map/text-measure.ts'
import type { FigureData, FigureShape } from './figure.ts'
import type { Inks } from './inks.ts'
import { figureWidth, grouped, markGroup, plainGroup } from './parts.ts'

const labelWidth = 170
const size = 12

/** Numbers in squares as large as they are, in lines and columns. */
export function drawGrid(
  data: FigureData,
  shape: Extract<FigureShape, { type: 'grid' }>,
  inks: Inks,
): Picture {
  const valueOf = (row: number) => data.rows[row]?.value ?? 0
  const most = Math.max(1, ...shape.cells.map(({ row }) => valueOf(row)))
  const column = Math.max(30, Math.min(80, (figureWidth - labelWidth) / shape.columns.length))
  const line = 26
  const isTurned = shape.columns.some((label) => textWidth(label, 11) > column - 6)
  const head = isTurned ? Math.max(...shape.columns.map((label) => textWidth(label, 11))) + 12 : 24
  const width = Math.max(figureWidth, labelWidth + column * shape.columns.length)
  const height = head + line * shape.lines.length + 4
  const ground: Group = plainGroup([
    ...shape.columns.map((label, index) => {
      const x = labelWidth + (index + 0.5) * column
      return isTurned
        ? text(label, x + 4, head - 6, { size: 11, anchor: 'start', fill: inks.muted, isTurned })
        : text(label, x, head - 8, { size: 11, fill: inks.muted })
    }),
    ...shape.lines.flatMap((label, index) => {
      const [shown = ''] = breakLines(label, size, labelWidth - 12, 1)
      const y = head + index * line
      const x = labelWidth - 10 - textWidth(shown, size)
      return [
        path(`M0 ${n(y)}L${n(width)} ${n(y)}`, { stroke: inks.line, width: 0.5 }),
        text(shown, x, y + line / 2 + 4, { anchor: 'start', size, fill: inks.text }),
      ]
    }),
  ])
  const marks = shape.cells.map(({ row, line: down, column: across }) => {
    const side = Math.max(16, 23 * Math.sqrt(valueOf(row) / most))
    const x = labelWidth + (across + 0.5) * column
    const y = head + (down + 0.5) * line
    const words = grouped(valueOf(row))
    const room = Math.max(side, textWidth(words, 11) + 5)
    const box = { x: x - room / 2, y: y - side / 2, width: room, height: side }
    return markGroup(data, row, [
      path(rectangle(box), { fill: inks.soft, stroke: inks.mark, width: 1 }),
      text(words, x, y + 4, { size: 11, fill: inks.text }),
    ])
  })
  return { x: 0, y: 0, width, height, groups: [ground, ...marks] }
}
