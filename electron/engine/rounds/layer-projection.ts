import type { Database } from 'better-sqlite3'
import type * as Y from 'yjs'
import { placeOf, writeCoding, writePassage } from '../passages/passage-projection.ts'
import type { CodingRecord, PassageRecord } from '../passages/passage-record.ts'
import { storedCharacters } from '../sources/source-text-store.ts'

/** The document of a source; null where places are found later, as when all is projected anew. */
export type SourceDocument = (sourceId: string) => Y.Doc | null

/** Round and analyst of a layer, from the name of its document. */
export function layerOf(name: string): { roundId: string; analystId: string } {
  const [, roundId = '', analystId = ''] = name.split(':')
  return { roundId, analystId }
}

/**
 * Rows of what changed in a layer, or of all of it. Round and analyst are those of the document's
 * name, whatever the records say: nobody can write under another's name.
 */
export function projectLayer(
  db: Database,
  name: string,
  doc: Y.Doc,
  sourceDocument: SourceDocument,
  keys?: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const { roundId, analystId } = layerOf(name)
  const passages = doc.getMap<PassageRecord>('passages')
  for (const id of keys ? (keys.get('passages') ?? []) : passages.keys()) {
    const record = passages.get(id)
    if (!record) {
      db.prepare('DELETE FROM main.passages WHERE id = ? AND layer = ? AND created_by = ?').run(
        id,
        roundId,
        analystId,
      )
      continue
    }
    const sourceId = record.sourceId ?? ''
    const source = sourceDocument(sourceId)
    const text = storedCharacters(db, sourceId) ?? ''
    const place = source ? placeOf(source, text, record, sourceId) : { sourceId, range: null, text }
    writePassage(db, id, { ...record, createdBy: analystId }, place, roundId)
  }
  const codings = doc.getMap<CodingRecord>('codings')
  for (const id of keys ? (keys.get('codings') ?? []) : codings.keys()) {
    const record = codings.get(id)
    if (!record) {
      db.prepare('DELETE FROM main.codings WHERE id = ? AND layer = ? AND analyst_id = ?').run(
        id,
        roundId,
        analystId,
      )
      continue
    }
    writeCoding(db, record.sourceId ?? '', id, {
      ...record,
      analystId,
      createdBy: analystId,
      layer: roundId,
    })
  }
}

export function eraseLayer(db: Database, name: string): void {
  const { roundId, analystId } = layerOf(name)
  db.prepare('DELETE FROM main.passages WHERE layer = ? AND created_by = ?').run(roundId, analystId)
  db.prepare('DELETE FROM main.codings WHERE layer = ? AND analyst_id = ?').run(roundId, analystId)
}
