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

/** Only the characters, without reading the structure. */
export function storedCharacters(db: Database, sourceId: string): string | null {
  return (
    db
      .prepare<[string], string>('SELECT text FROM source_texts WHERE source_id = ?')
      .pluck()
      .get(sourceId) ?? null
  )
}

function rowToSourceText(row: Row): SourceText {
  return {
    text: row.text,
    blocks: JSON.parse(row.blocks),
    marks: JSON.parse(row.marks),
    pages: JSON.parse(row.pages),
  }
}
