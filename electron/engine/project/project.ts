import { isDeepStrictEqual } from 'node:util'
import type { Database } from 'better-sqlite3'
import * as Y from 'yjs'
import type { EventPayload } from '../../../shared/contract/index.ts'
import { newId } from './new-id.ts'
import { roundAnchors } from '../passages/passage-projection.ts'
import { noteReceivedAnchors } from '../passages/received-anchors.ts'
import { noteRestoredAnchors } from '../passages/restored-anchors.ts'
import { watchCodings } from '../passages/coding-counts.ts'
import { hideLayers } from '../passages/visible.ts'
import { messageOf, Refusal, sqliteCode } from '../refusal.ts'
import { guardRounds, roundOfDocuments, sourcesOfRound } from '../rounds/guard.ts'
import { forgetCharacters } from '../sources/source-text-store.ts'
import { placeOf, type FilePlace } from './file-place.ts'
import {
  Documents,
  localOrigin,
  remoteOrigin,
  untrackedOrigin,
  type DocumentChange,
  type ProjectMap,
} from './documents.ts'
import { Device } from './device.ts'
import { History, type Outcome } from './history.ts'
import { isIncomplete } from './fill-gaps.ts'
import { Log } from './log.ts'
import { Merges, type Merge } from './merges.ts'
import { projectAnew, projectChange } from './projection.ts'
import { Steps, type Step } from './steps.ts'
import { noteTextWriters } from './text-writers.ts'
import { everythingChanged, topicsOfChanges } from './topics.ts'
import { writeTrail, type Act } from './trail.ts'

export type Changed = EventPayload<'project.changed'>

/** What a command did, to be written together or not at all. */
interface Saved<T> {
  value: T
  changes: DocumentChange[]
  /** Null if the activity trail need not tell of it. */
  act: Act | null
  /** Whether it is a step that can be undone; a number: part of this step, and told with it. */
  remember: boolean | number
  /** What else is to be written once tables and steps are; in the same transaction. */
  after?: () => void
  /** Everything is put back at the end. */
  isRehearsal?: boolean
}

/** What was undone or redone. */
interface Told {
  label: string
  command: string
}

/** A connection to the file, and what reads and writes it through that connection. */
interface Kept {
  db: Database
  log: Log
  merges: Merges
  documents: Documents
  history: History
}

function keptIn(db: Database, readOnly: boolean): Kept {
  hideLayers(db)
  watchCodings(db)
  const log = new Log(db)
  const steps = readOnly ? null : new Steps(db)
  const documents = new Documents(log, steps)
  return { db, log, merges: new Merges(db), documents, history: new History(documents, steps) }
}

/**
 * An open project. Every change goes through `change`: documents, log, projection and activity row
 * together or not at all.
 */
export class Project {
  readonly path: string
  readonly readOnly: boolean
  /** Told after every commit what was written, whoever made it. */
  readonly committed = new Set<(changes: readonly Committed[]) => void>()
  /** What holds for this copy on this machine alone. */
  readonly device = new Device(() => this.db)
  #kept: Kept
  #file: FilePlace | null
  readonly #changed: (changed: Changed) => void

  constructor(
    db: Database,
    options: { path: string; readOnly: boolean; onChanged: (changed: Changed) => void },
  ) {
    this.path = options.path
    this.readOnly = options.readOnly
    this.#file = placeOf(options.path)
    this.#changed = options.onChanged
    this.#kept = keptIn(db, options.readOnly)
  }

  get db(): Database {
    return this.#kept.db
  }

  get log(): Log {
    return this.#kept.log
  }

  get documents(): Documents {
    return this.#kept.documents
  }

  get history(): History {
    return this.#kept.history
  }

  get #merges(): Merges {
    return this.#kept.merges
  }

  /** Goes on in a file that has taken the place of the one before and holds the same. */
  goOnIn(db: Database): void {
    this.#kept = keptIn(db, this.readOnly)
    this.#file = placeOf(this.path)
  }

  /** Whether a merge can be undone. */
  get hasMerges(): boolean {
    this.#merges.prune()
    return this.#merges.isAny
  }

  /** The analyst who sits at this device. */
  get analystId(): string {
    return this.device.analystId
  }

  /**
   * Says who sits here. Not a change of the project: it holds for this device alone. Nobody undoes what
   * another analyst did, so history begins anew.
   */
  useAnalyst(analystId: string): void {
    this.#mustBeWritable()
    if (analystId === this.analystId && !this.device.isNew) return
    this.db.transaction(() => {
      this.device.arrive()
      this.device.forget('isNewDevice')
      if (analystId === this.analystId) return
      this.device.setLocal('analyst', analystId)
      this.device.enterRound(null)
      this.history.clear()
    })()
    this.tellSight()
  }

  /** Tells the window that other codings are in sight now than before. */
  tellSight(): void {
    const sources = this.log.documents('source')
    this.#changed({ ...everythingChanged(sources), textChanged: [] })
  }

  /** Writes where the file was found, and its new name as a device, without a change of the project. */
  settleIn(): void {
    this.#mustBeWritable()
    this.db.transaction(() => this.device.arrive())()
  }

  newId(): string {
    return newId()
  }

  now(): string {
    return new Date().toISOString()
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
      const isStep = typeof act === 'function' || act.undoable !== false
      const edit = this.#edit(isStep ? localOrigin : untrackedOrigin)
      const { value, changes } = this.#collectOwn(() => work(edit))
      const said = typeof act === 'function' ? act(value) : act
      const remember = said.undoable !== false
      // Undoing a merge cuts the log, and would take with it what is no step.
      const after = () => {
        if (!remember && changes.length > 0) this.#merges.forget()
      }
      return { value, changes, act: said, remember, after }
    })
  }

  /**
   * Goes on with the last step, by a change of documents it has not touched: all is undone together,
   * and the trail has told of it.
   */
  goOn(step: number, work: (edit: Edit) => void): void {
    this.#mustBeWritable()
    this.#save(() => {
      const { changes } = this.#collectOwn(() => work(this.#edit(localOrigin)))
      return { value: null, changes, act: null, remember: step }
    })
  }

  /** Takes back the last step for good, as when it was stopped before it came to its end. */
  takeBack(): void {
    this.undo()
    this.#inTransaction(() => {
      this.history.forgetUndone()
      return true
    })
  }

  /**
   * Takes over what was made elsewhere: `work` applies updates, and may write what else belongs to
   * them; `compare` is told what changed before the tables say so, and what it gives runs when they do.
   * As a step it can be undone by setting aside what was received; a rehearsal ends as if nothing had been.
   */
  receive<T>(
    act: Pick<Act, 'command' | 'label'>,
    work: (apply: Apply) => T,
    options: {
      way: 'step' | 'stream' | 'rehearsal'
      /** Sees each update before and after it is applied, and may note what it saw at the end. */
      watch?: Watch
      compare?: (changes: readonly DocumentChange[]) => () => void
    },
  ): T {
    this.#mustBeWritable()
    const first = this.log.last + 1
    return this.#save(() => {
      const { value, changes } = this.documents.collect(() => {
        const done = work((name, update) => {
          const seen = options.watch?.before(name, update)
          const doc = this.documents.get(name)
          Y.applyUpdate(doc, update, remoteOrigin)
          if (isIncomplete(doc)) throw new Refusal('sync.missesEarlier')
          seen?.()
        })
        noteReceivedAnchors(this.documents)
        options.watch?.note()
        return done
      })
      // What comes in bit by bit is told by the sender's own rows of the trail.
      const said = options.way === 'step' ? { ...act, entities: [] } : null
      const compared = options.compare?.(changes)
      const after = () => {
        if (changes.length > 0) {
          if (options.way === 'step') this.#merges.note(first)
          else this.#merges.forget()
        }
        compared?.()
      }
      const isRehearsal = options.way === 'rehearsal'
      const remember = options.way === 'step'
      return { value, changes, act: said, remember, after, isRehearsal }
    })
  }

  /** Tells the activity trail of what changed nothing, such as an export. */
  note(act: Omit<Act, 'undoable'>): void {
    this.#inTransaction(() => {
      this.#writeTrail(this.now(), act)
      return true
    })
  }

  undo(): Told {
    this.#mustBeWritable()
    const step = this.history.nextUndo
    if (!step) throw new Refusal('history.nothingToUndo')
    const merge = this.#merges.ofStep(step.id)
    if (merge) return this.#unmerge(step, merge)
    const outcome = this.#save(() =>
      this.#replay(step, 'history.undo', () => this.history.undo(step)),
    )
    if (outcome === 'unknown') this.#lostHistory('history.nothingToUndo')
    if (outcome === 'overruled') this.#passOver('history.overruledUndo')
    return { label: step.label, command: step.command }
  }

  redo(): Told {
    this.#mustBeWritable()
    const step = this.history.nextRedo
    if (!step) throw new Refusal('history.nothingToRedo')
    if (this.#merges.ofStep(step.id)) return this.#mergeAgain(step)
    const outcome = this.#save(() =>
      this.#replay(step, 'history.redo', () => this.history.redo(step)),
    )
    if (outcome === 'unknown') this.#lostHistory('history.nothingToRedo')
    if (outcome === 'overruled') this.#passOver('history.overruledRedo')
    return { label: step.label, command: step.command }
  }

  #edit(origin: object): Edit {
    return (name, change) => {
      const doc = this.documents.get(name)
      return doc.transact(() => change(doc), origin)
    }
  }

  /** Collects what is done here, and says in texts whose words they are. */
  #collectOwn<T>(work: () => T): { value: T; changes: DocumentChange[] } {
    return this.documents.collect(() => {
      const value = work()
      noteTextWriters(this.documents.changing(), this.analystId)
      return value
    })
  }

  /** A step that could not be read, as in a damaged file, and all that rest on it. */
  #lostHistory(code: 'history.nothingToUndo' | 'history.nothingToRedo'): never {
    this.history.clear()
    throw new Refusal(code)
  }

  /** A step of which nothing is left, as others have changed the same since; it is no longer there. */
  #passOver(code: 'history.overruledUndo' | 'history.overruledRedo'): never {
    this.#changed(topicsOfChanges([]))
    throw new Refusal(code)
  }

  #replay(step: Step, command: string, work: () => Outcome): Saved<Outcome> {
    const { value, changes } = this.#collectOwn(() => {
      const outcome = work()
      for (const name of step.documents) {
        const [type, id = ''] = name.split(':')
        if (type === 'source')
          noteRestoredAnchors(this.documents.get(name), roundAnchors(this.db, id))
      }
      return outcome
    })
    return { value, changes, act: undoingOf(command, step), remember: false }
  }

  /**
   * Takes back a merge as if it had not been (S6): what came is set aside, and the tables of the
   * documents it stands in are made anew from what is left.
   */
  #unmerge(step: Step, merge: Merge): Told {
    let names: string[] = []
    this.#inTransaction(() => {
      this.history.forgetUndone()
      names = this.#merges.cut(step.id, merge)
      this.documents.forget(names)
      projectAnew(this.db, this.log, names, (id) => this.source(id))
      this.#writeTrail(this.now(), undoingOf('history.undo', step))
      return true
    })
    for (const listen of this.committed) listen(names.map((name) => ({ name, updates: [] })))
    this.#changed(everythingChanged(this.#withSources(names)))
    return { label: step.label, command: step.command }
  }

  #mergeAgain(step: Step): Told {
    const first = this.log.last + 1
    this.#save(() => {
      const { changes } = this.documents.collect(() => {
        for (const { doc, bytes } of this.#merges.setAside(step.id))
          Y.applyUpdate(this.documents.get(doc), bytes, remoteOrigin)
        noteReceivedAnchors(this.documents)
      })
      const after = () => this.#merges.restored(step.id, first)
      const act = undoingOf('history.redo', step)
      return { value: null, changes, act, remember: false, after }
    })
    return { label: step.label, command: step.command }
  }

  #save<T>(work: () => Saved<T>): T {
    const done = this.#inTransaction(() => {
      const saved = work()
      if (saved.changes.length > 0) this.#write(saved)
      saved.after?.()
      return saved
    })
    if (done.changes.length === 0 || done.isRehearsal === true) return done.value
    this.documents.trim()
    for (const listen of this.committed) listen(done.changes)
    const changed = topicsOfChanges(done.changes)
    const names = this.#withSources(done.changes.map(({ name }) => name))
    const sourceIds = names.flatMap((name) => (name.startsWith('source:') ? [name.slice(7)] : []))
    this.#changed({ ...changed, sourceIds })
    return done.value
  }

  /** One transaction of the file; if it fails, or was a rehearsal, everything is as before. */
  #inTransaction<T extends Pick<Saved<unknown>, 'isRehearsal'> | true>(work: () => T): T {
    this.mustBeInPlace()
    try {
      this.db.exec('BEGIN IMMEDIATE')
    } catch (error) {
      throw this.#saveFailure(error)
    }
    const { arriving } = this.device
    try {
      this.device.arrive()
      const done = work()
      const isRehearsal = done !== true && done.isRehearsal === true
      this.db.exec(isRehearsal ? 'ROLLBACK' : 'COMMIT')
      if (isRehearsal) {
        this.device.arriving = arriving
        this.#reload()
      }
      return done
    } catch (error) {
      this.device.arriving = arriving
      if (this.db.inTransaction) this.db.exec('ROLLBACK')
      this.#reload()
      throw this.#saveFailure(error)
    }
  }

  /** With the sources in which layers among the documents have their codings. */
  #withSources(names: readonly string[]): string[] {
    const layers = names.filter((name) => name.startsWith('layer:'))
    const sources = layers.flatMap((name) => sourcesOfRound(this.db, name))
    return [...new Set([...names, ...sources.map((id) => `source:${id}`)])]
  }

  #write({ changes, act, remember }: Saved<unknown>): void {
    const time = this.now()
    if (act?.isPurge !== true) guardRounds(this, changes)
    for (const change of changes)
      for (const bytes of change.updates) this.log.append(change.name, time, bytes)
    // A layer finds its places in the texts as they are now.
    const isLayer = ({ name }: DocumentChange) => name.startsWith('layer:')
    for (const change of [...changes.filter((c) => !isLayer(c)), ...changes.filter(isLayer)])
      projectChange(this.db, change, (id) => this.source(id))
    // What was made elsewhere is no part of what the undo managers of its documents know.
    const own = changes.filter((change) => change.isOwn).map((change) => change.name)
    if (typeof remember === 'number') this.history.extend(remember, own)
    if (act === null) return
    this.#writeTrail(time, act)
    if (!remember) return
    const { command, label, entities } = act
    this.history.push({ command, label, entities }, own)
  }

  #writeTrail(time: string, act: Act): void {
    writeTrail(this.db, { time, analystId: this.analystId, deviceId: this.device.id }, act)
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
  mustBeInPlace(): void {
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

/** Applies an update that was made elsewhere to a document. */
export type Apply = (document: string, update: Uint8Array) => void

/** Whoever looks at what comes in. */
export interface Watch {
  before: (document: string, update: Uint8Array) => () => void
  note: () => void
}

/** What was written of one document, update by update; none if something was set aside. */
export type Committed = Pick<DocumentChange, 'name' | 'updates'>

function undoingOf(command: string, step: Step): Act {
  const round = roundOfDocuments(step.documents)
  return {
    command,
    label: step.label,
    entities: step.entities,
    changes: { command: step.command },
    ...(round === undefined ? {} : { round }),
  }
}
