import { useState } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../app/i18n.ts'
import type { SelectOption } from '../ui/index.ts'
import { itemStates, stateOf } from './compare-data.ts'
import type { ItemState, SettleItem } from './compare-data.ts'
import { FilterSelect } from './filter-select.tsx'

/** Something items can be narrowed by: what each has of it, and what there is to choose. */
export interface Filter<T> {
  label: string
  /** The choice that lets all through. */
  any: string
  of: (item: T) => string
  options: ReadonlyArray<SelectOption<string>>
}

interface Filtered<T> {
  /** What the filters let through; `within`: whatever their state. */
  items: T[]
  within: T[]
  filters: ReactNode
  showAll: () => void
}

/** Items narrowed by their state, at first to those that wait, and by what else is given. */
export function useFilters<T extends SettleItem>(
  all: readonly T[],
  more: readonly Filter<T>[],
  states: readonly ItemState[] = itemStates,
): Filtered<T> {
  const t = useT()
  const [state, setState] = useState('open')
  const [chosen, setChosen] = useState<readonly string[]>([])
  // What is no longer there to choose lets all through, as the list then says.
  const wanted = more.map(({ options }, at) => options.find(({ value }) => value === chosen[at]))
  const within = all.filter((item) =>
    more.every(({ of }, at) => wanted[at] === undefined || of(item) === wanted[at].value),
  )
  const choose = (at: number, value: string): void =>
    setChosen(more.map((_, each) => (each === at ? value : (chosen[each] ?? ''))))
  return {
    within,
    items: within.filter((item) => state === '' || stateOf(item) === state),
    showAll: () => {
      setState('')
      setChosen([])
    },
    filters: (
      <>
        <FilterSelect
          label={t('compare.state')}
          value={state}
          options={[
            { value: '', label: t('compare.states.all') },
            ...states.map((value) => ({ value, label: t(`compare.states.${value}`) })),
          ]}
          onValue={setState}
        />
        {more.map(({ label, any, options }, at) => (
          <FilterSelect
            key={label}
            label={label}
            value={chosen[at] ?? ''}
            options={[{ value: '', label: any }, ...options]}
            onValue={(value) => choose(at, value)}
          />
        ))}
      </>
    ),
  }
}
