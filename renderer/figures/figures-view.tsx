import { ChartBar, Copy } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { drawFigure } from '../../shared/analysis/figures/draw-figure.ts'
import type { FigureSpec } from '../../shared/analysis/figures/figure.ts'
import { figurePresets, inksOf, type FigurePreset } from '../../shared/analysis/figures/inks.ts'
import { failureText } from '../../shared/i18n/index.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { openView, select } from '../app/workspace.ts'
import { Button, EmptyState, Field, Segmented, TextInput } from '../ui/index.ts'
import { codingTopics } from './coding-topics.ts'
import { FigurePicture } from './figure-picture.tsx'
import { FigureTable } from './figure-table.tsx'
import { FigureTools } from './figure-tools.tsx'
import { SaveFigure } from './save-figure.tsx'
import { screenInks } from './screen-inks.ts'
import './figures.css'
import './figures-view.css'

const first: FigureSpec = { kind: 'frequencies' }

/** Figures of the coding: each mark opens its passages, and each figure has its table. */
export function FiguresView({ given = first }: { given?: FigureSpec }) {
  const t = useT()
  const language = useLanguage()
  const [preset, setPreset] = useState<FigurePreset>('colour')
  const [isTable, setTable] = useState(false)
  const [written, setWritten] = useState<{ caption?: string; altText?: string }>({})
  const key = JSON.stringify(given)
  useEffect(() => setWritten({}), [key])
  const lacks =
    given.kind === 'attribute' && given.attributeId === ''
      ? 'attribute'
      : given.kind === 'portrait' && given.sourceId === ''
        ? 'source'
        : null
  const { data, error } = useQuery(
    'analysis.figure',
    lacks === null ? { figure: given, language } : null,
    codingTopics,
  )
  const picture = useMemo(
    () => data && drawFigure(data, preset === 'colour' ? screenInks : inksOf(preset)),
    [data, preset],
  )
  const open = (row: number, beside: boolean): void => {
    const mark = data?.rows[row]
    if (mark?.question) return openView({ type: 'ask', question: mark.question }, { beside })
    if (!mark?.place) return
    const { passageId, sourceId, start, end } = mark.place
    openView({ type: 'source', id: sourceId, at: { start, end } }, { beside })
    select({ type: 'passage', id: passageId, sourceId })
  }
  const opens = (row: number): boolean => {
    const mark = data?.rows[row]
    return mark !== undefined && (mark.question !== null || mark.place !== null)
  }
  const caption = written.caption ?? data?.caption ?? ''
  const altText = written.altText ?? data?.description ?? ''
  const isEmpty = data?.rows.length === 0
  const problem = error && failureText(language, error)
  return (
    <div className="figures">
      <div className="matrix-title">
        <h1>{t('figures.openFigures')}</h1>
      </div>
      <FigureTools figure={given} onFigure={(figure) => openView({ type: 'figures', figure })} />
      {problem && (
        <p role="alert">
          {problem.message} {problem.hint}
        </p>
      )}
      {lacks === 'attribute' && (
        <EmptyState icon={ChartBar} title={t('figures.chooseAttribute')}>
          {t('figures.chooseAttributeText')}
        </EmptyState>
      )}
      {(isEmpty || lacks === 'source') && (
        <EmptyState icon={ChartBar} title={t('figures.emptyFigure')}>
          {t(given.kind === 'talk' ? 'figures.emptyTalkText' : 'figures.emptyFigureText')}
        </EmptyState>
      )}
      {data && picture && !isEmpty && lacks === null && (
        <>
          <figure className={preset === 'colour' ? 'figure' : 'figure is-paper'}>
            {isTable ? (
              <FigureTable data={data} label={caption} onOpen={open} />
            ) : (
              <FigurePicture
                key={key}
                picture={picture}
                label={altText}
                onOpen={open}
                isOpening={opens}
              />
            )}
            <figcaption>{caption}</figcaption>
          </figure>
          <div className="figure-bar">
            <Button aria-pressed={isTable} onClick={() => setTable(!isTable)}>
              {isTable ? t('figures.hideTable') : t('figures.table')}
            </Button>
            <Segmented
              label={t('figures.preset')}
              value={preset}
              options={figurePresets.map((value) => ({
                value,
                label: t(`figures.presets.${value}`),
              }))}
              onValue={setPreset}
            />
            <span className="matrix-gap" />
            <Button
              icon={Copy}
              onClick={() =>
                void navigator.clipboard
                  .writeText(`${caption}\n\n${altText}`)
                  .then(() => toast({ text: t('figures.copied') }))
              }
            >
              {t('figures.copyWords')}
            </Button>
          </div>
          <div className="figure-words">
            <Field label={t('figures.caption')}>
              {(field) => (
                <TextInput
                  {...field}
                  value={caption}
                  onChange={(event) => setWritten({ ...written, caption: event.target.value })}
                />
              )}
            </Field>
            <Field label={t('figures.altText')} hint={t('figures.altHint')}>
              {(field) => (
                <textarea
                  {...field}
                  className="text-input"
                  rows={2}
                  value={altText}
                  onChange={(event) => setWritten({ ...written, altText: event.target.value })}
                />
              )}
            </Field>
            {Object.keys(written).length > 0 && (
              <Button size="small" variant="quiet" onClick={() => setWritten({})}>
                {t('figures.asProposed')}
              </Button>
            )}
          </div>
          <SaveFigure figure={given} {...{ preset, caption, altText }} />
        </>
      )}
    </div>
  )
}
