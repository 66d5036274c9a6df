import { createStore, useStore } from '../app/store.ts'
import { workspaceStore } from '../app/workspace.ts'

const store = createStore<{ passageId: string | null }>({ passageId: null })

/** The passage that was selected last stays at hand while a memo is written. */
workspaceStore.subscribe(() => {
  const { selection } = workspaceStore.get()
  if (selection.type === 'passage' && selection.id !== store.get().passageId) {
    store.set({ passageId: selection.id })
  }
})

export function useLastPassage(): string | null {
  return useStore(store, (value) => value.passageId)
}
