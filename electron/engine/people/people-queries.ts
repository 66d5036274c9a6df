import type { QueryOutput } from '../../../shared/contract/index.ts'
import type { Person, StudyCase } from '../../../shared/model/entities.ts'
import type { HolderKind } from '../../../shared/model/kinds.ts'
import type { QueryHandlers } from '../handlers.ts'
import { listPassages } from '../passages/passage-queries.ts'
import { entityById, listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { listSources } from '../sources/source-list.ts'
import { holdersOf, listAttributes } from './attribute-list.ts'
import { caseById, listCases } from './case-list.ts'
import { tally } from './tally.ts'

export const peopleQueries: QueryHandlers<
  | 'persons.list'
  | 'attributes.list'
  | 'cases.list'
  | 'cases.passages'
  | 'people.grid'
  | 'people.tally'
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
  'people.grid': ({ of }, { project }) => {
    const attributes = listAttributes(project, of)
    const known = new Set(attributes.map(({ id }) => id))
    const rows = rowsOf(project, of).map((row) => ({
      ...row,
      values: Object.fromEntries(Object.entries(row.values).filter(([id]) => known.has(id))),
    }))
    return { attributes, rows }
  },
  'people.tally': (input, { project }) => tally(project, input),
}

type Row = QueryOutput<'people.grid'>['rows'][number]

function rowsOf(project: Project, of: HolderKind): Row[] {
  const links = linksOf(project)
  if (of === 'persons')
    return listPersons(project).map(({ id, pseudonym, role, values }) => ({
      ...{ id, name: pseudonym, detail: role, values, persons: [], passages: 0 },
      sources: links.sourcesOf(id),
      cases: links.casesOf('personIds', id),
    }))
  if (of === 'cases')
    return links.cases.map(({ id, name, kind, values, personIds, sourceIds, passageIds }) => ({
      ...{ id, name, detail: kind, values, persons: personIds, sources: sourceIds, cases: [] },
      passages: passageIds.length,
    }))
  return listSources(project).map((source) => ({
    ...{ id: source.id, name: source.title, detail: source.kind, sources: [], passages: 0 },
    values: (source as { values?: Row['values'] }).values ?? {},
    persons: links.personsOf(source.id),
    cases: links.casesOf('sourceIds', source.id),
  }))
}

/** Persons by pseudonym. */
export function listPersons(project: Project): Person[] {
  return (listEntities(project, 'persons') as unknown as Person[])
    .map((person) => ({ ...person, values: person.values ?? {} }))
    .sort(
      (a, b) =>
        a.pseudonym.localeCompare(b.pseudonym, 'nb', { numeric: true }) || (a.id < b.id ? -1 : 1),
    )
}

interface Links {
  cases: StudyCase[]
  sourcesOf: (personId: string) => string[]
  personsOf: (sourceId: string) => string[]
  casesOf: (field: 'personIds' | 'sourceIds', id: string) => string[]
}

/** Who takes part in what, and what belongs to which case; each read once. */
function linksOf(project: Project): Links {
  const sources = new Map<string, string[]>()
  const persons = new Map<string, string[]>()
  for (const { source_id: sourceId, person_id: personId } of project.db
    .prepare<[], { source_id: string; person_id: string }>(
      'SELECT source_id, person_id FROM participations ORDER BY source_id, person_id',
    )
    .all()) {
    sources.set(personId, [...(sources.get(personId) ?? []), sourceId])
    persons.set(sourceId, [...(persons.get(sourceId) ?? []), personId])
  }
  const cases = listCases(project)
  return {
    cases,
    sourcesOf: (personId) => sources.get(personId) ?? [],
    personsOf: (sourceId) => persons.get(sourceId) ?? [],
    casesOf: (field, id) => cases.filter((each) => each[field].includes(id)).map((each) => each.id),
  }
}
