/** Room between two neighbours below which all are numbered anew. */
const leastStep = 1e-6

export interface Ordered {
  id: string
  order: number
}

/**
 * The order numbers that put `moved` before the one that stands at `place` among the `others`, which come
 * in their order: between the neighbours if there is room, so that only what was moved is changed.
 */
export function newOrders(
  others: readonly Ordered[],
  moved: readonly { id: string }[],
  place: number,
): Ordered[] {
  const above = others[place - 1]?.order
  const below = others[place]?.order
  const first = above ?? (below ?? 0) - moved.length - 1
  const step = below === undefined ? 1 : (below - first) / (moved.length + 1)
  if (step >= leastStep)
    return moved.map(({ id }, index) => ({ id, order: first + (index + 1) * step }))
  const all = [...others.slice(0, place), ...moved, ...others.slice(place)]
  return all.map(({ id }, index) => ({ id, order: index + 1 }))
}
