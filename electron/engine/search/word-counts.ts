import type { Database } from 'better-sqlite3'
import type { SearchScope } from '../../../shared/contract/search.ts'
import { eachWord } from '../../../shared/text/search/words.ts'
import type { Project } from '../project/project.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import type { Task } from '../task.ts'
import { patience } from './find-hits.ts'
import { generationOf } from './generation.ts'
import { resolveScope, type Ranges } from './scope.ts'
import { tokenStoreOf } from './token-store.ts'

export interface WordCount {
  word: string
  count: number
  sources: number
}

export interface WordCounts {
  /** By word in small letters. */
  words: ReadonlyMap<string, WordCount>
  /** All words together. */
  total: number
}

const caches = new WeakMap<Database, { generation: number; scope: string; counts: WordCounts }>()

/** How often each word stands in what is searched; kept until anything changes. */
export async function wordCounts(
  project: Project,
  scope: SearchScope,
  task: Task,
): Promise<WordCounts> {
  const generation = generationOf(project.db)
  const key = JSON.stringify(scope)
  const known = caches.get(project.db)
  if (known?.generation === generation && known.scope === key) return known.counts
  const counts = await countWords(project, scope, task)
  if (generationOf(project.db) === generation)
    caches.set(project.db, { generation, scope: key, counts })
  return counts
}

async function countWords(project: Project, scope: SearchScope, task: Task): Promise<WordCounts> {
  const { sources, rangesOf } = resolveScope(project, scope)
  const store = tokenStoreOf(project.db)
  const { book } = store
  const counts: number[] = []
  const inSources: number[] = []
  /** The source in which each word was met last, counted from one. */
  const lasts: number[] = []
  let total = 0
  const count = (term: number, source: number) => {
    counts[term] = (counts[term] ?? 0) + 1
    if (lasts[term] === source) return
    lasts[term] = source
    inSources[term] = (inSources[term] ?? 0) + 1
  }
  let rested = performance.now()
  for (const [index, { id }] of sources.entries()) {
    if (performance.now() - rested > patience) {
      await task.reach(index, sources.length)
      rested = performance.now()
    }
    const restrictions = rangesOf(id)
    const tokens = restrictions.length === 0 ? store.tokensOf(id) : null
    if (tokens !== null) {
      for (const word of tokens.words) count(book.termNumber(word), index + 1)
      total += tokens.words.length
      continue
    }
    // Restrictions may begin and end inside of words.
    const text = restrictions.length === 0 ? '' : (storedCharacters(project.db, id) ?? '')
    const ranges = common(restrictions, text.length)
    for (let at = 0; at < ranges.length; at += 2) {
      eachWord(text, ranges[at] ?? 0, Math.min(ranges[at + 1] ?? 0, text.length), (start, end) => {
        count(book.termNumber(book.numberOf(text.slice(start, end))), index + 1)
        total += 1
      })
    }
  }
  const words = new Map<string, WordCount>()
  for (const [term, word] of book.terms.entries())
    if ((counts[term] ?? 0) > 0)
      words.set(word, { word, count: counts[term] ?? 0, sources: inSources[term] ?? 0 })
  return { words, total }
}

/** What lies in all of the restrictions. */
function common(restrictions: readonly Ranges[], length: number): Ranges {
  return restrictions.reduce<Ranges>(intersection, [0, length])
}

function intersection(a: Ranges, b: Ranges): number[] {
  const both: number[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const start = Math.max(a[i] ?? 0, b[j] ?? 0)
    const end = Math.min(a[i + 1] ?? 0, b[j + 1] ?? 0)
    if (start < end) both.push(start, end)
    if ((a[i + 1] ?? 0) < (b[j + 1] ?? 0)) i += 2
    else j += 2
  }
  return both
}
