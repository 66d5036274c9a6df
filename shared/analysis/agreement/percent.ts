import { computed, notComputable, type Coefficient } from './coefficient.ts'
import { coderCount, judgements, pairsOf, valueCounts, type Rated } from './ratings.ts'

/**
 * Share of agreeing judgements: among all pairs of judgements of one unit, those that are the same,
 * each unit counting once. With two coders it is the share of units that both judged alike. 0 to 1.
 * (Holsti 1969, p. 140, for two coders; Fleiss 1971, p. 379, as mean over pairs.)
 */
export function observedAgreement(units: readonly Rated[]): Coefficient {
  if (coderCount(units) < 2) return notComputable(units.length === 0 ? 'noData' : 'tooFewCoders')
  let compared = 0
  let agreed = 0
  for (const unit of units) {
    const found = judgements(unit)
    if (found.length < 2) continue
    compared += unit.count
    agreed += unit.count * agreeingShare(found)
  }
  return compared === 0 ? notComputable(emptyReason(units)) : computed(agreed / compared)
}

/**
 * The same, as per cent from 0 to 100.
 */
export function percentAgreement(units: readonly Rated[]): Coefficient {
  const share = observedAgreement(units)
  return share.computable ? computed(share.value * 100) : share
}

/**
 * Agreement among the units that at least one coder has coded: units that all coders coded alike, divided
 * by units that any coder coded; text that nobody coded does not count (Jaccard 1901). `isCoded` says
 * which values are a coding; a missing judgement is none. 0 to 1.
 */
export function codedOnlyAgreement(
  units: readonly Rated[],
  isCoded: (value: string) => boolean,
): Coefficient {
  if (coderCount(units) < 2) return notComputable(units.length === 0 ? 'noData' : 'tooFewCoders')
  let any = 0
  let alike = 0
  for (const { values, count } of units) {
    const coded = values.filter((value) => value !== null && isCoded(value))
    if (coded.length === 0) continue
    any += count
    if (coded.length === values.length && new Set(coded).size === 1) alike += count
  }
  return any === 0 ? notComputable('noData') : computed(alike / any)
}

/**
 * Holsti's coefficient: twice the judgements two coders share, divided by the sum of the judgements each
 * of them made, 2M / (N1 + N2); the mean over the pairs where there are more coders. `isCoded` says which
 * values are a judgement. 0 to 1. (Holsti 1969, p. 140.)
 */
export function holsti(
  units: readonly Rated[],
  isCoded: (value: string) => boolean = () => true,
): Coefficient {
  const size = coderCount(units)
  if (size < 2) return notComputable(units.length === 0 ? 'noData' : 'tooFewCoders')
  const ratios: number[] = []
  for (const [first, second] of pairsOf(size)) {
    let shared = 0
    let made = 0
    for (const { values, count } of units) {
      const [one, other] = [values[first] ?? null, values[second] ?? null]
      const hasOne = one !== null && isCoded(one)
      const hasOther = other !== null && isCoded(other)
      made += count * (Number(hasOne) + Number(hasOther))
      if (hasOne && hasOther && one === other) shared += count
    }
    if (made > 0) ratios.push((2 * shared) / made)
  }
  if (ratios.length === 0) return notComputable('noData')
  return computed(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length)
}

/** Why no two judgements met. */
export function emptyReason(units: readonly Rated[]): 'noData' | 'nothingShared' {
  return valueCounts(units).size === 0 ? 'noData' : 'nothingShared'
}

function agreeingShare(values: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let pairs = 0
  for (const count of counts.values()) pairs += count * (count - 1)
  return pairs / (values.length * (values.length - 1))
}
