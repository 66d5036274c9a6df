import type { Project } from '../project/project.ts'
import { folded } from '../../../shared/text/search/words.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import type { Task } from '../task.ts'
import type { Found } from './found.ts'

export type CountBy = 'source' | 'kind' | 'folder' | 'person' | 'form'

export interface HitCount {
  key: string
  label: string
  hits: number
  sources: number
}

/** Hits by what they stand in, most first. The counts add up to the hits: each is counted once. */
export async function countHits(
  project: Project,
  found: Found,
  by: CountBy,
  task: Task,
): Promise<HitCount[]> {
  const counts = new Map<string, HitCount>()
  const speakers = by === 'person' ? speakersOf(project) : null
  const names = namesOf(project, by)
  for (const [index, { source, places }] of found.sources.entries()) {
    const groups = new Map<string, { label: string; hits: number }>()
    const add = (key: string, label: string, hits: number) => {
      const group = groups.get(key) ?? { label, hits: 0 }
      group.hits += hits
      groups.set(key, group)
    }
    if (by === 'source') add(source.id, source.title, places.length / 2)
    else if (by === 'kind') add(source.kind, source.kind, places.length / 2)
    else if (by === 'folder')
      add(source.folderId ?? '', names.get(source.folderId ?? '') ?? '', places.length / 2)
    else if (by === 'form') {
      const text = storedCharacters(project.db, source.id) ?? ''
      for (let at = 0; at < places.length; at += 2) {
        const form = folded(text.slice(places[at] ?? 0, places[at + 1] ?? 0)).replace(/\s+/g, ' ')
        add(form, form, 1)
      }
    } else speakers?.(source.id, places, add)
    for (const [key, { label, hits }] of groups) {
      const count = counts.get(key) ?? { key, label, hits: 0, sources: 0 }
      counts.set(key, { ...count, hits: count.hits + hits, sources: count.sources + 1 })
    }
    if (index % 16 === 15) await task.reach(index, found.sources.length)
  }
  return [...counts.values()].sort((a, b) => b.hits - a.hits || (a.label < b.label ? -1 : 1))
}

function namesOf(project: Project, by: CountBy): Map<string, string> {
  if (by !== 'folder') return new Map()
  const rows = project.db
    .prepare<[], [string, string]>(
      `SELECT id, data ->> '$.name' FROM entities WHERE kind = 'folders' AND deleted = 0`,
    )
    .raw()
    .all()
  return new Map(rows)
}

type Add = (key: string, label: string, hits: number) => void

/** Who says each hit: the person the speaker is linked to, or the speaker by name. */
function speakersOf(
  project: Project,
): (sourceId: string, places: ArrayLike<number>, add: Add) => void {
  const turns = project.db.prepare<[string], { start: number; key: string; label: string }>(
    `SELECT start, coalesce(persons.id, iif(speaker = '', '', 'speaker:' || speaker)) key,
       coalesce(persons.data ->> '$.pseudonym', speaker) label
     FROM paragraphs
     LEFT JOIN speakers ON speakers.source_id = paragraphs.source_id AND speakers.name = speaker
     LEFT JOIN entities persons
       ON persons.kind = 'persons' AND persons.id = speakers.person_id AND persons.deleted = 0
     WHERE paragraphs.source_id = ? ORDER BY start`,
  )
  return (sourceId, places, add) => {
    const paragraphs = turns.all(sourceId)
    let paragraph = 0
    for (let at = 0; at < places.length; at += 2) {
      const start = places[at] ?? 0
      while ((paragraphs[paragraph + 1]?.start ?? Infinity) <= start) paragraph += 1
      const turn = paragraphs[paragraph]
      add(turn?.key ?? '', turn?.label ?? '', 1)
    }
  }
}
