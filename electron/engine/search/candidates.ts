import type { Database } from 'better-sqlite3'
import type { WordMatcher } from '../../../shared/text/search/matchers.ts'
import type { QueryNode, WordPattern, WordsNode } from '../../../shared/text/search/query.ts'

/** With more paragraphs than these, the query is likely to have hits in nearly every source. */
const mostParagraphs = 20_000
/** Terms in one expression of the index; with more a word is in so much that it does not narrow down. */
const mostTerms = 2_000

type Resolve = (word: WordPattern, leaf: WordsNode) => WordMatcher

/** Sources that may hold a query; null when the index cannot say, or it would not pay. */
export function candidateSources(
  db: Database,
  query: QueryNode,
  resolve: Resolve,
): ReadonlySet<string> | null {
  const match = matchExpression(query, resolve)
  if (match === null) return null
  if (match === '') return new Set()
  const rows = db
    .prepare<[string], string>(
      `SELECT source_id FROM paragraph_words
       CROSS JOIN paragraphs ON paragraphs.id = paragraph_words.rowid
       WHERE paragraph_words MATCH ? LIMIT ${mostParagraphs + 1}`,
    )
    .pluck()
    .all(match)
  return rows.length > mostParagraphs ? null : new Set(rows)
}

/** What a paragraph must hold at least, for FTS5. Null: may be any; empty: there is none. */
function matchExpression(node: QueryNode, resolve: Resolve): string | null {
  switch (node.type) {
    case 'words':
      return wordsExpression(node, resolve)
    case 'near':
      return all([matchExpression(node.left, resolve), matchExpression(node.right, resolve)])
    case 'and':
      return all(node.parts.map((part) => matchExpression(part, resolve)))
    case 'or':
      return any(node.parts.map((part) => matchExpression(part, resolve)))
    default:
      return null
  }
}

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
