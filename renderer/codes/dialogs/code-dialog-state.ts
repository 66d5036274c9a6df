import { mayChange } from '../../app/read-only.ts'
import { createStore, useStore } from '../../app/store.ts'

/** A dialog about codes; only one can be open. */
export type CodeDialog =
  | { type: 'merge'; codeIds: string[] }
  | { type: 'move'; codeIds: string[] }
  /** `exceptId`: the code they have, which is not offered. */
  | { type: 'recode'; codingIds: string[]; exceptId?: string }
  | { type: 'split'; codeId: string; passageIds?: string[] }

const store = createStore<{ dialog: CodeDialog | null }>({ dialog: null })

export function openCodeDialog(dialog: CodeDialog): void {
  if (mayChange()) store.set({ dialog })
}

export function closeCodeDialog(): void {
  store.set({ dialog: null })
}

export function useCodeDialog(): CodeDialog | null {
  return useStore(store, (value) => value.dialog)
}
