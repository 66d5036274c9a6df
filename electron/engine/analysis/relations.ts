import type { Database } from 'better-sqlite3'
import type { Distance, Related } from '../../../shared/analysis/question/question.ts'

/** A placed passage: a half-open range in UTF-16 code units. */
export interface Place {
  id: string
  sourceId: string
  start: number
  end: number
}

/** Numbers of the paragraphs or turns that a range touches, both ends included; or the range itself. */
interface Span {
  first: number
  last: number
}

type Kind = Pick<Related, 'how' | 'distance'>

/** Ids of the passages of `of` for which one of `to` stands to them as asked (SPEC A7, A8). */
export function inRelation(
  db: Database,
  kind: Kind,
  { of, to }: { of: readonly Place[]; to: readonly Place[] },
): string[] {
  const others = bySource(to)
  const found: string[] = []
  for (const [sourceId, places] of bySource(of)) {
    const beside = others.get(sourceId)
    if (!beside) continue
    const stands = relationTo(beside, kind, spansOf(db, sourceId, unitOf(kind)))
    for (const place of places) if (stands(place)) found.push(place.id)
  }
  return found
}

/** Says of two places of one source whether the second stands to the first as asked. */
export function pairTest(
  db: Database,
  kind: Kind,
  sourceId: string,
): (one: Place, other: Place) => boolean {
  const spanOf = spansOf(db, sourceId, unitOf(kind))
  return (one, other) => relationTo([other], kind, spanOf)(one)
}

export function bySource<T extends { sourceId: string }>(places: readonly T[]): Map<string, T[]> {
  const sources = new Map<string, T[]>()
  for (const place of places) {
    const list = sources.get(place.sourceId)
    if (list) list.push(place)
    else sources.set(place.sourceId, [place])
  }
  return sources
}

/** What a relation is measured in; null: there is nothing to measure. */
function unitOf({ how, distance }: Kind): Distance['unit'] | null {
  if (how === 'same turn') return 'turns'
  const isDistant = how === 'near' || how === 'followed by' || how === 'preceded by'
  return isDistant ? (distance?.unit ?? null) : null
}

/**
 * Whether one of many places stands to another as asked. They are sorted once, so that each question
 * is a binary search: the best candidate is the last or the furthest-reaching one up to a point.
 */
function relationTo(
  places: readonly Place[],
  { how, distance }: Kind,
  spanOf: (place: Place) => Span | null,
): (place: Place) => boolean {
  const reach = distance?.count ?? Number.POSITIVE_INFINITY
  switch (how) {
    case 'overlapping': {
      const furthest = furthestEnds(places)
      return ({ start, end }) => furthest(end - 1) > start
    }
    case 'within': {
      const furthest = furthestEnds(places)
      return ({ start, end }) => furthest(start) >= end
    }
    case 'containing': {
      // Backwards along the text, what is inside another contains it.
      const mirrored = places.map((place) => ({ ...place, start: -place.start, end: -place.end }))
      const nearest = furthestEnds(mirrored)
      return ({ start, end }) => nearest(-start) >= -end
    }
    case 'followed by': {
      const next = firstFrom(places.filter(spanOf), (place) => place.start)
      return (place) => isWithin(place, next(place.end), reach, spanOf)
    }
    case 'preceded by': {
      const previous = lastUpTo(places.filter(spanOf), (place) => place.end)
      return (place) => isWithin(previous(place.start), place, reach, spanOf)
    }
    case 'near':
    case 'same turn':
      return nearness(places, how === 'near' ? reach : 0, spanOf)
  }
}

function nearness(
  places: readonly Place[],
  reach: number,
  spanOf: (place: Place) => Span | null,
): (place: Place) => boolean {
  const spans: Place[] = []
  for (const place of places) {
    const span = spanOf(place)
    if (span) spans.push({ ...place, start: span.first, end: span.last })
  }
  const furthest = furthestEnds(spans)
  return (place) => {
    const span = spanOf(place)
    return span !== null && furthest(span.last + reach) >= span.first - reach
  }
}

function isWithin(
  earlier: Place | undefined,
  later: Place | undefined,
  reach: number,
  spanOf: (place: Place) => Span | null,
): boolean {
  if (!earlier || !later) return false
  const a = spanOf(earlier)
  const b = spanOf(later)
  return a !== null && b !== null && b.first - a.last <= reach
}

/** How far the places reach that start at or before a point. */
function furthestEnds(places: readonly Place[]): (point: number) => number {
  const sorted = places.toSorted((a, b) => a.start - b.start)
  const furthest: number[] = []
  for (const { end } of sorted)
    furthest.push(Math.max(end, furthest.at(-1) ?? Number.NEGATIVE_INFINITY))
  return (point) =>
    furthest[countUpTo(sorted.length, (at) => (sorted[at]?.start ?? 0) <= point) - 1] ??
    Number.NEGATIVE_INFINITY
}

function firstFrom(
  places: readonly Place[],
  of: (place: Place) => number,
): (point: number) => Place | undefined {
  const sorted = places.toSorted((a, b) => of(a) - of(b))
  return (point) => sorted[countUpTo(sorted.length, (at) => of(sorted[at] as Place) < point)]
}

function lastUpTo(
  places: readonly Place[],
  of: (place: Place) => number,
): (point: number) => Place | undefined {
  const sorted = places.toSorted((a, b) => of(a) - of(b))
  return (point) => sorted[countUpTo(sorted.length, (at) => of(sorted[at] as Place) <= point) - 1]
}

/** How many from the beginning hold, for a test that holds up to somewhere. */
function countUpTo(length: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** What a place touches in a unit; null if it does not begin and end in turns. */
function spansOf(
  db: Database,
  sourceId: string,
  unit: Distance['unit'] | null,
): (place: Place) => Span | null {
  if (unit === null || unit === 'characters')
    return ({ start, end }) => ({ first: start, last: end })
  const rows = db
    .prepare<[string], [number, number, number]>(
      'SELECT start, ordinal, turn FROM paragraphs WHERE source_id = ? ORDER BY start',
    )
    .raw()
    .all(sourceId)
  const numberAt = (offset: number) => {
    const row =
      rows[Math.max(0, countUpTo(rows.length, (at) => (rows[at]?.[0] ?? 0) <= offset) - 1)]
    return row?.[unit === 'turns' ? 2 : 1] ?? 0
  }
  return ({ start, end }) => {
    const span = { first: numberAt(start), last: numberAt(Math.max(start, end - 1)) }
    return unit === 'turns' && (span.first === 0 || span.last === 0) ? null : span
  }
}
