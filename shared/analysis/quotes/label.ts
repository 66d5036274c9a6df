/** What a label of a quote can be made of. */
export const labelFields = [
  'pseudonym',
  'role',
  'kind',
  'source',
  'place',
  'date',
  'number',
  'passage',
] as const
export type LabelField = (typeof labelFields)[number]

/** A project that has not chosen otherwise. */
export const defaultLabel = '{pseudonym}, {role}, {kind}, {date}'

/**
 * A label by its pattern. A field that is empty takes the sign between it and the one before along, so
 * that no comma stands alone; what is in braces and no field stays as it is written.
 */
export function labelByPattern(pattern: string, values: Record<LabelField, string>): string {
  const known = new RegExp(`\\{(${labelFields.join('|')})\\}`, 'gu')
  const between: string[] = []
  const fields: string[] = []
  let at = 0
  for (const match of pattern.matchAll(known)) {
    between.push(pattern.slice(at, match.index))
    fields.push(values[match[1] as LabelField].trim())
    at = match.index + match[0].length
  }
  if (fields.length === 0) return pattern.trim()
  let label = between[0] ?? ''
  let isFirst = true
  for (const [index, field] of fields.entries()) {
    if (field === '') continue
    label += (isFirst ? '' : (between[index] ?? '')) + field
    isFirst = false
  }
  return (label + pattern.slice(at)).trim()
}
