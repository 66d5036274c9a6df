import type { QueryInput } from '../../shared/contract/index.ts'
import type { SearchScope } from '../../shared/contract/search.ts'
import type { View } from '../app/views.ts'

export type Reach = NonNullable<QueryInput<'search.hits'>['reach']>

/** What is searched for, as the engine is asked. */
export interface Spec {
  query: string
  reach: Reach
  scope: SearchScope
}

export function viewToSpec({ query, reach = {}, scope = {} }: SearchTab): Spec {
  return { query: query.trim(), reach, scope }
}

export type SearchTab = Extract<View, { type: 'search' }>
export type HitSort = NonNullable<QueryInput<'search.hits'>['sort']>

/** What changes the hits, besides the texts. */
export const searchTopics = ['sources', 'passages', 'codes', 'persons', 'folders'] as const

/** Without the fields that restrict nothing. */
export function narrowed(scope: SearchScope, change: Partial<SearchScope>): SearchScope {
  return Object.fromEntries(
    Object.entries({ ...scope, ...change }).filter(
      ([, value]) => value !== undefined && value !== '' && !isEmptyList(value),
    ),
  )
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}
