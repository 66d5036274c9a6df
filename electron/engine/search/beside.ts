import { allLeaves } from '../../../shared/text/search/query.ts'
import type { Tokens } from '../../../shared/text/search/tokens.ts'
import { eachWord } from '../../../shared/text/search/words.ts'
import type { Project } from '../project/project.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import { readQuery } from './find-hits.ts'
import { paragraphAround } from './hit-rows.ts'
import { tokenStoreOf } from './token-store.ts'

/** Words beside a hit in its paragraph, the nearest first, as the book's numbers of terms. */
export interface Beside {
  before: (start: number, count: number) => number[]
  after: (end: number, count: number) => number[]
}

const none: Beside = { before: () => [], after: () => [] }

/**
 * Gives the words beside the hits of a query, source by source. Only a regular expression can begin or
 * end inside of a word: what is left of the word is then read from the text.
 */
export function besideHits(project: Project, query: string): (sourceId: string) => Beside {
  const { db } = project
  const store = tokenStoreOf(db)
  const isByWord = allLeaves(readQuery(query)).every(({ type }) => type === 'words')
  return (sourceId) => {
    if (!isByWord) return besideInText(storedCharacters(db, sourceId) ?? '', store.book)
    const tokens = store.tokensOf(sourceId)
    return tokens === null ? none : besideInTokens(tokens, store.book)
  }
}

type Book = ReturnType<typeof tokenStoreOf>['book']

function besideInTokens({ starts, words, paragraphs, firsts }: Tokens, book: Book): Beside {
  /** How many of `offsets`, each `step` apart, lie before `offset`. */
  const countBefore = (offsets: Uint32Array, step: number, offset: number) => {
    let low = 0
    let high = offsets.length / step
    while (low < high) {
      const middle = (low + high) >> 1
      if ((offsets[middle * step] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    before: (start, count) => {
      const word = countBefore(starts, 1, start)
      const paragraph = countBefore(paragraphs, 2, start + 1) - 1
      const first = Math.max(firsts[paragraph] ?? 0, word - count)
      const found: number[] = []
      for (let at = word - 1; at >= first; at -= 1) found.push(book.termNumber(words[at] ?? 0))
      return found
    },
    after: (end, count) => {
      const word = countBefore(starts, 1, end)
      const paragraph = countBefore(paragraphs, 2, end)
      const last = Math.min(firsts[paragraph] ?? 0, word + count)
      const found: number[] = []
      for (let at = word; at < last; at += 1) found.push(book.termNumber(words[at] ?? 0))
      return found
    },
  }
}

function besideInText(text: string, book: Book): Beside {
  const number = (start: number, end: number) =>
    book.termNumber(book.numberOf(text.slice(start, end)))
  return {
    before: (start, count) => {
      const { from } = paragraphAround(text, start, start)
      const words: number[] = []
      // Long enough for the words asked for, so that long paragraphs are not read over and over.
      eachWord(text, Math.max(from, start - count * 60), start, (a, b) => words.push(number(a, b)))
      return words.reverse().slice(0, count)
    },
    after: (end, count) => {
      const { to } = paragraphAround(text, end, end)
      const words: number[] = []
      eachWord(text, end, Math.min(to, end + count * 60), (a, b) => {
        if (words.length < count) words.push(number(a, b))
      })
      return words
    },
  }
}
