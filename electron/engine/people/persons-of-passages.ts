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
  const sourceIds = JSON.stringify([...new Set(rows.map(({ sourceId }) => sourceId))])
  const alone = new Map(
    project.db
      .prepare<[string], [string, string]>(
        `SELECT source_id, min(person_id) FROM participations
         WHERE source_id IN (SELECT value FROM json_each(?))
         GROUP BY source_id HAVING count(*) = 1 AND NOT EXISTS (SELECT 1 FROM paragraphs
           WHERE paragraphs.source_id = participations.source_id AND speaker <> '')`,
      )
      .raw()
      .all(sourceIds),
  )
  return new Map(
    rows.map(({ id, sourceId, persons }) => {
      const speakers = JSON.parse(persons) as string[]
      const only = alone.get(sourceId)
      return [id, speakers.length > 0 || only === undefined ? speakers : [only]]
    }),
  )
}
