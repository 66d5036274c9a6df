import type { Database } from 'better-sqlite3'
import * as Y from 'yjs'
import { memoPlainText } from '../memos/memo-text.ts'
import { peopleTables, projectPeople } from '../people/people-projection.ts'
import { eraseAccount, projectAccount } from '../quotes/account-text.ts'
import {
  projectCoding,
  projectPassage,
  projectRestoredPassages,
} from '../passages/passage-projection.ts'
import { restoredPositions } from '../passages/restored-anchors.ts'
import { eraseLayer, projectLayer, type SourceDocument } from '../rounds/layer-projection.ts'
import { eraseSource, projectBody } from '../sources/source-projection.ts'
import { forgetCharacters, storedCharacters } from '../sources/source-text-store.ts'
import { arraysOf } from './collections.ts'
import { indexMaps, projectMaps, type DocumentChange } from './documents.ts'
import type { Task } from '../task.ts'
import type { Log } from './log.ts'

/** Tables that are projected from the documents, with the columns that identify a row and make it up. */
export const projectedTables = {
  entities: 'kind, id, deleted, data',
  source_texts: 'source_id, text, blocks, marks, pages',
  paragraphs: 'source_id, ordinal, start, stop, turn, speaker, time, page, words',
  passages: 'id, source_id, start, stop, state, quote, created, created_by, layer, record',
  codings:
    'id, passage_id, source_id, code_id, analyst_id, layer, weight, comment, created, created_by, changed',
  index_entries: 'kind, id, source_id, passage_id, data',
  speakers: 'source_id, name, person_id',
  set_aside: 'source_id, items',
  memo_texts: 'memo_id, text',
  attribute_values: 'holder_kind, holder_id, attribute_id, text, number',
  case_members: 'case_id, kind, member_id',
  participants: 'source_id, person_id',
  account_texts: 'account_id, text, parts',
} as const

/** Applies what one transaction did to a document to the tables; inside the same SQLite transaction. */
export function projectChange(
  db: Database,
  change: DocumentChange,
  sourceDocument: SourceDocument,
): void {
  const { name, doc } = change
  if (name === 'project') {
    for (const map of projectMaps) {
      for (const key of change.keys.get(map) ?? []) projectEntity(db, doc, map, key)
    }
  } else if (name.startsWith('source:')) {
    projectSourceChange(db, name.slice('source:'.length), change)
  } else if (name.startsWith('layer:')) {
    projectLayer(db, name, doc, sourceDocument, change.keys)
  } else if (name.startsWith('memo:')) {
    projectMemo(db, name.slice('memo:'.length), doc)
  } else if (name.startsWith('account:')) {
    projectAccount(db, name.slice('account:'.length), doc)
  }
}

/**
 * Throws the projection away and makes it anew from the log. Inside one transaction of the caller.
 * `onUnreadable` is told of documents that cannot be read, and they are left out; without it they throw.
 * When `task` is stopped, what was done is for the caller to take back.
 */
export async function rebuildProjection(
  db: Database,
  log: Log,
  task: Task,
  onUnreadable?: (name: string, error: unknown) => void,
): Promise<void> {
  forgetCharacters(db)
  for (const table of Object.keys(projectedTables)) db.exec(`DELETE FROM main.${table}`)
  db.exec(`INSERT INTO paragraph_words (paragraph_words) VALUES ('delete-all')`)
  // Layers come first, without places: each source then finds the places of all its passages.
  const names = layersFirst(log.documents())
  for (const [index, name] of names.entries()) {
    await task.reach(index, names.length, 'projection')
    try {
      const doc = log.load(name)
      projectDocument(db, name, doc, () => null)
      doc.destroy()
    } catch (error) {
      if (!onUnreadable) throw error
      onUnreadable(name, error)
    }
  }
}

/** Makes the rows of documents anew from the log, or takes them away if nothing is in it any more. */
export function projectAnew(
  db: Database,
  log: Log,
  names: readonly string[],
  sourceDocument: SourceDocument,
): void {
  forgetCharacters(db)
  const written = new Set(log.documents())
  for (const name of layersFirst(names).toReversed()) {
    const [type, id = ''] = name.split(':')
    if (name === 'project') eraseProjectRows(db)
    else if (type === 'source') eraseSource(db, id)
    else if (type === 'layer') eraseLayer(db, name)
    else if (type === 'memo') db.prepare('DELETE FROM memo_texts WHERE memo_id = ?').run(id)
    else if (type === 'account') eraseAccount(db, id)
    if (!written.has(name)) continue
    const doc = log.load(name)
    projectDocument(db, name, doc, sourceDocument)
    doc.destroy()
  }
}

/** Projects a whole document, as after loading one that another device wrote. */
export function projectDocument(
  db: Database,
  name: string,
  doc: Y.Doc,
  sourceDocument: SourceDocument,
): void {
  if (name === 'project') {
    for (const map of projectMaps) {
      for (const key of doc.getMap(map).keys()) projectEntity(db, doc, map, key)
    }
  } else if (name.startsWith('source:')) {
    const id = name.slice('source:'.length)
    eraseSource(db, id)
    projectBody(db, id, doc, [])
    for (const coding of doc.getMap('codings').keys()) projectCoding(db, id, doc, coding)
    for (const map of indexMaps) {
      for (const entry of doc.getMap(map).keys()) projectIndexEntry(db, id, doc, map, entry)
    }
    for (const speaker of doc.getMap('speakers').keys()) projectSpeaker(db, id, doc, speaker)
    projectSetAside(db, id, doc)
  } else if (name.startsWith('layer:')) {
    projectLayer(db, name, doc, sourceDocument)
  } else if (name.startsWith('memo:')) {
    projectMemo(db, name.slice('memo:'.length), doc)
  } else if (name.startsWith('account:')) {
    projectAccount(db, name.slice('account:'.length), doc)
  }
}

function layersFirst(names: readonly string[]): string[] {
  const isLayer = (name: string) => name.startsWith('layer:')
  return [...names.filter(isLayer), ...names.filter((name) => !isLayer(name))]
}

/**
 * Tables whose rows differ between the projection and its rebuild; empty if they are equal row for row.
 * `db` must be nobody else's while it lasts: it is inside a transaction, which is taken back in the end.
 */
export async function differencesFromRebuild(
  db: Database,
  log: Log,
  task: Task,
): Promise<string[]> {
  const problems: string[] = []
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const [table, columns] of Object.entries(projectedTables)) {
      db.exec(`CREATE TEMP TABLE old_${table} AS SELECT ${columns} FROM main.${table}`)
    }
    const wordsBefore = indexedWords(db)
    await rebuildProjection(db, log, task)
    for (const [table, columns] of Object.entries(projectedTables)) {
      const missing = differing(
        db,
        `SELECT ${columns} FROM main.${table}`,
        `SELECT * FROM temp.old_${table}`,
      )
      const extra = differing(
        db,
        `SELECT * FROM temp.old_${table}`,
        `SELECT ${columns} FROM main.${table}`,
      )
      if (missing + extra > 0) problems.push(`${table}: ${missing} rows missing, ${extra} too many`)
    }
    if (wordsBefore !== indexedWords(db))
      problems.push('paragraph_words: the full-text index differs')
  } finally {
    db.exec('ROLLBACK')
    forgetCharacters(db)
  }
  return problems
}

function differing(db: Database, left: string, right: string): number {
  return db.prepare<[], number>(`SELECT count(*) FROM (${left} EXCEPT ${right})`).pluck().get() ?? 0
}

/** A fingerprint of the full-text index: every word with its number of paragraphs and of uses. */
function indexedWords(db: Database): string {
  db.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_words USING fts5vocab(main, paragraph_words, row)`,
  )
  const row = db
    .prepare<[], { words: number; paragraphs: number; uses: number; longest: number }>(
      `SELECT count(*) words, total(doc) paragraphs, total(cnt) uses,
              total(cnt * unicode(term) + doc * length(term)) longest
       FROM temp.indexed_words`,
    )
    .get()
  db.exec('DROP TABLE temp.indexed_words')
  return JSON.stringify(row)
}

function projectEntity(db: Database, doc: Y.Doc, kind: string, id: string): void {
  const entry = doc.getMap(kind).get(id)
  if (entry === undefined) {
    db.prepare('DELETE FROM entities WHERE kind = ? AND id = ?').run(kind, id)
    projectPeople(db, kind, id, null)
    return
  }
  const data: Record<string, unknown> =
    entry instanceof Y.Map ? arraysOf(kind, entry.toJSON()) : { value: entry }
  const sorted = Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)))
  db.prepare('INSERT OR REPLACE INTO entities VALUES (?, ?, ?, ?)').run(
    kind,
    id,
    data.deleted === true ? 1 : 0,
    JSON.stringify(sorted),
  )
  projectPeople(db, kind, id, data.deleted === true ? null : data)
}

function eraseProjectRows(db: Database): void {
  for (const table of ['entities', ...peopleTables]) db.exec(`DELETE FROM ${table}`)
}

function projectSourceChange(db: Database, id: string, change: DocumentChange): void {
  const { doc, keys } = change
  const bodyChanged = change.bodyDeltas.length > 0 || storedCharacters(db, id) === null
  if (bodyChanged) projectBody(db, id, doc, change.bodyDeltas)
  const passages = keys.get('passages')
  if (passages) {
    const text = storedCharacters(db, id) ?? ''
    for (const key of passages) projectPassage(db, id, doc, text, key)
  }
  const restored = keys.get(restoredPositions)
  if (restored) projectRestoredPassages(db, id, doc, storedCharacters(db, id) ?? '', restored)
  for (const key of keys.get('codings') ?? []) projectCoding(db, id, doc, key)
  for (const map of indexMaps) {
    for (const key of keys.get(map) ?? []) projectIndexEntry(db, id, doc, map, key)
  }
  for (const key of keys.get('speakers') ?? []) projectSpeaker(db, id, doc, key)
  if (keys.has('import')) projectSetAside(db, id, doc)
}

function projectIndexEntry(
  db: Database,
  sourceId: string,
  doc: Y.Doc,
  kind: string,
  id: string,
): void {
  const entry = doc.getMap<{ passageId: string }>(kind).get(id)
  if (!entry) db.prepare('DELETE FROM index_entries WHERE kind = ? AND id = ?').run(kind, id)
  else
    db.prepare('INSERT OR REPLACE INTO index_entries VALUES (?, ?, ?, ?, ?)').run(
      kind,
      id,
      sourceId,
      entry.passageId,
      JSON.stringify(entry),
    )
}

function projectSpeaker(db: Database, sourceId: string, doc: Y.Doc, name: string): void {
  const personId = doc.getMap<string>('speakers').get(name)
  if (personId)
    db.prepare('INSERT OR REPLACE INTO speakers VALUES (?, ?, ?)').run(sourceId, name, personId)
  else db.prepare('DELETE FROM speakers WHERE source_id = ? AND name = ?').run(sourceId, name)
}

function projectSetAside(db: Database, sourceId: string, doc: Y.Doc): void {
  const items = doc.getMap<unknown>('import').get('setAside')
  if (items === undefined) db.prepare('DELETE FROM set_aside WHERE source_id = ?').run(sourceId)
  else
    db.prepare('INSERT OR REPLACE INTO set_aside VALUES (?, ?)').run(
      sourceId,
      JSON.stringify(items),
    )
}

function projectMemo(db: Database, id: string, doc: Y.Doc): void {
  if (doc.get('root', Y.XmlText).length === 0)
    db.prepare('DELETE FROM memo_texts WHERE memo_id = ?').run(id)
  else db.prepare('INSERT OR REPLACE INTO memo_texts VALUES (?, ?)').run(id, memoPlainText(doc))
}
