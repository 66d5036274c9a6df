import type { Box } from './drawing.ts'

/** What is drawn, in the order in which it is, for any medium. Coordinates as in the drawing. */
export type Item = PathItem | TextItem

export interface PathItem {
  kind: 'path'
  /** SVG path data: only M, L, C, Q and Z, absolute. */
  d: string
  fill: string | null
  stroke: string | null
  width: number
  dash: readonly number[]
  /** Round ends, for dots. */
  isRound: boolean
  opacity: number
}

export interface TextItem {
  kind: 'text'
  text: string
  x: number
  /** Of the base line. */
  y: number
  size: number
  weight: 400 | 500 | 600
  anchor: 'start' | 'middle'
  fill: string
  /** Read from bottom to top. */
  isTurned: boolean
}

/** Things of one node, edge, lane or frame. */
export interface Group {
  /** `type:id` of the thing; empty for what opens nothing. */
  key: string
  role: 'ground' | 'lane' | 'frame' | 'frame title' | 'edge' | 'node' | 'edge label' | 'legend'
  title: string
  items: Item[]
}

export interface Picture extends Box {
  groups: Group[]
}

export function path(d: string, style: Partial<Omit<PathItem, 'kind' | 'd'>>): PathItem {
  return {
    ...{ kind: 'path', d, fill: null, stroke: null, width: 1.25, dash: [], isRound: false },
    opacity: 1,
    ...style,
  }
}

export function text(
  words: string,
  x: number,
  y: number,
  style: Partial<Omit<TextItem, 'kind' | 'text' | 'x' | 'y'>> & Pick<TextItem, 'fill'>,
): TextItem {
  return {
    ...{ kind: 'text', text: words, x, y, size: 12, weight: 400, anchor: 'middle' },
    isTurned: false,
    ...style,
  }
}

export function rectangle(box: Box): string {
  const { x, y } = box
  const [right, bottom] = [x + box.width, y + box.height]
  return `M${n(x)} ${n(y)}L${n(right)} ${n(y)}L${n(right)} ${n(bottom)}L${n(x)} ${n(bottom)}Z`
}

export function roundedRectangle(box: Box, radius: number): string {
  const r = Math.min(radius, box.width / 2, box.height / 2)
  const k = r * 0.4477
  const { x, y } = box
  const [right, bottom] = [x + box.width, y + box.height]
  return [
    `M${n(x + r)} ${n(y)}L${n(right - r)} ${n(y)}`,
    `C${n(right - k)} ${n(y)} ${n(right)} ${n(y + k)} ${n(right)} ${n(y + r)}`,
    `L${n(right)} ${n(bottom - r)}`,
    `C${n(right)} ${n(bottom - k)} ${n(right - k)} ${n(bottom)} ${n(right - r)} ${n(bottom)}`,
    `L${n(x + r)} ${n(bottom)}`,
    `C${n(x + k)} ${n(bottom)} ${n(x)} ${n(bottom - k)} ${n(x)} ${n(bottom - r)}`,
    `L${n(x)} ${n(y + r)}C${n(x)} ${n(y + k)} ${n(x + k)} ${n(y)} ${n(x + r)} ${n(y)}Z`,
  ].join('')
}

/** A number with at most two places after the point. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}
