import { text, type Group, type Item, type TextItem } from '../map/picture.ts'
import type { FigureData } from './figure.ts'

/** In pixels of which twelve are nine points: the width of the text on an A4 sheet. */
export const figureWidth = 640

/** What is drawn of one row of the table, and is opened by it. */
export function markGroup(data: FigureData, row: number, items: Item[]): Group {
  const cells = data.rows[row]?.cells ?? []
  const title = cells.filter((cell) => cell !== '').join(', ')
  return { key: `row:${row}`, role: 'node', title, items }
}

export function plainGroup(items: Item[]): Group {
  return { key: '', role: 'ground', title: '', items }
}

export function numberText(value: number, x: number, y: number, fill: string): TextItem {
  return text(grouped(value), x, y, { anchor: 'start', size: 12, fill })
}

/** 12 345, with blanks that do not break. */
export function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/gu, '\u00a0')
}
