import { CircleHelp, Search, SearchX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { hitSorts } from '../../shared/contract/search.ts'
import { failureText } from '../../shared/i18n/index.ts'
import { parseQuery } from '../../shared/text/search/parse.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { useIsReadOnly, useProject } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { useTaskShown } from '../app/work.ts'
import { openView } from '../app/workspace.ts'
import { Button, EmptyState, IconButton, Segmented, Select } from '../ui/index.ts'
import { CodeHitsDialog } from './code-hits-dialog.tsx'
import { HitsList } from './hits-list.tsx'
import { QuoteHitsDialog } from './quote-hits-dialog.tsx'
import { noteSearch } from './recent-searches.ts'
import { SearchHelp } from './search-help.tsx'
import { ScopeFields } from './search-scope.tsx'
import { searchTopics, viewToSpec, type HitSort, type SearchTab } from './search-spec.ts'
import { CountsTable, NeighboursTable, WordsTable } from './search-tables.tsx'
import './search.css'
import './search-parts.css'

const reaches = ['forms', 'spellings', 'compounds'] as const
const parts = ['hits', 'counts', 'neighbours', 'words'] as const

/** Keyword in context over all sources, and what can be counted of it. */
export function SearchView({ view, isActive }: { view: SearchTab; isActive: boolean }) {
  const t = useT()
  const language = useLanguage()
  const project = useProject()
  const isReadOnly = useIsReadOnly()
  const { query } = view
  const spec = viewToSpec(view)
  const [words, setWords] = useState(query)
  const [shown, setShown] = useState(query)
  const [part, setPart] = useState<(typeof parts)[number]>('hits')
  const [sort, setSort] = useState<HitSort>('source')
  const [open, setOpen] = useState<'help' | 'scope' | 'code' | 'quote' | null>(null)
  const input = useRef<HTMLInputElement>(null)
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

  const written = parseQuery(words)
  const problem = words.trim() === '' || written.ok ? undefined : written.error
  const isAsked = spec.query !== '' && parseQuery(spec.query).ok
  const task = `search ${JSON.stringify([spec, sort])}`
  const first = useQuery('search.text', isAsked ? { ...spec, limit: 50 } : null, searchTopics)
  const whole = useQuery(
    'search.hits',
    isAsked && first.data?.more === true ? { ...spec, sort, limit: 200, offset: 0, task } : null,
    searchTopics,
  )
  useTaskShown(t('search.counting'), task, whole.loading)
  const total =
    first.data === undefined
      ? null
      : first.data.more
        ? (whole.data?.total ?? null)
        : first.data.items.length
  const sources = new Set(first.data?.items.map(({ sourceId }) => sourceId)).size
  const error = first.error ?? whole.error
  const failure = error === undefined ? undefined : failureText(language, error)
  const saveSearch = async () => {
    const { scope, reach } = spec
    const saved = await act('savedSearches.create', { name: query, query, scope, reach, sort })
    if (saved) toast({ text: t('search.saved.done', { name: saved.name }) })
  }
  const isNarrowed = Object.keys(spec.scope).length > 0
  return (
    <div className="search">
      <form
        className="search-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          openView({ ...view, query: words.trim() })
        }}
      >
        <Search size={18} strokeWidth={1.75} aria-hidden />
        <input
          ref={input}
          data-autofocus
          className="search-input"
          aria-label={t('search.placeholder')}
          aria-invalid={problem !== undefined}
          placeholder={t('search.placeholder')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <IconButton
          icon={CircleHelp}
          label={t('search.help.title')}
          aria-expanded={open === 'help'}
          onClick={() => setOpen(open === 'help' ? null : 'help')}
        />
      </form>
      {open === 'help' && <SearchHelp />}
      <div className="search-options">
        {reaches.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={spec.reach[name] ?? false}
              onChange={(event) =>
                openView({ ...view, reach: { ...spec.reach, [name]: event.target.checked } })
              }
            />
            {t(`search.reach.${name}`)}
          </label>
        ))}
        <Button
          size="small"
          aria-expanded={open === 'scope'}
          onClick={() => setOpen(open === 'scope' ? null : 'scope')}
        >
          {isNarrowed ? t('search.scope.narrowed') : t('search.scope.title')}
        </Button>
        {isNarrowed && (
          <Button size="small" variant="quiet" onClick={() => openView({ ...view, scope: {} })}>
            {t('search.scope.everywhere')}
          </Button>
        )}
      </div>
      {open === 'scope' && (
        <ScopeFields scope={spec.scope} onScope={(scope) => openView({ ...view, scope })} />
      )}
      <p className="search-count" role="status">
        {problem !== undefined &&
          t(`search.problems.${problem.problem}`, {
            part: words.normalize('NFC').slice(problem.at, problem.at + problem.length),
            at: problem.at + 1,
          })}
        {problem === undefined && failure !== undefined && `${failure.message} ${failure.hint}`}
        {problem === undefined && failure === undefined && !isAsked && t('search.hint')}
        {problem === undefined && failure === undefined && isAsked && first.data !== undefined && (
          <>
            {total === null
              ? t('search.counting')
              : `${t('search.hits', { count: total })} ${t('search.inSources', {
                  count: whole.data?.sources ?? sources,
                })}`}
          </>
        )}
      </p>
      {isAsked && (
        <div className="search-bar">
          <Segmented
            label={t('search.parts.label')}
            value={part}
            options={parts.map((value) => ({ value, label: t(`search.parts.${value}`) }))}
            onValue={setPart}
          />
          {part === 'hits' && (
            <Select
              aria-label={t('search.sort.label')}
              value={sort}
              options={hitSorts.map((value) => ({ value, label: t(`search.sort.${value}`) }))}
              onValue={setSort}
            />
          )}
          {!isReadOnly && (
            <span className="search-acts">
              <Button size="small" onClick={() => void saveSearch()}>
                {t('search.saved.save')}
              </Button>
              <Button size="small" disabled={total === 0} onClick={() => setOpen('code')}>
                {t('search.code.open')}
              </Button>
              <Button size="small" disabled={total === 0} onClick={() => setOpen('quote')}>
                {t('quotes.take.open')}
              </Button>
            </span>
          )}
        </div>
      )}
      {isAsked && part === 'hits' && total === 0 && (
        <EmptyState icon={SearchX} title={t('search.nothing', { query })}>
          {t('search.nothingText')}
        </EmptyState>
      )}
      {isAsked && part === 'hits' && total !== 0 && (
        <HitsList
          key={JSON.stringify([spec, sort])}
          spec={spec}
          sort={sort}
          first={first.data?.items ?? []}
          total={total}
        />
      )}
      {isAsked && part === 'counts' && <CountsTable view={view} spec={spec} />}
      {isAsked && part === 'neighbours' && <NeighboursTable view={view} spec={spec} />}
      {isAsked && part === 'words' && <WordsTable view={view} spec={spec} />}
      {open === 'quote' && <QuoteHitsDialog spec={spec} onClose={() => setOpen(null)} />}
      {open === 'code' && <CodeHitsDialog spec={spec} onClose={() => setOpen(null)} />}
    </div>
  )
}
