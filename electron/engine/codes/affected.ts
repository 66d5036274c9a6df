import type { Project } from '../project/project.ts'
import { listCodes, withSubcodes } from './code-list.ts'

/** What deleting or merging codes touches, counted as it is seen: without deleted sources. */
export function affectedBy(
  project: Project,
  codeIds: readonly string[],
  subcodes: boolean,
): { codings: number; sources: number; codeIds: Set<string> } {
  const ids = subcodes ? withSubcodes(listCodes(project), codeIds) : new Set(codeIds)
  const row = project.db
    .prepare<[string], { codings: number; sources: number }>(
      `SELECT count(*) codings, count(DISTINCT source_id) sources FROM codings
       WHERE code_id IN (SELECT value FROM json_each(?))
         AND source_id NOT IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 1)`,
    )
    .get(JSON.stringify([...ids]))
  return { codings: row?.codings ?? 0, sources: row?.sources ?? 0, codeIds: ids }
}
