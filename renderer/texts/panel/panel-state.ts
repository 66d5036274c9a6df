import { mayChange } from '../../app/read-only.ts'
import { showNavigator } from '../../app/side-panels.ts'
import { createStore, useStore } from '../../app/store.ts'
import type { TextGrouping } from '../text-groups.ts'

interface PanelState {
  words: string
  by: TextGrouping
  /** Groups that are folded, as `by:value`. */
  folded: readonly string[]
  /** The row with the focus: id of a text, or a group as `by:value`. */
  focused: string | null
  /** A field for the title of a new text is open. */
  isNaming: boolean
}

const store = createStore<PanelState>({
  words: '',
  by: 'level',
  folded: [],
  focused: null,
  isNaming: false,
})

export function usePanelState(): PanelState {
  return useStore(store, (value) => value)
}

export function changePanel(change: Partial<PanelState>): void {
  store.set((state) => ({ ...state, ...change }))
}

/** Opens the field for a new text's title in the navigator. */
export function beginNewText(): void {
  if (!mayChange()) return
  showNavigator('texts')
  changePanel({ isNaming: true })
}
