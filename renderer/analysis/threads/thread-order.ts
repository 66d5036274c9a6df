/** The list with the item at `from` moved so that it stands at `to`; places outside are the ends. */
export function movedTo<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from]
  if (item === undefined) return [...items]
  const others = items.toSpliced(from, 1)
  return others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, item)
}
