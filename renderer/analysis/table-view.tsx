import { Table as TableIcon } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { useQuery } from '../app/engine-client.ts'
import type { Topic } from '../app/engine-client.ts'
import { useFormat, useLanguage, useT } from '../app/i18n.ts'
import type { Language } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import type { TableName } from '../app/views.ts'
import { openView } from '../app/workspace.ts'
import type { View } from '../app/workspace.ts'
import { Button, EmptyState, TextInput } from '../ui/index.ts'
import './analysis.css'
import { copyTable } from './table/copy-table.ts'
import { TableExport } from './table/table-export.tsx'
import { TableGrid } from './table/table-grid.tsx'
import { arrangedRows, shownColumns } from './table/table-rows.ts'
import type { Sorting } from './table/table-rows.ts'
import './table/table.css'

const topics: readonly Topic[] = [
  'texts',
  'work',
  'findings',
  'indexing',
  'passages',
  'sources',
  'persons',
  'settlements',
  'project',
]

/** Where the first row of an empty table is made. */
const places: Partial<Record<TableName, View>> = {
  inventory: { type: 'texts' },
  links: { type: 'hierarchy' },
  disjunctures: { type: 'findings', part: 'disjunctures' },
  threads: { type: 'findings', part: 'threads' },
}

/** A table of the analysis as it stands, to look through, to open from, and to take out. */
export function TableView({ table: name }: { table: TableName }) {
  return <OneTable key={name} name={name} />
}

function OneTable({ name }: { name: TableName }) {
  const t = useT()
  const id = useId()
  const format = useFormat()
  const windowLanguage = useLanguage()
  const [chosenLanguage, setLanguage] = useState<Language | null>(null)
  const [sorting, setSorting] = useState<Sorting | null>(null)
  const [words, setWords] = useState('')
  const language = chosenLanguage ?? windowLanguage
  const { data: table } = useQuery('tables.get', { table: name, language }, topics)
  const columns = useMemo(() => (table === undefined ? [] : shownColumns(table)), [table])
  const rows = useMemo(
    () =>
      table === undefined
        ? []
        : arrangedRows(table.rows, words, sorting, language === 'nb' ? 'nb-NO' : 'en-GB'),
    [table, words, sorting, language],
  )
  if (table === undefined) return null
  const count = table.rows.length
  const sortBy = (column: number): void =>
    setSorting(
      sorting?.column !== column
        ? { column, direction: 'ascending' }
        : sorting.direction === 'ascending'
          ? { column, direction: 'descending' }
          : null,
    )
  const copy = (): void => {
    const isCopied = copyTable(table, columns, rows)
    toast(
      isCopied
        ? { text: t('analysis.copied', { count: rows.length }) }
        : { text: t('analysis.notCopied'), tone: 'error' },
    )
  }
  const isFiltered = words.trim() !== ''
  return (
    <section className="table-view" aria-labelledby={id}>
      <header className="table-head">
        <div className="table-title">
          <h1 id={id}>{t(`institution.table.${name}`)}</h1>
          <p role="status">
            {isFiltered
              ? t('analysis.rowsShown', {
                  shown: format.number(rows.length),
                  count: format.number(count),
                })
              : t('institution.rows', { count })}
          </p>
        </div>
        <div className="table-tools">
          <TextInput
            type="search"
            className="table-filter"
            aria-label={t('analysis.filterRows')}
            placeholder={t('analysis.filterRows')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <TableExport
            table={name}
            title={table.title}
            language={language}
            isEmpty={count === 0}
            onLanguage={setLanguage}
            onCopy={copy}
          />
        </div>
      </header>
      {count === 0 ? (
        <EmptyTable name={name} />
      ) : rows.length === 0 ? (
        <p className="finding-hint table-none">{t('analysis.noRowFits')}</p>
      ) : (
        <TableGrid table={table} columns={columns} rows={rows} sorting={sorting} onSort={sortBy} />
      )}
      {count > 0 && (
        <footer className="table-notes">
          {table.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <p className="table-hint">{t('analysis.tableHint')}</p>
        </footer>
      )}
    </section>
  )
}

function EmptyTable({ name }: { name: TableName }) {
  const t = useT()
  const place = places[name]
  const actions =
    place !== undefined &&
    (name === 'inventory' || name === 'links' || name === 'disjunctures' || name === 'threads') ? (
      <Button onClick={() => openView(place)}>{t(`analysis.openEmpty.${name}`)}</Button>
    ) : undefined
  return (
    <EmptyState icon={TableIcon} title={t('institution.empty')} actions={actions}>
      {t(`analysis.emptyTable.${name}`)}
    </EmptyState>
  )
}
