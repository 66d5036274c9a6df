import type { WordMatcher } from './matchers.ts'
import {
  allLeaves,
  type NearOperand,
  type QueryNode,
  type RegexNode,
  type WordPattern,
  type WordsNode,
} from './query.ts'
import type { Tokens, WordBook } from './tokens.ts'

/** A place in a text, UTF-16 code units, and the words of the paragraph in it (both ends inclusive). */
interface Span {
  start: number
  end: number
  first: number
  last: number
}

interface Found {
  holds: boolean
  spans: Span[]
}

/** Places of regular expressions in the same text, in order: start, end, start, end … */
export type RegexPlaces = ReadonlyMap<RegexNode, readonly number[]>

const nothing: readonly number[] = []
const noTokens = { starts: new Uint32Array(0), words: new Uint32Array(0) }
const unasked = 0
const refused = 1

/** A query with all its words resolved, to be asked of one paragraph after the other. */
export class Evaluator {
  readonly #query: QueryNode
  readonly #book: WordBook
  readonly #matcherOf: Map<WordPattern, number> = new Map()
  /** Word in small letters → the matchers that accept it by name. */
  readonly #byTerm = new Map<string, number[]>()
  readonly #prefixes: { text: string; matcher: number }[] = []
  /** Number of a word in the book → `unasked`, `refused`, or the place of its matchers below. */
  #accepted = new Uint32Array(1024)
  readonly #matchers: (readonly number[])[] = [[], []]
  readonly #hasRegex: boolean
  #tokens: Tokens | null = null
  /** The first word of the paragraph that is looked at, and the number of its words. */
  #first = 0
  #words = 0
  #occurrences: number[][] = []

  /** The words that are looked at later must be numbered in `book`; it may grow meanwhile. */
  constructor(
    query: QueryNode,
    resolve: (word: WordPattern, leaf: WordsNode) => WordMatcher,
    book: WordBook,
  ) {
    this.#query = query
    this.#book = book
    const leaves = allLeaves(query)
    this.#hasRegex = leaves.some(({ type }) => type === 'regex')
    for (const leaf of leaves) {
      if (leaf.type === 'regex') continue
      for (const word of leaf.words) this.#add(word, resolve(word, leaf))
    }
  }

  #add(word: WordPattern, matcher: WordMatcher): void {
    if (matcher.type === 'any') return
    const place = this.#occurrences.length
    this.#occurrences.push([])
    this.#matcherOf.set(word, place)
    if (matcher.type === 'prefix') {
      this.#prefixes.push({ text: matcher.text, matcher: place })
      return
    }
    for (const text of matcher.terms) {
      const known = this.#byTerm.get(text)
      if (known) known.push(place)
      else this.#byTerm.set(text, [place])
    }
  }

  /**
   * Hits in one paragraph of a text (its place among those of the tokens), as start, end, start, end …,
   * in UTF-16 code units.
   */
  hits(tokens: Tokens, paragraph: number, regexes?: RegexPlaces): readonly number[] {
    const isAny = this.#readWords(tokens, paragraph)
    if (!isAny && !this.#hasRegex) return nothing
    const from = tokens.paragraphs[paragraph * 2] ?? 0
    const to = tokens.paragraphs[paragraph * 2 + 1] ?? from
    const { holds, spans } = this.#evaluate(this.#query, { from, to, regexes })
    return holds && spans.length > 0 ? apart(spans) : nothing
  }

  /** Whether a paragraph may hold the query, as far as its words alone can say. */
  mayHold(tokens: Tokens, paragraph: number): boolean {
    this.#readWords(tokens, paragraph)
    return this.#mayHold(this.#query)
  }

  #mayHold(node: QueryNode): boolean {
    if (node.type === 'regex') return true
    if (node.type === 'and') return node.parts.every((part) => this.#mayHold(part))
    if (node.type === 'or') return node.parts.some((part) => this.#mayHold(part))
    if (node.type === 'not' && allLeaves(node.part).some(({ type }) => type === 'regex'))
      return true
    return this.#evaluate(node, { from: 0, to: 0, regexes: undefined }).holds
  }

  #readWords(tokens: Tokens, paragraph: number): boolean {
    let isAny = false
    for (const list of this.#occurrences) if (list.length > 0) list.length = 0
    const first = tokens.firsts[paragraph] ?? 0
    const last = tokens.firsts[paragraph + 1] ?? first
    this.#tokens = tokens
    this.#first = first
    this.#words = last - first
    if (this.#accepted.length < this.#book.size) this.#makeRoom()
    const accepted = this.#accepted
    const { words } = tokens
    for (let at = first; at < last; at += 1) {
      const word = words[at] ?? 0
      let place = accepted[word] ?? unasked
      if (place === unasked) place = this.#ask(word)
      if (place === refused) continue
      isAny = true
      for (const matcher of this.#matchers[place] ?? nothing)
        this.#occurrences[matcher]?.push(at - first)
    }
    return isAny
  }

  #makeRoom(): void {
    const more = new Uint32Array(Math.max(this.#accepted.length * 2, this.#book.size))
    more.set(this.#accepted)
    this.#accepted = more
  }

  /** Which matchers accept a word; asked once of each. */
  #ask(number: number): number {
    const word = this.#book.termAt(number)
    const matchers = [...(this.#byTerm.get(word) ?? nothing)]
    for (const { text: prefix, matcher } of this.#prefixes)
      if (word.startsWith(prefix)) matchers.push(matcher)
    const place = matchers.length === 0 ? refused : this.#matchers.push(matchers) - 1
    this.#accepted[number] = place
    return place
  }

  #evaluate(
    node: QueryNode,
    paragraph: { from: number; to: number; regexes: RegexPlaces | undefined },
  ): Found {
    switch (node.type) {
      case 'words':
        return found(this.#phrase(node))
      case 'near':
        return found(this.#near(node))
      case 'regex':
        return found(spansWithin(paragraph.regexes?.get(node) ?? nothing, paragraph))
      case 'not':
        return { holds: !this.#evaluate(node.part, paragraph).holds, spans: [] }
      case 'and': {
        const spans: Span[] = []
        for (const part of node.parts) {
          const one = this.#evaluate(part, paragraph)
          if (!one.holds) return { holds: false, spans: [] }
          spans.push(...one.spans)
        }
        return { holds: true, spans }
      }
      default: {
        const all = node.parts.map((part) => this.#evaluate(part, paragraph))
        return {
          holds: all.some(({ holds }) => holds),
          spans: all.flatMap(({ holds, spans }) => (holds ? spans : [])),
        }
      }
    }
  }

  #phrase({ words }: WordsNode): Span[] {
    const anchor = words.findIndex((word) => this.#matcherOf.has(word))
    const anchors = this.#placesOf(words[anchor])
    const others = words.flatMap((word, offset) =>
      offset !== anchor && this.#matcherOf.has(word)
        ? [{ offset, places: new Set(this.#placesOf(word)) }]
        : [],
    )
    const spans: Span[] = []
    for (const place of anchors) {
      const first = place - anchor
      const last = first + words.length - 1
      if (first < 0 || last >= this.#words) continue
      if (others.every(({ offset, places }) => places.has(first + offset)))
        spans.push(this.#span(first, last))
    }
    return spans
  }

  #placesOf(word: WordPattern | undefined): readonly number[] {
    const matcher = word === undefined ? undefined : this.#matcherOf.get(word)
    return matcher === undefined ? nothing : (this.#occurrences[matcher] ?? nothing)
  }

  #span(first: number, last: number): Span {
    const { starts, words } = this.#tokens ?? noTokens
    const start = starts[this.#first + first] ?? 0
    const end = starts[this.#first + last] ?? start
    return { start, end: end + this.#book.lengthAt(words[this.#first + last] ?? 0), first, last }
  }

  #operand(node: NearOperand): Span[] {
    if (node.type === 'words') return this.#phrase(node)
    if (node.type === 'near') return this.#near(node)
    return node.parts.flatMap((part) => this.#operand(part))
  }

  /** For each place of the left side the nearest one of the right side, the earlier of two as near. */
  #near(node: Extract<QueryNode, { type: 'near' }>): Span[] {
    const left = this.#operand(node.left)
    const right = this.#operand(node.right)
    const spans: Span[] = []
    for (const one of left) {
      let best: Span | null = null
      let least = Infinity
      for (const other of right) {
        const between = wordsBetween(one, other)
        if (between === null || between > node.distance) continue
        if (between < least || (between === least && best && isBefore(other, best))) {
          best = other
          least = between
        }
      }
      if (best)
        spans.push(this.#span(Math.min(one.first, best.first), Math.max(one.last, best.last)))
    }
    return spans
  }
}

function found(spans: Span[]): Found {
  return { holds: spans.length > 0, spans }
}

/** Null where the two overlap. */
function wordsBetween(a: Span, b: Span): number | null {
  if (b.first > a.last) return b.first - a.last - 1
  if (a.first > b.last) return a.first - b.last - 1
  return null
}

function isBefore(a: Span, b: Span): boolean {
  return a.first < b.first || (a.first === b.first && a.last < b.last)
}

/** Those that lie in the paragraph; by binary search, for a text may have many. */
function spansWithin(
  places: readonly number[],
  { from, to }: { from: number; to: number },
): Span[] {
  let low = 0
  let high = places.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle * 2] ?? 0) < from) low = middle + 1
    else high = middle
  }
  const spans: Span[] = []
  for (let at = low; at * 2 < places.length; at += 1) {
    const start = places[at * 2] ?? 0
    const end = places[at * 2 + 1] ?? 0
    if (start >= to) break
    if (end <= to) spans.push({ start, end, first: -1, last: -1 })
  }
  return spans
}

/** In order and without overlap: of two that overlap the one that begins first, then the longer one. */
function apart(spans: Span[]): number[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: number[] = []
  let until = -1
  for (const { start, end } of sorted) {
    if (start < until) continue
    kept.push(start, end)
    until = end
  }
  return kept
}
