import { mayChange } from '../app/read-only.ts'
import { createStore, useStore } from '../app/store.ts'

/** A dialog about texts; only one can be open. */
export type TextDialog =
  { type: 'merge'; textIds: readonly string[] } | { type: 'delete'; textIds: readonly string[] }

const store = createStore<{ dialog: TextDialog | null }>({ dialog: null })

export function openTextDialog(dialog: TextDialog): void {
  if (mayChange()) store.set({ dialog })
}

export function closeTextDialog(): void {
  store.set({ dialog: null })
}

export function useTextDialog(): TextDialog | null {
  return useStore(store, (value) => value.dialog)
}
