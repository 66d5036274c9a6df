import type { CommandInput } from '../../../shared/contract/index.ts'
import type { Memo } from '../../../shared/model/entities.ts'
import { memoKinds } from '../../../shared/model/kinds.ts'
import { translate, type Language } from '../../../shared/i18n/index.ts'
import { cleanLine, cleanText } from '../export/codebook/clean.ts'
import type { DocumentBlock } from '../export/codebook/document-model.ts'
import { longDate } from '../export/codebook/words.ts'
import { listMemos } from '../memos/memo-handlers.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { reportTable, type Report, type ReportColumn } from './report-model.ts'

/** All memos of the chosen kinds and status, whole, by kind and then by time. */
export function memoBook(
  project: Project,
  {
    memoKinds: kinds = [],
    memoStatus,
  }: Pick<CommandInput<'export.report'>, 'memoKinds' | 'memoStatus'>,
  language: Language,
): Report {
  const analysts = new Map(
    listEntities(project, 'analysts').map((analyst) => [analyst.id, String(analyst.name)]),
  )
  const memos = listMemos(project)
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .filter(({ status }) => memoStatus === undefined || status === memoStatus)
    .sort(
      (a, b) =>
        memoKinds.indexOf(a.kind) - memoKinds.indexOf(b.kind) || (a.created < b.created ? -1 : 1),
    )
  const title = translate(language, 'reports.memos')
  return {
    title,
    blocks: [
      ...(memos.length === 0
        ? [{ type: 'paragraph' as const, text: translate(language, 'reports.noMemos') }]
        : memoKinds.flatMap((kind) => {
            const ofKind = memos.filter((memo) => memo.kind === kind)
            if (ofKind.length === 0) return []
            return [
              { type: 'heading' as const, level: 1, text: kindWord(kind, language) },
              ...ofKind.flatMap((memo) => memoBlocks(memo, language, analysts)),
            ]
          })),
    ],
    table: reportTable(title, memoColumns(language, analysts), memos),
    leaving: {
      texts: memos.flatMap((memo) =>
        [memo.title, memo.aboutLabel, memo.text]
          .filter((text) => text !== '')
          .map((text) => ({ place: memo.title === '' ? title : memo.title, text })),
      ),
    },
    items: memos.length,
    landscape: false,
  }
}

function memoBlocks(
  memo: Memo,
  language: Language,
  analysts: ReadonlyMap<string, string>,
): DocumentBlock[] {
  return [
    {
      type: 'heading',
      level: 2,
      text: cleanLine(memo.title === '' ? translate(language, 'memos.untitled') : memo.title),
    },
    {
      type: 'facts',
      items: [
        ...(memo.about.type === 'project' || memo.aboutLabel === ''
          ? []
          : [translate(language, 'reports.about', { what: cleanLine(memo.aboutLabel) })]),
        translate(language, `memos.status_${memo.status}`),
        longDate(memo.created, language),
        cleanLine(analysts.get(memo.createdBy) ?? ''),
      ].filter((item) => item !== ''),
    },
    ...cleanText(memo.text)
      .split(/\n+/u)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ type: 'paragraph' as const, text: text.trim() })),
  ]
}

function kindWord(kind: Memo['kind'], language: Language): string {
  return translate(language, `memos.kind_${kind}`)
}

function memoColumns(
  language: Language,
  analysts: ReadonlyMap<string, string>,
): ReportColumn<Memo>[] {
  const column = (
    key: 'title' | 'kind' | 'status' | 'about' | 'analyst' | 'created' | 'changed' | 'text',
    weight: number,
    value: ReportColumn<Memo>['value'],
  ): ReportColumn<Memo> => ({
    key,
    label: translate(language, `reports.column_${key}`),
    weight,
    value,
  })
  return [
    column('title', 18, ({ title }) => title),
    column('kind', 8, ({ kind }) => kindWord(kind, language)),
    column('status', 8, ({ status }) => translate(language, `memos.status_${status}`)),
    column('about', 16, ({ aboutLabel }) => aboutLabel),
    column('analyst', 10, ({ createdBy }) => analysts.get(createdBy) ?? ''),
    column('created', 9, ({ created }) => created.slice(0, 10)),
    column('changed', 9, ({ changed }) => changed.slice(0, 10)),
    column('text', 60, ({ text }) => text),
  ]
}
