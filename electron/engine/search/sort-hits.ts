import type { hitSorts } from '../../../shared/contract/search.ts'
import { folded } from '../../../shared/text/search/words.ts'
import type { Project } from '../project/project.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import type { Task } from '../task.ts'
import { besideHits } from './beside.ts'
import { patience, type SearchSpec } from './find-hits.ts'
import type { Found } from './found.ts'
import { tokenStoreOf } from './token-store.ts'

export type HitSort = (typeof hitSorts)[number]

/** Words on a side that a sort looks at. */
const farthest = 3
const collator = new Intl.Collator(['nb', 'en'])

/** The order of all hits for a sort, as numbers of hits by source and position; null for that itself. */
export async function orderOf(
  project: Project,
  { query }: SearchSpec,
  found: Found,
  sort: HitSort,
  task: Task,
): Promise<Uint32Array | null> {
  if (sort === 'source') return null
  const known = found.orders.get(sort)
  if (known) return known
  const keys = sort === 'words' ? ownWords(project, found) : neighbours(project, query, found, sort)
  const columns: Uint32Array[] = []
  let rested = performance.now()
  let hit = 0
  for (const [index, { places }] of found.sources.entries()) {
    if (performance.now() - rested > patience) {
      await task.reach(index, found.sources.length)
      rested = performance.now()
    }
    const keyOf = keys.of(index)
    for (let at = 0; at < places.length; at += 2) {
      for (const [column, number] of keyOf(places[at] ?? 0, places[at + 1] ?? 0).entries())
        (columns[column] ??= new Uint32Array(found.total))[hit] = number + 1
      hit += 1
    }
  }
  // There are far fewer different words than hits, and comparing words by language is slow.
  const ranks = ranksOf(keys.words(), columns)
  const order = Uint32Array.from({ length: found.total }, (_, number) => number)
  order.sort((a, b) => {
    for (const rank of ranks) {
      const difference = (rank[a] ?? 0) - (rank[b] ?? 0)
      if (difference !== 0) return difference
    }
    return a - b
  })
  found.orders.set(sort, order)
  return order
}

/** What hits are compared by: numbers of words, the first that differs decides. */
interface Keys {
  of: (index: number) => (start: number, end: number) => readonly number[]
  words: () => readonly string[]
}

function ownWords(project: Project, found: Found): Keys {
  const numbers = new Map<string, number>()
  return {
    of: (index) => {
      const text = storedCharacters(project.db, found.sources[index]?.source.id ?? '') ?? ''
      return (start, end) => {
        const words = folded(text.slice(start, end))
        const number = numbers.get(words) ?? numbers.size
        numbers.set(words, number)
        return [number]
      }
    },
    words: () => [...numbers.keys()],
  }
}

function neighbours(project: Project, query: string, found: Found, sort: HitSort): Keys {
  const place = Number(sort.slice(-1))
  const beside = besideHits(project, query)
  return {
    of: (index) => {
      const { before, after } = beside(found.sources[index]?.source.id ?? '')
      return sort.startsWith('left')
        ? (start) => before(start, farthest).slice(place - 1)
        : (_, end) => after(end, farthest).slice(place - 1)
    },
    words: () => tokenStoreOf(project.db).book.terms,
  }
}

/** The columns with the rank of each word among them instead of its number; none comes first. */
function ranksOf(words: readonly string[], columns: readonly Uint32Array[]): Uint32Array[] {
  const used = new Set<number>()
  for (const column of columns) for (const number of column) used.add(number)
  used.delete(0)
  const sorted = [...used].sort((a, b) => collator.compare(words[a - 1] ?? '', words[b - 1] ?? ''))
  const ranks = new Uint32Array(words.length + 1)
  let rank = 0
  for (const [at, number] of sorted.entries()) {
    const before = sorted[at - 1]
    if (before === undefined || collator.compare(words[before - 1] ?? '', words[number - 1] ?? ''))
      rank += 1
    ranks[number] = rank
  }
  return columns.map((column) => column.map((number) => ranks[number] ?? 0))
}
