import { createStore, useStore } from './store.ts'

const store = createStore<{ places: number }>({ places: 0 })

/** Some place holds words that could not be saved. What is answered is to be called when that is over. */
export function holdUnsaved(): () => void {
  store.set(({ places }) => ({ places: places + 1 }))
  return () => store.set(({ places }) => ({ places: places - 1 }))
}

export function useHasUnsaved(): boolean {
  return useStore(store, ({ places }) => places > 0)
}
