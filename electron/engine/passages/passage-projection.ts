import type { Database } from 'better-sqlite3'
import type * as Y from 'yjs'
import { standsOn } from './restored-anchors.ts'
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
  if (!record) db.prepare(`DELETE FROM main.passages WHERE id = ? AND record IS NULL`).run(id)
  else writePassage(db, id, record, placeOf(doc, text, record, sourceId), 'working')
}

/** Where the words of a passage are, found in the document of its source. */
interface Place {
  sourceId: string
  range: { start: number; end: number } | null
  text: string
}

export function placeOf(
  source: Y.Doc,
  text: string,
  record: PassageRecord,
  sourceId: string,
): Place {
  return { sourceId, range: resolveRange(source, record), text }
}

/** A passage of a round brings its anchors along: its source's document does not know it. */
export function writePassage(
  db: Database,
  id: string,
  record: PassageRecord,
  { sourceId, range, text }: Place,
  layer: string,
): void {
  db.prepare(
    `INSERT OR REPLACE INTO main.passages
       (id, source_id, start, length, state, quote, created, created_by, layer, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    sourceId,
    range?.start ?? 0,
    range ? range.end - range.start : 0,
    range ? 'placed' : 'lost',
    range ? text.slice(range.start, range.end) : record.quote,
    record.created,
    record.createdBy,
    layer,
    layer === 'working' ? null : JSON.stringify(record),
  )
}

export function projectAllPassages(db: Database, sourceId: string, doc: Y.Doc, text: string): void {
  db.prepare('DELETE FROM main.passages WHERE source_id = ? AND record IS NULL').run(sourceId)
  for (const id of doc.getMap('passages').keys()) projectPassage(db, sourceId, doc, text, id)
  for (const row of roundRows(db, sourceId)) moveRoundPassage(db, sourceId, doc, text, row)
}

/** After it was noted that positions stand for others: the passages that are found by way of them. */
export function projectRestoredPassages(
  db: Database,
  sourceId: string,
  doc: Y.Doc,
  text: string,
  positions: ReadonlySet<string>,
): void {
  for (const [id, record] of doc.getMap<PassageRecord>('passages'))
    if (standsOn(doc, record, positions)) projectPassage(db, sourceId, doc, text, id)
  for (const row of roundRows(db, sourceId))
    if (standsOn(doc, JSON.parse(row.record) as PassageRecord, positions))
      moveRoundPassage(db, sourceId, doc, text, row)
}

/** Anchors of a source's passages that its document does not know: those of rounds. */
export function roundAnchors(db: Database, sourceId: string): PassageRecord[] {
  return roundRows(db, sourceId).map(({ record }) => JSON.parse(record) as PassageRecord)
}

function roundRows(db: Database, sourceId: string): RoundRow[] {
  return db
    .prepare<[string], RoundRow>(
      `SELECT id, layer, record FROM main.passages WHERE source_id = ? AND record IS NOT NULL`,
    )
    .all(sourceId)
}

interface RoundRow {
  id: string
  layer: string
  record: string
}

function moveRoundPassage(
  db: Database,
  sourceId: string,
  doc: Y.Doc,
  text: string,
  row: RoundRow,
): void {
  const record = JSON.parse(row.record) as PassageRecord
  writePassage(db, row.id, record, placeOf(doc, text, record, sourceId), row.layer)
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
    .prepare<[string, string, number, number], RoundRow | { id: string; record: null }>(
      `SELECT id, layer, record FROM main.passages WHERE source_id = ? AND state = 'lost'
       UNION SELECT id, layer, record FROM main.passages
         WHERE source_id = ? AND start <= ? AND stop >= ?`,
    )
    .all(sourceId, sourceId, range.end, range.start)
  if (range.shift !== 0) {
    db.prepare(
      `UPDATE main.passages SET start = start + ?
       WHERE source_id = ? AND start > ? AND state = 'placed'`,
    ).run(range.shift, sourceId, range.end)
  }
  for (const row of touched) {
    if (row.record === null) projectPassage(db, sourceId, doc, text, row.id)
    else moveRoundPassage(db, sourceId, doc, text, row)
  }
}

export function projectCoding(db: Database, sourceId: string, doc: Y.Doc, id: string): void {
  const record = doc.getMap<CodingRecord>('codings').get(id)
  if (!record) {
    db.prepare(`DELETE FROM main.codings WHERE id = ? AND layer IN ('working', 'settled')`).run(id)
    return
  }
  writeCoding(db, sourceId, id, record)
}

export function writeCoding(
  db: Database,
  sourceId: string,
  id: string,
  record: CodingRecord,
): void {
  db.prepare('INSERT OR REPLACE INTO main.codings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
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
