import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, useEffect, useRef } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { Quote } from '../../shared/contract/quotes.ts'
import { mayChange } from '../app/read-only.ts'
import { useT } from '../app/i18n.ts'
import { openPassage } from '../codes/code-acts.ts'
import { deleteQuote } from './quote-acts.ts'

interface Props {
  quotes: readonly Quote[]
  chosenId: string | null
  onChoose: (quoteId: string) => void
  /** What the table scrolls in, with other things. */
  scroll: RefObject<HTMLDivElement | null>
}

const headHeight = 31
const rowHeight = 62

/** The register as a table of any length: what is in sight is drawn, and the row in hand. Arrows go through it, Enter opens the passage, Delete takes a quote out. */
export function QuoteTable({ quotes, chosenId, onChoose, scroll }: Props) {
  const t = useT()
  const table = useRef<HTMLTableElement>(null)
  const toFocus = useRef<string | null>(null)
  const hand = Math.max(
    0,
    quotes.findIndex(({ id }) => id === chosenId),
  )
  const virtual = useVirtualizer({
    count: quotes.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => quotes[index]?.id ?? index,
    scrollMargin: headHeight,
    overscan: 8,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), hand])].sort((a, b) => a - b),
  })
  // The row that the arrows went to is drawn first, wherever it is; focus then brings it into sight.
  useEffect(() => {
    if (toFocus.current === null) return
    const row = table.current?.querySelector<HTMLElement>(`[data-quote="${toFocus.current}"]`)
    toFocus.current = null
    row?.focus()
  })
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, quote: Quote): void => {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const at = quotes.indexOf(quote)
      const next = quotes[Math.max(0, Math.min(quotes.length - 1, at + by))]
      if (next === undefined) return
      toFocus.current = next.id
      onChoose(next.id)
    } else if (event.key === 'Enter' && quote.asSaid !== '') {
      event.preventDefault()
      void openPassage(quote.passageId, event.ctrlKey || event.metaKey)
    } else if (event.key === 'Delete' && mayChange()) {
      event.preventDefault()
      void deleteQuote(quote.id)
    }
  }
  let drawnTo = headHeight
  return (
    <table
      ref={table}
      className="quotes-table"
      aria-label={t('quotes.list')}
      aria-rowcount={quotes.length + 1}
    >
      <thead>
        <tr aria-rowindex={1}>
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
        {virtual.getVirtualItems().map(({ index, start, end }) => {
          const quote = quotes[index]
          if (quote === undefined) return null
          const gap = start - drawnTo
          drawnTo = end
          return (
            <Fragment key={quote.id}>
              <Gap height={gap} />
              <tr
                ref={virtual.measureElement}
                data-index={index}
                data-quote={quote.id}
                aria-rowindex={index + 2}
                tabIndex={index === hand ? 0 : -1}
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
                  <span className="quotes-uses">
                    {[
                      ...quote.usedIn.map(({ title }) => title || t('quotes.untitled')),
                      quote.usedElsewhere,
                    ]
                      .filter(Boolean)
                      .join('; ')}
                  </span>
                </td>
              </tr>
            </Fragment>
          )
        })}
        <Gap height={headHeight + virtual.getTotalSize() - drawnTo} />
      </tbody>
    </table>
  )
}

/** The room of rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return height <= 0 ? null : (
    <tr aria-hidden>
      <td className="quotes-gap" style={{ height }} />
    </tr>
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
