import type { QueryHandlers } from '../handlers.ts'
import { listActivity } from './activity-list.ts'
import { listNames } from './names.ts'
import { codingCounts } from '../passages/coding-counts.ts'

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
    const { codings, passages } = codingCounts(project.db)
    return {
      sources: entities.get('sources') ?? 0,
      codes: entities.get('codes') ?? 0,
      memos: entities.get('memos') ?? 0,
      accounts: entities.get('accounts') ?? 0,
      persons: entities.get('persons') ?? 0,
      texts: entities.get('texts') ?? 0,
      work: entities.get('processes') ?? 0,
      maps: entities.get('maps') ?? 0,
      analysis:
        (entities.get('disjunctures') ?? 0) +
        (entities.get('threads') ?? 0) +
        (entities.get('circuits') ?? 0),
      codings,
      passages,
    }
  },
  'activity.list': ({ limit = 200, before, ...filter }, { project }) => ({
    items: listActivity(project, filter, { limit, before }),
  }),
  'history.state': (_, { project }) => {
    const { nextUndo, nextRedo } = project.history
    return {
      undo: nextUndo && { label: nextUndo.label, command: nextUndo.command },
      redo: nextRedo && { label: nextRedo.label, command: nextRedo.command },
    }
  },
}
