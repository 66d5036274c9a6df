import { Search, X } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { EmptyState, IconButton, TextInput } from '../ui/index.ts'
import { forgetSearch, useRecentSearches } from './recent-searches.ts'
import './search.css'

export function SearchPanel() {
  const t = useT()
  const { id } = useProject()
  const searches = useRecentSearches()
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
          aria-label={t('search.placeholder')}
          placeholder={t('search.placeholder')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
      {searches.length === 0 ? (
        <EmptyState icon={Search} title={t('search.emptyTitle')}>
          {t('search.emptyText')}
        </EmptyState>
      ) : (
        <ul className="search-recent" aria-label={t('search.recent')}>
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
      )}
    </>
  )
}
