import type { Database } from 'better-sqlite3'
import { vocabularyOf, type Vocabulary } from '../../../shared/text/search/matchers.ts'
import { readTokens, WordBook, type Tokens } from '../../../shared/text/search/tokens.ts'
import { changeOfText, textGeneration } from '../sources/source-text-store.ts'

/** Eight bytes each: 128 MB. What goes beyond is read anew for each search. */
const mostWords = 16_000_000

interface Kept {
  /** Of the texts when they were read. */
  generation: number
  tokens: Tokens
}

/**
 * The words of the sources that were searched, so that only the first search has to read their texts:
 * going through the numbers of fifty million characters takes a few hundredths of a second.
 */
export class TokenStore {
  readonly book = new WordBook()
  readonly #db: Database
  readonly #kept = new Map<string, Kept>()
  #words = 0
  #vocabulary: Vocabulary | null = null

  constructor(db: Database) {
    this.#db = db
  }

  /** All words of these sources, and perhaps others; null if not all of them have been read. */
  vocabularyOf(sources: readonly { id: string }[]): Vocabulary | null {
    if (sources.some(({ id }) => this.#freshTokens(id) === null)) return null
    if (this.#vocabulary?.terms.length !== this.book.terms.length)
      this.#vocabulary = vocabularyOf([...this.book.terms])
    return this.#vocabulary
  }

  /** Null if the source has no text. */
  tokensOf(sourceId: string): Tokens | null {
    const fresh = this.#freshTokens(sourceId)
    if (fresh !== null) return fresh
    this.#words -= this.#kept.get(sourceId)?.tokens.words.length ?? 0
    this.#kept.delete(sourceId)
    const text = this.#db
      .prepare<[string], string>('SELECT text FROM source_texts WHERE source_id = ?')
      .pluck()
      .get(sourceId)
    if (text === undefined) return null
    const tokens = readTokens(unitsOf(text), this.book)
    if (this.#words + tokens.words.length <= mostWords) {
      this.#words += tokens.words.length
      this.#kept.set(sourceId, { generation: textGeneration(this.#db), tokens })
    }
    return tokens
  }

  /** What is kept of a source whose text has not changed since. */
  #freshTokens(sourceId: string): Tokens | null {
    const kept = this.#kept.get(sourceId)
    return kept && kept.generation >= changeOfText(this.#db, sourceId) ? kept.tokens : null
  }
}

const stores = new WeakMap<Database, TokenStore>()

export function tokenStoreOf(db: Database): TokenStore {
  const known = stores.get(db) ?? new TokenStore(db)
  stores.set(db, known)
  return known
}

/** With a line end behind the last one. */
function unitsOf(text: string): Uint16Array {
  const { buffer, byteOffset, length } = Buffer.from(`${text}\n`, 'utf16le')
  return new Uint16Array(buffer, byteOffset, length / 2)
}
