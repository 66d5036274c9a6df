import { useId, useState } from 'react'
import type { Question } from '../../shared/analysis/question/question.ts'
import type { CommandInput, QueryInput } from '../../shared/contract/index.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { CodebookPaper } from '../export/codebook-paper.tsx'
import { fileName } from '../export/file-name.ts'
import { saveExport } from '../export/save-export.ts'
import { usePreview } from '../export/use-preview.ts'
import { Button } from '../ui/index.ts'
import { ChecklistAnswers } from './checklist-answers.tsx'
import { KeepInSet } from './keep-in-set.tsx'
import { PresetList } from './preset-list.tsx'
import { atHand, ReportFields, type ReportOptions } from './report-options.tsx'
import '../export/codebook-view.css'
import './reports.css'

/** What a preview shows of a long report. */
const previewed = 200

/** Reports for the thesis: what is in them at the left, how they look at the right. */
export function ReportsView({
  isFront,
  question: given,
}: {
  isFront: boolean
  /** One that was asked and is to be reported, whether it is kept or not. */
  question: Question | undefined
}) {
  const t = useT()
  const windowLanguage = useLanguage()
  const headingId = useId()
  const { title } = useProject()
  const [chosen, setChosen] = useState<
    Omit<ReportOptions, 'language'> & { language?: 'en' | 'nb' }
  >({ kind: 'segments', format: 'docx', savedQuestionId: given ? atHand : '' })
  const [shown, setShown] = useState(given)
  if (shown !== given) {
    setShown(given)
    if (given) setChosen({ ...chosen, kind: 'segments', savedQuestionId: atHand, codeIds: [] })
  }
  const [isSaving, setSaving] = useState(false)
  const { data: saved } = useQuery('savedQuestions.list', {}, ['findings'])
  const options: ReportOptions = { language: windowLanguage, ...chosen }
  const { savedQuestionId, format, ...input } = options
  const question =
    savedQuestionId === atHand
      ? given
      : saved?.items.find(({ id }) => id === savedQuestionId)?.question
  const report = {
    ...input,
    ...(question === undefined ? {} : { question }),
  } satisfies QueryInput<'reports.preview'>
  const preview = usePreview('reports.preview', report, isFront)
  const name = t(`reports.${options.kind}`)
  const output: Omit<CommandInput<'export.report'>, 'path' | 'task' | 'masks'> = {
    ...report,
    format,
  }
  const save = async (): Promise<void> => {
    setSaving(true)
    await saveExport('export.report', output, {
      title: t('reports.saveTitle'),
      fileName: fileName(title, name),
      extension: format,
      kind: t(`export.format_${format}`),
      saving: t('reports.saving'),
      saved: ({ items }) => t('reports.saved', { count: items }),
    })
    setSaving(false)
  }
  return (
    <div className="codebook-place">
      <div className="codebook-view reports-view">
        <form
          className="codebook-options"
          aria-labelledby={headingId}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <h1 id={headingId}>{t('reports.title')}</h1>
          <ReportFields options={options} question={given} onChange={setChosen} />
          <div className="reports-acts">
            <Button type="submit" variant="primary" disabled={isSaving}>
              {t('reports.save')}
            </Button>
            <KeepInSet output={{ command: 'export.report', name, input: output }} />
          </div>
          <PresetList />
        </form>
        <section className="codebook-desk" aria-label={t('reports.preview')} tabIndex={0}>
          {options.kind === 'checklist' && (
            <ChecklistAnswers
              checklist={options.checklist ?? 'coreq'}
              language={options.language}
            />
          )}
          {preview === undefined ? (
            <p className="codebook-loading">{t('export.loading')}</p>
          ) : (
            <>
              {preview.items > previewed && (
                <p className="reports-first">
                  {t('reports.first', { shown: previewed, count: preview.items })}
                </p>
              )}
              <CodebookPaper html={preview.html} language={options.language} />
            </>
          )}
        </section>
      </div>
    </div>
  )
}
