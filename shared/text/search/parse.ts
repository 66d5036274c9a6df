import { lex, type Token } from './lex.ts'
import {
  positiveLeaves,
  type NearOperand,
  type ParsedQuery,
  type QueryNode,
  type WordPattern,
  type WordsNode,
} from './query.ts'
import { QueryRefusal } from './refusal.ts'
import { folded, wordsOf } from './words.ts'

/** Reads a query (SPEC.md in this folder). A query that is not understood is said where and why. */
export function parseQuery(text: string): ParsedQuery {
  const query = text.normalize('NFC')
  try {
    return { ok: true, query: new Parser(lex(query), query.length).whole() }
  } catch (error) {
    if (error instanceof QueryRefusal) return { ok: false, error: error.error }
    throw error
  }
}

/** The same for words that are still being written: the last one is a beginning. */
export function parseUnfinished(text: string): ParsedQuery {
  return parseQuery(/[\p{L}\p{N}]$/u.test(text) ? `${text}*` : text)
}

class Parser {
  readonly #tokens: readonly Token[]
  readonly #length: number
  #next = 0

  constructor(tokens: readonly Token[], length: number) {
    this.#tokens = tokens
    this.#length = length
  }

  whole(): QueryNode {
    if (this.#tokens.length === 0) throw this.#atEnd('empty')
    const query = this.#or()
    const rest = this.#peek()
    if (rest) throw new QueryRefusal({ problem: 'surplusBracket', at: rest.at, length: 1 })
    if (!query) throw this.#atEnd('empty')
    if (positiveLeaves(query).length === 0)
      throw new QueryRefusal({ problem: 'onlyNot', at: 0, length: this.#length })
    return query
  }

  #or(): QueryNode | null {
    const parts = this.#joined('or', () => this.#and())
    return joined('or', parts)
  }

  #and(): QueryNode | null {
    const parts: QueryNode[] = []
    for (;;) {
      const sign = this.#take('and')
      const type = this.#peek()?.type
      if (sign && parts.length === 0) throw problemAt('missingBefore', sign)
      if (sign && (type === undefined || type === 'close' || type === 'or' || type === 'and'))
        throw problemAt('missingAfter', sign)
      if (type === undefined || type === 'close' || type === 'or') break
      const part = this.#not()
      if (part) parts.push(part)
    }
    return joined('and', parts)
  }

  #not(): QueryNode | null {
    const sign = this.#take('not')
    if (!sign) return this.#near()
    const type = this.#peek()?.type
    if (type === undefined || type === 'close' || type === 'or' || type === 'and')
      throw problemAt('missingAfter', sign)
    const part = this.#not()
    return part === null ? null : { type: 'not', part }
  }

  #near(): QueryNode | null {
    const before = this.#peek()
    if (before?.type === 'near') throw problemAt('missingBefore', before)
    let left = this.#single()
    for (;;) {
      const sign = this.#take('near')
      if (!sign) return left
      const next = this.#peek()
      if (!next || !['word', 'phrase', 'open', 'regex'].includes(next.type))
        throw problemAt('missingAfter', sign)
      const right = this.#single()
      if (!isNearOperand(left) || !isNearOperand(right)) throw problemAt('nearNeedsWords', sign)
      left = { type: 'near', distance: sign.distance, left, right }
    }
  }

  /** Null for what holds no word, such as a dash. */
  #single(): QueryNode | null {
    const token = this.#tokens[this.#next]
    this.#next += 1
    if (token?.type === 'open') {
      const inner = this.#or()
      const close = this.#take('close')
      if (!close) throw new QueryRefusal({ problem: 'unclosedBracket', at: token.at, length: 1 })
      if (!inner) throw problemAt('empty', { at: token.at, length: close.at + 1 - token.at })
      return inner
    }
    if (token?.type === 'regex') {
      const { pattern, mindsCase, at, length } = token
      return { type: 'regex', pattern, mindsCase, at, length }
    }
    if (token?.type === 'word' || token?.type === 'phrase') return tokenToWords(token)
    throw token ? problemAt('surplusBracket', token) : this.#atEnd('empty')
  }

  /** Parts on either side of a sign; neither side may be empty. */
  #joined(type: 'or', part: () => QueryNode | null): QueryNode[] {
    const parts: QueryNode[] = []
    let sign: Token | null = null
    for (;;) {
      const begin = this.#next
      const found = part()
      const isNothing = this.#next === begin
      const following = this.#take(type)
      if (isNothing && following && !sign) throw problemAt('missingBefore', following)
      if (isNothing && sign) throw problemAt('missingAfter', sign)
      if (found) parts.push(found)
      if (!following) return parts
      sign = following
    }
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next]
  }

  #take<T extends Token['type']>(type: T): (Token & { type: T }) | null {
    const token = this.#peek()
    if (token?.type !== type) return null
    this.#next += 1
    return token as Token & { type: T }
  }

  #atEnd(problem: 'empty'): QueryRefusal {
    return new QueryRefusal({ problem, at: 0, length: this.#length })
  }
}

function joined(type: 'and' | 'or', parts: QueryNode[]): QueryNode | null {
  const [only] = parts
  return parts.length > 1 ? { type, parts } : (only ?? null)
}

function problemAt(
  problem: ConstructorParameters<typeof QueryRefusal>[0]['problem'],
  { at, length }: { at: number; length: number },
): QueryRefusal {
  return new QueryRefusal({ problem, at, length })
}

function isNearOperand(node: QueryNode | null): node is NearOperand {
  if (node?.type === 'words' || node?.type === 'near') return true
  return node?.type === 'or' && node.parts.every(isNearOperand)
}

function tokenToWords(token: Extract<Token, { type: 'word' | 'phrase' }>): WordsNode | null {
  const isPhrase = token.type === 'phrase'
  // A star stands for a letter until the words have been told apart.
  const text = token.text.replace(questionMark, '')
  const parts = wordsOf(text.replaceAll('*', starSign).replaceAll('?', oneSign))
  const words = parts.map(partToPattern)
  const hasNothing = words.every(({ kind }) => kind === 'any')
  if (words.length > 0 && hasNothing) throw problemAt('onlyWildcard', token)
  const isExact = isPhrase && !token.isLoose
  const { at, length, isLoose } = token
  return words.length === 0 ? null : { type: 'words', words, isExact, isLoose, at, length }
}

/** Private-use characters, which count as letters; nobody can write them into a query by hand. */
const starSign = '\uf8fe'
const oneSign = '\uf8fd'

/** Those at the end of a word ask, as in “hvorfor?”; those inside stand for a letter. */
const questionMark = /\?+(?![\p{L}\p{N}*?])/gu

function partToPattern(part: string): WordPattern {
  const text = folded(part).replaceAll(starSign, '*').replaceAll(oneSign, '?')
  if (/^[*?]+$/.test(text)) return { kind: 'any', text: '*' }
  if (/^[^*?]+\*$/.test(text)) return { kind: 'prefix', text: text.slice(0, -1) }
  return { kind: /[*?]/.test(text) ? 'wildcard' : 'word', text }
}
