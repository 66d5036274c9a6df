import type { z } from 'zod'
import type { searchSpec } from '../../../shared/contract/search.ts'
import { Evaluator, type RegexPlaces } from '../../../shared/text/search/evaluate.ts'
import { matcherOf, needsVocabulary, noReach } from '../../../shared/text/search/matchers.ts'
import { parseQuery, parseUnfinished } from '../../../shared/text/search/parse.ts'
import {
  allLeaves,
  type QueryNode,
  type RegexNode,
  type WordPattern,
  type WordsNode,
} from '../../../shared/text/search/query.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'
import { candidateParagraphs } from './candidates.ts'
import { regexPlaces } from './regex-places.ts'
import { isWithin, resolveScope, touches, type Ranges, type ScopedSource } from './scope.ts'
import { vocabulary } from './vocabulary.ts'

export type SearchSpec = {
  [K in keyof typeof searchSpec]?: z.output<(typeof searchSpec)[K]>
} & { query: string }

/** Hits in one source: start, end, start, end … in UTF-16 code units, in order. */
export interface SourceHits {
  source: ScopedSource
  text: string
  places: readonly number[]
}

/** Milliseconds after which others are let in. */
const patience = 12

/** The tree of a query; refuses `search.badQuery` with the reason and the place. */
export function readQuery(query: string, isUnfinished = false): QueryNode {
  const parsed = isUnfinished ? parseUnfinished(query) : parseQuery(query)
  if (parsed.ok) return parsed.query
  throw new Refusal('search.badQuery', { query, ...parsed.error })
}

/** Hits source by source, in the order of the sources; those without are left out. */
export async function* findHits(
  project: Project,
  spec: SearchSpec,
  task: Task,
  isUnfinished = false,
): AsyncGenerator<SourceHits> {
  const query = readQuery(spec.query, isUnfinished)
  const reach = { ...noReach, ...spec.reach }
  const words = needsVocabulary(query, reach) ? await vocabulary(project.db, task) : null
  const resolved = new Map<WordPattern, ReturnType<typeof matcherOf>>()
  const resolve = (word: WordPattern, leaf: WordsNode) => {
    const known = resolved.get(word) ?? matcherOf(word, leaf, reach, words)
    resolved.set(word, known)
    return known
  }
  const evaluator = new Evaluator(query, resolve)
  const regexes = allLeaves(query).filter((leaf) => leaf.type === 'regex')
  const candidates = candidateParagraphs(project.db, query, resolve)
  const scope = resolveScope(project, spec.scope ?? {})
  const sources = scope.sources.filter(({ id }) => !candidates || candidates.has(id))
  const textOf = project.db
    .prepare<[string], string>('SELECT text FROM source_texts WHERE source_id = ?')
    .pluck()
  let rested = performance.now()
  for (const [index, source] of sources.entries()) {
    if (performance.now() - rested > patience) {
      await task.reach(index, sources.length)
      rested = performance.now()
    }
    const text = textOf.get(source.id)
    if (text === undefined) continue
    const restrictions = scope.rangesOf(source.id)
    const paragraphs = within(candidates?.get(source.id) ?? allParagraphs(text), restrictions)
    const regexHits = await placesOf(regexes, text, paragraphs, task)
    const places: number[] = []
    for (let at = 0; at < paragraphs.length; at += 2) {
      const hits = evaluator.hits(text, paragraphs[at] ?? 0, paragraphs[at + 1] ?? 0, regexHits)
      for (let hit = 0; hit < hits.length; hit += 2) {
        const start = hits[hit] ?? 0
        const end = hits[hit + 1] ?? 0
        if (restrictions.every((ranges) => isWithin(ranges, start, end))) places.push(start, end)
      }
    }
    if (places.length > 0) yield { source, text, places }
  }
}

function within(paragraphs: number[], restrictions: readonly Ranges[]): number[] {
  if (restrictions.length === 0) return paragraphs
  const kept: number[] = []
  for (let at = 0; at < paragraphs.length; at += 2) {
    const start = paragraphs[at] ?? 0
    const end = paragraphs[at + 1] ?? 0
    if (restrictions.every((ranges) => touches(ranges, start, end))) kept.push(start, end)
  }
  return kept
}

/** Start and end of each paragraph, without its line end. */
export function allParagraphs(text: string): number[] {
  const ranges: number[] = []
  for (let start = 0; start < text.length;) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    if (end > start) ranges.push(start, end)
    start = end + 1
  }
  return ranges
}

async function placesOf(
  regexes: readonly RegexNode[],
  text: string,
  paragraphs: readonly number[],
  task: Task,
): Promise<RegexPlaces> {
  const places = new Map<RegexNode, readonly number[]>()
  for (const node of regexes) places.set(node, await regexPlaces(node, text, paragraphs, task))
  return places
}
