import { Bookmark, Search, X } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { paletteIndex } from '../app/palette/palette-index.ts'
import { paletteItems } from '../app/palette/palette-items.ts'
import { thingTopics } from '../app/palette/thing-items.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { SavedQuestions, useSavedQuestions } from '../ask/saved-questions.tsx'
import { useIsReadOnly, useProject } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { DeleteButton, EmptyState, IconButton, InlineEdit, TextInput } from '../ui/index.ts'
import { HitWords } from './hits-list.tsx'
import { forgetSearch, useRecentSearches } from './recent-searches.ts'
import './search.css'
import './search-parts.css'

/** One search for everything: names of all things, and the first places in the texts. */
export function SearchPanel() {
  const t = useT()
  const [words, setWords] = useState('')
  return (
    <>
      <div className="panel-head">
        <h2>{t('search.title')}</h2>
      </div>
      <form
        className="search-panel-form"
        role="search"
        aria-label={t('search.title')}
        onSubmit={(event) => {
          event.preventDefault()
          openView({ type: 'search', query: words.trim() })
          setWords('')
        }}
      >
        <TextInput
          aria-label={t('search.panelPlaceholder')}
          placeholder={t('search.panelPlaceholder')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
      {words.trim() === '' ? <KeptSearches /> : <FoundEverywhere words={words} />}
    </>
  )
}

function FoundEverywhere({ words }: { words: string }) {
  const t = useT()
  const wanted = useDeferredValue(words.trim())
  const sources = useQuery('sources.list', {}, ['sources', 'folders']).data
  const codes = useQuery('codes.list', {}, ['codes', 'passages']).data
  const things = useQuery('project.names', {}, thingTopics).data
  const memos = useQuery('memos.list', {}, ['memos']).data
  const index = useMemo(
    () =>
      paletteIndex(
        paletteItems(
          [],
          sources?.items ?? [],
          codes?.items ?? [],
          things?.items ?? [],
          memos?.items ?? [],
        ),
      ),
    [sources, codes, things, memos],
  )
  const names = index(wanted).filter(({ group }) => group !== 'pages' && group !== 'text')
  const asked = { query: wanted, isUnfinished: true, limit: 12 }
  const { data } = useQuery('search.text', asked, ['sources'])
  return (
    <div className="search-recent">
      <h3>{t('search.names')}</h3>
      <ul aria-label={t('search.names')}>
        {names.slice(0, 12).map((item) => (
          <li key={`${item.group}:${item.key}`}>
            <button
              type="button"
              className="search-recent-open"
              onClick={(event) => item.perform(event.ctrlKey || event.metaKey)}
            >
              {item.icon !== undefined && <item.icon size={14} strokeWidth={1.75} aria-hidden />}
              <span>{item.label}</span>
            </button>
          </li>
        ))}
      </ul>
      <h3>{t('search.inTexts')}</h3>
      <ul aria-label={t('search.inTexts')}>
        {data?.items.map((hit) => (
          <li key={hit.id}>
            <button
              type="button"
              className="search-recent-open search-panel-hit"
              title={hit.sourceTitle}
              onClick={() =>
                openView({
                  type: 'source',
                  id: hit.sourceId,
                  at: { start: hit.start, end: hit.end },
                })
              }
            >
              <HitWords hit={{ ...hit, before: hit.before.slice(-24) }} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function KeptSearches() {
  const t = useT()
  const { id } = useProject()
  const isReadOnly = useIsReadOnly()
  const searches = useRecentSearches()
  const saved = useQuery('savedSearches.list', {}, ['searches']).data?.items ?? []
  const questions = useSavedQuestions()
  if (searches.length === 0 && saved.length === 0 && questions.length === 0)
    return (
      <EmptyState icon={Search} title={t('search.emptyTitle')}>
        {t('search.emptyText')}
      </EmptyState>
    )
  return (
    <div className="search-recent">
      <SavedQuestions questions={questions} />
      {saved.length > 0 && (
        <>
          <h3>{t('search.saved.title')}</h3>
          <ul aria-label={t('search.saved.title')}>
            {saved.map(({ id: savedSearchId, name, query, reach, scope }) => (
              <li key={savedSearchId}>
                <IconButton
                  icon={Bookmark}
                  size="small"
                  label={t('search.saved.open', { name })}
                  noTooltip
                  onClick={() => openView({ type: 'search', query, reach, scope })}
                />
                <InlineEdit
                  value={name}
                  label={t('search.saved.name', { name })}
                  className="search-saved-name"
                  onSave={(next) => {
                    if (next !== '') void act('savedSearches.update', { savedSearchId, name: next })
                  }}
                />
                {!isReadOnly && (
                  <DeleteButton
                    size="small"
                    label={t('search.saved.delete', { name })}
                    noTooltip
                    onClick={() =>
                      void act('savedSearches.delete', { savedSearchIds: [savedSearchId] })
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {searches.length > 0 && (
        <>
          <h3>{t('search.recent')}</h3>
          <ul aria-label={t('search.recent')}>
            {searches.map((query) => (
              <li key={query}>
                <button
                  type="button"
                  className="search-recent-open"
                  onClick={() => openView({ type: 'search', query })}
                >
                  <Search size={14} strokeWidth={1.75} aria-hidden />
                  <span>{query}</span>
                </button>
                <IconButton
                  icon={X}
                  size="small"
                  label={t('search.forget', { query })}
                  noTooltip
                  onClick={() => void forgetSearch(id, query)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
