import type { hitSorts } from '../../../shared/contract/search.ts'
import { eachWord, folded } from '../../../shared/text/search/words.ts'
import type { Project } from '../project/project.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import type { Task } from '../task.ts'
import type { Found } from './found.ts'
import { paragraphAround } from './hit-rows.ts'

export type HitSort = (typeof hitSorts)[number]

/** Words on a side that a sort looks at. */
const farthest = 3
const collator = new Intl.Collator(['nb', 'en'])

/** The order of all hits for a sort, as numbers of hits by source and position; null for that itself. */
export async function orderOf(
  project: Project,
  found: Found,
  sort: HitSort,
  task: Task,
): Promise<Uint32Array | null> {
  if (sort === 'source') return null
  const known = found.orders.get(sort)
  if (known) return known
  const keys: string[] = []
  for (const [index, { source, places }] of found.sources.entries()) {
    const text = storedCharacters(project.db, source.id) ?? ''
    for (let at = 0; at < places.length; at += 2)
      keys.push(keyOf(text, places[at] ?? 0, places[at + 1] ?? 0, sort))
    if (index % 8 === 7) await task.reach(index, found.sources.length)
  }
  // There are far fewer different keys than hits, and comparing words by language is slow.
  const different = [...new Set(keys)].sort(collator.compare)
  const ranks = new Map(different.map((key, rank) => [key, rank]))
  const rank = Uint32Array.from(keys, (key) => ranks.get(key) ?? 0)
  const order = Uint32Array.from(keys.keys())
  order.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b)
  found.orders.set(sort, order)
  return order
}

function keyOf(text: string, start: number, end: number, sort: HitSort): string {
  if (sort === 'words') return folded(text.slice(start, end))
  const place = Number(sort.slice(-1))
  const { from, to } = paragraphAround(text, start, end)
  const words = sort.startsWith('left') ? wordsBefore(text, from, start) : wordsAfter(text, end, to)
  return words.slice(place - 1, farthest).join('\t')
}

/** The nearest first. */
export function wordsBefore(text: string, from: number, start: number, count = farthest): string[] {
  // Long enough for the words asked for, so that long paragraphs are not read over and over.
  const near = Math.max(from, start - count * 60)
  const words: string[] = []
  eachWord(text, near, start, (a, b) => words.push(folded(text.slice(a, b))))
  return words.reverse().slice(0, count)
}

export function wordsAfter(text: string, end: number, to: number, count = farthest): string[] {
  const words: string[] = []
  eachWord(text, end, Math.min(to, end + count * 60), (a, b) => {
    if (words.length < count) words.push(folded(text.slice(a, b)))
  })
  return words
}
