import type { QueryOutput } from '../../../shared/contract/index.ts'
import type { TextKey } from '../../../shared/i18n/index.ts'
import type { Attribute, AttributeValue } from '../../../shared/model/entities.ts'
import type { HolderKind } from '../../../shared/model/kinds.ts'
import type { Language } from '../../app/i18n.ts'
import type { Sorting } from '../people-state.ts'

export type GridRow = QueryOutput<'people.grid'>['rows'][number]
type Translate = (key: TextKey) => string

/** A column of the grid: the name, a word on it, an attribute, or how many it is linked to. */
export interface GridColumn {
  key: string
  label: string
  attribute?: Attribute
  isEditable: boolean
  isNumber: boolean
  /** As it is shown and as editing begins. */
  text: (row: GridRow) => string
  /** What is sorted by; null stands last. */
  sort: (row: GridRow) => AttributeValue | null
}

export function gridColumns(
  of: HolderKind,
  attributes: readonly Attribute[],
  language: Language,
  t: Translate,
): GridColumn[] {
  const detail = (row: GridRow) => detailText(of, row, t)
  const count = (
    key: 'persons' | 'sources' | 'cases' | 'passages',
    of: (row: GridRow) => number,
  ): GridColumn => ({
    key,
    label: t(`people.head.${key}`),
    isEditable: false,
    isNumber: true,
    text: (row) => String(of(row)),
    sort: of,
  })
  return [
    {
      key: 'name',
      label: t(nameHeads[of]),
      isEditable: true,
      isNumber: false,
      text: (row) => row.name,
      sort: (row) => row.name,
    },
    {
      key: 'detail',
      label: t(of === 'persons' ? 'people.head.role' : 'people.head.kind'),
      isEditable: of !== 'sources',
      isNumber: false,
      text: detail,
      sort: (row) => detail(row) || null,
    },
    ...attributes.map((attribute): GridColumn => ({
      key: attribute.id,
      label: attribute.name,
      attribute,
      isEditable: true,
      isNumber: attribute.type === 'number',
      text: (row) => valueText(row.values[attribute.id], language, t),
      sort: (row) => row.values[attribute.id] ?? null,
    })),
    ...(of === 'persons' ? [] : [count('persons', (row) => row.persons.length)]),
    ...(of === 'sources' ? [] : [count('sources', (row) => row.sources.length)]),
    ...(of === 'cases'
      ? [count('passages', (row) => row.passages)]
      : [count('cases', (row) => row.cases.length)]),
  ]
}

const nameHeads = {
  persons: 'people.head.pseudonym',
  cases: 'people.head.name',
  sources: 'people.head.title',
} as const

function detailText(of: HolderKind, row: GridRow, t: Translate): string {
  if (of === 'persons') return row.detail
  const key = of === 'cases' ? `people.kind.${row.detail}` : `sources.kinds.${row.detail}`
  return t(key as TextKey)
}

/** A value as people write it in the language of the window; what reads it takes this, too. */
export function valueText(
  value: AttributeValue | undefined,
  language: Language,
  t: Translate,
): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return t(value ? 'people.yes' : 'people.no')
  if (typeof value === 'number')
    return language === 'nb' ? String(value).replace('.', ',') : String(value)
  const day = language === 'nb' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  return day ? `${Number(day[3])}.${Number(day[2])}.${day[1]}` : value
}

/** Rows whose words are in some cell, in the order that was asked for. */
export function arranged(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  { words, sorting }: { words: string; sorting: Sorting | null },
  language: Language,
): GridRow[] {
  const wanted = words.trim().toLocaleLowerCase(language)
  const found = rows.filter((row) =>
    columns.some((column) => column.text(row).toLocaleLowerCase(language).includes(wanted)),
  )
  const column = columns.find(({ key }) => key === sorting?.column)
  if (!column || !sorting) return found
  const sign = sorting.direction === 'ascending' ? 1 : -1
  return found.sort((a, b) => {
    const [x, y] = [column.sort(a), column.sort(b)]
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0)
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y)
    return sign * String(x).localeCompare(String(y), language, { numeric: true })
  })
}

/** Cells as spreadsheets copy them: tabs between, one row a line; a cell with either is in quotes. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '') break
    if (found[3] !== '\t') rows.push([])
  }
  if (rows.at(-1)?.join('') === '') rows.pop()
  return rows
}
