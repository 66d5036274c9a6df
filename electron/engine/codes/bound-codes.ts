import { listEntities, updateEntity } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import type { ProjectMap } from '../project/documents.ts'

/** What a code of kind text, actor or site is the index of. */
export interface BoundEntity {
  type: 'text' | 'actor' | 'site'
  id: string
}

/** Kinds of codes that can stand for an entity: where it is kept and which field is its name. */
export const boundKinds = {
  text: { map: 'texts', field: 'title' },
  actor: { map: 'actors', field: 'name' },
  site: { map: 'sites', field: 'name' },
} as const satisfies Record<BoundEntity['type'], { map: ProjectMap; field: string }>

/** Renames the codes that stand for an entity, inside the change that renames it. */
export function renameBoundCodes(project: Project, edit: Edit, id: string, name: string): void {
  const codes = listEntities(project, 'codes').filter(
    (code) => (code.entity as BoundEntity | null | undefined)?.id === id,
  )
  if (codes.length === 0) return
  edit('project', (doc) => {
    for (const code of codes) updateEntity(project, doc, 'codes', code.id, { name })
  })
}

/** Renames the entity that a code stands for, and its other codes, inside the change that renames it. */
export function renameBoundEntity(
  project: Project,
  edit: Edit,
  entity: BoundEntity,
  name: string,
): void {
  const { map, field } = boundKinds[entity.type]
  edit('project', (doc) => updateEntity(project, doc, map, entity.id, { [field]: name }))
  renameBoundCodes(project, edit, entity.id, name)
}
