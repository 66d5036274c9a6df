import { Quote as QuoteIcon } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { saveExport } from '../export/save-export.ts'
import { SaveTable } from '../export/save-table.tsx'
import { Button, EmptyState, Select, TextInput } from '../ui/index.ts'
import { Balance } from './balance.tsx'
import { chooseQuote, useChosenQuote } from './chosen-quote.ts'
import { LabelDialog } from './label-dialog.tsx'
import { useQuotes } from './quote-data.ts'
import { QuoteDetail } from './quote-detail.tsx'
import { QuoteTable } from './quote-table.tsx'
import './quotes.css'

type Status = 'all' | 'chosen' | 'used'

const statuses = ['all', 'chosen', 'used'] as const
const everybody = 'all'
const nobody = 'none'

/** The register of quotes: the table, the quote in hand, and how much each person is quoted. */
export function QuotesView({ personId }: { personId?: string | null | undefined }) {
  const t = useT()
  const language = useLanguage()
  const [person, setPerson] = useState(personOf(personId))
  const [sourceId, setSourceId] = useState('')
  const [codeId, setCodeId] = useState('')
  const [status, setStatus] = useState<Status>('all')
  const [words, setWords] = useState('')
  const [isNaming, setNaming] = useState(false)
  const scroll = useRef<HTMLDivElement>(null)
  const balance = useRef<HTMLElement>(null)
  useEffect(() => setPerson(personOf(personId)), [personId])
  const all = useQuotes()
  const shown = useQuotes({
    ...(person === everybody ? {} : { personId: person === nobody ? null : person }),
    ...(sourceId === '' ? {} : { sourceId }),
    ...(codeId === '' ? {} : { codeId }),
    ...(status === 'all' ? {} : { status }),
    ...(words.trim() === '' ? {} : { words }),
  })?.items
  const chosenId = useChosenQuote()
  const chosen = all?.items.find(({ id }) => id === chosenId)
  const choices = useChoices(all?.items)
  const isFiltered = person !== everybody || sourceId + codeId + words !== '' || status !== 'all'
  if (all === undefined) return null
  if (all.items.length === 0)
    return (
      <div className="quotes-view">
        <EmptyState icon={QuoteIcon} title={t('quotes.emptyTitle')}>
          {t('quotes.emptyText')}
        </EmptyState>
      </div>
    )
  const showAll = (): void => {
    setPerson(everybody)
    setSourceId('')
    setCodeId('')
    setStatus('all')
    setWords('')
  }
  return (
    <div className="quotes-view">
      <header className="quotes-head">
        <h1>{t('quotes.register')}</h1>
        <span className="quotes-count" role="status">
          {t('quotes.count', { count: shown?.length ?? 0 })}
        </span>
        <div className="quotes-tools">
          <Button
            variant="quiet"
            onClick={() => {
              balance.current?.scrollIntoView()
              balance.current?.focus()
            }}
          >
            {t('quotes.balance')}
          </Button>
          <Button onClick={() => setNaming(true)}>{t('quotes.labels')}</Button>
          <SaveTable
            name={t('quotes.fileName')}
            isPlain
            save={(format, saving) =>
              saveExport('export.table', { table: 'quotes', format, language }, saving)
            }
          />
        </div>
      </header>
      <div className="quotes-filter" role="search">
        <TextInput
          className="quotes-search"
          aria-label={t('quotes.search')}
          placeholder={t('quotes.searchPlaceholder')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          aria-label={t('quotes.person')}
          value={person}
          options={[
            { value: everybody, label: `${t('quotes.person')}: ${t('quotes.all')}` },
            ...choices.persons,
            { value: nobody, label: t('quotes.nobody') },
          ]}
          onValue={setPerson}
        />
        <Select
          aria-label={t('quotes.source')}
          value={sourceId}
          options={[
            { value: '', label: `${t('quotes.source')}: ${t('quotes.all')}` },
            ...choices.sources,
          ]}
          onValue={setSourceId}
        />
        <Select
          aria-label={t('quotes.code')}
          value={codeId}
          options={[
            { value: '', label: `${t('quotes.code')}: ${t('quotes.all')}` },
            ...choices.codes,
          ]}
          onValue={setCodeId}
        />
        <Select
          aria-label={t('quotes.status')}
          value={status}
          options={statuses.map((value) => ({
            value,
            label:
              value === 'all'
                ? `${t('quotes.status')}: ${t('quotes.all')}`
                : t(`quotes.status_${value}`),
          }))}
          onValue={setStatus}
        />
        {isFiltered && (
          <Button size="small" variant="quiet" onClick={showAll}>
            {t('quotes.showAll')}
          </Button>
        )}
      </div>
      <div className="quotes-body">
        <div ref={scroll} className="quotes-main">
          {shown?.length === 0 && <p className="quotes-none">{t('quotes.emptyFilter')}</p>}
          {shown !== undefined && shown.length > 0 && (
            <QuoteTable quotes={shown} chosenId={chosenId} onChoose={chooseQuote} scroll={scroll} />
          )}
          <Balance
            ref={balance}
            personId={person === everybody ? undefined : person === nobody ? null : person}
            onPerson={(id) => setPerson(personOf(id))}
          />
        </div>
        {chosen !== undefined && <QuoteDetail key={chosen.id} quote={chosen} all={all.items} />}
      </div>
      {isNaming && <LabelDialog pattern={all.pattern} onClose={() => setNaming(false)} />}
    </div>
  )
}

function personOf(personId: string | null | undefined): string {
  return personId === undefined ? everybody : (personId ?? nobody)
}

/** Persons, sources and codes that quotes have, by name. */
function useChoices(quotes: NonNullable<ReturnType<typeof useQuotes>>['items'] | undefined) {
  const language = useLanguage()
  const persons = useQuery('quotes.balance', {}, ['quotes', 'persons', 'passages', 'sources']).data
  const codes = useQuery('codes.list', {}, ['codes', 'passages']).data
  return useMemo(() => {
    const byLabel = (a: { label: string }, b: { label: string }) =>
      a.label.localeCompare(b.label, language, { numeric: true })
    const used = new Set(quotes?.flatMap(({ codeIds }) => codeIds))
    const sources = new Map(quotes?.map(({ sourceId, sourceTitle }) => [sourceId, sourceTitle]))
    return {
      persons: (persons?.items ?? [])
        .flatMap(({ personId, pseudonym }) =>
          personId === null ? [] : [{ value: personId, label: pseudonym }],
        )
        .sort(byLabel),
      sources: [...sources]
        .filter(([, label]) => label !== '')
        .map(([value, label]) => ({ value, label }))
        .sort(byLabel),
      codes: (codes?.items ?? [])
        .filter(({ id }) => used.has(id))
        .map(({ id, name }) => ({ value: id, label: name }))
        .sort(byLabel),
    }
  }, [quotes, persons, codes, language])
}
