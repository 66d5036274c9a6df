import { computed, notComputable, type Coefficient } from './coefficient.ts'
import { emptyReason } from './percent.ts'
import { coderCount, judgements, type Rated } from './ratings.ts'

export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type Level = (typeof levels)[number]

/** How often two values met in one unit, and how often each did. (Krippendorff 2011, section C.) */
interface Coincidences {
  values: string[]
  /** `met[c][k]`: pairs of the c-th and the k-th value; symmetric. */
  met: number[][]
  /** By value: judgements that met another. */
  of: number[]
  /** Judgements that met another, all of them. */
  all: number
}

function coincidences(units: readonly Rated[], order: readonly string[] | null): Coincidences {
  const paired = units.filter((unit) => unit.count > 0 && judgements(unit).length > 1)
  const inUse = new Set(paired.flatMap(judgements))
  const values = order ? order.filter((value) => inUse.has(value)) : [...inUse]
  const placeOf = new Map(values.map((value, place) => [value, place]))
  const met = values.map(() => values.map(() => 0))
  for (const unit of paired) {
    const counts = new Map<number, number>()
    const found = judgements(unit)
    for (const value of found) {
      const place = placeOf.get(value) ?? 0
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    const weight = unit.count / (found.length - 1)
    for (const [c, ofC] of counts) {
      const row = met[c] ?? []
      for (const [k, ofK] of counts) {
        row[k] = (row[k] ?? 0) + weight * ofC * (c === k ? ofK - 1 : ofK)
      }
    }
  }
  const of = met.map((row) => row.reduce((sum, pairs) => sum + pairs, 0))
  return { values, met, of, all: of.reduce((sum, count) => sum + count, 0) }
}

/**
 * Krippendorff's alpha: 1 − D_o / D_e, any number of coders, missing judgements allowed. D_o is the mean
 * squared difference between judgements of the same unit, D_e that between all judgements that can be
 * paired, wherever they stand: α = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck. The difference δ is
 * - nominal: 1 where the values differ;
 * - ordinal: the number of judgements from the one value to the other in their order, both ends by half;
 * - interval: c − k;
 * - ratio: (c − k) / (c + k).
 * `order` gives the values from low to high where they are no numbers or stand in another order; it can be
 * used for nominal and ordinal only. (Krippendorff 2004, p. 221–236; 2011.)
 */
export function krippendorffAlpha(
  units: readonly Rated[],
  level: Level,
  order: readonly string[] | null = null,
): Coefficient {
  if (coderCount(units) < 2) return notComputable(units.length === 0 ? 'noData' : 'tooFewCoders')
  const inUse = [...new Set(units.flatMap(judgements))]
  if (inUse.length === 0) return notComputable('noData')
  if (units.some((unit) => !Number.isInteger(unit.count))) return notComputable('notCounts')
  const numbers = inUse.map(numberOf)
  if (level !== 'nominal' && !(level === 'ordinal' && order)) {
    if (numbers.includes(null)) return notComputable('notNumeric')
    if (level === 'ratio' && numbers.some((value) => value !== null && value < 0)) {
      return notComputable('negativeValues')
    }
  }
  const table = coincidences(units, level === 'nominal' ? null : (order ?? fromLowToHigh(inUse)))
  if (table.all === 0) return notComputable(emptyReason(units))
  const difference = differenceOf(table, level)
  let observed = 0
  let expected = 0
  for (const [c, row] of table.met.entries()) {
    for (const [k, pairs] of row.entries()) {
      if (c === k) continue
      const squared = difference(c, k)
      observed += pairs * squared
      expected += (table.of[c] ?? 0) * (table.of[k] ?? 0) * squared
    }
  }
  if (expected === 0) return notComputable('noVariation')
  return computed(1 - ((table.all - 1) * observed) / expected)
}

/** The number a value is, or null; `"1"` and `"1.0"` are the same number. */
export function numberOf(value: string): number | null {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(value)) return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

function fromLowToHigh(values: readonly string[]): string[] {
  return values.toSorted((one, other) => (numberOf(one) ?? 0) - (numberOf(other) ?? 0))
}

/** The squared difference of the c-th and the k-th value of a table. */
function differenceOf(
  { values, of }: Coincidences,
  level: Level,
): (c: number, k: number) => number {
  if (level === 'nominal') return () => 1
  if (level === 'ordinal') {
    let before = 0
    // Judgements below a value and half of its own: the difference of two of these is the ordinal one.
    const middles = of.map((count) => {
      const middle = before + count / 2
      before += count
      return middle
    })
    return (c, k) => ((middles[c] ?? 0) - (middles[k] ?? 0)) ** 2
  }
  const numbers = values.map((value) => numberOf(value) ?? 0)
  return (c, k) => {
    const [one, other] = [numbers[c] ?? 0, numbers[k] ?? 0]
    if (one === other) return 0
    return level === 'interval' ? (one - other) ** 2 : ((one - other) / (one + other)) ** 2
  }
}
