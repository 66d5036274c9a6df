import { arrayOf, BadData, isObject } from './bad-data.ts'
import { readContinuum, type BareContinuum } from './bare-continuum.ts'
import type { Rated } from './ratings.ts'

/** Data without a project, as the command line takes them: one of these shapes. */
export const shapes = ['confusion', 'pairs', 'coders', 'rows', 'continuum'] as const
export type Shape = (typeof shapes)[number]

/** Judgements of units, whatever shape they came in. */
export interface BareRatings {
  shape: Exclude<Shape, 'continuum'>
  units: Rated[]
  /** Whether the first judgement of every unit is the same person's, and so on. */
  coderNames: string[] | null
  /** How many values there were to choose from, where the data tell. */
  values: number | null
  /** Values from low to high, where the data tell. */
  order: string[] | null
  /** Whether the values themselves say something, or only tell rows from columns. */
  hasNamedValues: boolean
}

export type BareData = BareRatings | ({ shape: 'continuum' } & BareContinuum)

/**
 * Reads bare data: an object with `confusion`, `pairs`, `coders`, `rows`, or `continuum` and `units`.
 * Other keys are left alone; the object may stand inside another one. Throws `BadData`.
 */
export function readBareData(value: unknown): BareData {
  const data = objectWithShape(value)
  const found = shapes.filter((shape) => data[shape] !== undefined)
  const [shape] = found
  if (shape === undefined || found.length > 1) {
    throw new BadData(`it has to hold one of ${shapes.join(', ')}, and holds ${found.length}`)
  }
  if (shape === 'continuum') return { shape, ...readContinuum(data) }
  const given = categoriesOf(data)
  if (shape === 'confusion') return readConfusion(data.confusion, data, given)
  const { units, coderNames } =
    shape === 'pairs'
      ? readPairs(data.pairs)
      : shape === 'coders'
        ? readCoders(data.coders)
        : readRows(data.rows)
  if (units.length === 0) throw new BadData(`${shape} is empty`)
  return {
    shape,
    units,
    coderNames,
    values: given.values,
    order: given.order,
    hasNamedValues: true,
  }
}

function objectWithShape(value: unknown): Record<string, unknown> {
  const has = (one: unknown): one is Record<string, unknown> =>
    isObject(one) && shapes.some((shape) => one[shape] !== undefined)
  if (has(value)) return value
  const inside = isObject(value) || Array.isArray(value) ? Object.values(value).filter(has) : []
  const [only] = inside
  if (only && inside.length === 1) return only
  throw new BadData(`it has to be an object with one of ${shapes.join(', ')}`)
}

interface Categories {
  values: number | null
  names: string[] | null
  order: string[] | null
}

/**
 * `categories`: how many values there are, or their names; `level: "ordinal"` says that the names stand
 * from low to high.
 */
function categoriesOf(data: Record<string, unknown>): Categories {
  const given = data.categories ?? data.labels
  if (typeof given === 'number' && Number.isInteger(given) && given > 0) {
    return { values: given, names: null, order: null }
  }
  if (!Array.isArray(given)) return { values: null, names: null, order: null }
  const names = given.map((value) => valueOf(value) ?? '')
  if (new Set(names).size < names.length) throw new BadData('a category is named twice')
  return { values: names.length, names, order: data.level === 'ordinal' ? names : null }
}

function readConfusion(
  value: unknown,
  data: Record<string, unknown>,
  given: Categories,
): BareRatings {
  const rows = arrayOf(value, 'confusion').map((row) => arrayOf(row, 'a row of confusion'))
  const size = rows.length
  if (size === 0) throw new BadData('confusion is empty')
  if (rows.some((row) => row.length !== size)) {
    throw new BadData('confusion is not square: it needs as many columns as rows')
  }
  const isNamed = given.names?.length === size
  const names = (isNamed ? given.names : null) ?? rows.map((_, place) => String(place + 1))
  const units: Rated[] = []
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      const count = typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : cell
      if (typeof count !== 'number' || !Number.isFinite(count) || count < 0) {
        throw new BadData('confusion has a cell that is no number of units')
      }
      units.push({ values: [names[r] ?? '', names[c] ?? ''], count })
    }
  }
  return {
    shape: 'confusion',
    units,
    coderNames: ['rows', 'columns'],
    values: Math.max(size, given.values ?? 0),
    order: data.level === 'ordinal' ? names : null,
    hasNamedValues: isNamed || typeof data.level === 'string',
  }
}

type Judged = Pick<BareRatings, 'units' | 'coderNames'>

function readPairs(value: unknown): Judged {
  const units = listOf(value, 'pairs').map((pair) => {
    const dashed = typeof pair === 'string' ? /^([^-]+)-([^-]+)$/.exec(pair) : null
    const values = symbolsOf(dashed ? dashed.slice(1) : pair, 'a pair')
    if (values.length !== 2) throw new BadData('a pair has not two values')
    return { values, count: 1 }
  })
  return { units, coderNames: ['1', '2'] }
}

function readCoders(value: unknown): Judged {
  const named: [string, unknown][] = isObject(value)
    ? Object.entries(value)
    : arrayOf(value, 'coders').map((one, place) => [String(place + 1), one])
  const coders = named.map(([, judged]) => symbolsOf(judged, 'a coder'))
  const size = Math.max(0, ...coders.map((values) => values.length))
  const units = Array.from({ length: size }, (_, at) => ({
    values: coders.map((values) => values[at] ?? null),
    count: 1,
  }))
  return { units, coderNames: named.map(([name]) => name) }
}

function readRows(value: unknown): Judged {
  const rows = listOf(value, 'rows').map((row) => symbolsOf(row, 'a row'))
  const size = Math.max(0, ...rows.map((row) => row.length))
  const units = rows.map((row) => ({
    values: Array.from({ length: size }, (_, at) => row[at] ?? null),
    count: 1,
  }))
  return { units, coderNames: null }
}

/** A list, also one that is written as words with spaces between. */
function listOf(value: unknown, what: string): unknown[] {
  if (typeof value === 'string')
    return value
      .trim()
      .split(/[\s,;]+/)
      .filter((word) => word !== '')
  return isObject(value) ? Object.values(value) : arrayOf(value, what)
}

/** Values in a row: one character each, unless something stands between them. */
function symbolsOf(value: unknown, what: string): (string | null)[] {
  if (Array.isArray(value)) return value.map(valueOf)
  if (isObject(value)) return Object.values(value).map(valueOf)
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) {
    return [...String(value)].map(valueOf)
  }
  if (typeof value !== 'string') throw new BadData(`${what} is neither words nor a list`)
  const text = value.trim()
  const between = [/\s*[,;|/]\s*/, /\s+/].find((separator) => separator.test(text))
  return between ? text.split(between).map(valueOf) : [...text].map(valueOf)
}

/** A judgement as words; null where there is none. */
function valueOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') throw new BadData('a value is neither words nor a number')
  const text = value.trim()
  return missing.has(text) ? null : text
}

const missing = new Set(['', '.', '*'])
