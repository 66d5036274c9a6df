import { useVirtualizer } from '@tanstack/react-virtual'
import { Quote } from 'lucide-react'
import { useRef } from 'react'
import type { CSSProperties } from 'react'
import type { QueryOutput } from '../../shared/contract/index.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView, select } from '../app/workspace.ts'
import { quoteKey, takeQuotes } from '../quotes/quote-acts.ts'
import { openContextMenu } from '../ui/index.ts'
import { searchTopics, type HitSort, type Spec } from './search-spec.ts'

type Hit = QueryOutput<'search.text'>['items'][number]

const pageSize = 200
const rowHeight = 30

interface Props {
  spec: Spec
  sort: HitSort
  /** Shown until the first page has come. */
  first: readonly Hit[]
  /** Null until all have been counted. */
  total: number | null
}

/** Keyword in context. A click, or Enter, opens the place; the arrow keys go from hit to hit, and O takes the sentence as a quote. */
export function HitsList({ spec, sort, first, total }: Props) {
  const t = useT()
  const list = useRef<HTMLDivElement>(null)
  const count = total ?? first.length
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const shown = virtual.getVirtualItems()
  const page = Math.floor((shown[0]?.index ?? 0) / pageSize)
  const args = (number: number) => ({ ...spec, sort, limit: pageSize, offset: number * pageSize })
  const here = useQuery('search.hits', total === null ? null : args(page), searchTopics)
  const isNextWanted = total !== null && (page + 1) * pageSize < total
  const next = useQuery('search.hits', isNextWanted ? args(page + 1) : null, searchTopics)
  const hitAt = (index: number): Hit | undefined => {
    const offset = index - page * pageSize
    const found = offset < pageSize ? here.data?.items[offset] : next.data?.items[offset - pageSize]
    return found ?? (sort === 'source' ? first[index] : undefined)
  }
  return (
    <div
      ref={list}
      className="search-list"
      role="region"
      tabIndex={0}
      aria-label={t('search.results')}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (step === undefined) return
        event.preventDefault()
        const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.search-hit')]
        const at = rows.indexOf(document.activeElement as HTMLElement)
        rows[at < 0 ? 0 : at + step]?.focus()
      }}
    >
      <div className="search-rows" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const hit = hitAt(index)
          const style = { transform: `translateY(${start}px)` }
          return hit === undefined ? (
            <div key={index} className="search-hit" style={style} />
          ) : (
            <HitRow key={index} hit={hit} style={style} />
          )
        })}
      </div>
    </div>
  )
}

function HitRow({ hit, style }: { hit: Hit; style: CSSProperties }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { sourceId, start, end } = hit
  const open = (beside: boolean): void => {
    openView({ type: 'source', id: sourceId, at: { start, end } }, { beside })
    select({ type: 'source', id: sourceId })
  }
  const take = (): void => void takeQuotes([{ sourceId, start, end }], 'sentence')
  return (
    <button
      type="button"
      className="search-hit"
      style={style}
      onClick={(event) => open(event.ctrlKey || event.metaKey)}
      onContextMenu={(event) =>
        openContextMenu(event, [
          { label: t('ui.open'), perform: () => open(false) },
          { label: t('ui.openBeside'), perform: () => open(true) },
          'separator',
          {
            label: t('quotes.actSentence'),
            icon: Quote,
            shortcut: 'KeyO',
            isDisabled: isReadOnly,
            perform: take,
          },
        ])
      }
      onKeyDown={(event) => {
        if (event.key !== quoteKey || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        take()
      }}
    >
      <HitWords hit={hit} />
      <span className="search-where">{hit.sourceTitle}</span>
    </button>
  )
}

/** A hit between what stands before and after it. */
export function HitWords({ hit }: { hit: Pick<Hit, 'before' | 'quote' | 'after'> }) {
  return (
    <>
      <span className={/\s$/.test(hit.before) ? 'search-before has-blank' : 'search-before'}>
        <bdi>{oneLine(hit.before)}</bdi>
      </span>
      <mark className="search-quote">{oneLine(hit.quote)}</mark>
      <span className="search-after">{oneLine(hit.after)}</span>
    </>
  )
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
