import type { QueryOutput } from '../../../shared/contract/index.ts'
import { listEntities, type Entity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { thingById } from '../project/things.ts'

type SavedSearch = QueryOutput<'savedSearches.list'>['items'][number]

export function listSavedSearches(project: Project): SavedSearch[] {
  const { compare } = new Intl.Collator(['nb', 'en'])
  return listEntities(project, 'savedSearches')
    .map(entityToSavedSearch)
    .sort((a, b) => compare(a.name, b.name))
}

export function savedSearchById(project: Project, id: string): SavedSearch {
  return entityToSavedSearch(thingById(project, 'savedSearch', id))
}

function entityToSavedSearch(entity: Entity): SavedSearch {
  const { id, created, createdBy } = entity
  const { name, query, reach, scope, sort } = entity as unknown as SavedSearch
  return {
    ...{ id, created, createdBy, name, query },
    ...(reach === undefined ? {} : { reach }),
    ...(scope === undefined ? {} : { scope }),
    ...(sort === undefined ? {} : { sort }),
  }
}
