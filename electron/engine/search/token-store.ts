import type { Database } from 'better-sqlite3'
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

  constructor(db: Database) {
    this.#db = db
  }

  has(sourceId: string): boolean {
    const known = this.#kept.get(sourceId)
    return known !== undefined && known.generation >= changeOfText(this.#db, sourceId)
  }

  /** Null if the source has no text. */
  tokensOf(sourceId: string): Tokens | null {
    const known = this.#kept.get(sourceId)
    if (known !== undefined && known.generation >= changeOfText(this.#db, sourceId))
      return known.tokens
    if (known !== undefined) {
      this.#kept.delete(sourceId)
      this.#words -= known.tokens.words.length
    }
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
