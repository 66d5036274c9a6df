import { BookMarked } from 'lucide-react'
import { useId, useState } from 'react'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import type { Language } from '../app/i18n.ts'
import { codebookFormats } from '../../shared/contract/export.ts'
import { Button, EmptyState, Field, Segmented, Select, TextInput } from '../ui/index.ts'
import './codebook-view.css'
import { CodebookPaper } from './codebook-paper.tsx'
import { fileName } from './file-name.ts'
import { saveExport } from './save-export.ts'
import { usePreview } from './use-preview.ts'

type CodebookFormat = (typeof codebookFormats)[number]
type Layout = 'sections' | 'table'

/** Formats in which the layout can be chosen; the others are one table, or one tree. */
const layoutFormats: readonly CodebookFormat[] = ['docx', 'html', 'md', 'tex']
const mostExamples = 20

/** The codebook as it will look, with what is exported beside it. */
export function CodebookView({ isFront }: { isFront: boolean }) {
  const t = useT()
  const windowLanguage = useLanguage()
  const headingId = useId()
  const [format, setFormat] = useState<CodebookFormat>('docx')
  const [layout, setLayout] = useState<Layout>('sections')
  const [examples, setExamples] = useState(2)
  const [chosenLanguage, setLanguage] = useState<Language | null>(null)
  const [setId, setSetId] = useState('')
  const [isSaving, setIsSaving] = useState(false)
  const { data: codes } = useQuery('codes.list', {}, ['codes', 'passages'])
  const { data: project } = useQuery('project.info', {}, ['project'])
  const hasLayout = layoutFormats.includes(format)
  const language = chosenLanguage ?? windowLanguage
  const options = {
    language,
    layout: hasLayout ? layout : ('table' as const),
    examples,
    ...(setId === '' ? {} : { codeSetId: setId }),
  }
  const hasCodes = (codes?.items.length ?? 0) > 0
  const preview = usePreview('export.preview', hasCodes ? options : null, isFront)

  const save = async () => {
    setIsSaving(true)
    await saveExport(
      'export.codebook',
      { format, ...options },
      {
        title: t('export.saveTitle'),
        fileName: fileName(project?.title ?? '', t('export.fileName')),
        extension: format,
        kind: t(`export.format_${format}`),
        saving: t('export.saving'),
        saved: ({ codes: count }) => t('export.saved', { count }),
      },
    )
    setIsSaving(false)
  }

  if (codes !== undefined && !hasCodes) {
    return (
      <div className="codebook-view is-empty">
        <EmptyState icon={BookMarked} title={t('export.emptyTitle')}>
          {t('export.emptyText')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="codebook-place">
      <div className="codebook-view">
        <form
          className="codebook-options"
          aria-labelledby={headingId}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <h1 id={headingId}>{t('export.codebook')}</h1>
          <Field label={t('export.format')} hint={t(`export.formatHint_${format}`)}>
            {(field) => (
              <Select
                {...field}
                value={format}
                options={codebookFormats.map((value) => ({
                  value,
                  label: t(`export.format_${value}`),
                }))}
                onValue={setFormat}
              />
            )}
          </Field>
          {hasLayout && (
            <div className="field">
              <span className="field-label">{t('export.layout')}</span>
              <Segmented
                label={t('export.layout')}
                value={layout}
                options={(['sections', 'table'] as const).map((value) => ({
                  value,
                  label: t(`export.layout_${value}`),
                }))}
                onValue={setLayout}
              />
            </div>
          )}
          <Field label={t('export.examples')}>
            {(field) => (
              <TextInput
                {...field}
                type="number"
                className="codebook-number"
                min={0}
                max={mostExamples}
                value={examples}
                onChange={(event) => {
                  const wished = Math.round(event.target.valueAsNumber)
                  if (Number.isFinite(wished)) {
                    setExamples(Math.min(mostExamples, Math.max(0, wished)))
                  }
                }}
              />
            )}
          </Field>
          <div className="field">
            <span className="field-label">{t('export.language')}</span>
            <Segmented
              label={t('export.language')}
              value={language}
              options={(['nb', 'en'] as const).map((value) => ({
                value,
                label: t(`export.language_${value}`),
              }))}
              onValue={setLanguage}
            />
          </div>
          <Field label={t('export.which')}>
            {(field) => (
              <Select
                {...field}
                value={setId}
                options={[
                  { value: '', label: t('export.allCodes') },
                  ...(codes?.sets ?? []).map((set) => ({ value: set.id, label: set.name })),
                ]}
                onValue={setSetId}
              />
            )}
          </Field>
          <Button type="submit" variant="primary" disabled={isSaving}>
            {t(isSaving ? 'export.saving' : 'export.save')}
          </Button>
        </form>
        <section className="codebook-desk" aria-label={t('export.preview')} tabIndex={0}>
          {preview === undefined ? (
            <p className="codebook-loading">{t('export.loading')}</p>
          ) : (
            <CodebookPaper html={preview.html} language={language} />
          )}
        </section>
      </div>
    </div>
  )
}
