/**
 * The same value with U+FFFD in place of halves of characters in all of its texts. UTF-8 has no halves:
 * what is kept and sent would be another text than the one in memory.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  // Bytes and the like are what they are.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key.toWellFormed(), wellFormed(held)]),
  )
}
