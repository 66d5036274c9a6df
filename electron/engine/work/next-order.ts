import type { ProjectMap } from '../project/documents.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'

/** The order number that puts a new entity behind all others of its kind. */
export function nextOrder(
  project: Project,
  map: ProjectMap,
  among: (entity: Record<string, unknown>) => boolean = () => true,
): number {
  const orders = listEntities(project, map)
    .filter(among)
    .map((entity) => Number(entity.order))
  return Math.max(0, ...orders) + 1
}
