import type { QueryHandlers } from '../handlers.ts'
import type { Project } from '../project/project.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import { silentTask } from '../task.ts'
import { unitsOf } from './coded-units.ts'
import { collocations } from './collocations.ts'
import { findHits, type SearchSpec } from './find-hits.ts'
import { foundBy, hitNumbered, type Found } from './found.ts'
import { countHits } from './hit-counts.ts'
import { hitRow, type HitRow } from './hit-rows.ts'
import { listSavedSearches } from './saved-searches.ts'
import { orderOf } from './sort-hits.ts'
import { listStopWords, stopWordsOf } from './stop-words.ts'
import { wordCounts } from './word-counts.ts'

export const searchQueries: QueryHandlers<
  | 'search.text'
  | 'search.hits'
  | 'search.counts'
  | 'search.units'
  | 'search.collocations'
  | 'search.words'
  | 'stopWords.list'
  | 'savedSearches.list'
> = {
  'search.text': async ({ query, limit = 50, sourceId, isUnfinished, ...rest }, { project }) => {
    const scope = sourceId === undefined ? rest.scope : { ...rest.scope, sourceIds: [sourceId] }
    // What is still being written, or only a dash, finds nothing; it is not wrong.
    if (query.trim() === '') return { items: [], more: false }
    return firstHits(project, { ...rest, query, scope }, limit, isUnfinished)
  },
  'search.hits': async (input, context) => {
    const { project } = context
    const { sort = 'source', limit = 50, offset = 0, task: name, ...spec } = input
    const task = context.task(name)
    const found = await foundBy(project, spec, task)
    const order = await orderOf(project, spec, found, sort, task)
    return {
      items: pageOf(project, found, order, offset, limit),
      total: found.total,
      sources: found.sources.length,
    }
  },
  'search.counts': async ({ by = 'source', task: name, ...spec }, context) => {
    const task = context.task(name)
    const found = await foundBy(context.project, spec, task)
    return { items: await countHits(context.project, found, by, task), total: found.total }
  },
  'search.units': async (input, context) => {
    const { project } = context
    const { unit = 'hit', limit = 50, offset = 0, task: name, ...spec } = input
    const task = context.task(name)
    const found = await foundBy(project, spec, task)
    const { units, leftOut } = await unitsOf(project, found, unit, task)
    const items = units.slice(offset, offset + limit).map(({ source, start, end, hits }) => {
      const text = storedCharacters(project.db, source.id) ?? ''
      return { ...hitRow(source, text, start, end), hits }
    })
    return { items, total: units.length, leftOut }
  },
  'search.collocations': (input, context) => {
    const { window, measure, minimum, withStopWords, limit, task, ...spec } = input
    const asked = { window, measure, minimum, withStopWords, limit }
    return collocations(context.project, spec, asked, context.task(task))
  },
  'search.words': async ({ scope = {}, withStopWords, limit = 200, offset = 0, task }, context) => {
    const { project } = context
    const { words, total } = await wordCounts(project, scope, context.task(task))
    const stopWords = withStopWords ? new Set<string>() : stopWordsOf(project)
    const items = [...words.values()]
      .filter(({ word }) => !stopWords.has(word))
      .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    return {
      items: items
        .slice(offset, offset + limit)
        .map(({ word, count, sources }) => ({ word, count, sources })),
      total: items.length,
      words: total,
    }
  },
  'stopWords.list': (_, { project }) => ({ items: listStopWords(project) }),
  'savedSearches.list': (_, { project }) => ({ items: listSavedSearches(project) }),
}

async function firstHits(
  project: Project,
  spec: SearchSpec,
  limit: number,
  isUnfinished: boolean | undefined,
): Promise<{ items: HitRow[]; more: boolean }> {
  const items: HitRow[] = []
  for await (const { source, places } of findHits(project, spec, silentTask(), isUnfinished)) {
    const text = storedCharacters(project.db, source.id) ?? ''
    for (let at = 0; at < places.length; at += 2) {
      if (items.length === limit) return { items, more: true }
      items.push(hitRow(source, text, places[at] ?? 0, places[at + 1] ?? 0))
    }
  }
  return { items, more: false }
}

function pageOf(
  project: Project,
  found: Found,
  order: Uint32Array | null,
  offset: number,
  limit: number,
): (HitRow & { speaker: string; paragraph: number })[] {
  const hitAt = hitNumbered(found)
  const place = project.db.prepare<[string, number], { speaker: string; paragraph: number }>(
    `SELECT speaker, ordinal paragraph FROM paragraphs
     WHERE source_id = ? AND start <= ? ORDER BY start DESC LIMIT 1`,
  )
  const items = []
  for (let at = offset; at < Math.min(found.total, offset + limit); at += 1) {
    const hit = hitAt(order?.[at] ?? at)
    if (!hit) continue
    const { source, start, end } = hit
    const text = storedCharacters(project.db, source.id) ?? ''
    const { speaker, paragraph } = place.get(source.id, start) ?? { speaker: '', paragraph: 0 }
    items.push({ ...hitRow(source, text, start, end), speaker, paragraph })
  }
  return items
}
