import type { Activity } from '../../../shared/model/entities.ts'
import type { QueryHandlers } from '../handlers.ts'
import { listNames } from './names.ts'
import { visibleCodings } from '../passages/visible.ts'

export const trailQueries: QueryHandlers<
  'project.counts' | 'project.names' | 'activity.list' | 'history.state'
> = {
  'project.names': (_, { project }) => ({ items: listNames(project) }),
  'project.counts': (_, { project }) => {
    const entities = new Map(
      project.db
        .prepare<[], { kind: string; count: number }>(
          'SELECT kind, count(*) count FROM entities WHERE deleted = 0 GROUP BY kind',
        )
        .all()
        .map((row) => [row.kind, row.count]),
    )
    const used = project.db
      .prepare<[], { codings: number; passages: number }>(
        `SELECT count(*) codings, count(DISTINCT passage_id) passages
         FROM codings WHERE ${visibleCodings}`,
      )
      .get()
    return {
      sources: entities.get('sources') ?? 0,
      codes: entities.get('codes') ?? 0,
      memos: entities.get('memos') ?? 0,
      persons: entities.get('persons') ?? 0,
      texts: entities.get('texts') ?? 0,
      work: entities.get('processes') ?? 0,
      maps: entities.get('maps') ?? 0,
      analysis:
        (entities.get('disjunctures') ?? 0) +
        (entities.get('threads') ?? 0) +
        (entities.get('circuits') ?? 0),
      codings: used?.codings ?? 0,
      passages: used?.passages ?? 0,
    }
  },
  'activity.list': ({ limit = 200, before }, { project }) => ({
    items: project.db
      .prepare<[{ before: number | null; limit: number }], ActivityRow>(
        `WITH page AS MATERIALIZED (
           SELECT * FROM activity WHERE :before IS NULL
             OR (time, seq) < (SELECT time, seq FROM activity WHERE seq = :before)
           ORDER BY time DESC, seq DESC LIMIT :limit
         ), named AS MATERIALIZED (
           SELECT seq, json_group_array(entity) entities FROM activity_entities
           WHERE seq IN (SELECT seq FROM page) GROUP BY seq
         )
         SELECT page.*, json_extract(analysts.data, '$.name') analyst,
           coalesce(named.entities, '[]') entities
         FROM page LEFT JOIN named USING (seq)
         LEFT JOIN entities analysts ON analysts.kind = 'analysts' AND analysts.id = analyst_id
         ORDER BY page.time DESC, page.seq DESC`,
      )
      .all({ before: before ?? null, limit })
      .map(rowToActivity),
  }),
  'history.state': (_, { project }) => {
    const { nextUndo, nextRedo } = project.history
    return {
      undo: nextUndo && { label: nextUndo.label, command: nextUndo.command },
      redo: nextRedo && { label: nextRedo.label, command: nextRedo.command },
    }
  },
}

interface ActivityRow {
  seq: number
  time: string
  analyst_id: string
  analyst: string | null
  command: string
  label: string
  entities: string
}

function rowToActivity(row: ActivityRow): Activity {
  return {
    id: row.seq,
    time: row.time,
    analystId: row.analyst_id,
    analyst: row.analyst ?? '',
    command: row.command,
    label: row.label,
    entities: JSON.parse(row.entities),
  }
}
