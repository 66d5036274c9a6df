import type { QueryHandlers } from '../handlers.ts'
import { affectedBy } from './affected.ts'
import { codeById, listCodes, listCodeSets, withSubcodes } from './code-list.ts'
import { listCodings } from './coding-list.ts'

export const codeQueries: QueryHandlers<
  'codes.list' | 'codes.get' | 'codes.affected' | 'codes.history' | 'codings.list'
> = {
  'codes.list': (_, { project }) => ({ items: listCodes(project), sets: listCodeSets(project) }),
  'codes.get': ({ codeId }, { project }) => codeById(project, codeId),
  'codes.affected': ({ codeIds, own = false }, { project }) => {
    const { codings, sources, codeIds: touched } = affectedBy(project, codeIds, !own)
    const subcodes = withSubcodes(listCodes(project), codeIds).size - new Set(codeIds).size
    return { codings, sources, codes: touched.size, subcodes }
  },
  'codes.history': ({ codeId }, { project }) => ({
    items: project.db
      .prepare<[string], HistoryRow>(
        `SELECT activity.*, json_extract(entities.data, '$.name') analyst
         FROM activity_entities JOIN activity USING (seq)
         LEFT JOIN entities ON entities.kind = 'analysts' AND entities.id = analyst_id
         WHERE entity = ? AND command LIKE 'code%' ORDER BY seq DESC LIMIT 500`,
      )
      .all(codeId)
      .map((row) => ({
        id: row.seq,
        time: row.time,
        analyst: row.analyst ?? '',
        command: row.command,
        label: row.label,
        changes: JSON.parse(row.changes),
      })),
  }),
  'codings.list': (input, { project }) => listCodings(project, input),
}

interface HistoryRow {
  seq: number
  time: string
  analyst: string | null
  command: string
  label: string
  changes: string
}
