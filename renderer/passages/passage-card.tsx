import { CornerUpLeft, NotebookPen, Plus, Quote, Trash2 } from 'lucide-react'
import { useMemo } from 'react'
import type { PassageInContext } from '../../shared/model/entities.ts'
import { useT } from '../app/i18n.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useIsReadOnly } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { openView, select } from '../app/workspace.ts'
import { useCodes } from '../codes/code-data.ts'
import { PassageIndex } from '../indexing/passage-index.tsx'
import { createMemo } from '../memos/memo-acts.ts'
import { hueStyle } from '../ui/chip.tsx'
import { showQuote } from '../quotes/chosen-quote.ts'
import { takeQuotes } from '../quotes/quote-acts.ts'
import { useQuotes } from '../quotes/quote-data.ts'
import { PassageCodings } from './passage-codings.tsx'
import { PassageRange } from './passage-range.tsx'
import { usePlaceLine } from './place-line.ts'
import './passages.css'

/** What is known about the passage in hand. */
export function PassageCard({ passageId }: { passageId: string }) {
  const t = useT()
  const { data: passage, error } = useQuery('passages.get', { passageId }, [
    'passages',
    'sources',
    'codes',
  ])
  if (passage === undefined) {
    return (
      <p className="passage-note" role="status">
        {t(error === undefined ? 'passages.loading' : 'passages.gone')}
      </p>
    )
  }
  return <KnownPassage passage={passage} />
}

function KnownPassage({ passage }: { passage: PassageInContext }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const placeLine = usePlaceLine()
  const { codes } = useCodes()
  const { data: project } = useQuery('project.info', {}, ['project'])
  const codeById = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes])
  const initials = useMemo(
    () => new Map((project?.analysts ?? []).map((analyst) => [analyst.id, analyst.initials])),
    [project],
  )
  const first = passage.codings[0]
  const hue = first === undefined ? 257 : (codeById.get(first.codeId)?.hue ?? 257)
  const show = (): void =>
    openView({
      type: 'source',
      id: passage.sourceId,
      at: { start: passage.start, end: passage.end },
    })
  const remove = async (): Promise<void> => {
    const answer = await act('passages.delete', { passageIds: [passage.id] })
    if (answer === undefined) return
    select({ type: 'source', id: passage.sourceId })
    toast({
      text: t('passages.deleted'),
      action: { label: t('passages.undo'), perform: () => void act('history.undo', {}) },
    })
  }
  return (
    <article
      className="passage-card"
      aria-label={t('passages.passageLabel', { label: passage.label })}
    >
      <header className="passage-card-head">
        <h3>{t('passages.passageLabel', { label: passage.label })}</h3>
        {passage.state === 'placed' && (
          <button
            type="button"
            aria-label={t('passages.showInText')}
            title={t('passages.showInText')}
            onClick={show}
          >
            <CornerUpLeft size={16} strokeWidth={1.75} />
          </button>
        )}
        <button
          type="button"
          aria-label={t('passages.delete')}
          title={t('passages.delete')}
          disabled={isReadOnly}
          onClick={() => void remove()}
        >
          <Trash2 size={16} strokeWidth={1.75} />
        </button>
      </header>
      {passage.state === 'lost' && <p className="passage-lost">{t('passages.lost')}</p>}
      <blockquote className="passage-quote" style={hueStyle(hue)}>
        {passage.quote}
      </blockquote>
      <p className="passage-place">{placeLine(passage)}</p>
      <PassageCodings passage={passage} codes={codeById} initials={initials} />
      <PassageIndex passageId={passage.id} />
      {passage.state === 'placed' && (
        <>
          <section aria-label={t('passages.context')}>
            <h4 className="passage-heading">{t('passages.context')}</h4>
            <p className="passage-context">
              <span className="passage-around">{passage.before}</span>
              <mark>{passage.quote}</mark>
              <span className="passage-around">{passage.after}</span>
            </p>
            <button type="button" className="passage-plain" onClick={show}>
              {t('passages.showInText')}
            </button>
          </section>
          {!isReadOnly && <PassageRange passage={passage} />}
          <PassageQuote passageId={passage.id} />
        </>
      )}
      <PassageMemos passageId={passage.id} />
    </article>
  )
}

/** Whether it is in the register of quotes, or the button that takes it in. */
function PassageQuote({ passageId }: { passageId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const quote = useQuotes()?.items.find((each) => each.passageId === passageId)
  return (
    <section aria-label={t('quotes.account.quotation')}>
      <h4 className="passage-heading">{t('quotes.account.quotation')}</h4>
      {quote === undefined ? (
        <button
          type="button"
          className="passage-add"
          disabled={isReadOnly}
          onClick={() => void takeQuotes([{ passageId }])}
        >
          <Plus size={12} strokeWidth={1.75} aria-hidden="true" /> {t('quotes.act')} <kbd>O</kbd>
        </button>
      ) : (
        <button type="button" className="passage-memo" onClick={() => showQuote(quote.id)}>
          <Quote size={14} strokeWidth={1.75} aria-hidden="true" />
          <span>
            <b>{quote.label || t('quotes.open')}</b>
            <span className="passage-memo-text">{quote.printed}</span>
          </span>
        </button>
      )}
    </section>
  )
}

function PassageMemos({ passageId }: { passageId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const about = { type: 'passage' as const, id: passageId }
  const { data } = useQuery('memos.list', { about }, ['memos'])
  return (
    <section aria-label={t('passages.memos')}>
      <h4 className="passage-heading">{t('passages.memos')}</h4>
      {data?.items.map((memo) => (
        <button
          key={memo.id}
          type="button"
          className="passage-memo"
          onClick={() => openView({ type: 'memo', id: memo.id })}
        >
          <NotebookPen size={14} strokeWidth={1.75} aria-hidden="true" />
          <span>
            <b>{memo.title === '' ? t('passages.untitledMemo') : memo.title}</b>
            {memo.text !== '' && <span className="passage-memo-text">{memo.text}</span>}
          </span>
        </button>
      ))}
      <button
        type="button"
        className="passage-add"
        disabled={isReadOnly}
        onClick={() => void createMemo(about, true)}
      >
        <Plus size={12} strokeWidth={1.75} aria-hidden="true" /> {t('passages.newMemo')}{' '}
        <kbd>M</kbd>
      </button>
    </section>
  )
}
