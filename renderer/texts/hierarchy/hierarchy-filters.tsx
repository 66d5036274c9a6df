import { Filter, X } from 'lucide-react'
import { useState } from 'react'
import type { LinkEnd } from '../../../shared/model/institution.ts'
import { claimBases } from '../../../shared/model/institution-kinds.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { Button, Chip, Menu, Select, TextInput } from '../../ui/index.ts'
import { useRelations } from '../links/relations.ts'

/** What of the hierarchy is shown. Empty lists: everything. */
export interface Shown {
  focus: LinkEnd | null
  /** Steps from the focus; null: all. */
  up: number | null
  down: number | null
  relations: string[]
  levels: string[]
  bases: (typeof claimBases)[number][]
  /** ISO date; empty: any time. */
  at: string
  standpoint: boolean
}

export const everything: Shown = {
  focus: null,
  up: null,
  down: null,
  relations: [],
  levels: [],
  bases: [],
  at: '',
  standpoint: false,
}

interface Props {
  shown: Shown
  onShown: (change: Partial<Shown>) => void
}

/** Relation, level, basis, time and standpoint. */
export function HierarchyFilters({ shown, onShown }: Props) {
  const t = useT()
  const { all } = useRelations()
  const texts = useQuery('texts.list', {}, ['texts']).data?.items ?? []
  const levels = [...new Set(texts.map((text) => text.level))].filter((level) => level !== '')
  const used = all.filter(({ id, links }) => links > 0 || shown.relations.includes(id))
  return (
    <div className="hierarchy-filters" role="group" aria-label={t('ui.filter')}>
      <Filter size={14} strokeWidth={1.75} aria-hidden />
      <Choice
        label={t('links.filterRelation')}
        options={used.map(({ id, forward }) => ({ value: id, label: forward }))}
        chosen={shown.relations}
        onChosen={(relations) => onShown({ relations })}
      />
      <Choice
        label={t('links.filterLevel')}
        options={levels.map((level) => ({ value: level, label: level }))}
        chosen={shown.levels}
        onChosen={(chosen) => onShown({ levels: chosen })}
      />
      <Choice
        label={t('links.filterBasis')}
        options={claimBases.map((basis) => ({
          value: basis,
          label: t(`institution.basis.${basis}`),
        }))}
        chosen={shown.bases}
        onChosen={(bases) => onShown({ bases })}
      />
      <TimeField at={shown.at} onAt={(at) => onShown({ at })} />
      <label className="hierarchy-standpoint" title={t('links.standpointHint')}>
        <input
          type="checkbox"
          checked={shown.standpoint}
          onChange={(event) => onShown({ standpoint: event.target.checked })}
        />
        {t('links.filterStandpoint')}
      </label>
    </div>
  )
}

interface ChoiceProps<V extends string> {
  label: string
  options: ReadonlyArray<{ value: V; label: string }>
  chosen: readonly V[]
  onChosen: (chosen: V[]) => void
}

function Choice<V extends string>({ label, options, chosen, onChosen }: ChoiceProps<V>) {
  const t = useT()
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label)
  const toggle = (value: V): void =>
    onChosen(
      chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
    )
  return (
    <span className="hierarchy-choice">
      <Menu
        trigger={
          <Button
            size="small"
            variant={chosen.length > 0 ? 'plain' : 'quiet'}
            disabled={options.length === 0}
          >
            {names.length === 0 ? label : `${label}: ${names.slice(0, 2).join(', ')}`}
            {names.length > 2 && ` +${names.length - 2}`}
          </Button>
        }
        items={options.map(({ value, label: name }) => ({
          label: name,
          isChecked: chosen.includes(value),
          perform: () => toggle(value),
        }))}
      />
      {chosen.length > 0 && (
        <button
          type="button"
          className="hierarchy-clear"
          aria-label={`${t('ui.clear')}: ${label}`}
          onClick={() => onChosen([])}
        >
          <X size={12} strokeWidth={2} aria-hidden />
        </button>
      )}
    </span>
  )
}

const dateShape = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** A year, month or day; taken when it is one. */
function TimeField({ at, onAt }: { at: string; onAt: (at: string) => void }) {
  const t = useT()
  const [draft, setDraft] = useState(at)
  const isOdd = draft.trim() !== '' && !dateShape.test(draft.trim())
  return (
    <label className="hierarchy-time">
      {t('links.filterTime')}
      <TextInput
        value={draft}
        placeholder={t('links.anyTime')}
        aria-invalid={isOdd}
        title={t('links.timeHint')}
        onChange={(event) => {
          setDraft(event.target.value)
          const next = event.target.value.trim()
          if (next === '' || dateShape.test(next)) onAt(next)
        }}
      />
    </label>
  )
}

const stepCounts = ['0', '1', '2', '3', '4', '5', 'all'] as const

/** What the hierarchy is looked at from, and how far up and down. */
export function FocusBar({ name, shown, onShown }: Props & { name: string }) {
  const t = useT()
  const options = stepCounts.map((value) => ({
    value,
    label: value === 'all' ? t('links.allSteps') : t('links.nSteps', { count: Number(value) }),
  }))
  const valueOf = (steps: number | null) =>
    stepCounts.find((value) => value === (steps === null ? 'all' : String(steps))) ?? 'all'
  const stepsOf = (value: string): number | null => (value === 'all' ? null : Number(value))
  return (
    <div className="hierarchy-focus" role="group" aria-label={t('links.focus')}>
      <span>{t('links.focus')}</span>
      <Chip removeLabel={t('links.showAll')} onRemove={() => onShown({ focus: null })}>
        {name}
      </Chip>
      <label>
        {t('links.up')}
        <Select
          isQuiet
          value={valueOf(shown.up)}
          options={options}
          onValue={(value) => onShown({ up: stepsOf(value) })}
        />
      </label>
      <label>
        {t('links.down')}
        <Select
          isQuiet
          value={valueOf(shown.down)}
          options={options}
          onValue={(value) => onShown({ down: stepsOf(value) })}
        />
      </label>
      <Button size="small" variant="quiet" onClick={() => onShown({ up: null, down: 0 })}>
        {t('links.whatGoverns')}
      </Button>
      <Button size="small" variant="quiet" onClick={() => onShown({ up: 0, down: null })}>
        {t('links.whatReached')}
      </Button>
    </div>
  )
}
