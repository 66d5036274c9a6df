import type { LinkEnd } from '../../shared/model/institution.ts'
import type { Export, Masks } from '../leaks/ask-about-leaks.ts'
import type { HolderKind } from '../../shared/model/kinds.ts'
import { createStore, useStore } from './store.ts'

/** Dialogs that belong to the window rather than to a page. One is open at a time. */
export type OpenDialog =
  | { type: 'none' }
  | { type: 'palette' }
  | { type: 'shortcuts' }
  | { type: 'newProject' }
  | { type: 'addAnalyst' }
  | { type: 'editAnalyst'; analystId: string }
  | { type: 'import'; paths: string[]; folderId: string | null }
  | { type: 'paste' }
  | { type: 'attribute'; of: HolderKind; attributeId?: string }
  | { type: 'importTable'; of: HolderKind; path: string }
  | { type: 'linkToCase' }
  | { type: 'redoImport'; sourceId: string }
  | { type: 'withdraw'; sourceId: string }
  | { type: 'password' }
  | { type: 'check' }
  | { type: 'newLink'; from: LinkEnd; to?: LinkEnd }
  | { type: 'relations' }
  | { type: 'live' }
  | { type: 'share' }
  | { type: 'merge'; path: string }
  | { type: 'join' }
  | { type: 'whoWorks'; isNewPlace: boolean }
  | { type: 'newRound'; number: number }
  | { type: 'leaks'; of: Export; onDecided: (masks: Masks | null) => void }
  | { type: 'closeRound'; roundId: string; name: string }

const store = createStore<{ dialog: OpenDialog }>({ dialog: { type: 'none' } })

export function showDialog(dialog: OpenDialog): void {
  store.set({ dialog })
}

export function closeDialog(): void {
  store.set({ dialog: { type: 'none' } })
}

export function subscribeDialog(listener: () => void): () => void {
  return store.subscribe(listener)
}

export function useDialog(): OpenDialog {
  return useStore(store, (value) => value.dialog)
}

export function isDialogOpen(): boolean {
  return store.get().dialog.type !== 'none'
}
