import type { Box } from '../map/drawing.ts'
import { n, path, rectangle, type Item } from '../map/picture.ts'

export const figurePresets = ['colour', 'black and white'] as const
export type FigurePreset = (typeof figurePresets)[number]

/** Colours of a figure; any that a stylesheet knows. Hatching tells series apart without them. */
export interface Inks {
  text: string
  muted: string
  line: string
  paper: string
  mark: string
  soft: string
  series: readonly string[]
}

const colour: Inks = {
  ...{ text: '#1b1b1a', muted: '#55554f', line: '#c9c8c1', paper: '#ffffff' },
  ...{ mark: '#3d66a3', soft: '#e3ebf6' },
  series: ['#3d66a3', '#c98a2b', '#4c8a63', '#a8483f', '#7a5c99', '#6b6b64'],
}

const blackAndWhite: Inks = {
  ...{ text: '#000000', muted: '#000000', line: '#8a8a8a', paper: '#ffffff' },
  ...{ mark: '#4a4a4a', soft: '#ededed' },
  series: ['#4a4a4a', '#000000', '#000000', '#000000', '#000000', '#000000'],
}

export function inksOf(preset: FigurePreset): Inks {
  return preset === 'black and white' ? blackAndWhite : colour
}

/** A filled, striped, crossed or dotted box: each series has a look of its own also without colours. */
export function patterned(box: Box, series: number, inks: Inks): Item[] {
  const ink = inks.series[series % inks.series.length] ?? inks.mark
  const outline = path(rectangle(box), { fill: inks.paper, stroke: ink, width: 1 })
  switch (series % 6) {
    case 0:
      return [path(rectangle(box), { fill: ink, stroke: ink, width: 1 })]
    case 1:
      return [outline, ...stripes(box, 5, 1, ink)]
    case 2:
      return [path(rectangle(box), { fill: inks.soft, stroke: ink, width: 1.5 })]
    case 3:
      return [outline, ...stripes(box, 5, -1, ink)]
    case 4:
      return [outline, ...stripes(box, 6, 1, ink), ...stripes(box, 6, -1, ink)]
    default:
      return [outline]
  }
}

/** Slanted lines inside a box, cut at its borders. */
function stripes(box: Box, step: number, slope: 1 | -1, ink: string): Item[] {
  const parts: string[] = []
  const { x, y, width, height } = box
  for (let at = -height; at < width; at += step) {
    const from = Math.max(0, at)
    const to = Math.min(width, at + height)
    if (to - from < 0.5) continue
    const yOf = (across: number) => (slope === 1 ? y + height - (across - at) : y + (across - at))
    parts.push(`M${n(x + from)} ${n(yOf(from))}L${n(x + to)} ${n(yOf(to))}`)
  }
  return parts.length === 0 ? [] : [path(parts.join(''), { stroke: ink, width: 0.9 })]
}
