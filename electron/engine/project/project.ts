import { randomFillSync } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Database } from 'better-sqlite3'
import * as Y from 'yjs'
import type { EventPayload } from '../../../shared/contract/index.ts'
import { uuidv7 } from '../../../shared/model/uuid.ts'
import { noteRestoredAnchors } from '../passages/restored-anchors.ts'
import { messageOf, Refusal, sqliteCode } from '../refusal.ts'
import { forgetCharacters } from '../sources/source-text-store.ts'
import { placeOf, type FilePlace } from './file-place.ts'
import {
  Documents,
  indexMaps,
  localOrigin,
  remoteOrigin,
  type DocumentChange,
  type ProjectMap,
} from './documents.ts'
import { History } from './history.ts'
import { Log } from './log.ts'
import { projectChange } from './projection.ts'
import { Steps, type Step } from './steps.ts'

/** What a command says of itself for undo and the activity trail. */
export interface Act {
  command: string
  /** What it was done to, readable: a name or the beginning of a quote. */
  label: string
  entities: string[]
  /** Field → new value, readable; for the history of a code. */
  changes?: Record<string, string>
  /** False for acts that cannot be undone, such as importing a partner's changes. */
  undoable?: boolean
}

export type Changed = EventPayload<'project.changed'>

/** What a command did, to be written together or not at all. */
interface Saved<T> {
  value: T
  changes: DocumentChange[]
  act: Act
  /** Whether it is a step that can be undone. */
  remember: boolean
}

/**
 * An open project. Every change goes through `change`: documents, log, projection and activity row
 * together or not at all.
 */
export class Project {
  readonly db: Database
  readonly path: string
  readonly readOnly: boolean
  readonly log: Log
  readonly documents: Documents
  readonly history: History
  readonly deviceId: string
  readonly #file: FilePlace | null
  readonly #changed: (changed: Changed) => void

  constructor(
    db: Database,
    options: { path: string; readOnly: boolean; onChanged: (changed: Changed) => void },
  ) {
    this.db = db
    this.path = options.path
    this.readOnly = options.readOnly
    this.#file = placeOf(options.path)
    this.#changed = options.onChanged
    this.log = new Log(db)
    const steps = options.readOnly ? null : new Steps(db)
    this.documents = new Documents(this.log, steps)
    this.history = new History(this.documents, steps)
    this.deviceId = this.local('device') ?? 'unknown'
  }

  /** The analyst who sits at this device. */
  get analystId(): string {
    return this.local('analyst') ?? ''
  }

  /**
   * Says who sits here. Not a change of the project: it holds for this device alone. Nobody undoes what
   * another analyst did, so history begins anew.
   */
  useAnalyst(analystId: string): void {
    this.#mustBeWritable()
    if (analystId === this.analystId) return
    this.db.transaction(() => {
      this.setLocal('analyst', analystId)
      this.history.clear()
    })()
    this.#changed({ topics: ['project', 'history'], sourceIds: [], textChanged: [], memoIds: [] })
  }

  newId(): string {
    return uuidv7(Date.now(), (bytes) => randomFillSync(bytes))
  }

  now(): string {
    return new Date().toISOString()
  }

  local(key: string): string | null {
    return (
      this.db.prepare<[string], string>('SELECT value FROM local WHERE key = ?').pluck().get(key) ??
      null
    )
  }

  setLocal(key: string, value: string): void {
    this.db.prepare('INSERT OR REPLACE INTO local VALUES (?, ?)').run(key, value)
  }

  /** When the first and the last change was made, as the activity trail has it. */
  lifetime(): { first: string; last: string } {
    const row = this.db
      .prepare<[], { first: string | null; last: string | null }>(
        `SELECT (SELECT time FROM activity ORDER BY seq LIMIT 1) first,
                (SELECT time FROM activity ORDER BY seq DESC LIMIT 1) last`,
      )
      .get()
    const now = this.now()
    return { first: row?.first ?? now, last: row?.last ?? now }
  }

  map(name: ProjectMap): Y.Map<Y.Map<unknown>> {
    return this.documents.get('project').getMap(name)
  }

  /** The document of a source, for reading and for changing inside `change`. */
  source(sourceId: string): Y.Doc {
    return this.documents.get(`source:${sourceId}`)
  }

  /**
   * Carries out one command: `work` changes documents through `edit`, then the update bytes, the
   * projection and the activity row are written in one transaction. If anything fails the documents
   * are read again from the log and the file is as it was.
   */
  change<T>(act: Act | ((value: T) => Act), work: (edit: Edit) => T): T {
    this.#mustBeWritable()
    return this.#save(() => {
      const { value, changes } = this.documents.collect(() => work(this.#edit))
      const said = typeof act === 'function' ? act(value) : act
      return { value, changes, act: said, remember: said.undoable !== false }
    })
  }

  /**
   * Takes over updates of documents that were made elsewhere. They are no step of this analyst's
   * history. Returns the number of documents that changed.
   */
  receive(act: Pick<Act, 'command' | 'label'>, updates: ReadonlyMap<string, Uint8Array>): number {
    this.#mustBeWritable()
    return this.#save(() => {
      const { changes } = this.documents.collect(() => {
        for (const [name, update] of updates)
          Y.applyUpdate(this.documents.get(name), update, remoteOrigin)
      })
      const said = { ...act, entities: [] }
      return { value: changes.length, changes, act: said, remember: false }
    })
  }

  /** Keeps the original of a source by its SHA-256; one that is there already stays. */
  keepOriginal(hash: string, bytes: Uint8Array): void {
    this.#mustBeWritable()
    this.db.prepare('INSERT OR IGNORE INTO blobs VALUES (?, ?)').run(hash, bytes)
  }

  undo(): { label: string; command: string } {
    this.#mustBeWritable()
    const step = this.history.nextUndo
    if (!step) throw new Refusal('history.nothingToUndo')
    const isDone = this.#save(() =>
      this.#replay(step, 'history.undo', () => this.history.undo(step)),
    )
    if (!isDone) this.#lostHistory('history.nothingToUndo')
    return { label: step.label, command: step.command }
  }

  redo(): { label: string; command: string } {
    this.#mustBeWritable()
    const step = this.history.nextRedo
    if (!step) throw new Refusal('history.nothingToRedo')
    const isDone = this.#save(() =>
      this.#replay(step, 'history.redo', () => this.history.redo(step)),
    )
    if (!isDone) this.#lostHistory('history.nothingToRedo')
    return { label: step.label, command: step.command }
  }

  readonly #edit: Edit = (name, change) => {
    const doc = this.documents.get(name)
    return doc.transact(() => change(doc), localOrigin)
  }

  /** A step that could not be read, as in a damaged file, and all that rest on it. */
  #lostHistory(code: 'history.nothingToUndo' | 'history.nothingToRedo'): never {
    this.history.clear()
    throw new Refusal(code)
  }

  #replay(step: Step, command: string, work: () => void): Saved<boolean> {
    const { changes } = this.documents.collect(() => {
      work()
      for (const name of step.documents) {
        if (name.startsWith('source:')) noteRestoredAnchors(this.documents.get(name))
      }
    })
    const act: Act = {
      command,
      label: step.label,
      entities: step.entities,
      changes: { command: step.command },
    }
    return { value: changes.length > 0, changes, act, remember: false }
  }

  #save<T>(work: () => Saved<T>): T {
    this.#mustBeInPlace()
    let done: Saved<T>
    try {
      this.db.exec('BEGIN IMMEDIATE')
    } catch (error) {
      throw this.#saveFailure(error)
    }
    try {
      done = work()
      if (done.changes.length > 0) this.#write(done)
      this.db.exec('COMMIT')
    } catch (error) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK')
      this.#reload()
      throw this.#saveFailure(error)
    }
    if (done.changes.length === 0) return done.value
    this.documents.trim()
    this.#changed(describeChanges(done.changes))
    return done.value
  }

  #write({ changes, act, remember }: Saved<unknown>): void {
    const time = this.now()
    for (const change of changes) {
      for (const bytes of change.updates) this.log.append(change.name, time, bytes)
      projectChange(this.db, change)
    }
    const { lastInsertRowid } = this.db
      .prepare(
        `INSERT INTO activity (time, analyst_id, device_id, command, label, changes)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(
        time,
        this.analystId,
        this.deviceId,
        act.command,
        act.label,
        JSON.stringify(act.changes ?? {}),
      )
    const entity = this.db.prepare('INSERT OR IGNORE INTO activity_entities VALUES (?, ?)')
    for (const id of act.entities) entity.run(id, lastInsertRowid)
    if (!remember) return
    const { command, label, entities } = act
    this.history.push(
      { command, label, entities },
      changes.map((change) => change.name),
    )
  }

  /** After a failure: what is in memory may be ahead of the file. */
  #reload(): void {
    this.documents.forget(this.documents.touched())
    forgetCharacters(this.db)
  }

  #mustBeWritable(): void {
    if (this.readOnly) throw new Refusal('project.readOnly', { path: this.path })
  }

  /**
   * Brings what is still beside the project into its one file. SQLite does so when it closes, but not
   * for a file that was moved meanwhile, and what was acknowledged would stay behind.
   */
  settle(): void {
    try {
      this.db.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // It stays beside the project, whence the next opening takes it.
    }
  }

  /** A file that was moved or deleted can still be written to, but nobody would find it again. */
  #mustBeInPlace(): void {
    const here = placeOf(this.path)
    if (!this.#file || (here && isDeepStrictEqual(here, this.#file))) return
    this.settle()
    throw new Refusal('project.fileGone', { path: this.path })
  }

  #saveFailure(error: unknown): unknown {
    const code = sqliteCode(error)
    return code ? new Refusal(code, { path: this.path, problem: messageOf(error) }) : error
  }
}

/** Changes one document in one Yjs transaction. */
export type Edit = <T>(document: string, change: (doc: Y.Doc) => T) => T

const topicOfMap: Record<string, Changed['topics'][number]> = {
  meta: 'project',
  analysts: 'project',
  folders: 'folders',
  sources: 'sources',
  codes: 'codes',
  codeSets: 'codes',
  persons: 'persons',
  memos: 'memos',
  texts: 'texts',
  textVersions: 'texts',
  clauses: 'texts',
  relations: 'texts',
  links: 'texts',
  claims: 'texts',
  actors: 'work',
  sites: 'work',
  processes: 'work',
  steps: 'work',
  flows: 'work',
  maps: 'maps',
  terms: 'findings',
  questions: 'findings',
  disjunctures: 'findings',
  threads: 'findings',
  circuits: 'findings',
}

function describeChanges(changes: DocumentChange[]): Changed {
  const topics = new Set<Changed['topics'][number]>(['history'])
  const sourceIds: string[] = []
  const textChanged: string[] = []
  const memoIds: string[] = []
  for (const change of changes) {
    const [type, id] = change.name.split(':')
    if (type === 'project') {
      for (const map of change.keys.keys()) topics.add(topicOfMap[map] ?? 'project')
    } else if (type === 'source' && id) {
      topics.add('passages')
      if (indexMaps.some((map) => change.keys.has(map))) topics.add('indexing')
      sourceIds.push(id)
      if (change.bodyDeltas.length > 0) textChanged.push(id)
      if (change.bodyDeltas.length > 0 || change.keys.has('speakers')) topics.add('sources')
    } else if (type === 'memo' && id) {
      topics.add('memos')
      memoIds.push(id)
    }
  }
  return { topics: [...topics], sourceIds, textChanged, memoIds }
}
