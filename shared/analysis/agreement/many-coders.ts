import { beyondChance, computed, notComputable, type Coefficient } from './coefficient.ts'
import { emptyReason, observedAgreement } from './percent.ts'
import { coderCount, judgements, valueCounts, type Rated } from './ratings.ts'

export interface Fleiss {
  /** Mean share of agreeing pairs of judgements, P̄. */
  p: Coefficient
  /** Agreement to be expected by chance, P̄_e. */
  pe: Coefficient
  kappa: Coefficient
}

/**
 * Fleiss' kappa for any number of coders, who need not be the same persons at each unit, but must be
 * equally many: p is the mean share of agreeing pairs of judgements, pe the sum of the squared shares of
 * the values, kappa (p − pe) / (1 − pe). Units nobody judged are left out; where the others were not
 * judged by equally many, `unequalRaters`. (Fleiss 1971, p. 379–380.)
 */
export function fleiss(units: readonly Rated[]): Fleiss {
  const refused = (coefficient: Coefficient): Fleiss => ({
    p: coefficient,
    pe: coefficient,
    kappa: coefficient,
  })
  if (coderCount(units) < 2) return refused(notComputable(units.length ? 'tooFewCoders' : 'noData'))
  const judged = units.filter((unit) => unit.count > 0 && judgements(unit).length > 0)
  const sizes = new Set(judged.map((unit) => judgements(unit).length))
  if (sizes.size === 0) return refused(notComputable('noData'))
  if (sizes.size > 1) return refused(notComputable('unequalRaters'))
  if (sizes.has(1)) return refused(notComputable(emptyReason(units)))
  const counts = valueCounts(judged)
  let all = 0
  for (const count of counts.values()) all += count
  let expected = 0
  for (const count of counts.values()) expected += (count / all) ** 2
  const p = observedAgreement(judged)
  const kappa =
    counts.size < 2
      ? notComputable('noVariation')
      : p.computable
        ? beyondChance(p.value, expected)
        : p
  return { p, pe: computed(expected), kappa }
}

/**
 * Brennan and Prediger's coefficient, also Bennett, Alpert and Goldstein's S: (p_o − 1/q) / (1 − 1/q),
 * where q is the number of values that could be given. `values` is q; where it is not told, the values in
 * use. For more than two coders p_o is the mean over the pairs of judgements. (Bennett, Alpert and
 * Goldstein 1954, p. 307; Brennan and Prediger 1981, p. 693.)
 */
export function brennanPrediger(units: readonly Rated[], values?: number): Coefficient {
  const observed = observedAgreement(units)
  if (!observed.computable) return observed
  const inUse = valueCounts(units.filter((unit) => judgements(unit).length > 1)).size
  if (inUse < 2) return notComputable('noVariation')
  return beyondChance(observed.value, 1 / Math.max(values ?? 0, inUse))
}
