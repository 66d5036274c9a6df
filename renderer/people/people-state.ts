import type { HolderKind } from '../../shared/model/kinds.ts'
import { createStore, useStore } from '../app/store.ts'

/** What is counted over the grid: nothing, an attribute, or a code. */
export type Counted = '' | `a:${string}` | `c:${string}`

export interface Sorting {
  column: string
  direction: 'ascending' | 'descending'
}

interface PeopleState {
  of: HolderKind
  words: string
  sorting: Sorting | null
  counted: Counted
  /** The group of the count whose members alone are shown, by its place; null: all. */
  group: number | null
}

const begin: PeopleState = { of: 'persons', words: '', sorting: null, counted: '', group: null }
const store = createStore<PeopleState>(begin)

export function usePeople(): PeopleState {
  return useStore(store, (value) => value)
}

export function changePeople(changes: Partial<PeopleState>): void {
  store.set((present) => ({ ...present, ...changes }))
}

/** Other rows: what was filtered, sorted and counted belonged to those before. */
export function showHolders(of: HolderKind): void {
  store.set({ ...begin, of })
}
