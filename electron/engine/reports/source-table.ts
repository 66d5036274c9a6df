import type { Source } from '../../../shared/model/entities.ts'
import { translate, type Language } from '../../../shared/i18n/index.ts'
import { listAttributes } from '../people/attribute-list.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { listSources } from '../sources/source-list.ts'
import { tableBlocks } from '../export/tables/table-blocks.ts'
import { reportTable, yesNo, type Report, type ReportColumn } from './report-model.ts'

/** All sources with what is known of them, their persons and their attributes. */
export function sourceTable(project: Project, language: Language): Report {
  const sources = listSources(project)
  const pseudonyms = new Map(
    listEntities(project, 'persons').map((person) => [person.id, String(person.pseudonym)]),
  )
  const persons = new Map<string, string[]>()
  for (const [sourceId, personId] of project.db
    .prepare<[], [string, string]>('SELECT source_id, person_id FROM participations')
    .raw()
    .all())
    persons.set(sourceId, [...(persons.get(sourceId) ?? []), pseudonyms.get(personId) ?? ''])
  const valuesOf = new Map(
    listEntities(project, 'sources').map(({ id, values }) => [
      id,
      (values ?? {}) as Readonly<Record<string, string | number | boolean>>,
    ]),
  )
  const column = (
    key:
      | 'number'
      | 'title'
      | 'kind'
      | 'level'
      | 'date'
      | 'place'
      | 'event'
      | 'persons'
      | 'words'
      | 'codings'
      | 'consent'
      | 'verbatim'
      | 'deleteBy',
    weight: number,
    value: ReportColumn<Source>['value'],
  ): ReportColumn<Source> => ({
    key,
    label: translate(language, `reports.column_${key}`),
    weight,
    value,
  })
  const columns = [
    column('number', 4, ({ number }) => number),
    column('title', 20, ({ title }) => title),
    column('kind', 10, ({ kind }) => sourceKindWord(kind, language)),
    column('level', 8, ({ level }) => translate(language, `sources.levels.${level}`)),
    column('date', 9, ({ date }) => date),
    column('place', 12, ({ place }) => place),
    column('event', 12, ({ dataEvent }) => dataEvent),
    column('persons', 12, ({ id }) => [...new Set(persons.get(id) ?? [])].sort().join('; ')),
    column('words', 7, ({ words }) => words),
    column('codings', 7, ({ codings }) => codings),
    column('consent', 14, ({ consent }) => consent),
    column('verbatim', 7, ({ verbatim }) => yesNo(verbatim, language)),
    column('deleteBy', 9, ({ deleteBy }) => deleteBy),
    ...listAttributes(project, 'sources').map((attribute): ReportColumn<Source> => ({
      key: `attribute:${attribute.id}`,
      label: attribute.name,
      weight: 10,
      value: ({ id }) => shown(valuesOf.get(id)?.[attribute.id], language),
    })),
  ]
  const title = translate(language, 'reports.sources')
  const table = reportTable(title, columns, sources)
  return {
    title,
    blocks: tableBlocks(table, language, true),
    table,
    leaving: {
      texts: table.table.rows.flatMap(({ cells }, row) =>
        cells.flatMap((cell, at) =>
          typeof cell === 'string' && cell !== ''
            ? [{ place: `${sources[row]?.title ?? ''}, ${columns[at]?.label ?? ''}`, text: cell }]
            : [],
        ),
      ),
    },
    items: sources.length,
    landscape: true,
  }
}

/** `e-mail` → `e_mail`, as the keys of texts are written. */
type KeyOf<K extends string> = K extends `${infer A} ${infer B}`
  ? KeyOf<`${A}_${B}`>
  : K extends `${infer A}-${infer B}`
    ? KeyOf<`${A}_${B}`>
    : K extends `${infer A}/${infer B}`
      ? KeyOf<`${A}_${B}`>
      : K

/** A kind of source in the words of the window. */
export function sourceKindWord(kind: Source['kind'], language: Language): string {
  const key = kind.replaceAll(/[^a-z]+/gu, '_') as KeyOf<typeof kind>
  return translate(language, `sources.kinds.${key}`)
}

function shown(value: string | number | boolean | undefined, language: Language): string | number {
  if (value === undefined) return ''
  return typeof value === 'boolean' ? yesNo(value, language) : value
}
