import { metrics } from './metrics.ts'

/** A sheet of A4 across, and its margin, in millimetres. */
export const page = { width: 297, height: 210, margin: 10 } as const

const millimetresPerPixel = 25.4 / 96

/** Millimetres on paper for each pixel of a picture that is fitted to the page; never enlarged. */
export function pageScale(size: { width: number; height: number }): number {
  return Math.min(
    millimetresPerPixel,
    (page.width - 2 * page.margin) / size.width,
    (page.height - 2 * page.margin) / size.height,
  )
}

/** Size in points of the smallest text of a drawing, or of its picture with the legend, on that page. */
export function printedPointSize(size: { width: number; height: number }): number {
  return (pageScale(size) * metrics.smallSize * 72) / 25.4
}
