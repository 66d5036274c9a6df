import { useVirtualizer } from '@tanstack/react-virtual'
import { Quote } from 'lucide-react'
import { useRef } from 'react'
import type { MouseEvent } from 'react'
import type { QueryOutput } from '../../shared/contract/index.ts'
import { wordsAfter, wordsBefore } from '../../shared/text/surroundings.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView, select } from '../app/workspace.ts'
import { quoteKey, takeQuotes } from '../quotes/quote-acts.ts'
import { openContextMenu } from '../ui/index.ts'

type Item = QueryOutput<'analysis.ask'>['items'][number]

/** Passages with the words around them; a click opens the place, with Ctrl beside; O takes one as a quote. */
export function AskResults({ items }: { items: readonly Item[] }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const list = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current,
    estimateSize: () => 84,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  })
  const showMenu = (event: MouseEvent, item: Item): void =>
    openContextMenu(event, [
      { label: t('ui.open'), perform: () => openItem(item, false) },
      { label: t('ui.openBeside'), perform: () => openItem(item, true) },
      'separator',
      {
        label: t('quotes.act'),
        icon: Quote,
        shortcut: 'KeyO',
        isDisabled: isReadOnly || item.state !== 'placed',
        perform: () => void takeQuotes([{ passageId: item.id }]),
      },
    ])
  return (
    <div ref={list} className="ask-list" role="region" tabIndex={0} aria-label={t('ask.results')}>
      <div className="ask-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <button
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              type="button"
              className="ask-passage"
              style={{ transform: `translateY(${start}px)` }}
              onClick={(event) => openItem(item, event.ctrlKey || event.metaKey)}
              onContextMenu={(event) => showMenu(event, item)}
              onKeyDown={(event) => {
                if (event.key !== quoteKey || event.ctrlKey || event.metaKey || event.altKey) return
                event.preventDefault()
                void takeQuotes([{ passageId: item.id }])
              }}
            >
              <span className="ask-passage-text">
                <span className="ask-around">{wordsBefore(item.before, 90)}</span>
                <mark>{item.quote}</mark>
                <span className="ask-around">{wordsAfter(item.after, 90)}</span>
              </span>
              <span className="ask-passage-place">
                {[item.sourceTitle, item.label, item.speaker].filter(Boolean).join(' · ')}
              </span>
            </button>
          )
        })}
      </div>
    </div>
  )
}

function openItem({ id, sourceId, start, end }: Item, beside: boolean): void {
  openView({ type: 'source', id: sourceId, at: { start, end } }, { beside })
  select({ type: 'passage', id, sourceId })
}
