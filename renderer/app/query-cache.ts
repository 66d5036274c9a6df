import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Failure, Result } from '../../shared/contract/errors.ts'
import type {
  EventPayload,
  QueryInput,
  QueryName,
  QueryOutput,
} from '../../shared/contract/index.ts'
import { afterPaint } from './after-paint.ts'
import { invoke, onEvent } from './bridge.ts'

type Changed = EventPayload<'project.changed'>
export type Topic = Changed['topics'][number]

export interface QueryState<T> {
  data?: T
  error?: Failure
  loading: boolean
}

interface Entry {
  key: string
  name: QueryName
  args: unknown
  topics: Set<Topic>
  sourceId: string | undefined
  state: QueryState<unknown>
  listeners: Set<() => void>
  /** The answer under way is already old; ask again when it comes. */
  isStale: boolean
  isAsking: boolean
}

const entries = new Map<string, Entry>()
const nothing: QueryState<never> = { loading: false }
/** Answers nobody looks at any more are kept for going back, so many of them. */
const keptUnwatched = 60

/**
 * The answer to a query, asked again when one of the topics changes. With `sourceId`, changes of
 * passages and sources that name only other sources are passed over. Old data stay while loading.
 */
export function useQuery<N extends QueryName>(
  name: N,
  args: QueryInput<N> | null,
  topics: readonly Topic[],
  options?: { sourceId?: string },
): QueryState<QueryOutput<N>> {
  const key = args === null ? null : `${name} ${JSON.stringify(args)}`
  const topicList = topics.join(' ')
  const sourceId = options?.sourceId
  const entry = useMemo(() => {
    if (key === null) return null
    return entryFor(key, name, JSON.parse(key.slice(name.length + 1)), sourceId)
  }, [key, name, sourceId])
  useEffect(() => {
    if (entry === null) return
    for (const topic of topicList.split(' ')) entry.topics.add(topic as Topic)
  }, [entry, topicList])
  const subscribe = useCallback(
    (listener: () => void) => {
      if (entry === null) return () => undefined
      entries.set(entry.key, entry)
      entry.listeners.add(listener)
      if (entry.state.data === undefined && !entry.isAsking) void askAgain(entry)
      else if (entry.isStale && !entry.isAsking) void askAgain(entry)
      return () => {
        entry.listeners.delete(listener)
        dropUnwatched()
      }
    },
    [entry],
  )
  const state = useSyncExternalStore(subscribe, () => (entry === null ? nothing : entry.state))
  return state as QueryState<QueryOutput<N>>
}

function entryFor(
  key: string,
  name: QueryName,
  args: unknown,
  sourceId: string | undefined,
): Entry {
  const known = entries.get(key)
  if (known !== undefined) return known
  const entry: Entry = {
    key,
    name,
    args,
    topics: new Set(),
    sourceId,
    state: { loading: true },
    listeners: new Set(),
    isStale: false,
    isAsking: false,
  }
  entries.set(key, entry)
  return entry
}

async function askAgain(entry: Entry): Promise<void> {
  if (entry.isAsking) {
    entry.isStale = true
    return
  }
  entry.isAsking = true
  entry.isStale = false
  if (!entry.state.loading) publish(entry, { ...entry.state, loading: true })
  const answer: Result<unknown> = await invoke(entry.name, entry.args)
  entry.isAsking = false
  if (entries.get(entry.key) !== entry) return
  if (answer.ok) publish(entry, { data: answer.value, loading: entry.isStale })
  else publish(entry, { error: answer.error, loading: entry.isStale })
  if (entry.isStale) void askAgain(entry)
}

function publish(entry: Entry, state: QueryState<unknown>): void {
  entry.state = state
  for (const listener of [...entry.listeners]) listener()
}

function dropUnwatched(): void {
  const unwatched = [...entries.values()].filter((entry) => entry.listeners.size === 0)
  for (const entry of unwatched.slice(0, -keptUnwatched)) entries.delete(entry.key)
}

/** Whether an answer may be different after this change. */
export function isTouched(
  entry: { topics: ReadonlySet<Topic>; sourceId: string | undefined },
  change: Changed,
): boolean {
  const named = change.topics.filter((topic) => entry.topics.has(topic))
  if (named.length === 0) return false
  if (entry.sourceId === undefined || change.sourceIds.length === 0) return true
  const isAboutSources = named.every((topic) => topic === 'passages' || topic === 'sources')
  return !isAboutSources || change.sourceIds.includes(entry.sourceId)
}

/** Begins to listen for changes; once per window. */
export function startQueryCache(): () => void {
  return onEvent('project.changed', (change) => {
    for (const entry of [...entries.values()]) {
      if (!isTouched(entry, change)) continue
      if (entry.listeners.size === 0) entries.delete(entry.key)
      else {
        entry.isStale = true
        askStaleSoon()
      }
    }
  })
}

let isWaiting = false

/** Lets the act itself be painted first; what follows from it, counts and lists, comes a frame later. */
function askStaleSoon(): void {
  if (isWaiting) return
  isWaiting = true
  afterPaint(() => {
    isWaiting = false
    for (const entry of entries.values()) {
      if (entry.isStale && !entry.isAsking && entry.listeners.size > 0) void askAgain(entry)
    }
  })
}

/** Asks these again: something changed that no event tells of. */
export function refreshQueries(name: QueryName): void {
  for (const entry of [...entries.values()]) {
    if (entry.name !== name) continue
    if (entry.listeners.size > 0) void askAgain(entry)
    else entries.delete(entry.key)
  }
}

/** Forgets every answer: another project is open now. */
export function clearQueryCache(): void {
  for (const entry of [...entries.values()]) {
    if (entry.listeners.size === 0) entries.delete(entry.key)
    else void askAgain(entry)
  }
}
