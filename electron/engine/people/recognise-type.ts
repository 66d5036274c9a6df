import { readValue } from '../../../shared/model/attribute-values.ts'
import type { AttributeType } from '../../../shared/model/kinds.ts'

/** More different values than this are hardly a list to choose from. */
const mostOptions = 12

/** The narrowest type that all values of a column can be read as; empty cells say nothing. */
export function recogniseType(values: readonly string[]): AttributeType {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '')
  if (filled.length === 0) return 'text'
  const areAll = (type: AttributeType) =>
    filled.every((value) => readValue({ type, options: [] }, value).ok)
  // A four-digit number may be a year, and a 1 a yes; as numbers both can still be reckoned with.
  if (areAll('number')) return 'number'
  if (areAll('date')) return 'date'
  if (areAll('yes-no')) return 'yes-no'
  const distinct = new Set(filled.map((value) => value.toLocaleLowerCase('nb')))
  return distinct.size <= mostOptions && distinct.size * 2 <= filled.length ? 'choice' : 'text'
}
