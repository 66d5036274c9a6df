import { newOrders } from '../../../shared/model/new-orders.ts'
import { entityById, updateEntity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { listSources, sourceById } from './source-list.ts'

/** Moves sources into a folder (null: to the top), before one that stands there, or last. */
export function moveSources(
  project: Project,
  move: { sourceIds: string[]; folderId: string | null; beforeId: string | null },
): void {
  const { folderId, beforeId } = move
  if (folderId !== null) entityById(project, 'folders', folderId, 'folder.notFound')
  const moved = [...new Set(move.sourceIds)].map((id) => sourceById(project, id))
  const ids = new Set(moved.map((source) => source.id))
  const others = listSources(project).filter(
    (source) => source.folderId === folderId && !ids.has(source.id),
  )
  const found = others.findIndex((source) => source.id === beforeId)
  const at = found < 0 ? others.length : found
  const orders = newOrders(others, moved, at)
  project.change(
    {
      command: 'sources.move',
      label: moved.map((source) => source.title).join(', '),
      entities: [...ids],
    },
    (edit) =>
      edit('project', (doc) => {
        for (const { id, order } of orders) {
          const fields = ids.has(id) ? { folderId, order } : { order }
          updateEntity(project, doc, 'sources', id, fields)
        }
      }),
  )
}
