import { newOrders, type Ordered } from '../../shared/model/new-orders.ts'

/**
 * The order numbers to write so that a thing stands before another one (null: last). Mostly one; all
 * of them where neighbours have the same number.
 */
export function ordersAfterMove(
  items: readonly Ordered[],
  id: string,
  beforeId: string | null,
): Ordered[] {
  const others = items.filter((item) => item.id !== id)
  const found = others.findIndex((item) => item.id === beforeId)
  const place = found === -1 ? others.length : found
  const isThere = id === beforeId || items[place]?.id === id
  return isThere || items.length < 2 ? [] : newOrders(others, [{ id }], place)
}

/** Before which thing one goes that moves one place up or down; undefined at the end of the way. */
export function neighbourOf(
  items: readonly Ordered[],
  id: string,
  by: 1 | -1,
): string | null | undefined {
  const place = items.findIndex((item) => item.id === id)
  const target = place + by
  if (place === -1 || target < 0 || target >= items.length) return undefined
  return by === -1 ? (items[target]?.id ?? null) : (items[target + 1]?.id ?? null)
}
