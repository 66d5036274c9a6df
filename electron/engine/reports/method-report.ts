import { translate, type Language, type TextKey } from '../../../shared/i18n/index.ts'
import { listCodes } from '../codes/code-list.ts'
import { leavingOfTables } from '../export/leaving.ts'
import { tableBlocks } from '../export/tables/table-blocks.ts'
import { longDate } from '../export/codebook/words.ts'
import { visibleCodings } from '../passages/visible.ts'
import { listEntities } from '../project/entities.ts'
import { lifetimeOf } from '../project/trail.ts'
import type { ProjectMap } from '../project/documents.ts'
import type { Project } from '../project/project.ts'
import { listSources } from '../sources/source-list.ts'
import { reportTable, type Report } from './report-model.ts'
import { sourceKindWord } from './source-table.ts'

/** A line of the method chapter: what is counted and how many there are. */
interface Count {
  what: string
  number: number | string
}

/** What a method chapter tells in numbers; each is a count of what lists of the program show. */
export function methodReport(project: Project, language: Language): Report {
  const counts = methodCounts(project, language)
  const title = translate(language, 'reports.methods')
  const table = reportTable(
    title,
    [
      {
        key: 'what',
        label: translate(language, 'reports.column_what'),
        weight: 60,
        value: ({ what }: Count) => what,
      },
      {
        key: 'number',
        label: translate(language, 'reports.column_count'),
        weight: 20,
        value: ({ number }: Count) => number,
      },
    ],
    counts,
  )
  return {
    title,
    blocks: tableBlocks(table, language, true),
    table,
    leaving: leavingOfTables([table.table]),
    items: counts.length,
    landscape: false,
  }
}

export function methodCounts(project: Project, language: Language): Count[] {
  const t = (key: TextKey, variables = {}) => translate(language, key, variables)
  const sources = listSources(project)
  const codes = listCodes(project)
  const of = (map: ProjectMap) => listEntities(project, map).length
  const counted = (what: TextKey, number: number): Count[] =>
    number === 0 ? [] : [{ what: t(what), number }]
  const kinds = [...new Set(sources.map(({ kind }) => kind))]
  const { first, last } = lifetimeOf(project.db)
  const parents = new Set(codes.map(({ parentId }) => parentId))
  return [
    { what: t('reports.count_sources'), number: sources.length },
    ...kinds.map((kind) => ({
      what: `– ${sourceKindWord(kind, language)}`,
      number: sources.filter((source) => source.kind === kind).length,
    })),
    { what: t('reports.count_words'), number: sources.reduce((sum, { words }) => sum + words, 0) },
    ...counted('reports.count_persons', of('persons')),
    ...counted('reports.count_cases', of('cases')),
    { what: t('reports.count_codes'), number: codes.length },
    ...counted('reports.count_topCodes', codes.filter(({ parentId }) => parentId === null).length),
    ...counted('reports.count_leafCodes', codes.filter(({ id }) => !parents.has(id)).length),
    ...codingCounts(project, language),
    ...counted('reports.count_memos', of('memos')),
    ...counted('reports.count_texts', of('texts')),
    ...counted('reports.count_clauses', of('clauses')),
    ...counted('reports.count_links', of('links')),
    ...counted('reports.count_processes', of('processes')),
    ...counted('reports.count_steps', of('steps')),
    ...counted('reports.count_maps', of('maps')),
    ...counted('reports.count_disjunctures', of('disjunctures')),
    ...counted('reports.count_rounds', of('rounds')),
    ...counted('reports.count_settlements', of('settlements')),
    { what: t('reports.count_analysts'), number: of('analysts') },
    { what: t('reports.count_first'), number: longDate(first, language) },
    { what: t('reports.count_last'), number: longDate(last, language) },
  ]
}

function codingCounts(project: Project, language: Language): Count[] {
  const row = project.db
    .prepare<[], { codings: number; passages: number }>(
      `SELECT count(*) codings, count(DISTINCT passage_id) passages FROM codings
       WHERE ${visibleCodings}`,
    )
    .get()
  const byAnalyst = project.db
    .prepare<[], { name: string | null; codings: number }>(
      `SELECT analysts.data ->> '$.name' name, count(*) codings FROM codings
       LEFT JOIN entities analysts ON analysts.kind = 'analysts' AND analysts.id = analyst_id
       WHERE ${visibleCodings} GROUP BY analyst_id ORDER BY codings DESC, analyst_id`,
    )
    .all()
  return [
    { what: translate(language, 'reports.count_passages'), number: row?.passages ?? 0 },
    { what: translate(language, 'reports.count_codings'), number: row?.codings ?? 0 },
    ...(byAnalyst.length < 2
      ? []
      : byAnalyst.map(({ name, codings }) => ({ what: `– ${name ?? ''}`, number: codings }))),
  ]
}
