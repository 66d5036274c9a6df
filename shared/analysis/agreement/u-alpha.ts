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

export interface UAlphas {
  /** Units and their codes, gaps included, uα. */
  uAlpha: Coefficient
  /** Coded or not, whatever the code, |uα. */
  uAlphaBinary: Coefficient
  /** The codes alone, where two coders have both coded, cuα. */
  cuAlpha: Coefficient
  /** One code against all others where two coders have both coded, (k)uα. */
  kuAlpha: Map<string, Coefficient>
  /** Share of the text that cuα and (k)uα rest on: coded by both of two coders; mean of the pairs. */
  coverage: Coefficient
}

/** How much text two coders gave which two codes; `''` is the gap. */
type Lengths = Map<string, Map<string, number>>

const gap = ''

/**
 * The u-alpha family, for text that each coder has cut into units of which none overlap (a coder's words
 * have one code or none). All four are 1 − D_o / D_e over the lengths that the segments of two coders
 * share: D_o is the share of unlike text, D_e what chance gives, where a unit is not paired with itself:
 * Σ_{c≠k} n_c n_k / (n² − Σ L²), L the lengths of the units; text in gaps has no units, each character
 * counts for itself. Where a coder's units overlap all are `overlappingCodes`.
 * (Krippendorff, Mathet, Bouvry and Widlöcher 2016.)
 */
export function uAlphas(
  continuum: Continuum,
  codes: readonly string[] = codesOf(continuum),
): UAlphas {
  const refusal = refusalOf(continuum)
  if (refusal) {
    return {
      uAlpha: refusal,
      uAlphaBinary: refusal,
      cuAlpha: refusal,
      kuAlpha: new Map(codes.map((code) => [code, refusal])),
      coverage: refusal,
    }
  }
  const all = wholeText(continuum)
  const coded = codedText(continuum)
  const only = (code: string): Measured => ({
    ...coded,
    lengths: merged(coded.lengths, (other) => (other === code ? code : gap)),
  })
  const binary = merged(all.lengths, (code) => (code === gap ? gap : 'unit'))
  return {
    uAlpha: alphaOf(all),
    uAlphaBinary: alphaOf({ ...all, lengths: binary }),
    cuAlpha: coded.lengths.size === 0 ? notComputable('nothingShared') : alphaOf(coded),
    kuAlpha: new Map(
      codes.map((code) => [
        code,
        coded.lengths.has(code) ? alphaOf(only(code)) : notComputable('nothingShared'),
      ]),
    ),
    coverage: computed(coded.coverage),
  }
}

function refusalOf(continuum: Continuum): Coefficient | null {
  if (continuum.coders < 2) return notComputable('tooFewCoders')
  if (continuum.length === 0) return notComputable('noData')
  const ends = new Map<number, number>()
  for (const unit of continuum.units.toSorted((one, other) => one.start - other.start)) {
    if (unit.start < (ends.get(unit.coder) ?? -Infinity)) return notComputable('overlappingCodes')
    ends.set(unit.coder, unit.end)
  }
  return null
}

/** Lengths that two coders share, summed over the pairs of coders so that no coder counts more. */
interface Measured {
  lengths: Lengths
  /** What must not be paired with itself. */
  selfPairs: number
}

/** All text, gaps with it; sums to coders × length. */
function wholeText(continuum: Continuum): Measured {
  const byCoder = byCoderOf(continuum)
  const found: Measured = { lengths: new Map(), selfPairs: 0 }
  for (const segment of byCoder.flat()) {
    const length = lengthOf(segment)
    found.selfPairs += segment.code === null ? length : length ** 2
  }
  const weight = 1 / (continuum.coders - 1)
  for (const [first, second] of pairsOf(continuum.coders)) {
    forEachMeeting(byCoder[first] ?? [], byCoder[second] ?? [], (one, other, length) => {
      addBothWays(found.lengths, one.code ?? gap, other.code ?? gap, length * weight)
    })
  }
  return found
}

function byCoderOf(continuum: Continuum): Segment[][] {
  return Array.from({ length: continuum.coders }, (_, coder) =>
    segmentsOf(
      continuum,
      continuum.units.filter((unit) => unit.coder === coder),
    ),
  )
}

/**
 * What at least two have coded. Where more than two coders are, each stretch between two ends of anybody's
 * units counts by those who coded it, as alpha does where judgements are missing.
 */
function codedText(continuum: Continuum): Measured & { coverage: number } {
  const found = { lengths: new Map() as Lengths, selfPairs: 0, coverage: 0 }
  const pairs = pairsOf(continuum.coders).length
  for (const { length, codes } of stretchesOf(continuum)) {
    found.coverage += (length * pairsOf(codes.length).length) / (pairs * continuum.length)
    if (codes.length < 2) continue
    found.selfPairs += codes.length * length ** 2
    const weight = length / (codes.length - 1)
    for (const [first, second] of pairsOf(codes.length)) {
      addBothWays(found.lengths, codes[first] ?? gap, codes[second] ?? gap, weight)
    }
  }
  return found
}

/** Stretches of text in which nobody's unit begins or ends, with the codes that were given. */
function stretchesOf({ units }: Continuum): { length: number; codes: string[] }[] {
  const ends = units.flatMap((unit) => [
    { at: unit.start, unit, begins: true },
    { at: unit.end, unit, begins: false },
  ])
  ends.sort((one, other) => one.at - other.at)
  const open = new Set<Unit>()
  const stretches: { length: number; codes: string[] }[] = []
  let here = 0
  for (const { at, unit, begins } of ends) {
    if (at > here && open.size > 0) {
      stretches.push({ length: at - here, codes: [...open].map(({ code }) => code) })
    }
    here = at
    if (begins) open.add(unit)
    else open.delete(unit)
  }
  return stretches
}

function addBothWays(lengths: Lengths, one: string, other: string, length: number): void {
  add(lengths, one, other, length)
  add(lengths, other, one, length)
}

function add(lengths: Lengths, one: string, other: string, length: number): void {
  const row = lengths.get(one) ?? new Map<string, number>()
  lengths.set(one, row)
  row.set(other, (row.get(other) ?? 0) + length)
}

/** The same lengths with fewer values. */
function merged(lengths: Lengths, nameOf: (code: string) => string): Lengths {
  const fewer: Lengths = new Map()
  for (const [one, row] of lengths) {
    for (const [other, length] of row) add(fewer, nameOf(one), nameOf(other), length)
  }
  return fewer
}

function sumOf(lengths: Lengths): number {
  let sum = 0
  for (const row of lengths.values()) for (const length of row.values()) sum += length
  return sum
}

function alphaOf({ lengths, selfPairs }: Measured): Coefficient {
  // Counted, not computed: squares of long texts may miss each other by a rounding error.
  if (lengths.size < 2) return notComputable('noVariation')
  const n = sumOf(lengths)
  let unlike = 0
  let squares = 0
  for (const [one, row] of lengths) {
    let ofOne = 0
    for (const [other, length] of row) {
      ofOne += length
      if (other !== one) unlike += length
    }
    squares += ofOne ** 2
  }
  const expected = (n ** 2 - squares) / (n ** 2 - selfPairs)
  return computed(1 - unlike / n / expected)
}
