const SEPARATORS = ['::', '›', '>', ' / ', '/'] as const

/**
 * What separates the names in a table's paths. Names may themselves hold a slash, so the separator
 * whose parts are most often names of codes wins; without names, the first that occurs.
 */
export function pathSeparator(paths: string[], names: ReadonlySet<string>): string | undefined {
  const present = SEPARATORS.filter((separator) => paths.some((path) => path.includes(separator)))
  const scores = present.map((separator) =>
    paths
      .flatMap((path) => splitPath(path, separator))
      .reduce((score, part) => score + (names.has(part) ? 1 : 0), 0),
  )
  const whole = paths.filter((path) => names.has(path.trim())).length
  const best = Math.max(0, ...scores)
  if (best === 0 || best > whole) return present[scores.indexOf(best)]
  return undefined
}

export function splitPath(path: string, separator: string | undefined): string[] {
  const parts = separator === undefined ? [path] : path.split(separator)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
