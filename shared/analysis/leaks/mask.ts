/** Words of an export that are replaced in it, and by what. The project keeps its own. */
export interface Mask {
  text: string
  by: string
}

/** Fields that hold a model together and are never printed as they stand. */
const joints = new Set(
  'id key ref kind parentId passageId status shape outline style lane from to members also keys axis preset'.split(
    ' ',
  ),
)

/**
 * A copy of a model of plain data in which words are replaced wherever they stand as whole words, in the
 * genitive too; the longest first, so that a full name goes before a first name.
 */
export function masked<T>(model: T, masks: readonly Mask[] | undefined): T {
  if (masks === undefined || masks.length === 0) return model
  const by = new Map(masks.map((mask) => [mask.text, mask.by]))
  const pattern = new RegExp(
    [...by.keys()]
      .filter((text) => text !== '')
      .toSorted((a, b) => b.length - a.length)
      .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
      .map((text) => `(?<![\\p{L}\\p{N}])${text}(?=['’]?s?(?![\\p{L}\\p{N}]))`)
      .join('|'),
    'gu',
  )
  return walk(model, (text) => text.replaceAll(pattern, (found) => by.get(found) ?? found)) as T
}

function walk(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((member: unknown) => walk(member, change))
  if (
    typeof value !== 'object' ||
    value === null ||
    Object.getPrototypeOf(value) !== Object.prototype
  )
    return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      joints.has(key) ? member : walk(member, change),
    ]),
  )
}
