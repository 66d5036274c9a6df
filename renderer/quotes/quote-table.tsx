import type { KeyboardEvent } from 'react'
import type { Quote } from '../../shared/contract/quotes.ts'
import { mayChange } from '../app/read-only.ts'
import { useT } from '../app/i18n.ts'
import { openPassage } from '../codes/code-acts.ts'
import { deleteQuote } from './quote-acts.ts'

interface Props {
  quotes: readonly Quote[]
  chosenId: string | null
  onChoose: (quoteId: string) => void
}

/** The register as a table. Arrows go through it, Enter opens the passage, Delete takes a quote out. */
export function QuoteTable({ quotes, chosenId, onChoose }: Props) {
  const t = useT()
  const hand = quotes.some(({ id }) => id === chosenId) ? chosenId : quotes[0]?.id
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, quote: Quote): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const at = quotes.indexOf(quote)
      const next = quotes[Math.max(0, Math.min(quotes.length - 1, at + by))]
      if (next === undefined) return
      onChoose(next.id)
      event.currentTarget.parentElement
        ?.querySelector<HTMLElement>(`[data-quote="${next.id}"]`)
        ?.focus()
    } else if (event.key === 'Enter' && quote.asSaid !== '') {
      event.preventDefault()
      void openPassage(quote.passageId, event.ctrlKey || event.metaKey)
    } else if (event.key === 'Delete' && mayChange()) {
      event.preventDefault()
      void deleteQuote(quote.id)
    }
  }
  return (
    <table className="quotes-table" aria-label={t('quotes.list')}>
      <thead>
        <tr>
          <th scope="col" className="quotes-number">
            {t('quotes.column.number')}
          </th>
          <th scope="col">{t('quotes.column.printed')}</th>
          <th scope="col" className="quotes-label">
            {t('quotes.column.label')}
          </th>
          <th scope="col" className="quotes-used">
            {t('quotes.column.usedIn')}
          </th>
        </tr>
      </thead>
      <tbody>
        {quotes.map((quote) => (
          <tr
            key={quote.id}
            data-quote={quote.id}
            tabIndex={quote.id === hand ? 0 : -1}
            aria-selected={quote.id === chosenId}
            className={quote.id === chosenId ? 'is-selected' : ''}
            onClick={() => onChoose(quote.id)}
            onFocus={() => onChoose(quote.id)}
            onDoubleClick={() => void openPassage(quote.passageId)}
            onKeyDown={(event) => onKeyDown(event, quote)}
          >
            <td className="quotes-number">{quote.number}</td>
            <td>
              <span className="quotes-words">{quote.printed || quote.asItWas}</span>
              <Signs quote={quote} />
            </td>
            <td className="quotes-label">{quote.label}</td>
            <td className="quotes-used">
              {[
                ...quote.usedIn.map(({ title }) => title || t('quotes.untitled')),
                quote.usedElsewhere,
              ]
                .filter(Boolean)
                .join('; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Signs({ quote }: { quote: Quote }) {
  const t = useT()
  const signs = [
    quote.state === 'current' ? '' : t(`quotes.state.${quote.state}`),
    quote.overlaps.length > 0 ? t('quotes.sign.overlap') : '',
    quote.verbatim ? '' : t('quotes.sign.notVerbatim'),
  ].filter(Boolean)
  return signs.length === 0 ? null : <span className="quote-warning">{signs.join(' · ')}</span>
}
