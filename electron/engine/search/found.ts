import type { Database } from 'better-sqlite3'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'
import { findHits, type SearchSpec } from './find-hits.ts'
import { generationOf } from './generation.ts'
import type { ScopedSource } from './scope.ts'

/** All hits of a search, without the texts they stand in. */
export interface Found {
  sources: { source: ScopedSource; places: Int32Array }[]
  total: number
  /** Hits in other orders, each as its number in this one; by sort. */
  orders: Map<string, Uint32Array>
}

interface Kept {
  generation: number
  found: Promise<Found>
}

/** So many searches are kept: pages, counts and neighbours of one are asked for one after the other. */
const kept = 4
const caches = new WeakMap<Database, Map<string, Kept>>()

/** All hits of a search; found once for all who ask, until anything is written to the project. */
export async function foundBy(project: Project, spec: SearchSpec, task: Task): Promise<Found> {
  const searches = caches.get(project.db) ?? new Map<string, Kept>()
  caches.set(project.db, searches)
  const key = JSON.stringify([spec.query, spec.reach, spec.scope])
  const generation = generationOf(project.db)
  const known = searches.get(key)
  if (known?.generation === generation) {
    try {
      return await known.found
    } catch (error) {
      // Who asked first has stopped it; whoever asks now has not.
      if (!(error instanceof Refusal) || error.code !== 'task.cancelled') throw error
      task.stopIfAsked()
    }
  }
  const found = collect(project, spec, task)
  searches.delete(key)
  searches.set(key, { generation, found })
  const [oldest] = searches.keys()
  if (searches.size > kept && oldest !== undefined) searches.delete(oldest)
  found.catch(() => {
    if (searches.get(key)?.found === found) searches.delete(key)
  })
  return found
}

async function collect(project: Project, spec: SearchSpec, task: Task): Promise<Found> {
  const sources: Found['sources'] = []
  let total = 0
  for await (const { source, places } of findHits(project, spec, task)) {
    sources.push({ source, places: Int32Array.from(places) })
    total += places.length / 2
  }
  return { sources, total, orders: new Map() }
}

/** The source and place of each numbered hit, numbers rising or in any order. */
export function hitNumbered(found: Found): (index: number) => {
  source: ScopedSource
  start: number
  end: number
} | null {
  const begins: number[] = []
  let count = 0
  for (const { places } of found.sources) {
    begins.push(count)
    count += places.length / 2
  }
  return (index) => {
    let low = 0
    let high = begins.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((begins[middle] ?? 0) <= index) low = middle + 1
      else high = middle
    }
    const one = found.sources[low - 1]
    const start = one?.places[(index - (begins[low - 1] ?? 0)) * 2]
    const end = one?.places[(index - (begins[low - 1] ?? 0)) * 2 + 1]
    if (!one || start === undefined || end === undefined) return null
    return { source: one.source, start, end }
  }
}
