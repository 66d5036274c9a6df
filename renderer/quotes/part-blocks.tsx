import { useLexicalEditable } from '@lexical/react/useLexicalEditable'
import type { NodeKey } from 'lexical'
import { CornerUpLeft, Map as MapIcon, Table, WrapText } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { tableNames } from '../../shared/contract/tables.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { openView } from '../app/workspace.ts'
import { Button, IconButton } from '../ui/index.ts'
import { PartFrame, QuoteTools } from './part-frame.tsx'
import { useQuotes } from './quote-data.ts'

/** A quotation as it will be printed; it follows its passage and says when that changed. */
export function QuotationBlock({
  quoteId,
  nodeKey,
  onIntoSentence,
}: {
  quoteId: string
  nodeKey: NodeKey
  onIntoSentence: () => void
}) {
  const t = useT()
  const isEditable = useLexicalEditable()
  const quotes = useQuotes()
  const quote = quotes?.items.find(({ id }) => id === quoteId)
  if (quotes === undefined) return null
  const state = quote?.state ?? 'gone'
  return (
    <PartFrame
      nodeKey={nodeKey}
      className={state === 'current' ? 'account-quotation' : 'account-quotation is-noticed'}
      label={t('quotes.account.quotation')}
      tools={
        <>
          {isEditable && quote !== undefined && (
            <IconButton
              size="small"
              icon={WrapText}
              label={t('quotes.account.intoSentence')}
              onClick={onIntoSentence}
            />
          )}
          <QuoteTools quote={quote} />
        </>
      }
    >
      <div data-quotation={quoteId}>
        {quote !== undefined && quote.printed !== '' && (
          <>
            <p className="account-quotation-words">{quote.printed}</p>
            {quote.translation !== '' && (
              <p className="account-quotation-translation">{quote.translation}</p>
            )}
            <p className="account-quotation-label">{quote.label}</p>
          </>
        )}
        {state !== 'current' && <p className="quote-warning">{t(`quotes.${state}`)}</p>}
        {quote?.verbatim === false && <p className="quote-warning">{t('quotes.notVerbatim')}</p>}
      </div>
    </PartFrame>
  )
}

export function TableBlock({ table, nodeKey }: { table: string; nodeKey: NodeKey }) {
  const t = useT()
  const language = useLanguage()
  const name = tableNames.find((known) => known === table)
  const { data } = useQuery('tables.get', name === undefined ? null : { table: name, language }, [
    'sources',
    'persons',
    'texts',
    'work',
    'findings',
    'quotes',
  ])
  return (
    <PartFrame nodeKey={nodeKey} className="account-part" label={t('quotes.account.table')}>
      <PartLine
        icon={Table}
        name={name === undefined ? t('quotes.export.tableGone') : t(`institution.table.${name}`)}
        hint={data ? t('quotes.account.tableRows', { count: data.rows.length }) : ''}
      />
    </PartFrame>
  )
}

export function MapBlock({ mapId, nodeKey }: { mapId: string; nodeKey: NodeKey }) {
  const t = useT()
  const maps = useQuery('maps.list', {}, ['maps']).data?.items
  const map = maps?.find(({ id }) => id === mapId)
  if (maps === undefined) return null
  return (
    <PartFrame
      nodeKey={nodeKey}
      className="account-part"
      label={t('quotes.account.map')}
      tools={
        map !== undefined && (
          <IconButton
            size="small"
            icon={CornerUpLeft}
            label={t('ui.open')}
            onClick={() => openView({ type: 'map', id: mapId })}
          />
        )
      }
    >
      <PartLine
        icon={MapIcon}
        name={map?.name ?? t('quotes.account.mapGone')}
        hint={map === undefined ? '' : t('quotes.account.mapHint')}
      />
    </PartFrame>
  )
}

function PartLine({ icon: Icon, name, hint }: { icon: LucideIcon; name: string; hint: string }) {
  return (
    <p className="account-part-line">
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>{name}</span>
      <span className="account-part-hint">{hint}</span>
    </p>
  )
}

/** The mark of a footnote; a click shows its text to be written. One without text is open. */
export function FootnoteMark({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useT()
  const id = useId()
  const isEditable = useLexicalEditable()
  const [draft, setDraft] = useState<string | null>(text === '' && isEditable ? '' : null)
  const field = useRef<HTMLTextAreaElement>(null)
  const isOpen = draft !== null
  useEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])
  const close = (): void => {
    const words = draft?.trim() ?? ''
    setDraft(null)
    onText(words)
  }
  return (
    <span className="account-footnote" contentEditable={false}>
      <button
        type="button"
        className="account-footnote-mark"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={`${t('quotes.account.footnote')}: ${text}`}
        title={text}
        disabled={!isEditable}
        onClick={() => setDraft(text)}
      />
      {isOpen && (
        <span id={id} className="account-footnote-text">
          <textarea
            ref={field}
            rows={3}
            aria-label={t('quotes.account.footnoteText')}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              event.stopPropagation()
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
                event.preventDefault()
                close()
              }
            }}
          />
          <Button size="small" onClick={close}>
            {t('quotes.account.footnoteDone')}
          </Button>
        </span>
      )}
    </span>
  )
}
