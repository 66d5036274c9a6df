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
import { candidateSources } from './candidates.ts'
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
  const store = tokenStoreOf(project.db)
  const evaluator = new Evaluator(query, resolve, store.book)
  const regexes = allLeaves(query).flatMap((node) =>
    node.type === 'regex' ? [{ node, finder: new RegexFinder(node) }] : [],
  )
  const scope = resolveScope(project, spec.scope ?? {})
  // What has been read is searched faster than the index is asked.
  const candidates = scope.sources.every(({ id }) => store.has(id))
    ? null
    : candidateSources(project.db, query, resolve)
  const sources = scope.sources.filter(({ id }) => !candidates || candidates.has(id))
  let rested = performance.now()
  for (const [index, source] of sources.entries()) {
    if (performance.now() - rested > patience) {
      await task.reach(index, sources.length)
      rested = performance.now()
    }
    const tokens = store.tokensOf(source.id)
    if (tokens === null) continue
    const restrictions = scope.rangesOf(source.id)
    const isAsked = (paragraph: number) => isTouched(tokens, paragraph, restrictions)
    const regexHits = new Map<RegexNode, readonly number[]>()
    if (regexes.length > 0) {
      const text = storedCharacters(project.db, source.id) ?? ''
      // Patterns are slow: they are asked only where the words beside them allow it.
      const ranges = paragraphsOf(
        tokens,
        (paragraph) => isAsked(paragraph) && evaluator.mayHold(tokens, paragraph),
      )
      for (const { node, finder } of regexes)
        regexHits.set(node, await finder.placesIn(text, ranges, task))
    }
    const places: number[] = []
    for (let paragraph = 0; paragraph * 2 < tokens.paragraphs.length; paragraph += 1) {
      if (!isAsked(paragraph)) continue
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

/** Start and end of the paragraphs that are wanted. */
function paragraphsOf(
  { paragraphs }: Tokens,
  isWanted: (paragraph: number) => boolean,
): readonly number[] {
  const ranges: number[] = []
  for (let at = 0; at < paragraphs.length; at += 2)
    if (isWanted(at / 2)) ranges.push(paragraphs[at] ?? 0, paragraphs[at + 1] ?? 0)
  return ranges
}
