import type { Remark } from '../../../shared/contract/compare.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { beginning } from '../../../shared/text/surroundings.ts'
import { createEntity, entityById, listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { sourceOfItem } from './source-of-item.ts'

export const discussionCommands: CommandHandlers<'discussions.add'> = {
  'discussions.add': ({ item, text }, { project }) => {
    const id = project.newId()
    const sourceId = sourceOfItem(project, item)
    const entities = sourceId === '' ? [item] : [item, sourceId]
    project.change({ command: 'discussions.add', label: beginning(text), entities }, (edit) =>
      edit('project', (doc) =>
        createEntity(project, doc, 'discussions', id, { item, text, sourceId }),
      ),
    )
    return entityById(project, 'discussions', id, 'settle.gone') as unknown as Remark
  },
}

export const discussionQueries: QueryHandlers<'discussions.list'> = {
  'discussions.list': ({ item }, { project }) => ({
    items: remarks(project).filter((remark) => item === undefined || remark.item === item),
  }),
}

/** What was said about items to settle, oldest first. */
export function remarks(project: Project): Remark[] {
  const all = listEntities(project, 'discussions') as unknown as Remark[]
  return all.sort((a, b) =>
    a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1,
  )
}
