import type { Coding } from '../../../shared/model/entities.ts'
import type { CodingView } from '../../../shared/model/rounds.ts'
import { codingSelection } from '../passages/coding-selection.ts'
import type { Project } from '../project/project.ts'

export interface CodingRow {
  id: string
  passage_id: string
  source_id: string
  code_id: string
  analyst_id: string
  layer: Coding['layer']
  weight: number | null
  comment: string
  created: string
  created_by: string
  changed: string
}

interface ListedRow extends CodingRow {
  start: number
  stop: number
  quote: string
  code_name: string
}

export function rowToCoding(row: CodingRow): Coding {
  return {
    id: row.id,
    passageId: row.passage_id,
    codeId: row.code_id,
    analystId: row.analyst_id,
    layer: row.layer,
    weight: row.weight,
    comment: row.comment,
    created: row.created,
    createdBy: row.created_by,
    changed: row.changed,
  }
}

/** Codings that can be seen, by source and place. */
export function listCodings(
  project: Project,
  filter: {
    codeId?: string | undefined
    sourceId?: string | undefined
    layer?: string | undefined
    view?: CodingView | undefined
    limit?: number | undefined
    offset?: number | undefined
  },
) {
  const chosen = codingSelection(project, filter)
  const where = `${chosen.where}
    AND (:code IS NULL OR codings.code_id = :code)
    AND (:source IS NULL OR codings.source_id = :source)`
  const values = {
    ...chosen.values,
    code: filter.codeId ?? null,
    source: filter.sourceId ?? null,
  }
  const total = project.db
    .prepare<[typeof values], number>(`SELECT count(*) FROM ${chosen.from} WHERE ${where}`)
    .pluck()
    .get(values)
  const rows = project.db
    .prepare<[typeof values & { limit: number; offset: number }], ListedRow>(
      `SELECT codings.*, passages.start, passages.stop, passages.quote,
              json_extract(entities.data, '$.name') code_name
       FROM ${chosen.from} JOIN ${chosen.passages} ON passages.id = codings.passage_id
       LEFT JOIN entities ON entities.kind = 'codes' AND entities.id = codings.code_id
       WHERE ${where}
       ORDER BY codings.source_id, passages.start, passages.stop DESC, codings.id
       LIMIT :limit OFFSET :offset`,
    )
    .all({ ...values, limit: filter.limit ?? -1, offset: filter.offset ?? 0 })
  return {
    total: total ?? 0,
    items: rows.map((row) => ({
      ...rowToCoding(row),
      sourceId: row.source_id,
      start: row.start,
      end: row.stop,
      quote: row.quote,
      codeName: row.code_name,
    })),
  }
}
