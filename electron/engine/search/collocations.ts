import type { QueryInput, QueryOutput } from '../../../shared/contract/index.ts'
import {
  expectedTogether,
  logLikelihood,
  mutualInformation,
} from '../../../shared/text/search/collocation.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import { besideHits } from './beside.ts'
import { patience, type SearchSpec } from './find-hits.ts'
import { foundBy } from './found.ts'
import { stopWordsOf } from './stop-words.ts'
import { tokenStoreOf } from './token-store.ts'
import { wordCounts } from './word-counts.ts'

type Asked = Pick<
  QueryInput<'search.collocations'>,
  'window' | 'measure' | 'minimum' | 'withStopWords' | 'limit'
>

/** Words near the hits, inside of the same paragraph. A word near two hits counts for both. */
export async function collocations(
  project: Project,
  spec: SearchSpec,
  { window = 5, measure = 'logLikelihood', minimum = 2, withStopWords = false, limit = 200 }: Asked,
  task: Task,
): Promise<QueryOutput<'search.collocations'>> {
  const found = await foundBy(project, spec, task)
  const { book } = tokenStoreOf(project.db)
  const beside = besideHits(project, spec.query)
  const left = new Map<number, number>()
  const right = new Map<number, number>()
  let windows = 0
  const add = (counts: Map<number, number>, terms: readonly number[]) => {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    windows += terms.length
  }
  let rested = performance.now()
  for (const [index, { source, places }] of found.sources.entries()) {
    if (performance.now() - rested > patience) {
      await task.reach(index, found.sources.length)
      rested = performance.now()
    }
    const { before, after } = beside(source.id)
    for (let at = 0; at < places.length; at += 2) {
      add(left, before(places[at] ?? 0, window))
      add(right, after(places[at + 1] ?? 0, window))
    }
  }
  const { words, total } = await wordCounts(project, spec.scope ?? {}, task)
  const stopWords = withStopWords ? new Set<string>() : stopWordsOf(project)
  const items = [...new Set([...left.keys(), ...right.keys()])].flatMap((term) => {
    const word = book.terms[term] ?? ''
    const sides = { left: left.get(term) ?? 0, right: right.get(term) ?? 0 }
    const together = sides.left + sides.right
    if (together < minimum || stopWords.has(word)) return []
    const overall = words.get(word)?.count ?? together
    const counts = { together, windows, overall, words: total }
    return [
      {
        ...{ word, together, ...sides, overall },
        expected: expectedTogether(counts),
        logLikelihood: logLikelihood(counts),
        mutualInformation: mutualInformation(counts),
      },
    ]
  })
  const rank = measure === 'frequency' ? 'together' : measure
  items.sort((a, b) => b[rank] - a[rank] || b.together - a.together || (a.word < b.word ? -1 : 1))
  return { items: items.slice(0, limit), hits: found.total, words: total }
}
