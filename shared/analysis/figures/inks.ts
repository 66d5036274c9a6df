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

type Look = (box: Box, ink: string, inks: Inks) => Item[]

const filled: Look = (box, ink) => [path(rectangle(box), { fill: ink, stroke: ink, width: 1 })]
const empty: Look = (box, ink, inks) => [
  path(rectangle(box), { fill: inks.paper, stroke: ink, width: 1 }),
]
const soft: Look = (box, ink, inks) => [
  path(rectangle(box), { fill: inks.soft, stroke: ink, width: 1.5 }),
]
const hatched =
  (ground: Look, ...hatches: ((box: Box) => string)[]): Look =>
  (box, ink, inks) => [
    ...ground(box, ink, inks),
    ...hatches
      .map((hatch) => hatch(box))
      .filter((d) => d !== '')
      .map((d) => path(d, { stroke: ground === filled ? inks.paper : ink, width: 0.9 })),
  ]

/** Fills of a box that are told from one another also without colours, the plainest first. */
const looks: readonly Look[] = [
  filled,
  hatched(empty, slanted(5, 1)),
  soft,
  hatched(empty, slanted(5, -1)),
  hatched(empty, slanted(6, 1), slanted(6, -1)),
  empty,
  hatched(empty, upright(4)),
  hatched(filled, slanted(5, 1)),
  hatched(empty, level(3)),
  hatched(soft, slanted(9, -1)),
  hatched(filled, upright(5)),
  hatched(empty, upright(5), level(2)),
]

/** From as many series on, the looks are hard to keep apart: each box is named where it stands. */
export const manySeries = 6

/** A box in the look of its series; after twelve they come again. */
export function patterned(box: Box, series: number, inks: Inks): Item[] {
  const ink = inks.series[series % inks.series.length] ?? inks.mark
  return (looks[series % looks.length] ?? filled)(box, ink, inks)
}

/** Slanted lines inside a box, cut at its borders. */
function slanted(step: number, slope: 1 | -1): (box: Box) => string {
  return ({ x, y, width, height }) => {
    let d = ''
    for (let at = -height; at < width; at += step) {
      const from = Math.max(0, at)
      const to = Math.min(width, at + height)
      if (to - from < 0.5) continue
      const yOf = (across: number) => (slope === 1 ? y + height - (across - at) : y + (across - at))
      d += `M${n(x + from)} ${n(yOf(from))}L${n(x + to)} ${n(yOf(to))}`
    }
    return d
  }
}

function upright(step: number): (box: Box) => string {
  return ({ x, y, width, height }) => {
    let d = ''
    for (let at = step; at < width; at += step)
      d += `M${n(x + at)} ${n(y)}L${n(x + at)} ${n(y + height)}`
    return d
  }
}

/** So many bands from top to bottom. */
function level(bands: number): (box: Box) => string {
  return ({ x, y, width, height }) => {
    let d = ''
    for (let band = 1; band < bands; band++) {
      const at = n(y + (height * band) / bands)
      d += `M${n(x)} ${at}L${n(x + width)} ${at}`
    }
    return d
  }
}
