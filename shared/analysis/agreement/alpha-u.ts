import { computed, notComputable, type Coefficient } from './coefficient.ts'
import {
  codesOf,
  forEachMeeting,
  lengthOf,
  segmentsOf,
  type Continuum,
  type Segment,
  type Unit,
} from './continuum.ts'
import { pairsOf } from './ratings.ts'

/** Disagreement as found and as chance would have it, of one code. */
interface Disagreement {
  observed: number
  expected: number
}

/**
 * Krippendorff's alpha for unitizing, α_U, of each code and of all together: 1 − D_o / D_e. Units of two
 * coders that overlap disagree by the squares of the lengths that stand over at both ends; a unit that
 * lies wholly in the other's gap by the square of its length. D_e is what all ways to lay the same units
 * and gaps on the continuum would give on average. The codes are independent of each other; all together
 * is 1 − Σ D_o / Σ D_e. (Krippendorff 2004, p. 251–255; 1995.)
 *
 * `codes` are computed also where nobody used them: not computable then.
 */
export function alphaU(
  continuum: Continuum,
  codes: readonly string[] = codesOf(continuum),
): { perCode: Map<string, Coefficient>; all: Coefficient } {
  const perCode = new Map<string, Coefficient>()
  let observed = 0
  let expected = 0
  const byCode = Map.groupBy(continuum.units, (unit) => unit.code)
  for (const code of codes) {
    const found = disagreement(continuum, byCode.get(code) ?? [])
    perCode.set(code, toAlpha(found, continuum))
    observed += found.observed
    expected += found.expected
  }
  return { perCode, all: toAlpha({ observed, expected }, continuum) }
}

function toAlpha({ observed, expected }: Disagreement, { coders, length }: Continuum): Coefficient {
  if (coders < 2) return notComputable('tooFewCoders')
  if (length === 0) return notComputable('noData')
  if (expected <= 0) return notComputable('noVariation')
  return computed(1 - observed / expected)
}

function disagreement(continuum: Continuum, units: readonly Unit[]): Disagreement {
  const byCoder = Array.from({ length: continuum.coders }, (_, coder) =>
    segmentsOf(
      continuum,
      units.filter((unit) => unit.coder === coder),
    ),
  )
  return { observed: observedOf(continuum, byCoder), expected: expectedOf(continuum, byCoder) }
}

function observedOf({ coders, length }: Continuum, byCoder: readonly Segment[][]): number {
  if (coders < 2) return 0
  let sum = 0
  for (const [first, second] of pairsOf(coders)) {
    forEachMeeting(byCoder[first] ?? [], byCoder[second] ?? [], (one, other) => {
      sum += difference(one, other)
    })
  }
  return (2 * sum) / (coders * (coders - 1) * length ** 2)
}

/** Squared difference of two segments that share something. */
function difference(one: Segment, other: Segment): number {
  if (one.code !== null && other.code !== null) {
    return (one.start - other.start) ** 2 + (one.end - other.end) ** 2
  }
  if (one.code !== null) return isWithin(one, other) ? lengthOf(one) ** 2 : 0
  if (other.code !== null) return isWithin(other, one) ? lengthOf(other) ** 2 : 0
  return 0
}

/** Whether a segment fills the text from one break to the next. */
function isWhole(
  { start, end }: Segment,
  { start: first, length, breaks = [] }: Continuum,
): boolean {
  const ends = [first, ...breaks, first + length]
  const at = ends.indexOf(start)
  return at !== -1 && ends[at + 1] === end
}

function isWithin(inner: Segment, outer: Segment): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function expectedOf(continuum: Continuum, byCoder: readonly Segment[][]): number {
  const { coders, length } = continuum
  const segments = byCoder.flat()
  // Where every coder made one unit of all there is, the units could lie in no other way.
  if (segments.every((segment) => segment.code !== null && isWhole(segment, continuum))) return 0
  const units = segments.filter((segment) => segment.code !== null).map(lengthOf)
  const room = roomIn(segments.filter((segment) => segment.code === null).map(lengthOf))
  let sum = 0
  let selfPairs = 0
  for (const l of units) {
    sum += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room(l)
    selfPairs += l * (l - 1)
  }
  const whole = coders * length
  const pairs = whole * (whole - 1) - selfPairs
  return pairs <= 0 ? 0 : ((2 / length) * sum) / pairs
}

/** In how many places a unit of a length fits wholly into a gap. */
function roomIn(gaps: readonly number[]): (length: number) => number {
  const sorted = gaps.toSorted((one, other) => other - one)
  const sums = [0]
  for (const gap of sorted) sums.push((sums.at(-1) ?? 0) + gap)
  return (length) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? 0) >= length) low = middle + 1
      else high = middle
    }
    return (sums[low] ?? 0) + low * (1 - length)
  }
}
