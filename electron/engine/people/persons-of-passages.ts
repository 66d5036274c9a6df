import type { Project } from '../project/project.ts'

/**
 * Who speaks in passages: whose turns they touch; in a source without speakers the only one who takes
 * part in it. A passage in which nobody known speaks has none.
 */
export function personsOfPassages(
  project: Project,
  passageIds: readonly string[],
): Map<string, string[]> {
  const rows = project.db
    .prepare<[string], { id: string; sourceId: string; persons: string }>(
      `SELECT passages.id, passages.source_id sourceId,
         (SELECT json_group_array(DISTINCT speakers.person_id) FROM paragraphs JOIN speakers
           ON speakers.source_id = paragraphs.source_id AND speakers.name = paragraphs.speaker
           WHERE paragraphs.source_id = passages.source_id
             AND paragraphs.start < passages.stop AND paragraphs.stop > passages.start) persons
       FROM passages WHERE passages.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(passageIds))
  const alone = new Map(
    project.db
      .prepare<[], [string, string]>(
        'SELECT source_id, min(person_id) FROM participations GROUP BY source_id HAVING count(*) = 1',
      )
      .raw()
      .all(),
  )
  const speaking = new Set(
    project.db
      .prepare<[], string>(`SELECT DISTINCT source_id FROM paragraphs WHERE speaker <> ''`)
      .pluck()
      .all(),
  )
  return new Map(
    rows.map(({ id, sourceId, persons }) => {
      const speakers = JSON.parse(persons) as string[]
      const only = speaking.has(sourceId) ? undefined : alone.get(sourceId)
      return [id, speakers.length > 0 || only === undefined ? speakers : [only]]
    }),
  )
}
