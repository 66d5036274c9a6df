import { alphaU } from './alpha-u.ts'
import { krippendorffAlpha } from './alpha.ts'
import type { Coefficient } from './coefficient.ts'
import type { Cell, CodedSpan, UnitFinder } from './coded-units.ts'
import type { Continuum, Unit } from './continuum.ts'
import { brennanPrediger, fleiss } from './many-coders.ts'
import { codedOnlyAgreement, holsti, observedAgreement, percentAgreement } from './percent.ts'
import type { Rated } from './ratings.ts'
import { cohenKappa, cohenKappaMax, expectedByTwo, scottPi } from './two-coders.ts'
import { uAlphas } from './u-alpha.ts'

/** A source as coders have coded it. */
export interface CodedSource {
  /** UTF-16 code units. */
  length: number
  /** Those of a coder and a code may overlap. */
  spans: readonly CodedSpan[]
  finder: UnitFinder
}

export interface Compared {
  codedBy: number[]
  codedByAll: number
  codedByAny: number
  units: number
  measures: Record<string, Coefficient>
}

/**
 * Compares coders in sources, per code and for all codes together. Each unit is coded or not with each
 * code; all codes together are all these decisions. α_U and the u-alpha family take the sources as they
 * are, one after the other, whatever the unit and the scope. With `scope` `coded` only units count that a
 * coder gave any of the codes.
 */
export function compareCoders(
  sources: readonly CodedSource[],
  { coders, codes, scope }: { coders: number; codes: readonly string[]; scope: 'all' | 'coded' },
): { overall: Compared; perCode: Compared[]; units: number; uncoded: number } {
  const tallies = new Map(codes.map((code) => [code, emptyTally()]))
  let all = 0
  let coded = 0
  for (const { spans, finder } of sources) {
    all += finder.total
    coded += tallySource(spans, finder, tallies)
  }
  const units = scope === 'all' ? all : coded
  const continuum = continuumOf(sources, coders)
  const unitizing = alphaU(continuum, codes)
  const { kuAlpha, ...family } = uAlphas(continuum, codes)
  const hasWeights = [...tallies.values()].some((tally) => tally.weighted.size > 0)
  const shape = { coders, hasWeights }
  const perCode = codes.map((code) => {
    const compared = compare(tallies.get(code) ?? emptyTally(), units, shape)
    const [u, ku] = [unitizing.perCode.get(code), kuAlpha.get(code)]
    if (u) compared.measures.alphaU = u
    if (ku) compared.measures.kuAlpha = ku
    return compared
  })
  const overall = compare(together([...tallies.values()]), units * codes.length, shape)
  overall.measures = { ...overall.measures, alphaU: unitizing.all, ...family }
  return { overall, perCode, units, uncoded: units - coded }
}

/** Units of one code by who coded them; the bits of the coders, and the weights they gave. */
interface Tally {
  patterns: Map<number, number>
  weighted: Map<string, Rated>
}

function emptyTally(): Tally {
  return { patterns: new Map(), weighted: new Map() }
}

/** Adds a source to the tallies of the codes; returns how many of its units have any of the codes. */
function tallySource(
  spans: readonly CodedSpan[],
  finder: UnitFinder,
  tallies: Map<string, Tally>,
): number {
  const byCode = Map.groupBy(spans, (span) => span.code)
  const counted = new Set<number>()
  let isStretches = false
  for (const [code, tally] of tallies) {
    for (const [unit, cell] of finder.cells(byCode.get(code) ?? [])) {
      add(tally, cell)
      counted.add(unit)
      if (cell.count > 1) isStretches = true
    }
  }
  if (!isStretches) return counted.size
  // Stretches of different codes lie across each other; those of all codes together do not.
  const any = finder.cells(spans.filter((span) => tallies.has(span.code)))
  return [...any.values()].reduce((sum, cell) => sum + cell.count, 0)
}

function add({ patterns, weighted }: Tally, { coders, count, weights }: Cell): void {
  patterns.set(coders, (patterns.get(coders) ?? 0) + count)
  if (!weights) return
  const values = Array.from(weights, (weight) => (weight === undefined ? null : String(weight)))
  const key = JSON.stringify(values)
  weighted.set(key, { values, count: (weighted.get(key)?.count ?? 0) + count })
}

function together(tallies: readonly Tally[]): Tally {
  const sum = emptyTally()
  for (const { patterns, weighted } of tallies) {
    for (const [coders, count] of patterns) add(sum, { coders, count, weights: null })
    for (const [key, rated] of weighted) {
      const count = (sum.weighted.get(key)?.count ?? 0) + rated.count
      sum.weighted.set(key, { ...rated, count })
    }
  }
  return sum
}

function compare(
  { patterns, weighted }: Tally,
  units: number,
  { coders, hasWeights }: { coders: number; hasWeights: boolean },
): Compared {
  const places = Array.from({ length: coders }, (_, coder) => coder)
  const found = [...patterns]
  const codedByAny = found.reduce((sum, [, count]) => sum + count, 0)
  const everyone = 2 ** coders - 1
  const rated: Rated[] = found.map(([bits, count]) => ({
    values: places.map((coder) => (hasBit(bits, coder) ? '1' : '0')),
    count,
  }))
  if (units > codedByAny) rated.push({ values: places.map(() => '0'), count: units - codedByAny })
  return {
    codedBy: places.map((coder) =>
      found.reduce((sum, [bits, count]) => sum + (hasBit(bits, coder) ? count : 0), 0),
    ),
    codedByAll: patterns.get(everyone) ?? 0,
    codedByAny,
    units,
    measures: {
      ...measuresOf(rated, coders),
      ...(hasWeights ? alphasOf([...weighted.values()], coders) : {}),
    },
  }
}

function hasBit(bits: number, place: number): boolean {
  return ((bits >> place) & 1) === 1
}

function measuresOf(rated: readonly Rated[], coders: number): Record<string, Coefficient> {
  const isCoded = (value: string): boolean => value === '1'
  const many = fleiss(rated)
  return {
    percent: percentAgreement(rated),
    codedOnly: codedOnlyAgreement(rated, isCoded),
    holsti: holsti(rated, isCoded),
    po: observedAgreement(rated),
    pe: coders === 2 ? expectedByTwo(rated) : many.pe,
    kappa: cohenKappa(rated),
    kappaMax: cohenKappaMax(rated),
    fleissKappa: many.kappa,
    pi: scottPi(rated),
    S: brennanPrediger(rated, 2),
    alphaNominal: krippendorffAlpha(rated, 'nominal'),
  }
}

/** Of the weights that coders gave their codings; being coded or not has no order worth the name. */
function alphasOf(weighted: readonly Rated[], coders: number): Record<string, Coefficient> {
  const rated = weighted.map(({ values, count }) => ({
    values: Array.from({ length: coders }, (_, coder) => values[coder] ?? null),
    count,
  }))
  return {
    alphaOrdinal: krippendorffAlpha(rated, 'ordinal'),
    alphaInterval: krippendorffAlpha(rated, 'interval'),
    alphaRatio: krippendorffAlpha(rated, 'ratio'),
  }
}

/** The sources one after the other; overlapping codings of one coder and code are one unit. */
function continuumOf(sources: readonly CodedSource[], coders: number): Continuum {
  const units: Unit[] = []
  const breaks: number[] = []
  let length = 0
  for (const source of sources) {
    const groups = Map.groupBy(source.spans, ({ coder, code }) => `${coder} ${code}`)
    for (const spans of groups.values()) {
      let last: Unit | undefined
      for (const { coder, code, start, end } of spans.toSorted((a, b) => a.start - b.start)) {
        if (last && start + length < last.end) {
          last.end = Math.max(last.end, end + length)
          continue
        }
        last = { coder, code, start: start + length, end: end + length }
        units.push(last)
      }
    }
    length += source.length
    breaks.push(length)
  }
  return { start: 0, length, coders, units, breaks }
}
