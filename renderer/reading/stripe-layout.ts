/** Upper and lower end of something beside the text, in pixels from its top. */
export interface Extent {
  top: number
  bottom: number
}

export interface PlacedStripe {
  /** From 0, beginning at the text. */
  column: number
  /** Where its name stands; null if there is no room for it near the stripe. */
  labelTop: number | null
}

export interface StripeLayout {
  stripes: PlacedStripe[]
  columns: number
}

/** A name may stand so far below the end of its stripe. */
const reach = 26

/**
 * Puts stripes beside one another so that none covers another, and their names below one another so
 * that none covers another. Items must be ordered by `top`.
 */
export function layOutStripes(items: readonly Extent[], labelHeight: number): StripeLayout {
  const ends: number[] = []
  let labelEnd = -Infinity
  let columns = 0
  const stripes = items.map((item) => {
    let column = ends.findIndex((end) => end + 2 <= item.top)
    if (column === -1) column = ends.length
    ends[column] = item.bottom
    columns = Math.max(columns, column + 1)
    const top = Math.max(item.top, labelEnd)
    const hasRoom = top <= Math.max(item.bottom + reach, item.top + labelHeight * 2)
    if (hasRoom) labelEnd = top + labelHeight
    return { column, labelTop: hasRoom ? top : null }
  })
  return { stripes, columns }
}
