import type { TextRange } from '../../shared/text/segments.ts'
import { createStore, useStore } from '../app/store.ts'

interface SelectedRange extends TextRange {
  sourceId: string
}

const selections = new Map<string, TextRange>()
const latest = createStore<{ range: SelectedRange | null }>({ range: null })

/** Keeps what was selected last in a text, for acts begun beside it. Empty selections forget it. */
export function noteSelection(sourceId: string, range: TextRange | undefined): void {
  if (range === undefined) return
  const { start, end } = range
  if (end > start) {
    selections.set(sourceId, { start, end })
    latest.set({ range: { sourceId, start, end } })
  } else {
    selections.delete(sourceId)
    if (latest.get().range?.sourceId === sourceId) latest.set({ range: null })
  }
}

export function lastSelection(sourceId: string): TextRange | undefined {
  return selections.get(sourceId)
}

/** What was selected last in any text; null when it was given up. */
export function useLatestSelection(): SelectedRange | null {
  return useStore(latest, (value) => value.range)
}
