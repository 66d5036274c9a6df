import { createStore, useStore } from '../../app/store.ts'
import { noTextFilter } from '../text-groups.ts'
import type { TextFilter, TextGrouping, TextSort } from '../text-groups.ts'

interface RegisterState {
  filter: TextFilter
  by: TextGrouping
  sort: TextSort
  /** Ids of chosen texts. */
  chosen: readonly string[]
}

const store = createStore<RegisterState>({
  filter: noTextFilter,
  by: 'level',
  sort: { column: null, isDescending: false },
  chosen: [],
})

export function useRegister(): RegisterState {
  return useStore(store, (value) => value)
}

export function changeRegister(change: Partial<RegisterState>): void {
  store.set((state) => ({ ...state, ...change }))
}
