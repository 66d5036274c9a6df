import type { Database } from 'better-sqlite3'
import {
  termsHolding,
  type Vocabulary,
  type WordMatcher,
} from '../../../shared/text/search/matchers.ts'
import type {
  QueryNode,
  RegexNode,
  WordPattern,
  WordsNode,
} from '../../../shared/text/search/query.ts'
import { requiredLetters } from '../../../shared/text/search/required-letters.ts'

/** With more paragraphs than these, going through all words is as fast, however many there are. */
const mostParagraphs = 12_000
/** Terms in one expression of the index; with more a word is in so much that it does not narrow down. */
const mostTerms = 2_000

type Resolve = (word: WordPattern, leaf: WordsNode) => WordMatcher

interface ResolvedBy {
  resolve: Resolve
  /** Where it was needed. */
  vocabulary: Vocabulary | null
}

/**
 * Where the paragraphs begin that may hold a query, by source, in any order; null when the index cannot
 * say, or there are more than `most`.
 */
export function candidateParagraphs(
  db: Database,
  query: QueryNode,
  resolve: Resolve,
  vocabulary: Vocabulary | null,
  most: number,
): ReadonlyMap<string, number[]> | null {
  const match = matchExpression(query, { resolve, vocabulary })
  if (match === null) return null
  const bySource = new Map<string, number[]>()
  if (match === '') return bySource
  const limit = Math.min(most, mostParagraphs)
  const rows = db
    .prepare<[string], [string, number]>(
      `SELECT source_id, start FROM paragraph_words
       CROSS JOIN paragraphs ON paragraphs.id = paragraph_words.rowid
       WHERE paragraph_words MATCH ? LIMIT ${limit + 1}`,
    )
    .raw()
    .all(match)
  if (rows.length > limit) return null
  for (const [sourceId, start] of rows) {
    const known = bySource.get(sourceId)
    if (known) known.push(start)
    else bySource.set(sourceId, [start])
  }
  return bySource
}

/** What a paragraph must hold at least, for FTS5. Null: may be any; empty: there is none. */
function matchExpression(node: QueryNode, by: ResolvedBy): string | null {
  switch (node.type) {
    case 'words':
      return wordsExpression(node, by.resolve)
    case 'regex':
      return patternExpression(node, by)
    case 'near':
      return nearExpression(node, by)
    case 'and':
      return all(node.parts.map((part) => matchExpression(part, by)))
    case 'or':
      return any(node.parts.map((part) => matchExpression(part, by)))
    default:
      return null
  }
}

/** The index counts the words between two phrases as we do, but knows NEAR of phrases alone. */
function nearExpression(
  { left, right, distance }: Extract<QueryNode, { type: 'near' }>,
  by: ResolvedBy,
): string | null {
  const sides = [matchExpression(left, by), matchExpression(right, by)]
  const [one, other] = sides
  if (one && other && onePhrase.test(one) && onePhrase.test(other))
    return `NEAR(${one} ${other}, ${distance})`
  return all(sides)
}

const onePhrase = /^"[^"]*"(?: \*)?$/

function wordsExpression(leaf: WordsNode, resolve: Resolve): string | null {
  const matchers = leaf.words.map((word) => resolve(word, leaf))
  const isSimple = matchers.every((matcher, index) => {
    const kind = leaf.words[index]?.kind
    if (matcher.type === 'prefix') return index === matchers.length - 1
    return kind === 'word' && matcher.type === 'terms' && matcher.terms.size === 1
  })
  if (isSimple) {
    const last = matchers.at(-1)?.type === 'prefix' ? ' *' : ''
    return `"${leaf.words.map(({ text }) => text).join(' ')}"${last}`
  }
  return all(matchers.map(matcherExpression))
}

/** A word around letters that every place of the pattern holds. */
function patternExpression({ pattern }: RegexNode, { vocabulary }: ResolvedBy): string | null {
  const letters = requiredLetters(pattern)
  if (letters === null || vocabulary === null) return null
  return matcherExpression({ type: 'terms', terms: termsHolding(letters, vocabulary) })
}

function matcherExpression(matcher: WordMatcher): string | null {
  if (matcher.type === 'any') return null
  if (matcher.type === 'prefix') return `"${matcher.text}" *`
  if (matcher.terms.size > mostTerms) return null
  return [...matcher.terms].map((term) => `"${term}"`).join(' OR ')
}

function all(parts: readonly (string | null)[]): string | null {
  const known = parts.filter((part) => part !== null)
  if (known.includes('')) return ''
  return known.length === 0 ? null : known.map((part) => `(${part})`).join(' AND ')
}

function any(parts: readonly (string | null)[]): string | null {
  if (parts.includes(null)) return null
  return parts
    .filter((part) => part !== '')
    .map((part) => `(${part})`)
    .join(' OR ')
}
