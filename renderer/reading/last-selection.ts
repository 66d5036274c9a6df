import type { TextRange } from '../../shared/text/segments.ts'

const selections = new Map<string, TextRange>()

/** Keeps what was selected last in a text, for acts begun beside it. Empty selections forget it. */
export function noteSelection(sourceId: string, range: TextRange | undefined): void {
  if (range === undefined) return
  if (range.end > range.start) selections.set(sourceId, { start: range.start, end: range.end })
  else selections.delete(sourceId)
}

export function lastSelection(sourceId: string): TextRange | undefined {
  return selections.get(sourceId)
}
