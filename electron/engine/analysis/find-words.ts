import type { LeafOf } from '../../../shared/analysis/question/question.ts'
import type { Project } from '../project/project.ts'
import { findHits } from '../search/find-hits.ts'
import type { Task } from '../task.ts'
import type { Place } from './relations.ts'

/** Condition → the places of its words in all sources. */
export type WordHits = ReadonlyMap<string, readonly Place[]>

/** Names what is searched for: two conditions that ask for the same have the same one. */
export function wordsKey({ search, forms, spellings, compounds }: LeafOf<'text'>): string {
  return JSON.stringify([search, forms, spellings, compounds])
}

/** Searches for the words of conditions, each once (SPEC A15). */
export async function findWords(
  project: Project,
  task: Task,
  parts: readonly LeafOf<'text'>[],
): Promise<WordHits> {
  const found = new Map<string, Place[]>()
  for (const part of parts) {
    const key = wordsKey(part)
    if (found.has(key)) continue
    const places: Place[] = []
    found.set(key, places)
    const reach = {
      forms: part.forms ?? false,
      spellings: part.spellings ?? false,
      compounds: part.compounds ?? false,
    }
    for await (const hits of findHits(project, { query: part.search, reach }, task))
      for (let at = 0; at < hits.places.length; at += 2)
        places.push({
          id: '',
          sourceId: hits.source.id,
          start: hits.places[at] ?? 0,
          end: hits.places[at + 1] ?? 0,
        })
  }
  return found
}
