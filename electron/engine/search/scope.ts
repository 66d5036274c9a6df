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
  sources: ScopedSource[]
  /** Each a restriction by itself; empty when the whole text is searched. */
  rangesOf: (sourceId: string) => Ranges[]
}

type Values = Record<string, string>

export function resolveScope(project: Project, scope: SearchScope): ResolvedScope {
  const restrictions = [
    scope.personIds ? spokenBy(project, scope.personIds) : null,
    ...(scope.attributes ?? []).map((condition) => heldBy(project, condition)),
    codedWith(project, scope),
  ].filter((ranges) => ranges !== null)
  return {
    sources: scopedSources(project, scope),
    rangesOf: (sourceId) => restrictions.map((ranges) => merged(ranges(sourceId))),
  }
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

type RangesOf = (sourceId: string) => number[]

function spokenBy(project: Project, personIds: readonly string[]): RangesOf {
  const persons = JSON.stringify(personIds)
  const turns = project.db.prepare<[string, string], [number, number]>(
    `SELECT start, stop FROM paragraphs WHERE source_id = ? AND speaker IN
       (SELECT name FROM speakers WHERE speakers.source_id = paragraphs.source_id
        AND person_id IN (SELECT value FROM json_each(?))) ORDER BY start`,
  )
  return (sourceId) => turns.raw().all(sourceId, persons).flat()
}

type Condition = NonNullable<SearchScope['attributes']>[number]

/** What persons who fit say, sources that fit, and what belongs to cases that fit. */
function heldBy(project: Project, condition: Condition): RangesOf {
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
  const sources = new Set(members('sources', 'source'))
  const passageIds = JSON.stringify(members('passages', 'passage'))
  const passages = db.prepare<[string, string], [number, number]>(
    `SELECT start, stop FROM passages WHERE ${visiblePassages} AND state = 'placed'
       AND source_id = ? AND id IN (SELECT value FROM json_each(?))`,
  )
  return (sourceId) => {
    if (sources.has(sourceId)) return [0, Number.MAX_SAFE_INTEGER]
    return inOrder([spoken(sourceId), passages.raw().all(sourceId, passageIds).flat()].flat())
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

function inOrder(ranges: readonly number[]): number[] {
  const pairs: [number, number][] = []
  for (let at = 0; at < ranges.length; at += 2) pairs.push([ranges[at] ?? 0, ranges[at + 1] ?? 0])
  return pairs.sort((a, b) => a[0] - b[0]).flat()
}

function codedWith(project: Project, scope: SearchScope): RangesOf | null {
  const { codeIds, analystIds } = scope
  if (!codeIds && !analystIds) return null
  const conditions = [visibleCodings, 'codings.source_id = :source', `passages.state = 'placed'`]
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
  const passages = project.db.prepare<[Values], [number, number]>(
    `SELECT DISTINCT start, stop FROM codings JOIN passages ON passages.id = passage_id
     WHERE ${conditions.join(' AND ')} ORDER BY start, stop`,
  )
  return (source) =>
    passages
      .raw()
      .all({ ...values, source })
      .flat()
}

/** Ranges that touch or overlap made one. */
function merged(ranges: readonly number[]): number[] {
  const joined: number[] = []
  for (let at = 0; at < ranges.length; at += 2) {
    const start = ranges[at] ?? 0
    const end = ranges[at + 1] ?? 0
    const last = joined.length - 1
    if (last > 0 && start <= (joined[last] ?? 0)) joined[last] = Math.max(joined[last] ?? 0, end)
    else joined.push(start, end)
  }
  return joined
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
