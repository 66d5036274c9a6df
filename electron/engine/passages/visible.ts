import type { Project } from '../project/project.ts'

/**
 * Conditions for what can be seen: codings of deleted codes and in deleted sources wait, untouched,
 * for the deletion to be undone. To be used in a WHERE clause. The plus signs keep SQLite from walking
 * the indexes for every code and source there is: the conditions only filter what others have found.
 */
export const visibleCodings = `
  +codings.code_id IN (SELECT id FROM entities WHERE kind = 'codes' AND deleted = 0)
  AND +codings.source_id IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)`

export const visiblePassages = `
  +passages.source_id IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)`

/** Passages that clauses, disjunctures and threads speak of, in sources that are not deleted. */
export function citedLivingPassages(project: Project): Set<string> {
  return new Set(
    project.db
      .prepare<[], string>(
        `SELECT id FROM passages WHERE source_id IN
           (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)
         AND id IN (SELECT atom FROM entities, json_tree(entities.data)
           WHERE kind IN ('disjunctures', 'threads', 'clauses') AND type = 'text')`,
      )
      .pluck()
      .all(),
  )
}
