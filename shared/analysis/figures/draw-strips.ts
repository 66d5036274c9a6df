import { n, path, rectangle, text, type Group, type Picture } from '../map/picture.ts'
import { breakLines, textWidth } from '../map/text-measure.ts'
import type { FigureData, FigureShape } from './figure.ts'
import type { Inks } from './inks.ts'
import { figureWidth, grouped, markGroup, plainGroup } from './parts.ts'

const labelWidth = 190
const line = 22
const head = 22

/** A text from its beginning to its end, a line for each code, its passages where they stand. */
export function drawStrips(
  data: FigureData,
  { length, lines, marks }: Extract<FigureShape, { type: 'strips' }>,
  inks: Inks,
): Picture {
  const room = figureWidth - labelWidth - 8
  const xOf = (place: number) => labelWidth + (place / Math.max(1, length)) * room
  const height = head + line * lines.length + 6
  const ticks = [0, 25, 50, 75, 100].flatMap((percent) => {
    const x = xOf((percent / 100) * length)
    return [
      path(`M${n(x)} ${head - 4}L${n(x)} ${n(height - 4)}`, { stroke: inks.line, width: 0.5 }),
      text(`${percent}\u00a0%`, Math.min(x, figureWidth - 18), 12, { size: 11, fill: inks.muted }),
    ]
  })
  const names = lines.map(({ row, label }, index): Group => {
    const words = `${label} ${grouped(data.rows[row]?.value ?? 0)}`
    const [shown = ''] = breakLines(words, 12, labelWidth - 12, 1)
    const y = head + (index + 0.5) * line
    return markGroup(data, row, [
      path(`M${labelWidth} ${n(y)}L${figureWidth - 8} ${n(y)}`, { stroke: inks.line, width: 0.75 }),
      text(shown, labelWidth - 10 - textWidth(shown, 12), y + 4, {
        anchor: 'start',
        fill: inks.text,
      }),
    ])
  })
  const passages = marks.map(({ row, line: down, start, end }) => {
    const x = xOf(start)
    const box = {
      x,
      y: head + down * line + 4,
      width: Math.max(2.5, xOf(end) - x),
      height: line - 8,
    }
    const fill = inks.mark
    return markGroup(data, row, [path(rectangle(box), { fill, stroke: inks.paper, width: 0.5 })])
  })
  return {
    ...{ x: 0, y: 0, width: figureWidth, height },
    groups: [plainGroup(ticks), ...names, ...passages],
  }
}
