import type { IndexMap } from '../project/documents.ts'
import type { Fields } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { citedPassages } from '../passages/cited-passages.ts'
import { findPlace, passageMaker, type PassageOrPlace } from '../passages/passage-at.ts'
import { beginning } from '../../../shared/text/surroundings.ts'
import { Refusal } from '../refusal.ts'
import type { MadeToo } from '../work/made-too.ts'

/** An entry of the index: what its source's document keeps under its id, and where it stands. */
export type IndexEntry<T> = T & {
  id: string
  sourceId: string
  passageId: string
  start: number
  end: number
  quote: string
}

export interface EntryFilter {
  sourceId?: string | undefined
  passageId?: string | undefined
}

/** Living entries in the order of sources and texts. */
export function listEntries<T>(
  project: Project,
  kind: IndexMap,
  filter: EntryFilter = {},
): IndexEntry<T>[] {
  const conditions = ['index_entries.kind = :kind']
  const values: Record<string, string> = { kind }
  if (filter.sourceId !== undefined) {
    conditions.push('index_entries.source_id = :source')
    values.source = filter.sourceId
  }
  if (filter.passageId !== undefined) {
    conditions.push('index_entries.passage_id = :passage')
    values.passage = filter.passageId
  }
  return project.db
    .prepare<
      [Record<string, string>],
      {
        id: string
        source_id: string
        passage_id: string
        start: number
        stop: number
        quote: string
        data: string
      }
    >(
      `SELECT index_entries.id, index_entries.source_id, index_entries.passage_id, index_entries.data,
              passages.start, passages.stop, passages.quote
       FROM index_entries
       JOIN passages ON passages.id = index_entries.passage_id
       JOIN entities sources ON sources.kind = 'sources' AND sources.id = index_entries.source_id
         AND sources.deleted = 0
       WHERE ${conditions.join(' AND ')}
       ORDER BY sources.data ->> '$.number', passages.start, passages.stop, index_entries.id`,
    )
    .all(values)
    .map((row) => ({
      ...(JSON.parse(row.data) as T),
      id: row.id,
      sourceId: row.source_id,
      passageId: row.passage_id,
      start: row.start,
      end: row.stop,
      quote: row.quote,
    }))
}

/** One entry, or a refusal. */
export function entryById<T>(project: Project, kind: IndexMap, id: string): IndexEntry<T> {
  const found = listEntries<T>(project, kind).find((entry) => entry.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type: typeNames[kind] })
  return found
}

const typeNames: Record<IndexMap, string> = {
  activations: 'activation',
  workAccounts: 'work account',
  termUses: 'term use',
  answers: 'answer',
}

/**
 * Makes an entry on a passage, which is made too if there is none, with the things it needs. Returns the
 * entry's id.
 */
export function makeEntry(
  project: Project,
  kind: IndexMap,
  command: string,
  at: PassageOrPlace,
  fields: Fields,
  entities: readonly string[] = [],
  too?: MadeToo,
): string {
  const place = findPlace(project, at)
  const id = project.newId()
  const label = beginning(place.text.slice(place.start, place.end))
  project.change({ command, label, entities: [id, place.sourceId, ...entities] }, (edit) => {
    const passageId = passageMaker(project, edit)(place)
    too?.write(edit, passageId)
    const now = project.now()
    edit(`source:${place.sourceId}`, (doc) =>
      doc.getMap(kind).set(id, {
        passageId,
        ...fields,
        created: now,
        createdBy: project.analystId,
        changed: now,
      }),
    )
  })
  return id
}

export function changeEntry(
  project: Project,
  kind: IndexMap,
  command: string,
  id: string,
  fields: Fields,
): void {
  const entry = entryById(project, kind, id)
  const changes = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  )
  project.change(
    { command, label: beginning(entry.quote), entities: [id, entry.sourceId] },
    (edit) =>
      edit(`source:${entry.sourceId}`, (doc) => {
        const entries = doc.getMap<Fields>(kind)
        const before = entries.get(id)
        if (before) entries.set(id, { ...before, ...changes, changed: project.now() })
      }),
  )
}

/** Removes entries; a passage on which nothing else rests goes too. */
export function deleteEntries(
  project: Project,
  kind: IndexMap,
  command: string,
  ids: readonly string[],
): void {
  const entries = ids.map((id) => entryById(project, kind, id))
  const [first] = entries
  project.change(
    {
      command,
      label: beginning(first?.quote ?? ''),
      entities: [...ids, ...new Set(entries.map((entry) => entry.sourceId))],
    },
    (edit) => {
      for (const entry of entries)
        edit(`source:${entry.sourceId}`, (doc) => doc.getMap(kind).delete(entry.id))
      dropUnusedPassages(project, edit, entries)
    },
  )
}

function dropUnusedPassages(
  project: Project,
  edit: Edit,
  entries: readonly { id: string; sourceId: string; passageId: string }[],
): void {
  const cited = citedPassages(
    project,
    entries.map((entry) => entry.id),
  )
  const isCoded = project.db
    .prepare<[string], number>('SELECT 1 FROM codings WHERE passage_id = ? LIMIT 1')
    .pluck()
  for (const { sourceId, passageId } of entries) {
    if (cited.has(passageId) || isCoded.get(passageId) !== undefined) continue
    edit(`source:${sourceId}`, (doc) => doc.getMap('passages').delete(passageId))
  }
}
