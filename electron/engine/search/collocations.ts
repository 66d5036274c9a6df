import type { QueryInput, QueryOutput } from '../../../shared/contract/index.ts'
import {
  expectedTogether,
  logLikelihood,
  mutualInformation,
} from '../../../shared/text/search/collocation.ts'
import type { Project } from '../project/project.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import type { Task } from '../task.ts'
import type { SearchSpec } from './find-hits.ts'
import { foundBy } from './found.ts'
import { paragraphAround } from './hit-rows.ts'
import { wordsAfter, wordsBefore } from './sort-hits.ts'
import { stopWordsOf } from './stop-words.ts'
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
  const near = new Map<string, { left: number; right: number }>()
  let windows = 0
  const add = (word: string, side: 'left' | 'right') => {
    const counts = near.get(word) ?? { left: 0, right: 0 }
    counts[side] += 1
    near.set(word, counts)
    windows += 1
  }
  for (const [index, { source, places }] of found.sources.entries()) {
    if (index % 8 === 7) await task.reach(index, found.sources.length)
    const text = storedCharacters(project.db, source.id) ?? ''
    for (let at = 0; at < places.length; at += 2) {
      const start = places[at] ?? 0
      const end = places[at + 1] ?? 0
      const { from, to } = paragraphAround(text, start, end)
      for (const word of wordsBefore(text, from, start, window)) add(word, 'left')
      for (const word of wordsAfter(text, end, to, window)) add(word, 'right')
    }
  }
  const { words, total } = await wordCounts(project, spec.scope ?? {}, task)
  const stopWords = withStopWords ? new Set<string>() : stopWordsOf(project)
  const items = [...near].flatMap(([word, { left, right }]) => {
    const together = left + right
    if (together < minimum || stopWords.has(word)) return []
    const overall = words.get(word)?.count ?? together
    const counts = { together, windows, overall, words: total }
    return [
      {
        ...{ word, together, left, right, overall },
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
