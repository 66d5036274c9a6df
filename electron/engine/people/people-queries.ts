import type { QueryHandlers } from '../handlers.ts'
import { listPassages } from '../passages/passage-queries.ts'
import { entityById } from '../project/entities.ts'
import { holdersOf, listAttributes } from './attribute-list.ts'
import { caseById, listCases } from './case-list.ts'
import { gridOf, linksOf, listPersons } from './people-grid.ts'
import { previewTable } from './table-import.ts'
import { tally } from './tally.ts'

export const peopleQueries: QueryHandlers<
  | 'persons.list'
  | 'attributes.list'
  | 'cases.list'
  | 'cases.passages'
  | 'people.grid'
  | 'people.tally'
  | 'people.previewImport'
> = {
  'persons.list': ({ sourceId }, { project }) => {
    if (sourceId !== undefined) entityById(project, 'sources', sourceId, 'source.notFound')
    const links = linksOf(project)
    const items = listPersons(project).map((person) => ({
      ...person,
      sources: links.sourcesOf(person.id).length,
      cases: links.casesOf('personIds', person.id).length,
    }))
    if (sourceId === undefined) return { items }
    const present = new Set(links.personsOf(sourceId))
    return { items: items.filter(({ id }) => present.has(id)) }
  },
  'attributes.list': ({ of }, { project }) => ({
    items: listAttributes(project, of).map((attribute) => ({
      ...attribute,
      used: holdersOf(project, attribute).length,
    })),
  }),
  'cases.list': ({ personId, sourceId, passageId }, { project }) => ({
    items: listCases(project).filter(
      (each) =>
        (personId === undefined || each.personIds.includes(personId)) &&
        (sourceId === undefined || each.sourceIds.includes(sourceId)) &&
        (passageId === undefined || each.passageIds.includes(passageId)),
    ),
  }),
  'cases.passages': ({ caseId }, { project }) => {
    caseById(project, caseId)
    return { items: listPassages(project, { caseId }).items }
  },
  'people.grid': ({ of }, { project }) => gridOf(project, of),
  'people.tally': (input, { project, task }) => tally(project, task(undefined), input),
  'people.previewImport': ({ path, of }, { project }) => previewTable(project, path, of),
}
