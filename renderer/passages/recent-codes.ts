import { createStore } from '../app/store.ts'

const most = 9
const store = createStore<{ ids: readonly string[] }>({ ids: [] })

/** Codes used last in this window, the latest first; reached by the keys 1–9. */
export function recentCodes(): readonly string[] {
  return store.get().ids
}

/** The order stays while a code among the first nine is used again, so that its key stays too. */
export function noteCodesUsed(ids: readonly string[]): void {
  store.set((state) => {
    const fresh = ids.filter((id) => id !== '' && !state.ids.includes(id))
    return fresh.length === 0 ? state : { ids: [...fresh, ...state.ids].slice(0, most) }
  })
}
