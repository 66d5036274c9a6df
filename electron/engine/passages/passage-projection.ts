import type { Database } from 'better-sqlite3'
import type * as Y from 'yjs'
import { resolveRange, type CodingRecord, type PassageRecord } from './passage-record.ts'

/** A range of the old text that was replaced, and by how much everything behind it moved. */
export interface ChangedRange {
  start: number
  end: number
  shift: number
}

export function projectPassage(
  db: Database,
  sourceId: string,
  doc: Y.Doc,
  text: string,
  id: string,
): void {
  const record = doc.getMap<PassageRecord>('passages').get(id)
  if (!record) {
    db.prepare('DELETE FROM passages WHERE id = ?').run(id)
    return
  }
  const range = resolveRange(doc, record)
  db.prepare(
    `INSERT OR REPLACE INTO passages
       (id, source_id, start, length, state, quote, created, created_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    sourceId,
    range?.start ?? 0,
    range ? range.end - range.start : 0,
    range ? 'placed' : 'lost',
    range ? text.slice(range.start, range.end) : record.quote,
    record.created,
    record.createdBy,
  )
}

export function projectAllPassages(db: Database, sourceId: string, doc: Y.Doc, text: string): void {
  db.prepare('DELETE FROM passages WHERE source_id = ?').run(sourceId)
  for (const id of doc.getMap('passages').keys()) projectPassage(db, sourceId, doc, text, id)
}

/**
 * After one range of the text was replaced: passages before it stay, those behind it shift, and those
 * that touch it, and lost ones (their words may be back), are resolved by their anchors.
 */
export function projectMovedPassages(
  db: Database,
  sourceId: string,
  doc: Y.Doc,
  text: string,
  range: ChangedRange,
): void {
  const touched = db
    .prepare<[string, string, number, number], string>(
      `SELECT id FROM passages WHERE source_id = ? AND state = 'lost'
       UNION SELECT id FROM passages WHERE source_id = ? AND start <= ? AND stop >= ?`,
    )
    .pluck()
    .all(sourceId, sourceId, range.end, range.start)
  if (range.shift !== 0) {
    db.prepare(
      `UPDATE passages SET start = start + ?
       WHERE source_id = ? AND start > ? AND state = 'placed'`,
    ).run(range.shift, sourceId, range.end)
  }
  for (const id of touched) projectPassage(db, sourceId, doc, text, id)
}

export function projectCoding(db: Database, sourceId: string, doc: Y.Doc, id: string): void {
  const record = doc.getMap<CodingRecord>('codings').get(id)
  if (!record) {
    db.prepare('DELETE FROM codings WHERE id = ?').run(id)
    return
  }
  db.prepare('INSERT OR REPLACE INTO codings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    id,
    record.passageId,
    sourceId,
    record.codeId,
    record.analystId,
    record.layer,
    record.weight,
    record.comment,
    record.created,
    record.createdBy,
    record.changed,
  )
}
