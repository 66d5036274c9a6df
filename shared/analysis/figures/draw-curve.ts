import { scaleLinear } from 'd3-scale'
import { n, path, rectangle, text, type Group, type Item, type Picture } from '../map/picture.ts'
import { textWidth } from '../map/text-measure.ts'
import type { FigureData, FigureShape } from './figure.ts'
import type { Inks } from './inks.ts'
import { figureWidth, grouped, markGroup, plainGroup } from './parts.ts'

const height = 340
const frame = { left: 52, right: figureWidth - 12, top: 26, bottom: height - 48 }

/** What is new at each point as bars, and how many there are in all as a line of steps. */
export function drawCurve(
  data: FigureData,
  { points, words }: Extract<FigureShape, { type: 'curve' }>,
  inks: Inks,
): Picture {
  const most = Math.max(1, ...points.map(({ sum }) => sum))
  const y = scaleLinear([0, most], [frame.bottom, frame.top]).nice(5)
  const step = (frame.right - frame.left) / Math.max(1, points.length)
  const ticks = y.ticks(5).filter((tick) => Number.isInteger(tick))
  const axes: Item[] = [
    ...ticks.flatMap((tick) => {
      const label = grouped(tick)
      return [
        path(`M${frame.left} ${n(y(tick))}L${frame.right} ${n(y(tick))}`, {
          stroke: inks.line,
          width: tick === 0 ? 1.25 : 0.5,
        }),
        text(label, frame.left - 8 - textWidth(label, 12), y(tick) + 4, {
          anchor: 'start',
          fill: inks.muted,
        }),
      ]
    }),
    text(words.y, 4, 14, { anchor: 'start', size: 12, fill: inks.muted }),
    text(words.x, (frame.left + frame.right) / 2, height - 8, { size: 12, fill: inks.muted }),
  ]
  const every = Math.ceil(24 / step)
  let line = ''
  const marks = points.map(({ row, sum }, index): Group => {
    const x = frame.left + index * step
    const value = data.rows[row]?.value ?? 0
    const box = {
      x: x + step * 0.18,
      y: y(value),
      width: step * 0.64,
      height: frame.bottom - y(value),
    }
    line += `${index === 0 ? 'M' : 'L'}${n(x)} ${n(y(sum))}L${n(x + step)} ${n(y(sum))}`
    const isNumbered = index % every === 0
    return markGroup(data, row, [
      path(rectangle({ x, y: frame.top, width: step, height: frame.bottom - frame.top }), {
        fill: inks.paper,
        opacity: 0,
      }),
      ...(value > 0
        ? [path(rectangle(box), { fill: inks.soft, stroke: inks.mark, width: 1 })]
        : []),
      ...(value > 0 && isNumbered
        ? [text(grouped(value), x + step / 2, y(value) - 4, { size: 11, fill: inks.text })]
        : []),
      ...(isNumbered
        ? [text(String(index + 1), x + step / 2, frame.bottom + 16, { size: 12, fill: inks.muted })]
        : []),
    ])
  })
  const curve = path(line, { stroke: inks.text, width: 2 })
  return {
    ...{ x: 0, y: 0, width: figureWidth, height },
    groups: [plainGroup(axes), ...marks, plainGroup(points.length > 0 ? [curve] : [])],
  }
}
