import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { QueryOutput } from '../../shared/contract/index.ts'
import { wordsAfter, wordsBefore } from '../../shared/text/surroundings.ts'
import { useT } from '../app/i18n.ts'
import { openView, select } from '../app/workspace.ts'

type Item = QueryOutput<'analysis.ask'>['items'][number]

/** Passages with the words around them; a click opens the place, with Ctrl beside. */
export function AskResults({ items }: { items: readonly Item[] }) {
  const t = useT()
  const list = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current,
    estimateSize: () => 84,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  })
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
              onClick={(event) => {
                const { id, sourceId, start: from, end } = item
                openView(
                  { type: 'source', id: sourceId, at: { start: from, end } },
                  { beside: event.ctrlKey || event.metaKey },
                )
                select({ type: 'passage', id, sourceId })
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
