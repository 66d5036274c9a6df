import { useVirtualizer } from '@tanstack/react-virtual'
import { Search, SearchX } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { QueryOutput } from '../../shared/contract/index.ts'
import { failureText } from '../../shared/i18n/index.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { openView, select } from '../app/workspace.ts'
import { EmptyState } from '../ui/index.ts'
import { noteSearch } from './recent-searches.ts'
import './search.css'

type Hit = QueryOutput<'search.text'>['items'][number]
type Row = { title: string; sourceId: string; hits: number } | { hit: Hit }

const limit = 500

/** Keyword in context over all sources; a click opens the place. */
export function SearchView({ query, isActive }: { query: string; isActive: boolean }) {
  const t = useT()
  const language = useLanguage()
  const project = useProject()
  const [words, setWords] = useState(query)
  const [shown, setShown] = useState(query)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  if (shown !== query) {
    setShown(query)
    setWords(query)
  }
  useEffect(() => {
    if (query !== '') void noteSearch(project.id, query)
  }, [project.id, query])
  useEffect(() => {
    if (isActive && query === '') input.current?.focus()
  }, [isActive, query])
  const args = query.trim() === '' ? null : { query: query.trim(), limit }
  const { data, error } = useQuery('search.text', args, ['sources'])
  const rows = useMemo(() => rowsOf(data?.items ?? []), [data])
  const sources = rows.filter((row) => 'title' in row).length
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => 30,
    overscan: 12,
  })
  const problem = error === undefined ? undefined : failureText(language, error)
  return (
    <div className="search">
      <form
        className="search-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          openView({ type: 'search', query: words.trim() })
        }}
      >
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <input
          ref={input}
          data-autofocus
          className="search-input"
          aria-label={t('search.placeholder')}
          placeholder={t('search.placeholder')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
      <p className="search-count" role="status">
        {problem !== undefined && `${problem.message} ${problem.hint}`}
        {problem === undefined && args === null && t('search.hint')}
        {data !== undefined &&
          data.items.length > 0 &&
          (data.more
            ? t('search.more', { count: data.items.length })
            : `${t('search.hits', { count: data.items.length })} ${t('search.inSources', { count: sources })}`)}
      </p>
      {data !== undefined && data.items.length === 0 && (
        <EmptyState icon={SearchX} title={t('search.nothing', { query })}>
          {t('search.nothingText')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <div
          ref={list}
          className="search-list"
          role="region"
          tabIndex={0}
          aria-label={t('search.results')}
        >
          <div className="search-rows" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = rows[index]
              if (row === undefined) return null
              const style = { transform: `translateY(${start}px)` }
              return 'title' in row ? (
                <h2 key={`source-${row.sourceId}`} className="search-source" style={style}>
                  {row.title} <span>{row.hits}</span>
                </h2>
              ) : (
                <HitRow key={row.hit.id} hit={row.hit} style={style} />
              )
            })}
          </div>
        </div>
      )}
    </div>
  )
}

function HitRow({ hit, style }: { hit: Hit; style: React.CSSProperties }) {
  return (
    <button
      type="button"
      className="search-hit"
      style={style}
      onClick={(event) => {
        openView(
          { type: 'source', id: hit.sourceId, at: { start: hit.start, end: hit.end } },
          { beside: event.ctrlKey || event.metaKey },
        )
        select({ type: 'source', id: hit.sourceId })
      }}
    >
      <span className="search-before">
        <bdi>{oneLine(hit.before)}</bdi>
      </span>
      <mark className="search-quote">{oneLine(hit.quote)}</mark>
      <span className="search-after">{oneLine(hit.after)}</span>
    </button>
  )
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

function rowsOf(hits: readonly Hit[]): Row[] {
  const counts = new Map<string, number>()
  for (const hit of hits) counts.set(hit.sourceId, (counts.get(hit.sourceId) ?? 0) + 1)
  return hits.flatMap((hit, index): Row[] => {
    if (hits[index - 1]?.sourceId === hit.sourceId) return [{ hit }]
    const head = {
      title: hit.sourceTitle,
      sourceId: hit.sourceId,
      hits: counts.get(hit.sourceId) ?? 0,
    }
    return [head, { hit }]
  })
}
