import {
  checklistDomains,
  type ChecklistName,
} from '../../../shared/analysis/reports/checklists.ts'
import type { QueryOutput } from '../../../shared/contract/index.ts'
import { translate, type Language, type TextKey } from '../../../shared/i18n/index.ts'
import { listCodes } from '../codes/code-list.ts'
import { leavingOfTables } from '../export/leaving.ts'
import { tableBlocks } from '../export/tables/table-blocks.ts'
import { listAttributes } from '../people/attribute-list.ts'
import { programVersion } from '../program-version.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { listSources } from '../sources/source-list.ts'
import { methodCounts } from './method-report.ts'
import { reportTable, type Report } from './report-model.ts'
import { sourceKindWord } from './source-table.ts'

/** Kinds of sources whose date is that of the text, not of collecting it. */
const foundTexts: ReadonlySet<string> = new Set(['boss text', 'document', 'e-mail', 'web page'])

type Item = QueryOutput<'reports.checklist'>['items'][number]

/** The items of a checklist, with what the project knows of each and what was answered. */
export function checklistItems(
  project: Project,
  checklist: ChecklistName,
  language: Language,
): Item[] {
  const known = knownOf(project, language)[checklist]
  const answers = new Map(
    listEntities(project, 'checklistAnswers').map(({ id, text }) => [id, String(text)]),
  )
  return checklistDomains[checklist].flatMap(({ domain, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, at): Item => {
      const item = String(from + at)
      const key = (part: 'topic' | 'ask') => `checklists.${checklist}.${item}.${part}` as TextKey
      return {
        item,
        domain: translate(language, `checklists.domain_${domain}` as TextKey),
        topic: translate(language, key('topic')),
        ask: translate(language, key('ask')),
        known: known[item] ?? '',
        answer: answers.get(`${checklist}:${item}`) ?? '',
      }
    }),
  )
}

export function checklistReport(
  project: Project,
  checklist: ChecklistName,
  language: Language,
): Report {
  const items = checklistItems(project, checklist, language)
  const title = translate(language, `checklists.${checklist}.title`)
  const open = translate(language, 'checklists.toFill')
  const column = (
    key: 'item' | 'topic' | 'ask' | 'answer',
    weight: number,
    value: (item: Item) => string,
  ) => ({ key, label: translate(language, `checklists.column_${key}`), weight, value })
  const table = reportTable(
    title,
    [
      column('item', 6, ({ item }) => item),
      column('topic', 20, ({ topic }) => topic),
      column('ask', 34, ({ ask }) => ask),
      column('answer', 40, ({ known, answer }) => answer || known || open),
    ],
    items,
    [translate(language, `checklists.${checklist}.source`)],
  )
  return {
    title,
    blocks: [
      ...tableBlocks(table, language, true),
      ...table.table.notes.map((text) => ({ type: 'note' as const, text })),
    ],
    table,
    leaving: leavingOfTables([table.table]),
    items: items.length,
    landscape: true,
  }
}

/** What the project knows, by checklist and number of the item. */
function knownOf(
  project: Project,
  language: Language,
): Record<ChecklistName, Record<string, string>> {
  const t = (key: TextKey, variables = {}) => translate(language, key, variables)
  const analysts = listEntities(project, 'analysts')
  const sources = listSources(project)
  const persons = listEntities(project, 'persons')
  const codes = listCodes(project)
  const counts = new Map(methodCounts(project, language).map(({ what, number }) => [what, number]))
  const countOf = (key: TextKey) => counts.get(t(key)) ?? 0
  const listed = (values: readonly string[]) => [...new Set(values.filter(Boolean))].join('; ')
  const names = listed(analysts.map(({ name }) => String(name)))
  const positions = listed(
    analysts.map(({ name, position }) =>
      String(position ?? '') === '' ? '' : `${String(name)}: ${String(position)}`,
    ),
  )
  const places = listed(sources.map(({ place }) => place))
  const kinds = listed(
    [...new Set(sources.map(({ kind }) => kind))].map(
      (kind) =>
        `${sourceKindWord(kind, language)}: ${sources.filter((source) => source.kind === kind).length}`,
    ),
  )
  // A text is not collected on the day on which it was made.
  const dates = sources
    .filter(({ kind }) => !foundTexts.has(kind))
    .map(({ date }) => date)
    .filter(Boolean)
    .sort()
  const period = dates.length === 0 ? '' : [dates[0], dates.at(-1)].join(' – ')
  const attributes = listed(listAttributes(project, 'persons').map(({ name }) => name))
  const sample =
    persons.length === 0 ? '' : t('checklists.known_persons', { count: persons.length })
  const fieldNotes = sources.filter(({ kind }) => kind === 'field note').length
  const tree =
    codes.length === 0
      ? ''
      : t('checklists.known_codes', {
          count: codes.length,
          top: codes.filter(({ parentId }) => parentId === null).length,
        })
  const coded = t('checklists.known_coded', {
    codings: countOf('reports.count_codings'),
    passages: countOf('reports.count_passages'),
  })
  const coders = t('checklists.known_coders', { count: analysts.length, names })
  const rounds = listEntities(project, 'rounds').length
  const trust = rounds === 0 ? '' : t('checklists.known_rounds', { count: rounds })
  const memos = listEntities(project, 'memos').length
  const consent = listed(sources.map((source) => source.consent))
  const software = t('checklists.known_software', { version: programVersion })
  return {
    coreq: {
      1: names,
      8: positions,
      12: sample,
      14: places,
      16: attributes === '' ? '' : t('checklists.known_attributes', { names: attributes }),
      20: fieldNotes === 0 ? '' : t('checklists.known_fieldNotes', { count: fieldNotes }),
      24: coders,
      25: tree,
      27: software,
      31: tree === '' ? '' : coded,
    },
    srqr: {
      6: positions,
      7: places,
      9: consent,
      10: [kinds, period].filter(Boolean).join('. '),
      12: [sample, attributes === '' ? '' : t('checklists.known_attributes', { names: attributes })]
        .filter(Boolean)
        .join(' '),
      13: [t('checklists.known_memos', { count: memos }), software].join(' '),
      14: [coders, tree].filter(Boolean).join(' '),
      15: trust,
      17: tree === '' ? '' : coded,
    },
  }
}
