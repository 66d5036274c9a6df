import type { Database } from 'better-sqlite3'
import type * as Y from 'yjs'
import {
  countWords,
  paragraphPlaces,
  type ParagraphPlace,
} from '../../../shared/text/paragraphs.ts'
import type { SourceText } from '../../../shared/text/source-text.ts'
import {
  projectAllPassages,
  projectMovedPassages,
  type ChangedRange,
} from '../passages/passage-projection.ts'
import { readBody } from './body.ts'
import { forgetCharacters, storedText } from './source-text-store.ts'
import type { BodyDelta } from '../project/documents.ts'

/**
 * Brings the text of a source, its paragraphs, the full-text index and the places of its passages up
 * to what the document says. Only paragraphs that differ are indexed anew.
 */
export function projectBody(db: Database, sourceId: string, doc: Y.Doc, deltas: BodyDelta[]): void {
  const body = doc.getText('body')
  // Every text has at least one line end: this source has not been made, or no longer.
  if (body.length === 0) {
    eraseText(db, sourceId)
    projectAllPassages(db, sourceId, doc, '')
    return
  }
  const before = storedText(db, sourceId)
  const now = readBody(body)
  writeText(db, sourceId, now)
  projectParagraphs(db, sourceId, before, now)
  const range = before ? changedRange(deltas, before.text.length, now.text.length) : null
  if (range) projectMovedPassages(db, sourceId, doc, now.text, range)
  else projectAllPassages(db, sourceId, doc, now.text)
}

/** Removes everything that is projected from a source's document. */
export function eraseSource(db: Database, sourceId: string): void {
  eraseText(db, sourceId)
  // What is of a round is projected from the round's own documents.
  const own = {
    passages: 'record IS NULL',
    codings: `layer IN ('working', 'settled')`,
    index_entries: '1',
    speakers: '1',
    set_aside: '1',
  }
  for (const [table, condition] of Object.entries(own))
    db.prepare(`DELETE FROM main.${table} WHERE source_id = ? AND ${condition}`).run(sourceId)
  db.prepare(
    `UPDATE main.passages SET start = 0, length = 0, state = 'lost', quote = record ->> '$.quote'
     WHERE source_id = ?`,
  ).run(sourceId)
}

function eraseText(db: Database, sourceId: string): void {
  forgetCharacters(db, sourceId)
  const rows = db
    .prepare<[string], number>('SELECT id FROM paragraphs WHERE source_id = ?')
    .pluck()
    .all(sourceId)
  const unindex = db.prepare('DELETE FROM paragraph_words WHERE rowid = ?')
  for (const row of rows) unindex.run(row)
  for (const table of ['paragraphs', 'source_texts']) {
    db.prepare(`DELETE FROM ${table} WHERE source_id = ?`).run(sourceId)
  }
}

function writeText(db: Database, sourceId: string, source: SourceText): void {
  forgetCharacters(db, sourceId)
  db.prepare('INSERT OR REPLACE INTO source_texts VALUES (?, ?, ?, ?, ?)').run(
    sourceId,
    source.text,
    JSON.stringify(source.blocks),
    JSON.stringify(source.marks),
    JSON.stringify(source.pages),
  )
}

function projectParagraphs(
  db: Database,
  sourceId: string,
  before: SourceText | null,
  now: SourceText,
): void {
  const old = before ? paragraphPlaces(before) : []
  const places = paragraphPlaces(now)
  const oldText = (place: ParagraphPlace) => before?.text.slice(place.start, place.stop) ?? ''
  const newText = (place: ParagraphPlace) => now.text.slice(place.start, place.stop)
  const same = (a: ParagraphPlace | undefined, b: ParagraphPlace | undefined) =>
    a !== undefined &&
    b !== undefined &&
    a.stop - a.start === b.stop - b.start &&
    a.speaker === b.speaker &&
    a.time === b.time &&
    a.page === b.page &&
    oldText(a) === newText(b)

  let head = 0
  while (head < old.length && head < places.length) {
    const a = old[head]
    const b = places[head]
    if (!same(a, b) || a?.turn !== b?.turn) break
    head += 1
  }
  const lastOld = old.at(-1)
  const lastNew = places.at(-1)
  const turns = (lastNew?.turn ?? 0) - (lastOld?.turn ?? 0)
  let tail = 0
  while (tail < old.length - head && tail < places.length - head) {
    const a = old[old.length - 1 - tail]
    const b = places[places.length - 1 - tail]
    if (!same(a, b) || (a?.turn === 0 ? b?.turn !== 0 : (b?.turn ?? 0) - (a?.turn ?? 0) !== turns))
      break
    tail += 1
  }

  const gone = old.slice(head, old.length - tail)
  const firstGone = gone[0]
  const lastGone = gone.at(-1)
  if (firstGone && lastGone) {
    const rows = db
      .prepare<[string, number, number], number>(
        'SELECT id FROM paragraphs WHERE source_id = ? AND start BETWEEN ? AND ?',
      )
      .pluck()
      .all(sourceId, firstGone.start, lastGone.start)
    const unindex = db.prepare('DELETE FROM paragraph_words WHERE rowid = ?')
    const remove = db.prepare('DELETE FROM paragraphs WHERE id = ?')
    for (const row of rows) {
      unindex.run(row)
      remove.run(row)
    }
  }
  const moved = old[old.length - tail]
  const shift = (lastNew?.start ?? 0) - (lastOld?.start ?? 0)
  const steps = places.length - old.length
  if (tail > 0 && moved && (shift !== 0 || steps !== 0 || turns !== 0)) {
    db.prepare(
      `UPDATE paragraphs SET ordinal = ordinal + ?, start = start + ?, stop = stop + ?,
         turn = CASE turn WHEN 0 THEN 0 ELSE turn + ? END
       WHERE source_id = ? AND start >= ?`,
    ).run(steps, shift, shift, turns, sourceId, moved.start)
  }
  const insert = db.prepare(
    `INSERT INTO paragraphs (source_id, ordinal, start, stop, turn, speaker, time, page, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const index = db.prepare('INSERT INTO paragraph_words (rowid, text) VALUES (?, ?)')
  for (const place of places.slice(head, places.length - tail)) {
    const { lastInsertRowid } = insert.run(
      sourceId,
      place.ordinal,
      place.start,
      place.stop,
      place.turn,
      place.speaker,
      place.time,
      place.page,
      countWords(newText(place)),
    )
    index.run(lastInsertRowid, newText(place))
  }
}

/**
 * The part of the old text that changed, as one range; outside of it a passage only shifts. Null when
 * the deltas do not fit the lengths, so that everything is resolved anew.
 */
function changedRange(
  deltas: BodyDelta[],
  oldLength: number,
  newLength: number,
): ChangedRange | null {
  const [delta] = deltas
  if (deltas.length !== 1 || !delta) return null
  let start = -1
  let at = 0
  let end = 0
  let shift = 0
  for (const op of delta) {
    if (op.retain !== undefined) {
      at += op.retain
    } else if (op.delete !== undefined) {
      if (start < 0) start = at
      at += op.delete
      end = at
      shift -= op.delete
    } else if (typeof op.insert === 'string') {
      if (start < 0) start = at
      end = Math.max(end, at)
      shift += op.insert.length
    }
  }
  if (start < 0) return { start: 0, end: 0, shift: 0 }
  return oldLength + shift === newLength ? { start, end, shift } : null
}
