/** What a tab can show. */
export type View =
  | { type: 'source'; id: string; at?: { start: number; end: number } }
  | { type: 'code'; id: string }
  | { type: 'memo'; id: string }
  | { type: 'lost' }
  | { type: 'search'; query: string }
  | { type: 'activity' }
  | { type: 'codebook' }
  | { type: 'settings' }

/** What the inspector shows. */
export type Selection =
  | { type: 'none' }
  | { type: 'source'; id: string }
  | { type: 'passage'; id: string; sourceId: string }
  | { type: 'code'; id: string }
  | { type: 'memo'; id: string }

/** Two views with the same key are the same page; the place in it may differ. */
export function viewKey(view: View): string {
  return 'id' in view ? `${view.type}:${view.id}` : view.type
}

/** Kinds of which one tab is enough: opening another one turns the page instead. */
export function isTurning(view: View): boolean {
  return view.type === 'code' || view.type === 'search'
}

export function isSameSelection(a: Selection, b: Selection): boolean {
  if (a.type !== b.type) return false
  return a.type === 'none' || b.type === 'none' || a.id === b.id
}
