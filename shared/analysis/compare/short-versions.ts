import { wordsOf } from './word-difference.ts'

/** Of what stands before the first difference so many UTF-16 code units are shown, in whole words. */
const before = 12

/**
 * Versions of one text for a line each that shows only their beginnings: where more than a few words are
 * the same in all, an ellipsis stands for those further off than that from the first difference.
 * Versions that do not differ come back as they are.
 */
export function shortVersions(versions: readonly string[]): string[] {
  const [first = [], ...others] = versions.map(wordsOf)
  let same = 0
  while (same < first.length && others.every((words) => words[same] === first[same])) same += 1
  if ([first, ...others].every(({ length }) => length === same)) return [...versions]
  let from = same
  let length = 0
  while (from > 0 && length + (first[from - 1]?.length ?? 0) <= before) {
    from -= 1
    length += first[from]?.length ?? 0
  }
  while (from < same && first[from]?.trim() === '') from += 1
  const left = first.slice(0, from).join('')
  // An ellipsis for a short word or two gains nothing.
  if (left.trim().length <= 3) return [...versions]
  return versions.map((version) => `… ${version.slice(left.length).trimStart()}`.trimEnd())
}
