import type { CodingRecord } from '../passages/passage-record.ts'
import type { Edit, Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'

interface Row {
  id: string
  source_id: string
}

/**
 * Gives codings another code, in one change over all their sources. Where the passage has the new code
 * from the same analyst already, the two become one and their comments are joined.
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
          .prepare<[string], Row>('SELECT id, source_id FROM codings WHERE code_id = ?')
          .all(which.codeId)
      : rowsOf(project, which.codingIds)
  const bySource = new Map<string, string[]>()
  for (const row of rows)
    bySource.set(row.source_id, [...(bySource.get(row.source_id) ?? []), row.id])
  for (const [sourceId, ids] of bySource) {
    edit(`source:${sourceId}`, (doc) => {
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

/** Codings by id; refuses if one is missing. */
export function rowsOf(project: Project, codingIds: readonly string[]): Row[] {
  const find = project.db.prepare<[string], Row>('SELECT id, source_id FROM codings WHERE id = ?')
  return codingIds.map((id) => {
    const row = find.get(id)
    if (!row) throw new Refusal('coding.notFound', { id })
    return row
  })
}

function keyOf(record: CodingRecord): string {
  return `${record.passageId} ${record.codeId} ${record.analystId} ${record.layer}`
}
