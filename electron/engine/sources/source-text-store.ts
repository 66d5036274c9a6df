import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { SourceText } from '../../../shared/text/source-text.ts'

interface Row {
  text: string
  blocks: string
  marks: string
  pages: string
}

/** The projected text of a source, or null if there is none. */
export function storedText(db: Database, sourceId: string): SourceText | null {
  const row = db
    .prepare<[string], Row>(
      'SELECT text, blocks, marks, pages FROM source_texts WHERE source_id = ?',
    )
    .get(sourceId)
  return row ? rowToSourceText(row) : null
}

/** Only the characters, without the structure; the texts used last are kept in memory. */
export function storedCharacters(db: Database, sourceId: string): string | null {
  const texts = textsOf(db)
  const known = texts.take(sourceId)
  if (known !== undefined) return known
  const text = db
    .prepare<[string], string>('SELECT text FROM source_texts WHERE source_id = ?')
    .pluck()
    .get(sourceId)
  if (text === undefined) return null
  texts.keep(sourceId, text)
  return text
}

/** Names the characters of a text. A hash, so that nothing has to be kept for it. */
export function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** To be called when the text of a source, or (without one) any text, may have changed. */
export function forgetCharacters(db: Database, sourceId?: string): void {
  const generation = textGeneration(db) + 1
  generations.set(db, generation)
  const changed = changedIn(db)
  if (sourceId === undefined) {
    changed.any = generation
    changed.sources.clear()
    textsOf(db).clear()
  } else {
    changed.sources.set(sourceId, generation)
    textsOf(db).drop(sourceId)
  }
}

/** Changes whenever a text of the project may have changed. */
export function textGeneration(db: Database): number {
  return generations.get(db) ?? 0
}

/** The generation of texts in which that of this source may have changed last. */
export function changeOfText(db: Database, sourceId: string): number {
  const { any, sources } = changedIn(db)
  return Math.max(any, sources.get(sourceId) ?? 0)
}

const generations = new WeakMap<Database, number>()
const changes = new WeakMap<Database, { any: number; sources: Map<string, number> }>()
const caches = new WeakMap<Database, TextsUsedLast>()

/** UTF-16 code units, 8 MB at most: fifty hits on a page may stand in as many long interviews. */
const mostKept = 4_000_000

/** Texts by source, those used last behind the others. */
class TextsUsedLast {
  readonly #texts = new Map<string, string>()
  #length = 0

  take(sourceId: string): string | undefined {
    const text = this.#texts.get(sourceId)
    if (text === undefined) return undefined
    this.#texts.delete(sourceId)
    this.#texts.set(sourceId, text)
    return text
  }

  /** What was used longest ago goes when there is no room; never the one that comes. */
  keep(sourceId: string, text: string): void {
    this.drop(sourceId)
    this.#texts.set(sourceId, text)
    this.#length += text.length
    for (const oldest of this.#texts.keys()) {
      if (this.#length <= mostKept || oldest === sourceId) break
      this.drop(oldest)
    }
  }

  drop(sourceId: string): void {
    this.#length -= this.#texts.get(sourceId)?.length ?? 0
    this.#texts.delete(sourceId)
  }

  clear(): void {
    this.#texts.clear()
    this.#length = 0
  }
}

function changedIn(db: Database): { any: number; sources: Map<string, number> } {
  const known = changes.get(db) ?? { any: 0, sources: new Map<string, number>() }
  changes.set(db, known)
  return known
}

function textsOf(db: Database): TextsUsedLast {
  const known = caches.get(db) ?? new TextsUsedLast()
  caches.set(db, known)
  return known
}

function rowToSourceText(row: Row): SourceText {
  return {
    text: row.text,
    blocks: JSON.parse(row.blocks),
    marks: JSON.parse(row.marks),
    pages: JSON.parse(row.pages),
  }
}
