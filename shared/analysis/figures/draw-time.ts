import { n, path, rectangle, text, type Group, type Item, type Picture } from '../map/picture.ts'
import { breakLines, textWidth } from '../map/text-measure.ts'
import { periodAt } from '../question/periods.ts'
import type { FigureData, FigureShape } from './figure.ts'
import type { Inks } from './inks.ts'
import { figureWidth, grouped, markGroup, plainGroup } from './parts.ts'
import { ticksOf } from './time-ticks.ts'

type Shape = Extract<FigureShape, { type: 'time' }>

/** Where the lines stand, and the periods, each as wide as every other. */
interface Frame {
  head: number
  line: number
  step: number
  valueOf: (row: number) => number
  most: number
}

const labelWidth = 170
const size = 12
const room = figureWidth - labelWidth
/** Where a period has this much room its number stands in it. */
const roomForNumber = 30

/** A line for each code along a time axis to scale: numbers in squares, or bars where there are many. */
export function drawTime(data: FigureData, shape: Shape, inks: Inks): Picture {
  const valueOf = (row: number) => data.rows[row]?.value ?? 0
  const most = Math.max(1, ...shape.cells.map(({ row }) => valueOf(row)))
  const step = Math.min(80, room / Math.max(1, shape.count))
  const isWide = step >= roomForNumber
  const heads = isWide ? columnHeads(shape, step, inks) : tickHeads(shape, step, inks)
  const frame = { head: heads.height, line: isWide ? 26 : 36, step, valueOf, most }
  const height = frame.head + frame.line * shape.lines.length + 4
  const marks = shape.lines.flatMap((_, line) => {
    const own = shape.cells.filter((cell) => cell.line === line)
    return isWide ? squares(data, own, frame, inks) : bars(data, own, frame, inks)
  })
  return {
    ...{ x: 0, y: 0, width: figureWidth, height },
    groups: [
      plainGroup([...heads.items(height), ...lineNames(shape, frame, inks, isWide)]),
      ...marks,
    ],
  }
}

interface Heads {
  height: number
  items: (height: number) => Item[]
}

function columnHeads({ unit, first, count }: Shape, step: number, inks: Inks): Heads {
  const labels = Array.from({ length: count }, (_, at) => periodAt(first + at, unit).id)
  const widths = labels.map((label) => textWidth(label, 11))
  const isTurned = widths.some((width) => width > step - 6)
  const height = isTurned ? Math.max(...widths) + 12 : 24
  return {
    height,
    items: () =>
      labels.map((label, at) => {
        const x = labelWidth + (at + 0.5) * step
        return isTurned
          ? text(label, x + 4, height - 6, {
              ...{ size: 11, anchor: 'start', fill: inks.muted, isTurned },
            })
          : text(label, x, height - 8, { size: 11, fill: inks.muted })
      }),
  }
}

function tickHeads({ unit, first, count }: Shape, step: number, inks: Inks): Heads {
  const ticks = ticksOf({ unit, first, count }, step)
  return {
    height: 24,
    items: (height) => {
      let free = 0
      return ticks.flatMap(({ at, label }) => {
        const x = labelWidth + at * step
        const rule = path(`M${n(x)} 4L${n(x)} ${n(height - 4)}`, { stroke: inks.line, width: 0.5 })
        const width = textWidth(label, 11)
        // The last one may be closer to the edge than its words are wide.
        const left = Math.min(x + 4, figureWidth - width)
        if (left < free) return [rule]
        free = left + width + 6
        return [rule, text(label, left, 14, { size: 11, anchor: 'start', fill: inks.muted })]
      })
    },
  }
}

/** Squares stand between the lines, bars on them. */
function lineNames({ lines }: Shape, { head, line }: Frame, inks: Inks, isWide: boolean): Item[] {
  return lines.flatMap((label, index) => {
    const [shown = ''] = breakLines(label, size, labelWidth - 12, 1)
    const top = head + index * line
    const rule = isWide ? top : top + line
    const x = labelWidth - 10 - textWidth(shown, size)
    return [
      path(`M${isWide ? 0 : labelWidth} ${n(rule)}L${figureWidth} ${n(rule)}`, {
        ...{ stroke: inks.line, width: isWide ? 0.5 : 0.75 },
      }),
      text(shown, x, isWide ? top + line / 2 + 4 : rule - 3, {
        ...{ anchor: 'start', size, fill: inks.text },
      }),
    ]
  })
}

/** Squares as large as their numbers. */
function squares(data: FigureData, cells: Shape['cells'], frame: Frame, inks: Inks): Group[] {
  return cells.map(({ row, line, at }) => {
    const side = Math.max(16, 23 * Math.sqrt(frame.valueOf(row) / frame.most))
    const x = labelWidth + (at + 0.5) * frame.step
    const y = frame.head + (line + 0.5) * frame.line
    const words = grouped(frame.valueOf(row))
    const width = Math.max(side, textWidth(words, 11) + 5)
    return markGroup(data, row, [
      path(rectangle({ x: x - width / 2, y: y - side / 2, width, height: side }), {
        ...{ fill: inks.soft, stroke: inks.mark, width: 1 },
      }),
      text(words, x, y + 4, { size: 11, fill: inks.text }),
    ])
  })
}

/** Bars as high as their numbers, which stand above them where there is room, the highest first. */
function bars(data: FigureData, cells: Shape['cells'], frame: Frame, inks: Inks): Group[] {
  const width = Math.max(2, frame.step * 0.8)
  const laid = cells
    .map(({ row, line, at }) => {
      const value = frame.valueOf(row)
      const bottom = frame.head + (line + 1) * frame.line
      const height = Math.max(2, (value / frame.most) * (frame.line - 15))
      const middle = labelWidth + (at + 0.5) * frame.step
      const half = textWidth(grouped(value), 10) / 2 + 1
      return { row, value, middle, half, bottom, top: bottom - height, height }
    })
    .sort((a, b) => b.value - a.value)
  const numbered: typeof laid = []
  for (const bar of laid) {
    const isFree = laid.every(
      (other) =>
        other === bar ||
        Math.abs(other.middle - bar.middle) >= bar.half + width / 2 ||
        other.top >= bar.top - 1,
    )
    const isClear = numbered.every(
      ({ middle, half }) => Math.abs(middle - bar.middle) >= half + bar.half,
    )
    if (isFree && isClear) numbered.push(bar)
  }
  const shown = new Set(numbered)
  return laid
    .toSorted((a, b) => a.middle - b.middle)
    .map((bar) => {
      const { row, value, middle, top, height, bottom } = bar
      const reach = Math.max(frame.step, 6)
      const ground = { x: middle - reach / 2, y: bottom - frame.line, width: reach }
      return markGroup(data, row, [
        path(rectangle({ ...ground, height: frame.line }), { fill: inks.paper, opacity: 0 }),
        path(rectangle({ x: middle - width / 2, y: top, width, height }), { fill: inks.mark }),
        ...(shown.has(bar)
          ? [text(grouped(value), middle, top - 2.5, { size: 10, fill: inks.text })]
          : []),
      ])
    })
}
