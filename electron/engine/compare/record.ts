import { periodAt, periodNumber } from '../../../shared/analysis/question/periods.ts'
import { translate, type Language } from '../../../shared/i18n/index.ts'
import type { ActivityFilter } from '../../../shared/contract/project.ts'
import { tableOf, wordsIn, type Column, type TableData } from '../export/tables/table-model.ts'
import { livingCodings } from '../passages/visible.ts'
import { actName, listActivity } from '../project/activity-list.ts'
import type { Project } from '../project/project.ts'
import { remarks } from './discussions.ts'
import { itemReader, nameOfAnalyst, type ReadItem } from './read-items.ts'
import { latestSettlements } from './settlements.ts'

interface Work {
  analystId: string
  sourceId: string
  week: string
  coded: number
  reviewed: Set<string>
  settled: number
}

/**
 * What each analyst did in each source in each week: codings as they now are, in common and in
 * rounds that all may see, apart from the settled layer; items talked about or decided; and decisions that stand.
 */
export function whoDidWhatTable(project: Project, language: Language): TableData {
  const works = new Map<string, Work>()
  const workOf = (analystId: string, sourceId: string, time: string): Work => {
    const { id: week } = periodAt(periodNumber(time, 'week'), 'week')
    const key = [week, analystId, sourceId].join(' ')
    const known = works.get(key)
    if (known) return known
    const made = { analystId, sourceId, week, coded: 0, reviewed: new Set<string>(), settled: 0 }
    works.set(key, made)
    return made
  }
  const codings = project.db
    .prepare<[], { analyst_id: string; source_id: string; created: string }>(
      `SELECT analyst_id, source_id, created FROM allowed_codings codings
       WHERE (layer = 'working' OR layer IN (SELECT id FROM released_rounds)) AND ${livingCodings}`,
    )
    .iterate()
  for (const { analyst_id, source_id, created } of codings)
    workOf(analyst_id, source_id, created).coded += 1
  const read = itemReader(project, language)
  for (const [item, { outcome, created, createdBy }] of latestSettlements(project)) {
    const work = workOf(createdBy, read(item).sourceId, created)
    work.reviewed.add(item)
    if (outcome !== 'defer') work.settled += 1
  }
  for (const { item, created, createdBy } of remarks(project))
    workOf(createdBy, read(item).sourceId, created).reviewed.add(item)
  const titles = sourceTitles(project)
  const columns: Column<Work>[] = [
    { key: 'week', value: ({ week }) => week, weight: 10 },
    { key: 'analyst', value: ({ analystId }) => nameOfAnalyst(project, analystId), weight: 20 },
    {
      key: 'source',
      value: ({ sourceId }) =>
        titles.get(sourceId) ?? translate(language, 'institution.wholeProject'),
      weight: 34,
    },
    { key: 'coded', value: ({ coded }) => coded, weight: 12 },
    { key: 'reviewed', value: ({ reviewed }) => reviewed.size, weight: 12 },
    { key: 'settled', value: ({ settled }) => settled, weight: 12 },
  ]
  const rows = [...works.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, work]) => work)
  const notes = [translate(language, 'institution.whoDidWhatNote')]
  return tableOf({ name: 'who-did-what', language, notes }, columns, rows, ({ sourceId }) =>
    sourceId === '' ? null : { type: 'source', id: sourceId },
  )
}

/** Every item that was decided or put off: both versions, what was decided, why, by whom and when. */
export function reconciliationTable(project: Project, language: Language): TableData {
  const read = itemReader(project, language)
  const rows = [...latestSettlements(project)]
    .map(([item, settlement]) => ({ settlement, item: read(item) }))
    .sort((a, b) => (a.settlement.created < b.settlement.created ? -1 : 1))
  const words = wordsIn(language)
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'item', value: ({ item }) => item.what, weight: 14 },
    { key: 'source', value: ({ item }) => item.source, weight: 12 },
    { key: 'versionA', value: ({ item }) => item.a, weight: 20 },
    { key: 'versionB', value: ({ item }) => item.b, weight: 20 },
    {
      key: 'outcome',
      value: ({ settlement: { outcome, code } }) =>
        [words('outcome', outcome), code?.name].filter(Boolean).join(': '),
      weight: 8,
    },
    { key: 'reason', value: ({ settlement }) => settlement.reason, weight: 18 },
    { key: 'dissent', value: ({ settlement }) => settlement.dissent, weight: 14 },
    {
      key: 'analyst',
      value: ({ settlement }) => nameOfAnalyst(project, settlement.createdBy),
      weight: 10,
    },
    { key: 'when', value: ({ settlement }) => minute(settlement.created), weight: 9 },
    { key: 'id', value: ({ settlement }) => settlement.id, weight: 8 },
  ]
  return tableOf({ name: 'reconciliation', language }, columns, rows, ({ item }) => refOf(item))
}

/** What was said about items, in the order in which it was said. */
export function discussionTable(project: Project, language: Language): TableData {
  const read = itemReader(project, language)
  const rows = remarks(project).map((remark) => ({ remark, item: read(remark.item) }))
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'item', value: ({ item }) => item.what, weight: 16 },
    { key: 'source', value: ({ item }) => item.source, weight: 14 },
    { key: 'versionA', value: ({ item }) => item.a, weight: 18 },
    { key: 'versionB', value: ({ item }) => item.b, weight: 18 },
    { key: 'remark', value: ({ remark }) => remark.text, weight: 30 },
    { key: 'analyst', value: ({ remark }) => nameOfAnalyst(project, remark.createdBy), weight: 12 },
    { key: 'when', value: ({ remark }) => minute(remark.created), weight: 10 },
    { key: 'id', value: ({ remark }) => remark.id, weight: 8 },
  ]
  return tableOf({ name: 'discussion', language }, columns, rows, ({ item }) => refOf(item))
}

/** The activity trail, oldest first, as far as a filter lets it through. */
export function auditTable(
  project: Project,
  language: Language,
  filter: ActivityFilter = {},
): TableData {
  const rows = listActivity(project, filter, { limit: Infinity }).reverse()
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'when', value: ({ time }) => minute(time), weight: 12 },
    { key: 'analyst', value: ({ analyst }) => analyst, weight: 16 },
    { key: 'act', value: ({ command }) => actName(command, language), weight: 24 },
    { key: 'item', value: ({ label }) => label, weight: 48 },
    { key: 'id', value: ({ id }) => id, weight: 6 },
  ]
  return tableOf({ name: 'audit', language }, columns, rows, () => null)
}

function refOf({ sourceId }: ReadItem): { type: string; id: string } | null {
  return sourceId === '' ? null : { type: 'source', id: sourceId }
}

function sourceTitles(project: Project): Map<string, string> {
  const rows = project.db
    .prepare<[], { id: string; title: string }>(
      `SELECT id, json_extract(data, '$.title') title FROM entities
       WHERE kind = 'sources' AND deleted = 0`,
    )
    .all()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** `2026-11-22 10:05`, in universal time as it is kept. */
function minute(time: string): string {
  return time.slice(0, 16).replace('T', ' ')
}
