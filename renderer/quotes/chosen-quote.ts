import { createStore, useStore } from '../app/store.ts'
import { openView } from '../app/workspace.ts'

const store = createStore<{ quoteId: string | null }>({ quoteId: null })

export function chooseQuote(quoteId: string | null): void {
  store.set({ quoteId })
}

/** Opens the register at a quote. */
export function showQuote(quoteId: string): void {
  chooseQuote(quoteId)
  openView({ type: 'quotes' })
}

export function useChosenQuote(): string | null {
  return useStore(store, (value) => value.quoteId)
}
