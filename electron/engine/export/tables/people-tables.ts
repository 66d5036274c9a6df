import type { GroupPerson } from '../../../../shared/analysis/leaks/small-groups.ts'
import { translate, type Language } from '../../../../shared/i18n/index.ts'
import type { AttributeValue } from '../../../../shared/model/entities.ts'
import type { HolderKind } from '../../../../shared/model/kinds.ts'
import { listEntities } from '../../project/entities.ts'
import type { Project } from '../../project/project.ts'
import { gridOf, type GridRow } from '../../people/people-grid.ts'
import { leavingOfTables } from '../leaving.ts'
import { joined, wordsIn, type Cell, type TableData } from './table-model.ts'

interface PeopleColumn {
  key: string
  label: string
  value: (row: GridRow) => Cell
  weight: number
}

/** Who took part: each person with role, attributes, sources and cases. */
export function informantTable(project: Project, language: Language): TableData {
  const data = peopleTable(project, language, 'persons', 'informants', (words, names) => [
    { key: 'pseudonym', label: words('pseudonym'), value: (row) => row.name, weight: 12 },
    { key: 'role', label: words('role'), value: (row) => row.detail, weight: 16 },
    {
      key: 'sources',
      label: words('sources'),
      value: (row) => names('sources', row.sources),
      weight: 18,
    },
    { key: 'cases', label: words('cases'), value: (row) => names('cases', row.cases), weight: 14 },
  ])
  return {
    ...data,
    leaving: { ...leavingOfTables([data.table]), persons: shownPersons(data.table) },
  }
}

/** Persons as the table shows them: by role and attributes, which stand before their sources. */
function shownPersons({ columns, rows }: TableData['table']): GroupPerson[] {
  const end = columns.findIndex(({ key }) => key === 'sources')
  return rows.map(({ cells }) => ({
    name: String(cells[0]),
    values: cells.slice(1, end).map(String),
  }))
}

/** What is studied across persons and sources: each case with its attributes and members. */
export function caseTable(project: Project, language: Language): TableData {
  return peopleTable(project, language, 'cases', 'cases', (words, names) => [
    { key: 'name', label: words('name'), value: (row) => row.name, weight: 14 },
    {
      key: 'kind',
      label: words('kind'),
      value: (row) => translate(language, `people.kind.${row.detail}` as 'people.kind.other'),
      weight: 10,
    },
    {
      key: 'persons',
      label: words('persons'),
      value: (row) => names('persons', row.persons),
      weight: 16,
    },
    {
      key: 'sources',
      label: words('sources'),
      value: (row) => names('sources', row.sources),
      weight: 16,
    },
    { key: 'passages', label: words('passages'), value: (row) => row.passages, weight: 7 },
  ])
}

type Heads = 'pseudonym' | 'role' | 'name' | 'kind' | 'persons' | 'sources' | 'cases' | 'passages'

function peopleTable(
  project: Project,
  language: Language,
  of: 'persons' | 'cases',
  name: string,
  fixed: (
    words: (key: Heads) => string,
    names: (of: HolderKind, ids: readonly string[]) => string,
  ) => PeopleColumn[],
): TableData {
  const { attributes, rows } = gridOf(project, of)
  const nameById = namesOf(project)
  const columns = fixed(
    (key) => translate(language, `people.head.${key}`),
    (_, ids) => joined(ids.map((id) => nameById.get(id) ?? '')),
  )
  columns.splice(
    2,
    0,
    ...attributes.map((attribute) => ({
      key: attribute.id,
      label: attribute.name,
      value: (row: GridRow) => valueToCell(row.values[attribute.id], language),
      weight: 10,
    })),
  )
  return {
    table: {
      title: wordsIn(language)('table', name),
      columns: columns.map(({ key, label }) => ({ key, label })),
      rows: rows.map((row) => ({
        ref: { type: of === 'persons' ? 'person' : 'case', id: row.id },
        cells: columns.map(({ value }) => value(row)),
      })),
      notes: [],
    },
    weights: columns.map(({ weight }) => weight),
  }
}

function valueToCell(value: AttributeValue | undefined, language: Language): Cell {
  if (value === undefined) return ''
  if (typeof value !== 'boolean') return value
  return translate(language, value ? 'people.yes' : 'people.no')
}

function namesOf(project: Project): Map<string, string> {
  const names = new Map<string, string>()
  for (const [of, field] of [
    ['persons', 'pseudonym'],
    ['cases', 'name'],
    ['sources', 'title'],
  ] as const)
    for (const entity of listEntities(project, of)) names.set(entity.id, String(entity[field]))
  return names
}
