import type { z } from 'zod'
import type { searchSpec } from '../../../shared/contract/search.ts'
import { Evaluator } from '../../../shared/text/search/evaluate.ts'
import { matcherOf, needsVocabulary, noReach } from '../../../shared/text/search/matchers.ts'
import { parseQuery, parseUnfinished } from '../../../shared/text/search/parse.ts'
import {
  allLeaves,
  type QueryNode,
  type RegexNode,
  type WordPattern,
  type WordsNode,
} from '../../../shared/text/search/query.ts'
import type { Tokens } from '../../../shared/text/search/tokens.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import type { Task } from '../task.ts'
import { candidateParagraphs } from './candidates.ts'
import { RegexFinder } from './regex-places.ts'
import { isWithin, resolveScope, touches, type Ranges, type ScopedSource } from './scope.ts'
import { tokenStoreOf } from './token-store.ts'
import { vocabulary } from './vocabulary.ts'

export type SearchSpec = {
  [K in keyof typeof searchSpec]?: z.output<(typeof searchSpec)[K]>
} & { query: string }

/** Hits in one source: start, end, start, end … in UTF-16 code units, in order. */
export interface SourceHits {
  source: ScopedSource
  places: readonly number[]
}

/** Milliseconds after which others are let in. */
export const patience = 12

/** Sources in which regular expressions are looked for in one go: to begin takes its time. */
const sourcesAtOnce = 16

/**
 * Paragraphs the index is asked for before all words of the sources in scope are gone through, which
 * is as fast. Where few sources are in scope it is not worth asking for those of all others.
 */
const [fewestAsked, askedBySource] = [500, 12]

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
  const scope = resolveScope(project, spec.scope ?? {})
  const store = tokenStoreOf(project.db)
  const words = needsVocabulary(query, reach)
    ? (store.vocabularyOf(scope.sources) ?? (await vocabulary(project.db, task)))
    : null
  const resolved = new Map<WordPattern, ReturnType<typeof matcherOf>>()
  const resolve = (word: WordPattern, leaf: WordsNode) => {
    const known = resolved.get(word) ?? matcherOf(word, leaf, reach, words)
    resolved.set(word, known)
    return known
  }
  const evaluator = new Evaluator(query, resolve, store.book)
  const regexes = allLeaves(query).flatMap((node) =>
    node.type === 'regex' ? [{ node, finder: new RegexFinder(node) }] : [],
  )
  const hasWords = regexes.length < allLeaves(query).length
  const most = Math.max(fewestAsked, askedBySource * scope.sources.length)
  const candidates = candidateParagraphs(project.db, query, resolve, words, most)
  const sources = scope.sources.filter(({ id }) => !candidates || candidates.has(id))
  const hitsIn = async function* (portion: readonly Asked[]): AsyncGenerator<SourceHits> {
    const patterns = await placesOfPatterns(project, regexes, portion, task)
    for (const [index, { source, tokens, paragraphs, restrictions }] of portion.entries()) {
      const regexHits = new Map([...patterns].map(([node, places]) => [node, places[index] ?? []]))
      const places: number[] = []
      for (const paragraph of paragraphs) {
        const hits = evaluator.hits(tokens, paragraph, regexHits)
        for (let hit = 0; hit < hits.length; hit += 2) {
          const start = hits[hit] ?? 0
          const end = hits[hit + 1] ?? 0
          if (restrictions.every((ranges) => isWithin(ranges, start, end))) places.push(start, end)
        }
      }
      if (places.length > 0) yield { source, places }
    }
  }
  let portion: Asked[] = []
  let rested = performance.now()
  for (const [index, source] of sources.entries()) {
    if (performance.now() - rested > patience) {
      await task.reach(index, sources.length)
      rested = performance.now()
    }
    const tokens = store.tokensOf(source.id)
    if (tokens === null) continue
    const restrictions = scope.rangesOf(source.id)
    const paragraphs = paragraphsOf(tokens, candidates?.get(source.id), restrictions)
    // Patterns are slow: they are asked only where the words beside them allow it.
    const patterned =
      hasWords && regexes.length > 0
        ? paragraphs.filter((paragraph) => evaluator.mayHold(tokens, paragraph))
        : paragraphs
    portion.push({ source, tokens, restrictions, paragraphs, patterned })
    if (regexes.length > 0 && portion.length < sourcesAtOnce) continue
    yield* hitsIn(portion)
    portion = []
  }
  yield* hitsIn(portion)
}

/** Paragraphs of a source, by their numbers. */
interface Asked {
  source: ScopedSource
  tokens: Tokens
  restrictions: readonly Ranges[]
  paragraphs: readonly number[]
  /** Those of which regular expressions are asked. */
  patterned: readonly number[]
}

/** Places of each regular expression, source by source. */
async function placesOfPatterns(
  project: Project,
  regexes: readonly { node: RegexNode; finder: RegexFinder }[],
  portion: readonly Asked[],
  task: Task,
): Promise<Map<RegexNode, readonly (readonly number[])[]>> {
  const found = new Map<RegexNode, readonly (readonly number[])[]>()
  if (regexes.length === 0 || portion.length === 0) return found
  const texts = portion.map(({ source, tokens, patterned }) => ({
    text: storedCharacters(project.db, source.id) ?? '',
    ranges: patterned.flatMap((paragraph) => [
      tokens.paragraphs[paragraph * 2] ?? 0,
      tokens.paragraphs[paragraph * 2 + 1] ?? 0,
    ]),
  }))
  for (const { node, finder } of regexes) found.set(node, await finder.placesIn(texts, task))
  return found
}

function isTouched(
  { paragraphs }: Tokens,
  paragraph: number,
  restrictions: readonly Ranges[],
): boolean {
  if (restrictions.length === 0) return true
  const start = paragraphs[paragraph * 2] ?? 0
  const end = paragraphs[paragraph * 2 + 1] ?? 0
  return restrictions.every((ranges) => touches(ranges, start, end))
}

/** The paragraphs that begin at these places, or all there are, as far as they touch the restrictions. */
function paragraphsOf(
  tokens: Tokens,
  starts: readonly number[] | undefined,
  restrictions: readonly Ranges[],
): number[] {
  const count = tokens.paragraphs.length / 2
  const [ranges] = restrictions
  const found = starts
    ? starts.map((start) => lastBeginning(tokens, start))
    : ranges
      ? touching(tokens, ranges)
      : Array.from({ length: count }, (_, paragraph) => paragraph)
  const inOrder = starts ? [...new Set(found)].sort((a, b) => a - b) : found
  return inOrder.filter((paragraph) => isTouched(tokens, paragraph, restrictions))
}

/** The paragraphs among which are all that touch the ranges, and few others; each once, in order. */
function touching(tokens: Tokens, ranges: Ranges): number[] {
  const { paragraphs } = tokens
  const found: number[] = []
  let next = 0
  for (let at = 0; at < ranges.length; at += 2) {
    next = Math.max(next, lastBeginning(tokens, ranges[at] ?? 0))
    const end = ranges[at + 1] ?? 0
    for (; next * 2 < paragraphs.length && (paragraphs[next * 2] ?? 0) < end; next += 1)
      found.push(next)
  }
  return found
}

/** The last paragraph that begins at or before `offset`; the first one if none does. */
function lastBeginning({ paragraphs }: Tokens, offset: number): number {
  let low = 0
  let high = paragraphs.length / 2 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((paragraphs[middle * 2] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
