import type { Code, CodeSet } from '../../../shared/model/entities.ts'
import { codingCounts, type CodingCounts } from '../passages/coding-counts.ts'
import { codingsInSight } from '../passages/visible.ts'
import { entityById, listEntities, type Entity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'

/** All living codes, depth-first in tree order, with counts of what can be seen. */
export function listCodes(project: Project): Code[] {
  const counts = codingCounts(project.db).byCode
  const codes = listEntities(project, 'codes').map((entity) => entityToCode(entity, counts))
  return inTreeOrder(codes)
}

export function codeById(project: Project, id: string): Code {
  const entity = entityById(project, 'codes', id, 'code.notFound')
  return entityToCode(entity, codeCounts(project, id))
}

/** With living codes only; a deleted one is in its sets again once the deletion is undone. */
export function listCodeSets(project: Project): CodeSet[] {
  const living = new Set(listEntities(project, 'codes').map((code) => code.id))
  return (listEntities(project, 'codeSets') as unknown as CodeSet[])
    .map((set) => ({ ...set, codeIds: set.codeIds.filter((id) => living.has(id)) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'))
}

/** Depth-first; a code whose parent is gone or in a circle stands at the top. */
export function inTreeOrder(codes: Code[]): Code[] {
  const ids = new Set(codes.map((code) => code.id))
  const children = new Map<string | null, Code[]>()
  for (const code of codes) {
    const parent = code.parentId !== null && ids.has(code.parentId) ? code.parentId : null
    const siblings = children.get(parent) ?? []
    siblings.push(parent === code.parentId ? code : { ...code, parentId: null })
    children.set(parent, siblings)
  }
  for (const siblings of children.values()) {
    siblings.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  }
  const ordered: Code[] = []
  const seen = new Set<string>()
  const visit = (parent: string | null) => {
    for (const code of children.get(parent) ?? []) {
      if (seen.has(code.id)) continue
      seen.add(code.id)
      ordered.push(code)
      visit(code.id)
    }
  }
  visit(null)
  for (const code of codes) {
    if (seen.has(code.id)) continue
    seen.add(code.id)
    ordered.push({ ...code, parentId: null })
    visit(code.id)
  }
  return ordered
}

/** The codes and everything below them. */
export function withSubcodes(codes: readonly Code[], ids: Iterable<string>): Set<string> {
  const found = new Set(ids)
  for (const code of codes)
    if (code.parentId !== null && found.has(code.parentId)) found.add(code.id)
  return found
}

type Counts = CodingCounts['byCode']

/** Codings in sources that are not deleted; of one code, which is quick also within a change. */
function codeCounts(project: Project, codeId: string): Counts {
  const rows = project.db
    .prepare<[string], { code_id: string; codings: number; sources: number }>(
      `SELECT code_id, count(*) codings, count(DISTINCT source_id) sources FROM codings
       WHERE +source_id IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)
         AND ${codingsInSight}
       AND code_id = ? GROUP BY code_id`,
    )
    .all(codeId)
  return new Map(rows.map((row) => [row.code_id, row]))
}

function entityToCode(entity: Entity, counts: Counts): Code {
  const { codings, sources } = counts.get(entity.id) ?? { codings: 0, sources: 0 }
  const code = entity as unknown as Omit<Code, 'codings' | 'sources'>
  return { ...code, entity: code.entity ?? null, codings, sources }
}
