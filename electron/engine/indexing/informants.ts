import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'

/** Somebody who speaks in a source: a person, or a speaker nobody has been linked to, or a source without speakers. */
export interface Informant<T> {
  key: string
  name: string
  activations: T[]
}

/**
 * Deals entries of the index to the informants in whose words they stand. All persons that speakers
 * are linked to are there, silent ones too.
 */
export function informantsOf<T extends { sourceId: string; start: number; end: number }>(
  project: Project,
  entries: readonly T[],
): Informant<T>[] {
  const persons = new Map(
    listEntities(project, 'persons').map((person) => [person.id, String(person.pseudonym)]),
  )
  const titles = new Map(
    listEntities(project, 'sources').map((source) => [source.id, String(source.title)]),
  )
  const linked = project.db
    .prepare<[], { source_id: string; name: string; person_id: string }>('SELECT * FROM speakers')
    .all()
    .filter((row) => persons.has(row.person_id) && titles.has(row.source_id))
  const personOf = new Map(linked.map((row) => [`${row.source_id}:${row.name}`, row.person_id]))
  const informants = new Map<string, Informant<T>>()
  const informant = (key: string, name: string): Informant<T> => {
    const found = informants.get(key) ?? { key, name, activations: [] }
    informants.set(key, found)
    return found
  }
  for (const id of new Set(linked.map((row) => row.person_id))) informant(id, persons.get(id) ?? '')
  const speakerAt = project.db
    .prepare<[string, number, number], string>(
      `SELECT speaker FROM paragraphs
       WHERE source_id = ? AND start < ? AND stop > ? AND speaker <> ''
       GROUP BY speaker ORDER BY sum(stop - start) DESC, min(start) LIMIT 1`,
    )
    .pluck()
  for (const entry of entries) {
    const speaker = speakerAt.get(entry.sourceId, entry.end, entry.start) ?? ''
    const personId = personOf.get(`${entry.sourceId}:${speaker}`)
    const title = titles.get(entry.sourceId) ?? ''
    const owner =
      personId === undefined
        ? informant(`${entry.sourceId}:${speaker}`, speaker === '' ? title : `${speaker}, ${title}`)
        : informant(personId, persons.get(personId) ?? '')
    owner.activations.push(entry)
  }
  return [...informants.values()].sort((a, b) => a.name.localeCompare(b.name, 'nb'))
}
