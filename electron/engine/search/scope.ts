import type { Database } from 'better-sqlite3'
import type { SearchScope } from '../../../shared/contract/search.ts'
import { listCodes, withSubcodes } from '../codes/code-list.ts'
import { visibleCodings, visiblePassages } from '../passages/visible.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { generationOf } from './generation.ts'

export interface ScopedSource {
  id: string
  title: string
  kind: string
  folderId: string | null
}

/** Start, end, start, end … in order and apart, UTF-16 code units. */
export type Ranges = readonly number[]

/** What is searched (Q10): sources in their order, and in each what hits must lie inside of. */
export interface ResolvedScope {
  /** Those in which something may be in scope. */
  sources: ScopedSource[]
  /** Each a restriction by itself; empty when the whole text is searched. */
  rangesOf: (sourceId: string) => readonly Ranges[]
}

type Values = Record<string, string>

export function resolveScope(project: Project, scope: SearchScope): ResolvedScope {
  const restrictions = [
    scope.personIds ? spokenBy(project, scope.personIds) : null,
    ...(scope.attributes ?? []).map((condition) => heldBy(project, condition)),
    codedWith(project, scope),
  ].filter((restriction) => restriction !== null)
  const sources = scopedSources(project, scope).filter(({ id }) =>
    restrictions.every((restriction) => restriction.sources.has(id)),
  )
  return { sources, rangesOf: inPortions(restrictions, sources) }
}

const caches = new WeakMap<Database, { generation: number; key: string; sources: ScopedSource[] }>()

/** Kept until anything is written: most searches are of the same sources. */
function scopedSources(project: Project, scope: SearchScope): ScopedSource[] {
  const { sourceIds, kinds, folderIds, from, to } = scope
  const key = JSON.stringify([sourceIds, kinds, folderIds, from, to])
  const generation = generationOf(project.db)
  const known = caches.get(project.db)
  if (known?.generation === generation && known.key === key) return known.sources
  const sources = selectSources(project, scope)
  caches.set(project.db, { generation, key, sources })
  return sources
}

function selectSources(project: Project, scope: SearchScope): ScopedSource[] {
  const conditions = [`kind = 'sources'`, 'deleted = 0']
  const values: Values = {}
  const oneOf = (name: string, list: readonly string[] | undefined, column: string) => {
    if (!list) return
    values[name] = JSON.stringify(list)
    conditions.push(`${column} IN (SELECT value FROM json_each(:${name}))`)
  }
  oneOf('ids', scope.sourceIds, 'id')
  oneOf('kinds', scope.kinds, `data ->> '$.kind'`)
  oneOf('folders', foldersWithin(project, scope.folderIds), `data ->> '$.folderId'`)
  if (scope.from || scope.to) conditions.push(`data ->> '$.date' GLOB '[0-9][0-9][0-9][0-9]*'`)
  if (scope.from !== undefined && scope.from !== '') {
    values.from = scope.from
    conditions.push(`data ->> '$.date' >= :from`)
  }
  if (scope.to !== undefined && scope.to !== '') {
    values.to = scope.to
    conditions.push(`substr(data ->> '$.date', 1, length(:to)) <= :to`)
  }
  return project.db
    .prepare<[Values], ScopedSource>(
      `SELECT id, data ->> '$.title' title, data ->> '$.kind' kind, data ->> '$.folderId' folderId
       FROM entities WHERE ${conditions.join(' AND ')} ORDER BY data ->> '$.number', id`,
    )
    .all(values)
}

function foldersWithin(project: Project, ids: readonly string[] | undefined): string[] | undefined {
  if (!ids) return undefined
  const folders = listEntities(project, 'folders')
  const within = new Set(ids)
  for (let size = -1; size !== within.size;) {
    size = within.size
    for (const { id, parentId } of folders)
      if (typeof parentId === 'string' && within.has(parentId)) within.add(id)
  }
  return [...within]
}

/** What hits must lie inside of. */
interface Restriction {
  /** The only sources that can have some of it. */
  sources: ReadonlySet<string>
  /** Start and end of each part of it in some of these sources, by source and start. */
  rangesIn: (sourceIds: readonly string[]) => Iterable<Part>
}

type Part = [sourceId: string, start: number, end: number]

/** Sources whose ranges are read in one go: few for those who wait for the first hits, then more. */
const [fewest, most] = [8, 256]

/** Ranges of sources that are asked for in their order, read for several of them at once. */
function inPortions(
  restrictions: readonly Restriction[],
  sources: readonly ScopedSource[],
): ResolvedScope['rangesOf'] {
  if (restrictions.length === 0) return () => []
  const places = new Map(sources.map(({ id }, index) => [id, index]))
  let portion = fewest
  let read: ReadonlyMap<string, readonly Ranges[]> = new Map()
  return (sourceId) => {
    const known = read.get(sourceId)
    if (known) return known
    const from = places.get(sourceId) ?? 0
    const ids = sources.slice(from, from + portion).map(({ id }) => id)
    portion = Math.min(portion * 2, most)
    const found = restrictions.map((restriction) => joined(restriction.rangesIn(ids)))
    read = new Map(ids.map((id) => [id, found.map((ranges) => ranges.get(id) ?? [])]))
    return read.get(sourceId) ?? []
  }
}

function spokenBy(project: Project, personIds: readonly string[]): Restriction {
  const persons = JSON.stringify(personIds)
  const parts = project.db.prepare<[string, string], Part>(
    `SELECT paragraphs.source_id, start, stop
     FROM json_each(?) sources CROSS JOIN speakers ON speakers.source_id = sources.value
     CROSS JOIN paragraphs ON paragraphs.source_id = speakers.source_id AND speaker = name
     WHERE person_id IN (SELECT value FROM json_each(?))
     ORDER BY paragraphs.source_id, start`,
  )
  return {
    sources: sourcesIn(
      project,
      'SELECT source_id FROM speakers WHERE person_id IN (SELECT value FROM json_each(:persons))',
      { persons },
    ),
    rangesIn: (ids) => parts.raw().iterate(JSON.stringify(ids), persons),
  }
}

function sourcesIn(project: Project, sql: string, values: Values): Set<string> {
  return new Set(project.db.prepare<[Values], string>(sql).pluck().all(values))
}

type Condition = NonNullable<SearchScope['attributes']>[number]

/** What persons who fit say, sources that fit, and what belongs to cases that fit. */
function heldBy(project: Project, condition: Condition): Restriction {
  const { db } = project
  const holders = JSON.stringify(holdersOf(project, condition))
  const members = (kind: 'persons' | 'sources' | 'passages', singular: string) =>
    db
      .prepare<{ holders: string }, string>(
        `WITH holders AS (SELECT value ->> 0 kind, value ->> 1 id FROM json_each(:holders))
         SELECT id FROM holders WHERE kind = '${kind}'
         UNION SELECT member_id FROM holders JOIN case_members
           ON case_id = holders.id AND case_members.kind = '${singular}'
         WHERE holders.kind = 'cases'`,
      )
      .pluck()
      .all({ holders })
  const spoken = spokenBy(project, members('persons', 'person'))
  const whole = new Set(members('sources', 'source'))
  const held = { passages: JSON.stringify(members('passages', 'passage')) }
  const isHeld = `${visiblePassages} AND state = 'placed'
    AND id IN (SELECT value FROM json_each(:passages))`
  const passages = db.prepare<[Values], Part>(
    `SELECT source_id, start, stop FROM passages WHERE ${isHeld}
       AND source_id IN (SELECT value FROM json_each(:sources))`,
  )
  const marked = sourcesIn(project, `SELECT source_id FROM passages WHERE ${isHeld}`, held)
  return {
    sources: new Set([...whole, ...spoken.sources, ...marked]),
    rangesIn: (ids) => {
      const parts: Part[] = []
      const others: string[] = []
      for (const id of ids)
        if (whole.has(id)) parts.push([id, 0, Number.MAX_SAFE_INTEGER])
        else others.push(id)
      const some = others.filter((id) => marked.has(id))
      if (some.length > 0)
        parts.push(...passages.raw().all({ ...held, sources: JSON.stringify(some) }))
      for (const part of spoken.rangesIn(others)) parts.push(part)
      return parts.sort((a, b) => a[1] - b[1])
    },
  }
}

function holdersOf(project: Project, condition: Condition): [string, string][] {
  const { attributeId, values, min, max, from, to } = condition
  const isDated = Boolean(from) || Boolean(to)
  type Asked = Record<string, string | number | null>
  return project.db
    .prepare<[Asked], [string, string]>(
      `SELECT holder_kind, holder_id FROM attribute_values WHERE attribute_id = :attribute
         AND EXISTS (SELECT 1 FROM entities WHERE kind = 'attributes' AND id = :attribute AND deleted = 0)
         AND (:values IS NULL OR text IN (SELECT value FROM json_each(:values)))
         AND (:min IS NULL OR number >= :min) AND (:max IS NULL OR number <= :max)
         ${isDated ? `AND text GLOB '[0-9][0-9][0-9][0-9]*'` : ''}
         AND (:from IS NULL OR text >= :from) AND (:to IS NULL OR substr(text, 1, length(:to)) <= :to)`,
    )
    .raw()
    .all({
      attribute: attributeId,
      values: values ? JSON.stringify(values) : null,
      min: min ?? null,
      max: max ?? null,
      from: from ? from : null,
      to: to ? to : null,
    })
}

function codedWith(project: Project, scope: SearchScope): Restriction | null {
  const { codeIds, analystIds } = scope
  if (!codeIds && !analystIds) return null
  const conditions = [visibleCodings]
  const values: Values = {}
  if (codeIds) {
    const codes = scope.withSubcodes ? withSubcodes(listCodes(project), codeIds) : codeIds
    values.codes = JSON.stringify([...codes])
    conditions.push('code_id IN (SELECT value FROM json_each(:codes))')
  }
  if (analystIds) {
    values.analysts = JSON.stringify(analystIds)
    conditions.push('analyst_id IN (SELECT value FROM json_each(:analysts))')
  }
  const coded = conditions.join(' AND ')
  const passages = project.db.prepare<[Values], Part>(
    `SELECT DISTINCT codings.source_id, start, stop
     FROM codings CROSS JOIN passages ON passages.id = passage_id
     WHERE ${coded} AND passages.state = 'placed'
       AND codings.source_id IN (SELECT value FROM json_each(:sources))
     ORDER BY codings.source_id, start, stop`,
  )
  return {
    sources: sourcesIn(
      project,
      `SELECT DISTINCT codings.source_id FROM codings WHERE ${coded}`,
      values,
    ),
    rangesIn: (ids) => passages.raw().iterate({ ...values, sources: JSON.stringify(ids) }),
  }
}

/** The parts by source, those that touch or overlap made one. They come in order of their starts. */
function joined(parts: Iterable<Part>): Map<string, number[]> {
  const bySource = new Map<string, number[]>()
  for (const [sourceId, start, end] of parts) {
    const ranges = bySource.get(sourceId)
    const last = (ranges?.length ?? 0) - 1
    if (!ranges) bySource.set(sourceId, [start, end])
    else if (start <= (ranges[last] ?? 0)) ranges[last] = Math.max(ranges[last] ?? 0, end)
    else ranges.push(start, end)
  }
  return bySource
}

/** Whether [start, end) lies in one of the ranges. */
export function isWithin(ranges: Ranges, start: number, end: number): boolean {
  const at = lastBeginning(ranges, start)
  return at >= 0 && end <= (ranges[at + 1] ?? 0)
}

/** Whether any of [start, end) lies in the ranges. */
export function touches(ranges: Ranges, start: number, end: number): boolean {
  const at = lastBeginning(ranges, end - 1)
  return at >= 0 && (ranges[at + 1] ?? 0) > start
}

/** Index of the last range that begins at or before `offset`; -1 if none does. */
function lastBeginning(ranges: Ranges, offset: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle * 2] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return (low - 1) * 2
}
