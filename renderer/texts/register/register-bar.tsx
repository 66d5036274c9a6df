import { Download, Plus, Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { tableFormats } from '../../../shared/contract/tables.ts'
import { textStatuses } from '../../../shared/model/institution-kinds.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { Button, IconButton, Menu, Select, TextInput } from '../../ui/index.ts'
import { beginNewText } from '../panel/panel-state.ts'
import { exportInventory, importTexts } from '../text-acts.ts'
import type { TextWords } from '../text-data.ts'
import { isFiltering, noTextFilter, textGroupings } from '../text-groups.ts'
import { changeRegister, useRegister } from './register-state.ts'

interface RegisterBarProps {
  words: TextWords
  shown: number
  all: number
}

/** Title and acts of the register, and below them what is shown of it. */
export function RegisterBar({ words, shown, all }: RegisterBarProps) {
  const t = useT()
  const format = useFormat()
  const isReadOnly = useIsReadOnly()
  const { filter, by } = useRegister()
  const setFilter = (change: Partial<typeof filter>): void =>
    changeRegister({ filter: { ...filter, ...change } })
  return (
    <header className="register-bar">
      <div className="register-title">
        <h1>{t('texts.openRegister')}</h1>
        <span className="register-count" aria-live="polite">
          {shown === all
            ? t('texts.nTexts', { count: all })
            : t('texts.shownOf', { shown: format.number(shown), all: format.number(all) })}
        </span>
        <span className="register-gap" />
        <IconButton
          icon={Upload}
          label={t('texts.import')}
          disabled={isReadOnly}
          onClick={() => void importTexts()}
        />
        <Menu
          align="end"
          trigger={
            <Button icon={Download} disabled={all === 0}>
              {t('texts.export')}
            </Button>
          }
          items={tableFormats.map((value) => ({
            label: t(`export.format_${value}`),
            perform: () => void exportInventory(value),
          }))}
        />
        <Button variant="primary" icon={Plus} disabled={isReadOnly} onClick={beginNewText}>
          {t('texts.newText')}
        </Button>
      </div>
      <div className="register-filters" role="group" aria-label={t('texts.filter')}>
        <TextInput
          isQuiet
          aria-label={t('texts.filterPlaceholder')}
          placeholder={t('texts.filterPlaceholder')}
          value={filter.words}
          onChange={(event) => setFilter({ words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setFilter({ words: '' })
          }}
        />
        <Choice
          label={t('institution.column.level')}
          all={t('texts.allLevels')}
          value={filter.level}
          values={words.levels}
          onValue={(level) => setFilter({ level })}
        />
        <Choice
          label={t('institution.column.issuer')}
          all={t('texts.allIssuers')}
          value={filter.issuer}
          values={words.issuers}
          onValue={(issuer) => setFilter({ issuer })}
        />
        <Choice
          label={t('institution.column.genre')}
          all={t('texts.allGenres')}
          value={filter.genre}
          values={words.genres}
          onValue={(genre) => setFilter({ genre })}
        />
        <Choice
          label={t('institution.column.status')}
          all={t('texts.allStatuses')}
          value={filter.status}
          values={textStatuses}
          nameOf={(status) => t(`institution.textStatus.${status}`)}
          onValue={(status) => setFilter({ status })}
        />
        {isFiltering(filter) && (
          <Button
            size="small"
            variant="quiet"
            onClick={() => changeRegister({ filter: noTextFilter })}
          >
            {t('texts.clearFilters')}
          </Button>
        )}
        <span className="register-gap" />
        <label className="register-group">
          {t('texts.groupBy')}
          <Select
            isQuiet
            value={by}
            options={textGroupings.map((value) => ({ value, label: t(`texts.group_${value}`) }))}
            onValue={(value) => changeRegister({ by: value })}
          />
        </label>
      </div>
    </header>
  )
}

interface ChoiceProps<V extends string> {
  label: string
  all: string
  value: string
  values: readonly V[]
  nameOf?: (value: V) => string
  onValue: (value: string) => void
}

/** A filter by one value; shown when there is something to choose between. */
function Choice<V extends string>(props: ChoiceProps<V>): ReactNode {
  const { label, all, value, values, nameOf, onValue } = props
  if (values.length === 0) return null
  return (
    <Select
      isQuiet
      aria-label={label}
      className={value === '' ? '' : 'is-filtering'}
      value={value}
      options={[
        { value: '', label: all },
        ...values.map((each) => ({ value: each as string, label: nameOf?.(each) ?? each })),
      ]}
      onValue={onValue}
    />
  )
}
