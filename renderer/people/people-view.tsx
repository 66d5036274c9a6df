import { FileUp, Plus, Table, Users } from 'lucide-react'
import { useId } from 'react'
import { holderKinds } from '../../shared/model/kinds.ts'
import { showDialog } from '../app/dialogs.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useFormat, useLanguage, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView, select } from '../app/workspace.ts'
import { Button, EmptyState, Segmented, TextInput } from '../ui/index.ts'
import { arranged, gridColumns } from './grid/grid-columns.ts'
import { PeopleGrid } from './grid/people-grid.tsx'
import { chooseTable } from './import/choose-table.ts'
import { changePeople, showHolders, usePeople } from './people-state.ts'
import { TallyLine, useTally } from './tally-line.tsx'
import './people-view.css'

/** Persons, cases and sources with their attributes: a grid, and counts that open who they count. */
export function PeopleView() {
  const t = useT()
  const id = useId()
  const format = useFormat()
  const language = useLanguage()
  const isReadOnly = useIsReadOnly()
  const { of, words, sorting, group } = usePeople()
  const grid = useQuery('people.grid', { of }, ['persons', 'sources', 'passages', 'folders']).data
  const tally = useTally()
  if (grid === undefined) return null
  const columns = gridColumns(of, grid.attributes, language, t)
  const ids = group === null ? undefined : tally?.groups[group]?.ids
  const chosen = ids === undefined ? grid.rows : grid.rows.filter((row) => ids.includes(row.id))
  const rows = arranged(chosen, columns, { words, sorting }, language)
  const count = grid.rows.length
  const addLabel = of === 'persons' ? t('people.add') : t('people.addCase')
  const add = async (): Promise<void> => {
    if (of === 'persons') {
      const made = await act('persons.create', { pseudonym: t('people.newName') })
      if (made) select({ type: 'person', id: made.id })
    } else {
      const made = await act('cases.create', { name: t('people.newCase') })
      if (made) select({ type: 'case', id: made.id })
    }
  }
  const addButton = (isChief: boolean) =>
    of !== 'sources' && (
      <Button
        icon={Plus}
        variant={isChief ? 'primary' : 'plain'}
        disabled={isReadOnly}
        onClick={() => void add()}
      >
        {addLabel}
      </Button>
    )
  const importButton = (
    <Button icon={FileUp} disabled={isReadOnly} onClick={() => void chooseTable(of)}>
      {t('people.import')}
    </Button>
  )
  return (
    <section className="people-view" aria-labelledby={id}>
      <header className="people-view-head">
        <div className="people-title">
          <h1 id={id}>{t('people.page')}</h1>
          <Segmented
            label={t('people.ofLabel')}
            value={of}
            options={holderKinds.map((value) => ({ value, label: t(`people.of.${value}`) }))}
            onValue={showHolders}
          />
        </div>
        {count > 0 && (
          <div className="people-tools">
            <TextInput
              type="search"
              className="people-filter"
              aria-label={t('people.filter')}
              placeholder={t('people.filter')}
              value={words}
              onChange={(event) => changePeople({ words: event.target.value })}
            />
            <span role="status" className="people-rows">
              {rows.length === count
                ? t('people.rows', { count })
                : t('people.rowsShown', {
                    shown: format.number(rows.length),
                    count: format.number(count),
                  })}
            </span>
            <span className="people-actions">
              {addButton(false)}
              <Button
                icon={Plus}
                disabled={isReadOnly}
                onClick={() => showDialog({ type: 'attribute', of })}
              >
                {t('people.addColumn')}
              </Button>
              {importButton}
              {of !== 'sources' && (
                <Button
                  icon={Table}
                  onClick={() =>
                    openView({ type: 'table', table: of === 'persons' ? 'informants' : 'cases' })
                  }
                >
                  {t('people.asTable')}
                </Button>
              )}
            </span>
          </div>
        )}
        {count > 0 && <TallyLine tally={tally} />}
      </header>
      {count === 0 ? (
        <EmptyState
          icon={Users}
          title={t(emptyTitles[of])}
          actions={
            of !== 'sources' && (
              <>
                {addButton(true)}
                {importButton}
              </>
            )
          }
        >
          {t(emptyTexts[of])}
        </EmptyState>
      ) : (
        <>
          <PeopleGrid key={of} of={of} columns={columns} rows={rows} />
          <footer className="people-foot">
            {rows.length === 0 ? t('people.noRowFits') : t('people.gridHint')}
          </footer>
        </>
      )}
    </section>
  )
}

const emptyTitles = {
  persons: 'people.emptyTitle',
  cases: 'people.emptyCasesTitle',
  sources: 'people.emptySourcesTitle',
} as const
const emptyTexts = {
  persons: 'people.emptyText',
  cases: 'people.emptyCasesText',
  sources: 'people.emptySourcesText',
} as const
