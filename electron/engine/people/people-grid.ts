import type { QueryOutput } from '../../../shared/contract/index.ts'
import type { Person, StudyCase } from '../../../shared/model/entities.ts'
import type { HolderKind } from '../../../shared/model/kinds.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { listSources } from '../sources/source-list.ts'
import { listAttributes } from './attribute-list.ts'
import { listCases } from './case-list.ts'

export type GridRow = QueryOutput<'people.grid'>['rows'][number]

/** All holders of a kind as rows, with the values of the attributes there are. */
export function gridOf(project: Project, of: HolderKind): QueryOutput<'people.grid'> {
  const attributes = listAttributes(project, of)
  const known = new Set(attributes.map(({ id }) => id))
  const rows = rowsOf(project, of).map((row) => ({
    ...row,
    values: Object.fromEntries(Object.entries(row.values).filter(([id]) => known.has(id))),
  }))
  return { attributes, rows }
}

function rowsOf(project: Project, of: HolderKind): GridRow[] {
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
    values: (source as { values?: GridRow['values'] }).values ?? {},
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
export function linksOf(project: Project): Links {
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
