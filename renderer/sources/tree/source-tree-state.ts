import { createStore, useStore } from '../../app/store.ts'

export interface SourceTreeState {
  filter: string
  collapsed: ReadonlySet<string>
  /** Ids of sources and folders. */
  selected: readonly string[]
  focused: string | null
  /** From where Shift extends. */
  anchor: string | null
  renaming: string | null
}

const store = createStore<SourceTreeState>({
  filter: '',
  collapsed: new Set(),
  selected: [],
  focused: null,
  anchor: null,
  renaming: null,
})

export function sourceTree(): SourceTreeState {
  return store.get()
}

export function useSourceTree(): SourceTreeState {
  return useStore(store, (state) => state)
}

export function changeSourceTree(change: Partial<SourceTreeState>): void {
  store.set((state) => ({ ...state, ...change }))
}

export function setFolded(id: string, isFolded: boolean): void {
  store.set((state) => {
    const collapsed = new Set(state.collapsed)
    if (isFolded) collapsed.add(id)
    else collapsed.delete(id)
    return { ...state, collapsed }
  })
}
