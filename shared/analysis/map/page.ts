import { metrics } from './metrics.ts'

/** Sheets across, in millimetres. */
const papers = {
  A4: { width: 297, height: 210 },
  A3: { width: 420, height: 297 },
} as const
export type Paper = keyof typeof papers

/** Free on every side of a sheet, in millimetres. */
export const pageMargin = 10
/** One pixel of a picture that is not scaled, in millimetres. */
export const millimetresPerPixel = 25.4 / 96

export interface Size {
  width: number
  height: number
}

/** A sheet across or upright, in millimetres. */
export function sheetOf(paper: Paper, isUpright: boolean): Size {
  const { width, height } = papers[paper]
  return isUpright ? { width: height, height: width } : { width, height }
}

/** The part of a sheet that can be drawn on, in pixels of a picture that is not scaled. */
export function roomOn(sheet: Size, margin: number = pageMargin): Size {
  return {
    width: (sheet.width - 2 * margin) / millimetresPerPixel,
    height: (sheet.height - 2 * margin) / millimetresPerPixel,
  }
}

/** How much a picture is made smaller to fit on a sheet; never larger than 1. */
function fitOn(size: Size, sheet: Size): number {
  const room = roomOn(sheet)
  return Math.min(1, room.width / size.width, room.height / size.height)
}

/** Whether a picture comes out larger on a sheet that stands upright. */
export function isUprightBetter(size: Size, paper: Paper = 'A4'): boolean {
  return fitOn(size, sheetOf(paper, true)) > fitOn(size, sheetOf(paper, false)) + 1e-6
}

/** Millimetres on paper for each pixel of a picture that is fitted to one sheet. */
export function pageScale(size: Size, paper: Paper = 'A4'): number {
  return millimetresPerPixel * fitOn(size, sheetOf(paper, isUprightBetter(size, paper)))
}

/** Room that the legend of a map takes below it, in pixels, as a rule. */
const legendRoom = 58

/** How much a drawing without its legend is made smaller on A4, across or upright. */
export function printScale({ width, height }: Size): number {
  const size = { width, height: height + legendRoom }
  return fitOn(size, sheetOf('A4', isUprightBetter(size)))
}

/** Size in points of the smallest text of a picture at so many millimetres a pixel. */
export function pointsAt(scale: number): number {
  return (scale * metrics.smallSize * 72) / 25.4
}

/** The same for a drawing, or its picture with the legend, on one sheet. */
export function printedPointSize(size: Size, paper: Paper = 'A4'): number {
  return pointsAt(pageScale(size, paper))
}

/** Points from which print is easy to read. */
const readablePoints = 9

/** Whether letters of this size are easy to read; what is a hair below is. */
export function isReadable(points: number): boolean {
  return points >= readablePoints - 0.05
}
