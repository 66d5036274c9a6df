import type { CodingRecord } from '../passages/passage-record.ts'
import { codingsInSight } from '../passages/visible.ts'
import type { Edit, Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { documentOfLayer } from '../rounds/round.ts'

interface Row {
  id: string
  source_id: string
  layer: string
  analyst_id: string
}

/**
 * Gives codings another code, in one change over all their documents. Where the passage has the new
 * code from the same analyst already, the two become one and their comments are joined.
 */
export function recodeCodings(
  project: Project,
  edit: Edit,
  which: { codeId: string } | { codingIds: string[] },
  target: (codingId: string) => string | undefined,
): void {
  const rows =
    'codeId' in which
      ? project.db
          .prepare<[string], Row>(
            'SELECT id, source_id, layer, analyst_id FROM own_codings WHERE code_id = ?',
          )
          .all(which.codeId)
      : rowsOf(project, which.codingIds)
  for (const [name, ids] of byDocument(rows)) {
    edit(name, (doc) => {
      const codings = doc.getMap<CodingRecord>('codings')
      const known = new Map<string, string>()
      for (const [id, record] of codings.entries()) known.set(keyOf(record), id)
      for (const id of ids) {
        const record = codings.get(id)
        const codeId = target(id)
        if (!record || codeId === undefined || record.codeId === codeId) continue
        const recoded = { ...record, codeId, changed: project.now() }
        const twinId = known.get(keyOf(recoded))
        const twin = twinId === undefined ? undefined : codings.get(twinId)
        if (twinId !== undefined && twin) {
          const comment = [twin.comment, record.comment].filter(Boolean).join('\n')
          if (comment !== twin.comment)
            codings.set(twinId, { ...twin, comment, changed: project.now() })
          codings.delete(id)
        } else {
          codings.set(id, recoded)
          known.set(keyOf(recoded), id)
        }
      }
    })
  }
}

/** Codings by id; refuses if one is missing or not in sight. */
export function rowsOf(project: Project, codingIds: readonly string[]): Row[] {
  const find = project.db.prepare<[string], Row>(
    `SELECT id, source_id, layer, analyst_id FROM codings WHERE id = ? AND ${codingsInSight}`,
  )
  return codingIds.map((id) => {
    const row = find.get(id)
    if (!row) throw new Refusal('coding.notFound', { id })
    return row
  })
}

/** Ids by the name of the document that holds them. */
export function byDocument(rows: readonly Row[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { id, source_id, layer, analyst_id } of rows) {
    const name = documentOfLayer(layer, source_id, analyst_id)
    const group = groups.get(name)
    if (group) group.push(id)
    else groups.set(name, [id])
  }
  return groups
}

function keyOf(record: CodingRecord): string {
  return `${record.passageId} ${record.codeId} ${record.analystId} ${record.layer}`
}
