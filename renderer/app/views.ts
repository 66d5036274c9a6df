import type { FigureSpec } from '../../shared/analysis/figures/figure.ts'
import type { MatrixChoice } from '../../shared/contract/figures.ts'
import type { QueryInput } from '../../shared/contract/index.ts'
import type { SearchScope } from '../../shared/contract/search.ts'
import type { Question } from '../../shared/analysis/question/question.ts'

type SearchReach = QueryInput<'search.hits'>['reach']

/** What a tab can show. */
export type View =
  | { type: 'source'; id: string; at?: { start: number; end: number } }
  | { type: 'code'; id: string }
  | { type: 'memo'; id: string }
  | { type: 'quotes'; personId?: string | null | undefined }
  | { type: 'account'; id: string }
  | { type: 'lost' }
  | { type: 'search'; query: string; reach?: SearchReach; scope?: SearchScope | undefined }
  | { type: 'ask'; question?: Question | undefined }
  | { type: 'activity' }
  | { type: 'codebook' }
  | { type: 'reports'; question?: Question | undefined }
  | { type: 'settings' }
  | { type: 'glossary' }
  | { type: 'matrix'; choice?: MatrixChoice | undefined }
  | { type: 'figures'; figure?: FigureSpec | undefined }
  | { type: 'agreement' }
  | { type: 'compare'; roundId?: string | undefined; part?: ComparePart | undefined }
  | { type: 'meeting' }
  | { type: 'people' }
  | { type: 'texts' }
  | { type: 'text'; id: string }
  | { type: 'hierarchy'; focus?: { type: 'text' | 'clause' | 'step' | 'actor'; id: string } }
  | { type: 'process'; id: string }
  | { type: 'map'; id: string }
  | { type: 'findings'; part: FindingsPart }
  | { type: 'table'; table: TableName }

/** What is compared: codings, what else analysts say, and what merging could not decide. */
export const compareParts = ['codings', 'things', 'conflicts'] as const
export type ComparePart = (typeof compareParts)[number]

/** Kinds of findings, each with a page of its own. */
export const findingsParts = ['disjunctures', 'threads', 'circuits', 'terms', 'questions'] as const
export type FindingsPart = (typeof findingsParts)[number]

/** Tables of the whole project; those of a map are exported with it. */
export const tableViews = [
  'informants',
  'cases',
  'inventory',
  'links',
  'steps',
  'flows',
  'clauses',
  'activations',
  'disjunctures',
  'threads',
  'who-did-what',
  'reconciliation',
  'discussion',
] as const
/** Those that tell what analysts did and decided together. */
export const recordTables: readonly TableName[] = ['who-did-what', 'reconciliation', 'discussion']
export type TableName = (typeof tableViews)[number]

/** What the inspector shows. */
export type Selection =
  | { type: 'none' }
  | { type: 'source'; id: string }
  | { type: 'passage'; id: string; sourceId: string }
  | { type: 'code'; id: string }
  | { type: 'memo'; id: string }
  | { type: 'person' | 'case'; id: string }
  | {
      type: 'text' | 'clause' | 'link' | 'actor' | 'step' | 'flow' | 'disjuncture' | 'term'
      id: string
    }

/** Two views with the same key are the same page; the place in it may differ. */
export function viewKey(view: View): string {
  if (view.type === 'findings') return `findings:${view.part}`
  if (view.type === 'table') return `table:${view.table}`
  return 'id' in view ? `${view.type}:${view.id}` : view.type
}

/** Kinds of which one tab is enough: opening another one turns the page instead. */
export function isTurning(view: View): boolean {
  return ['code', 'search', 'ask', 'matrix', 'figures', 'text', 'table'].includes(view.type)
}

export function isSameSelection(a: Selection, b: Selection): boolean {
  if (a.type !== b.type) return false
  return a.type === 'none' || b.type === 'none' || a.id === b.id
}
