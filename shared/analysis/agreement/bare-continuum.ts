import { arrayOf, BadData, isObject } from './bad-data.ts'
import type { Continuum, Unit } from './continuum.ts'

export interface BareContinuum {
  continuum: Continuum
  coderNames: string[]
  codes: string[]
  /** How the units were read. */
  unitsAre: UnitsAre
  unitsBy: UnitsBy
}

type UnitsAre = '[start, length]' | '[start, end)'
type UnitsBy = 'code, then coder' | 'coder, then code'

/**
 * Reads `continuum` (`length`, with `start` or from 0; or `start` and `end`; or a bare length) and `units`.
 * Units are `[start, length]` under their code and then their coder, as Krippendorff 2004 prints them;
 * `unitsAre` that says “half-open” or “end” makes them `[start, end)` under their coder and then their
 * code. `unitsBy` (`"code"` or `"coder"`) says otherwise what the first key is, and so do keys that can
 * only be coders: “coder 1”, “observer A”, or i and j. Without `unitsAre`, units
 * that cannot be `[start, length]` are `[start, end)`. Throws `BadData`.
 */
export function readContinuum(data: Record<string, unknown>): BareContinuum {
  const { start, length } = extentOf(data.continuum)
  const listed = listUnits(data.units)
  const unitsAre = notationOf(data.unitsAre, listed, start + length)
  const unitsBy = nestingOf(data.unitsBy, unitsAre, listed.names)
  const nameOf = (unit: Listed): [code: string, coder: string] =>
    unitsBy === 'code, then coder' ? [unit.first, unit.second] : [unit.second, unit.first]
  const named = listed.names.map(([first, second]) => nameOf({ first, second, pair: [0, 0] }))
  const codes = [...new Set(named.map(([code]) => code))]
  const coderNames = [...new Set(named.map(([, coder]) => coder))]
  const units = listed.units.map((unit): Unit => {
    const [code, coder] = nameOf(unit)
    const [from, second] = unit.pair
    const end = unitsAre === '[start, length]' ? from + second : second
    return { code, coder: coderNames.indexOf(coder), start: from, end }
  })
  refuseImpossible(units, start, start + length)
  return {
    continuum: { start, length, coders: coderNames.length, units },
    coderNames,
    codes,
    unitsAre,
    unitsBy,
  }
}

function extentOf(value: unknown): { start: number; length: number } {
  if (typeof value === 'number') return checkedExtent(0, value)
  if (Array.isArray(value))
    return checkedExtent(Number(value[0]), Number(value[1]) - Number(value[0]))
  if (!isObject(value)) throw new BadData('continuum is no object with a length')
  const start = typeof value.start === 'number' ? value.start : 0
  if (typeof value.length === 'number') return checkedExtent(start, value.length)
  if (typeof value.end === 'number') return checkedExtent(start, value.end - start)
  throw new BadData('continuum has no length')
}

function checkedExtent(start: number, length: number): { start: number; length: number } {
  if (Number.isFinite(start) && Number.isFinite(length) && length > 0) return { start, length }
  throw new BadData('the length of continuum is no number above 0')
}

/** A unit under the two keys it stands under. */
interface Listed {
  first: string
  second: string
  pair: [number, number]
}

function listUnits(value: unknown): { units: Listed[]; names: [string, string][] } {
  if (!isObject(value)) throw new BadData('units is no object')
  const units: Listed[] = []
  const names: [string, string][] = []
  for (const [first, inner] of Object.entries(value)) {
    if (!isObject(inner)) throw new BadData(`units of ${first} is no object`)
    for (const [second, list] of Object.entries(inner)) {
      names.push([first, second])
      for (const unit of arrayOf(list, `units of ${first}, ${second},`)) {
        units.push({ first, second, pair: pairOf(unit) })
      }
    }
  }
  return { units, names }
}

function pairOf(value: unknown): [number, number] {
  const [first, second]: unknown[] = isObject(value)
    ? [value.start, value.end ?? value.length]
    : arrayOf(value, 'a unit')
  if (
    typeof first === 'number' &&
    typeof second === 'number' &&
    Number.isFinite(first) &&
    Number.isFinite(second)
  ) {
    return [first, second]
  }
  throw new BadData('a unit is not two numbers')
}

function notationOf(said: unknown, { units }: { units: Listed[] }, end: number): UnitsAre {
  if (typeof said === 'string') {
    if (/half.?open|\bend\b|\bto\b/i.test(said)) return '[start, end)'
    if (/length/i.test(said)) return '[start, length]'
    throw new BadData('unitsAre says neither “half-open” nor “length”')
  }
  return units.every(({ pair: [from, length] }) => length > 0 && from + length <= end)
    ? '[start, length]'
    : '[start, end)'
}

function nestingOf(
  said: unknown,
  unitsAre: UnitsAre,
  names: readonly (readonly [string, string])[],
): UnitsBy {
  if (typeof said === 'string') {
    if (/^code(?!r)/i.test(said)) return 'code, then coder'
    if (/^coder|^analyst/i.test(said)) return 'coder, then code'
    throw new BadData('unitsBy says neither “code” nor “coder”')
  }
  const [isOuter, isInner] = [
    names.every(([outer]) => isCoderName(outer)),
    names.every(([, inner]) => isCoderName(inner)),
  ]
  if (isOuter !== isInner) return isOuter ? 'coder, then code' : 'code, then coder'
  return unitsAre === '[start, length]' ? 'code, then coder' : 'coder, then code'
}

/** Names that say of themselves that they are a coder's; i and j are Krippendorff's observers. */
function isCoderName(name: string): boolean {
  return /^(coder|observer|rater|analyst|annotator)\b|^(coder|observer|rater|analyst|annotator)[ _-]?\w$|^[ij]$/i.test(
    name,
  )
}

function refuseImpossible(units: readonly Unit[], start: number, end: number): void {
  const ends = new Map<string, number>()
  for (const unit of units.toSorted((one, other) => one.start - other.start)) {
    if (unit.end <= unit.start) throw new BadData('a unit has no length')
    if (unit.start < start || unit.end > end) throw new BadData('a unit lies outside of continuum')
    const key = JSON.stringify([unit.coder, unit.code])
    if (unit.start < (ends.get(key) ?? start)) {
      throw new BadData(`two units of one coder overlap in the code ${unit.code}`)
    }
    ends.set(key, unit.end)
  }
}
