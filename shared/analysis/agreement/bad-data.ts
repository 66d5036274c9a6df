/** What is wrong with data, in an English sentence without its full stop. */
export class BadData extends Error {}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function arrayOf(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new BadData(`${what} is no list`)
  return value
}
