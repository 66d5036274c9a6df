import { useMemo } from 'react'
import { Names } from '../../shared/analysis/question/names.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { sentenceOf } from '../../shared/analysis/question/sentence.ts'
import { checklistNames } from '../../shared/analysis/reports/checklists.ts'
import type { QueryInput } from '../../shared/contract/index.ts'
import { reportKinds, segmentGroups } from '../../shared/contract/reports.ts'
import { tableFormats } from '../../shared/contract/tables.ts'
import { memoKinds } from '../../shared/model/kinds.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { codingTopics } from '../figures/coding-topics.ts'
import { Field, Segmented, Select } from '../ui/index.ts'

export type ReportOptions = Omit<QueryInput<'reports.preview'>, 'language' | 'question'> & {
  format: (typeof tableFormats)[number]
  language: 'en' | 'nb'
  /** A kept question whose answers are reported, or the one at hand; empty: all that is coded. */
  savedQuestionId: string
}

/** Stands for the question that was asked last, in place of the id of a kept one. */
export const atHand = 'at hand'

interface Props {
  options: ReportOptions
  /** The one at hand. */
  question: Question | undefined
  onChange: (options: ReportOptions) => void
}

/** What is reported and how it is laid out. */
export function ReportFields({ options, question, onChange }: Props) {
  const t = useT()
  const set = (changes: Partial<ReportOptions>): void => onChange({ ...options, ...changes })
  const { kind } = options
  return (
    <>
      <Field label={t('reports.kind')} hint={t(`reports.about_${kind}`)}>
        {(field) => (
          <Select
            {...field}
            value={kind}
            options={reportKinds.map((value) => ({ value, label: t(`reports.${value}`) }))}
            onValue={(value) => set({ kind: value })}
          />
        )}
      </Field>
      {kind === 'segments' && <SegmentFields {...{ options, question, onChange }} />}
      {kind === 'memos' && (
        <Field label={t('memos.kind')}>
          {(field) => (
            <Select
              {...field}
              value={options.memoKinds?.[0] ?? ''}
              options={[
                { value: '', label: t('memos.allKinds') },
                ...memoKinds.map((value) => ({ value, label: t(`memos.kind_${value}`) })),
              ]}
              onValue={(value) => set({ memoKinds: value === '' ? [] : [value] })}
            />
          )}
        </Field>
      )}
      {kind === 'checklist' && (
        <div className="field">
          <span className="field-label">{t('reports.checklist')}</span>
          <Segmented
            label={t('reports.checklist')}
            value={options.checklist ?? 'coreq'}
            options={checklistNames.map((value) => ({
              value,
              label: t(`checklists.${value}.title`),
            }))}
            onValue={(checklist) => set({ checklist })}
          />
        </div>
      )}
      <Field label={t('export.format')}>
        {(field) => (
          <Select
            {...field}
            value={options.format}
            options={tableFormats.map((value) => ({ value, label: t(`export.format_${value}`) }))}
            onValue={(format) => set({ format })}
          />
        )}
      </Field>
      <div className="field">
        <span className="field-label">{t('export.language')}</span>
        <Segmented
          label={t('export.language')}
          value={options.language}
          options={(['nb', 'en'] as const).map((value) => ({
            value,
            label: t(`export.language_${value}`),
          }))}
          onValue={(language) => set({ language })}
        />
      </div>
    </>
  )
}

function SegmentFields({ options, question, onChange }: Props) {
  const t = useT()
  const language = useLanguage()
  const set = (changes: Partial<ReportOptions>): void => onChange({ ...options, ...changes })
  const { data: saved } = useQuery('savedQuestions.list', {}, ['findings'])
  const { data: codes } = useQuery('codes.list', {}, ['codes'])
  const { data: named } = useQuery('analysis.names', question ? {} : null, codingTopics)
  const names = useMemo(() => new Names(named?.items ?? []), [named])
  return (
    <>
      <Field label={t('reports.which')}>
        {(field) => (
          <Select
            {...field}
            value={
              options.savedQuestionId !== ''
                ? `question:${options.savedQuestionId}`
                : `code:${options.codeIds?.[0] ?? ''}`
            }
            options={[
              { value: 'code:', label: t('reports.allCoded') },
              ...(question && named
                ? [{ value: `question:${atHand}`, label: sentenceOf(question, names, language) }]
                : []),
              ...(saved?.items ?? []).map(({ id, name }) => ({
                value: `question:${id}`,
                label: `${t('reports.question')}: ${name}`,
              })),
              ...(codes?.items ?? []).map(({ id, name }) => ({ value: `code:${id}`, label: name })),
            ]}
            onValue={(value) => {
              const [type, id = ''] = value.split(':')
              set({
                savedQuestionId: type === 'question' ? id : '',
                codeIds: type === 'code' && id !== '' ? [id] : [],
              })
            }}
          />
        )}
      </Field>
      <Field label={t('reports.by')}>
        {(field) => (
          <Select
            {...field}
            value={options.by ?? 'codes'}
            options={segmentGroups.map((value) => ({ value, label: t(`reports.by_${value}`) }))}
            onValue={(by) => set({ by })}
          />
        )}
      </Field>
      <label className="check-line">
        <input
          type="checkbox"
          checked={options.context === true}
          onChange={(event) => set({ context: event.target.checked })}
        />
        {t('reports.context')}
      </label>
    </>
  )
}
