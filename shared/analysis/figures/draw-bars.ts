import { rectangle, path, text, type Group, type Picture, type TextItem } from '../map/picture.ts'
import { breakLines, textWidth } from '../map/text-measure.ts'
import type { FigureData, FigureShape } from './figure.ts'
import { manySeries, patterned, type Inks } from './inks.ts'
import { figureWidth, markGroup, numberText, plainGroup } from './parts.ts'

const labelWidth = 190
const size = 12
const numberRoom = 44
const nameSize = 10
const nameRoom = 110

/** Bars from left to right, the number at the end of each; with several series a legend above. */
export function drawBars(
  data: FigureData,
  shape: Extract<FigureShape, { type: 'bars' }>,
  inks: Inks,
): Picture {
  const most = Math.max(
    1,
    ...shape.groups.flatMap(({ rows }) => rows.map((row) => valueOf(data, row))),
  )
  const isOne = shape.series.length === 1
  const thickness = isOne ? 16 : 11
  const isNamed = shape.series.length > manySeries
  const room = figureWidth - labelWidth - numberRoom - (isNamed ? nameRoom : 0)
  const groups: Group[] = []
  let y = 4
  if (!isOne) {
    const legend = legendOf(shape.series, inks)
    groups.push(legend.group)
    y = legend.height
  }
  for (const group of shape.groups) {
    const lines = breakLines(group.label, size, labelWidth - 12, 2)
    const height =
      Math.max(group.rows.length * (thickness + 2), lines.length * 15) + (isOne ? 6 : 10)
    const middle = y + height / 2
    groups.push(
      plainGroup(
        lines.map((line, index) =>
          text(
            line,
            labelWidth - 10 - textWidth(line, size),
            middle + 4.3 + (index - (lines.length - 1) / 2) * 15,
            { anchor: 'start', size, fill: inks.text },
          ),
        ),
      ),
    )
    const top = middle - (group.rows.length * (thickness + 2)) / 2
    for (const [series, row] of group.rows.entries()) {
      const value = valueOf(data, row)
      const box = {
        x: labelWidth,
        y: top + series * (thickness + 2) + 1,
        width: Math.max(value > 0 ? 1.5 : 0, (value / most) * room),
        height: thickness,
      }
      const items = value > 0 ? patterned(box, series, inks) : []
      const number = numberText(value, box.x + box.width + 5, box.y + thickness / 2 + 4, inks.text)
      const name = isNamed ? nameAfter(number, shape.series[series] ?? '', inks) : []
      groups.push(markGroup(data, row, [...items, number, ...name]))
    }
    y += height
  }
  const axis = path(`M${labelWidth} 2L${labelWidth} ${y}`, { stroke: inks.line, width: 1 })
  return { x: 0, y: 0, width: figureWidth, height: y + 4, groups: [...groups, plainGroup([axis])] }
}

function valueOf(data: FigureData, row: number): number {
  return data.rows[row]?.value ?? 0
}

function nameAfter(number: TextItem, name: string, inks: Inks): TextItem[] {
  const x = number.x + textWidth(number.text, size) + 6
  return breakLines(name, nameSize, figureWidth - x, 1).map((line) =>
    text(line, x, number.y, { anchor: 'start', size: nameSize, fill: inks.muted }),
  )
}

function legendOf(series: readonly string[], inks: Inks): { group: Group; height: number } {
  let x = labelWidth
  let y = 6
  const items = series.flatMap((name, index) => {
    const width = 22 + textWidth(name, size) + 18
    if (x > labelWidth && x + width > figureWidth) {
      x = labelWidth
      y += 20
    }
    const box = { x, y, width: 16, height: 11 }
    const words = text(name, x + 22, y + 10, { anchor: 'start', size, fill: inks.text })
    x += width
    return [...patterned(box, index, inks), words]
  })
  const ground = path(rectangle({ x: 0, y: 0, width: 1, height: 1 }), { opacity: 0 })
  return { group: { ...plainGroup([ground, ...items]), role: 'legend' }, height: y + 24 }
}
