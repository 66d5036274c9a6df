import { PenLine, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { partsOf, wordEdits, omission } from '../../shared/analysis/quotes/printed.ts'
import type { Quote } from '../../shared/contract/quotes.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { Button, DeleteButton, InlineEdit, Menu } from '../ui/index.ts'
import { OpenPassage } from './open-passage.tsx'
import { createAccount, deleteQuote, quoteInAccount } from './quote-acts.ts'

/** The quote in hand: as said, as printed and what lies between, its translation and its uses. */
export function QuoteDetail({ quote, all }: { quote: Quote; all: readonly Quote[] }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const accounts = useQuery('accounts.list', {}, ['quotes']).data?.items ?? []
  const update = (fields: { translation?: string; note?: string; usedElsewhere?: string }) =>
    void act('quotes.update', { quoteId: quote.id, ...fields })
  return (
    <section className="quote-detail" aria-label={`${t('quotes.column.number')} ${quote.number}`}>
      <header>
        <h2>{quote.label || `${t('quotes.column.number')} ${quote.number}`}</h2>
        <OpenPassage quote={quote} />
        <DeleteButton
          size="small"
          label={t('quotes.delete')}
          disabled={isReadOnly}
          onClick={() => void deleteQuote(quote.id)}
        />
      </header>
      <Warnings quote={quote} all={all} isReadOnly={isReadOnly} />
      {quote.asSaid !== '' && (
        <>
          <h3>{t('quotes.asSaid')}</h3>
          <blockquote className="quote-said">{quote.asSaid}</blockquote>
          <Printed key={quote.printed} quote={quote} isReadOnly={isReadOnly} />
        </>
      )}
      <h3>{t('quotes.translation')}</h3>
      <InlineEdit
        isLong
        label={t('quotes.translation')}
        value={quote.translation}
        onSave={(translation) => update({ translation })}
      />
      <h3>{t('quotes.usedIn')}</h3>
      <ul className="quote-uses">
        {quote.usedIn.length === 0 && quote.usedElsewhere === '' && (
          <li className="quotes-quiet">{t('quotes.usedNowhere')}</li>
        )}
        {quote.usedIn.map(({ accountId, title, times }) => (
          <li key={accountId}>
            <button
              type="button"
              className="quote-link"
              onClick={() => openView({ type: 'account', id: accountId })}
            >
              {times > 1
                ? t('quotes.usedTimes', { title: title || t('quotes.untitled'), count: times })
                : title || t('quotes.untitled')}
            </button>
          </li>
        ))}
      </ul>
      <InlineEdit
        label={t('quotes.usedElsewhere')}
        placeholder={t('quotes.usedElsewherePlaceholder')}
        value={quote.usedElsewhere}
        onSave={(usedElsewhere) => update({ usedElsewhere })}
      />
      <Menu
        trigger={
          <Button size="small" disabled={isReadOnly}>
            {t('quotes.quoteInAccount')}
          </Button>
        }
        items={[
          ...accounts.map((account) => ({
            label: account.title || t('quotes.untitled'),
            icon: PenLine,
            perform: () => void quoteInAccount(account, quote.id),
          })),
          ...(accounts.length === 0
            ? [
                {
                  label: t('quotes.account.new'),
                  icon: Plus,
                  perform: () => void createAccount(),
                },
              ]
            : []),
        ]}
      />
      <h3>{t('quotes.note')}</h3>
      <InlineEdit
        isLong
        label={t('quotes.note')}
        value={quote.note}
        onSave={(note) => update({ note })}
      />
    </section>
  )
}

/** What speaks against printing it as it is. */
function Warnings(props: { quote: Quote; all: readonly Quote[]; isReadOnly: boolean }) {
  const { quote, all, isReadOnly } = props
  const t = useT()
  const numbers = quote.overlaps.flatMap((id) => all.find((other) => other.id === id)?.number ?? [])
  const uses = quote.usedIn.reduce((sum, { times }) => sum + times, 0)
  return (
    <>
      {quote.state !== 'current' && (
        <div className="quote-warning quote-changed" role="status">
          <p>{t(`quotes.${quote.state}`)}</p>
          {(quote.state === 'changed' || quote.state === 'lost') && (
            <p>
              {t('quotes.changedWas')} <span className="quote-was">{quote.asItWas}</span>
            </p>
          )}
          {quote.state === 'changed' && (
            <Button
              size="small"
              disabled={isReadOnly}
              onClick={() => void act('quotes.accept', { quoteIds: [quote.id] })}
            >
              {t('quotes.accept')}
            </Button>
          )}
        </div>
      )}
      {!quote.verbatim && <p className="quote-warning">{t('quotes.notVerbatim')}</p>}
      {numbers.length > 0 && (
        <p className="quote-warning">{t('quotes.overlapsWith', { numbers: numbers.join(', ') })}</p>
      )}
      {uses > 1 && <p className="quote-warning">{t('quotes.usedMore')}</p>}
    </>
  )
}

/** The printed form is written; below it stands what differs from what was said. */
function Printed({ quote, isReadOnly }: { quote: Quote; isReadOnly: boolean }) {
  const t = useT()
  const [draft, setDraft] = useState(quote.printed)
  const field = useRef<HTMLTextAreaElement>(null)
  const parts = partsOf(quote.asSaid, wordEdits(quote.asSaid, draft))
  const save = (printed: string): void => {
    if (printed !== quote.printed) void act('quotes.update', { quoteId: quote.id, printed })
  }
  const replace = (make: (chosen: string) => { text: string; caret: number }): void => {
    const area = field.current
    if (area === null) return
    const { selectionStart: start, selectionEnd: end } = area
    const { text, caret } = make(draft.slice(start, end))
    setDraft(draft.slice(0, start) + text + draft.slice(end))
    area.focus()
    requestAnimationFrame(() => area.setSelectionRange(start + caret, start + caret))
  }
  return (
    <>
      <h3>{t('quotes.asPrinted')}</h3>
      <textarea
        ref={field}
        className="text-input quote-printed"
        rows={Math.min(10, Math.max(3, Math.ceil(draft.length / 48)))}
        aria-label={t('quotes.asPrinted')}
        readOnly={isReadOnly}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(quote.printed)
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(draft)
        }}
        onBlur={(event) => {
          // Its own buttons work on the draft.
          if (event.relatedTarget?.closest('.quote-printed-tools') == null) save(draft)
        }}
      />
      {!isReadOnly && (
        <div className="quote-printed-tools">
          <Button
            size="small"
            onClick={() => replace(() => ({ text: omission, caret: omission.length }))}
          >
            {t('quotes.omit')}
          </Button>
          <Button
            size="small"
            onClick={() => replace((chosen) => ({ text: `[${chosen}]`, caret: chosen.length + 1 }))}
          >
            {t('quotes.insert')}
          </Button>
          {draft !== quote.asSaid && (
            <Button
              size="small"
              variant="quiet"
              onClick={() => {
                setDraft(quote.asSaid)
                save(quote.asSaid)
              }}
            >
              {t('quotes.asSaidAgain')}
            </Button>
          )}
          {draft !== quote.printed && (
            <Button size="small" variant="primary" onClick={() => save(draft)}>
              {t('quotes.save')}
            </Button>
          )}
        </div>
      )}
      {parts.some(({ kind }) => kind !== 'same') && (
        <p className="quote-difference" role="group" aria-label={t('quotes.difference')}>
          {parts.map(({ kind, text }, index) =>
            kind === 'same' ? (
              <span key={index}>{text}</span>
            ) : kind === 'omitted' ? (
              <del key={index} title={t('quotes.left')}>
                {text}
              </del>
            ) : (
              <ins key={index} title={t('quotes.put')}>
                {text}
              </ins>
            ),
          )}
        </p>
      )}
    </>
  )
}
