import type { Source } from '../../../shared/model/entities.ts'
import { entityById, updateEntity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { listSources, sourceById } from './source-list.ts'

/** Room between two sources below which their whole folder is numbered anew. */
const leastStep = 1e-6

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
        for (const [id, order] of orders) {
          const fields = ids.has(id) ? { folderId, order } : { order }
          updateEntity(project, doc, 'sources', id, fields)
        }
      }),
  )
}

/** Between the neighbours if there is room, so that only what was moved is changed. */
function newOrders(
  others: readonly Source[],
  moved: readonly Source[],
  at: number,
): [id: string, order: number][] {
  const above = others[at - 1]?.order
  const below = others[at]?.order
  const first = above ?? (below ?? 0) - moved.length - 1
  const step = below === undefined ? 1 : (below - first) / (moved.length + 1)
  if (step >= leastStep) return moved.map(({ id }, index) => [id, first + (index + 1) * step])
  const all = [...others.slice(0, at), ...moved, ...others.slice(at)]
  return all.map(({ id }, index) => [id, index + 1])
}
