import { beyondChance, computed, notComputable, type Coefficient } from './coefficient.ts'
import { coderCount, type Rated } from './ratings.ts'
import { emptyReason } from './percent.ts'

/** Two coders crossed: the units both judged, and each coder's use of the values. */
export interface Crossed {
  /** Units both judged. */
  total: number
  /** Of these, judged alike. */
  agreed: number
  /** By value: units the first coder, and the second, gave it. */
  margins: Map<string, [number, number]>
}

function cross(units: readonly Rated[]): Crossed | Coefficient {
  const size = coderCount(units)
  if (size > 2) return notComputable('twoCodersOnly')
  if (size < 2) return notComputable(units.length === 0 ? 'noData' : 'tooFewCoders')
  const crossed: Crossed = { total: 0, agreed: 0, margins: new Map() }
  for (const { values, count } of units) {
    const [first, second] = values
    if (typeof first !== 'string' || typeof second !== 'string' || count === 0) continue
    crossed.total += count
    if (first === second) crossed.agreed += count
    marginOf(crossed, first)[0] += count
    marginOf(crossed, second)[1] += count
  }
  return crossed.total === 0 ? notComputable(emptyReason(units)) : crossed
}

function marginOf({ margins }: Crossed, value: string): [number, number] {
  const known = margins.get(value)
  if (known) return known
  const margin: [number, number] = [0, 0]
  margins.set(value, margin)
  return margin
}

/** Units that two coders both judged, as Cohen's, Scott's and Brennan and Prediger's coefficients take them. */
function measure(
  units: readonly Rated[],
  take: (crossed: Crossed) => Coefficient,
  needsVariation = true,
): Coefficient {
  const crossed = cross(units)
  if ('computable' in crossed) return crossed
  // Counted, not computed: the sum of the chance terms may miss 1 by a rounding error.
  if (needsVariation && crossed.margins.size < 2) return notComputable('noVariation')
  return take(crossed)
}

function chance({ total, margins }: Crossed): number {
  let sum = 0
  for (const [first, second] of margins.values()) sum += (first / total) * (second / total)
  return sum
}

/** Share of the units that both judged alike, p_o. (Cohen 1960, p. 39.) */
export function observedByTwo(units: readonly Rated[]): Coefficient {
  return measure(units, ({ agreed, total }) => computed(agreed / total), false)
}

/** Agreement to be expected by chance from each coder's own use of the values, p_e. (Cohen 1960, p. 40.) */
export function expectedByTwo(units: readonly Rated[]): Coefficient {
  return measure(units, (crossed) => computed(chance(crossed)), false)
}

/** Cohen's kappa: (p_o − p_e) / (1 − p_e), p_e from each coder's own margins. (Cohen 1960, p. 40.) */
export function cohenKappa(units: readonly Rated[]): Coefficient {
  return measure(units, (crossed) => beyondChance(crossed.agreed / crossed.total, chance(crossed)))
}

/**
 * The largest kappa these margins allow: (p_oM − p_e) / (1 − p_e), where p_oM is the sum over the values
 * of the smaller of the two coders' shares. (Cohen 1960, p. 42.)
 */
export function cohenKappaMax(units: readonly Rated[]): Coefficient {
  return measure(units, (crossed) => {
    let most = 0
    for (const [first, second] of crossed.margins.values()) most += Math.min(first, second)
    return beyondChance(most / crossed.total, chance(crossed))
  })
}

/**
 * Scott's pi: (p_o − p_e) / (1 − p_e), p_e the sum of the squared shares of the values in the judgements
 * of both coders together. (Scott 1955, p. 324.)
 */
export function scottPi(units: readonly Rated[]): Coefficient {
  return measure(units, ({ agreed, total, margins }) => {
    let expected = 0
    for (const [first, second] of margins.values()) {
      expected += ((first + second) / (2 * total)) ** 2
    }
    return beyondChance(agreed / total, expected)
  })
}
