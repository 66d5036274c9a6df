import type { Database } from 'better-sqlite3'
import type { SearchScope } from '../../../shared/contract/search.ts'
import { eachWord, folded } from '../../../shared/text/search/words.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import { generationOf } from './generation.ts'
import { resolveScope, type Ranges } from './scope.ts'

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
  const textOf = project.db
    .prepare<[string], string>('SELECT text FROM source_texts WHERE source_id = ?')
    .pluck()
  const words = new Map<string, WordCount & { last: number }>()
  /** As written → counted: most words are met again as they were written before. */
  const asWritten = new Map<string, WordCount & { last: number }>()
  let total = 0
  for (const [index, { id }] of sources.entries()) {
    if (index % 4 === 3) await task.reach(index, sources.length)
    const text = textOf.get(id)
    if (text === undefined) continue
    const ranges = common(rangesOf(id), text.length)
    for (let at = 0; at < ranges.length; at += 2) {
      eachWord(text, ranges[at] ?? 0, Math.min(ranges[at + 1] ?? 0, text.length), (start, end) => {
        const written = text.slice(start, end)
        let entry = asWritten.get(written)
        if (entry === undefined) {
          const word = folded(written)
          entry = words.get(word) ?? { word, count: 0, sources: 0, last: -1 }
          words.set(word, entry)
          asWritten.set(written, entry)
        }
        entry.count += 1
        if (entry.last !== index) {
          entry.last = index
          entry.sources += 1
        }
        total += 1
      })
    }
  }
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
