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
  const known = texts.get(sourceId)
  if (known !== undefined) return known
  const text = db
    .prepare<[string], string>('SELECT text FROM source_texts WHERE source_id = ?')
    .pluck()
    .get(sourceId)
  if (text === undefined) return null
  const [oldest] = texts.keys()
  if (texts.size >= keptTexts && oldest !== undefined) texts.delete(oldest)
  texts.set(sourceId, text)
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
    textsOf(db).delete(sourceId)
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
const keptTexts = 8
const caches = new WeakMap<Database, Map<string, string>>()

function changedIn(db: Database): { any: number; sources: Map<string, number> } {
  const known = changes.get(db) ?? { any: 0, sources: new Map<string, number>() }
  changes.set(db, known)
  return known
}

function textsOf(db: Database): Map<string, string> {
  const known = caches.get(db) ?? new Map<string, string>()
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
