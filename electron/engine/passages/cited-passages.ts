import type { Project } from '../project/project.ts'

/**
 * Passages that something else than a coding rests on: memos, claims, clauses, entries of the index.
 * They stay when their last coding goes. `exceptEntries` are entries that are about to be removed.
 */
export function citedPassages(
  project: Project,
  exceptEntries: readonly string[] = [],
): ReadonlySet<string> {
  const rows = project.db
    .prepare<[string], string>(
      `SELECT atom FROM entities, json_tree(entities.data)
       WHERE deleted = 0 AND kind IN ('memos', 'texts', 'clauses', 'claims', 'disjunctures', 'threads',
           'cases', 'quotes')
         AND type = 'text'
       UNION SELECT passage_id FROM index_entries
         WHERE id NOT IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(JSON.stringify(exceptEntries))
  return new Set(rows)
}

/** Entries of the index on a passage. */
export function entriesOfPassage(
  project: Project,
  passageId: string,
): { kind: string; id: string }[] {
  return project.db
    .prepare<[string], { kind: string; id: string }>(
      'SELECT kind, id FROM index_entries WHERE passage_id = ?',
    )
    .all(passageId)
}
