/** Why a coefficient has no value. The sentences are in shared/i18n and in `reasonText`. */
export const reasons = [
  'noData',
  'tooFewCoders',
  'nothingShared',
  'noVariation',
  'unequalRaters',
  'twoCodersOnly',
  'notNumeric',
  'negativeValues',
  'notCounts',
  'overlappingCodes',
] as const
export type Reason = (typeof reasons)[number]

/**
 * What a coefficient came to. “Not computable” is a value of its own: it is never told as 0, 1 or a
 * number that is none (SPEC N1).
 */
export type Coefficient =
  { computable: true; value: number } | { computable: false; reason: Reason }

export function computed(value: number): Coefficient {
  if (!Number.isFinite(value)) throw new RangeError(`a coefficient came to ${value}`)
  // No negative zero: it would be printed as “-0.000”.
  return { computable: true, value: value === 0 ? 0 : value }
}

export function notComputable(reason: Reason): Coefficient {
  return { computable: false, reason }
}

/** `(observed − expected) / (1 − expected)`; the caller has seen to it that `expected` is below 1. */
export function beyondChance(observed: number, expected: number): Coefficient {
  return computed((observed - expected) / (1 - expected))
}

/** The reason in a few English words, for the command line and the message of an error. */
export const reasonText: Record<Reason, string> = {
  noData: 'there is nothing to compare',
  tooFewCoders: 'there are fewer than two coders',
  nothingShared: 'no unit was judged by two coders',
  noVariation: 'all judgements are the same, so agreement cannot be told from chance',
  unequalRaters: 'the units were not all judged by the same number of coders',
  twoCodersOnly: 'it is defined for two coders only',
  notNumeric: 'the values have no order or are not numbers',
  negativeValues: 'a ratio scale has no values below 0',
  notCounts: 'the table has shares, not whole numbers of units',
  overlappingCodes: 'a coder has given two codes to the same words',
}
