import * as Y from 'yjs'
import { restoredPositions } from '../passages/restored-anchors.ts'
import type { Log } from './log.ts'
import type { Steps } from './steps.ts'
import { keepForUndo, storedToItem, type StackItem } from './undo-items.ts'

/** Origin of every change made by a command of this device. */
export const localOrigin = { name: 'local' }

/** Origin of changes of this device that are no step: undo would take them for the last step. */
export const untrackedOrigin = { name: 'untracked' }

/** Origin of every change that was made elsewhere. */
export const remoteOrigin = { name: 'remote' }

/** What one transaction did to a document. */
export interface DocumentChange {
  name: string
  doc: Y.Doc
  updates: Uint8Array[]
  /** Top-level map → keys whose entry (or something inside it) changed. */
  keys: Map<string, Set<string>>
  /** Deltas of the top-level text `body`, in order. */
  bodyDeltas: BodyDelta[]
  /** Something changed in a top-level XML root. */
  richText: boolean
  /** Made by a command of this device, and so known to undo. */
  isOwn: boolean
}

export type BodyDelta = { retain?: number; insert?: unknown; delete?: number }[]

interface Loaded {
  doc: Y.Doc
  undo: Y.UndoManager
}

/**
 * The documents in memory. They load on demand, with what undo needs of them; the longest unused are
 * let go when more than `keep` are loaded.
 */
export class Documents {
  readonly #log: Log
  readonly #steps: Steps | null
  readonly #loaded = new Map<string, Loaded>()
  #changes: Map<string, DocumentChange> | null = null
  #touched: ReadonlyMap<string, DocumentChange> = new Map()
  readonly #keep: number

  constructor(log: Log, steps: Steps | null, keep = 24) {
    this.#log = log
    this.#steps = steps
    this.#keep = keep
  }

  get(name: string): Y.Doc {
    return this.#load(name).doc
  }

  /** A document that is in memory; it is not loaded for this. */
  loaded(name: string): Y.Doc | undefined {
    return this.#loaded.get(name)?.doc
  }

  undoManager(name: string): Y.UndoManager {
    return this.#load(name).undo
  }

  /** Runs `work` and collects what it does to documents, one Yjs transaction each. */
  collect<T>(work: () => T): { value: T; changes: DocumentChange[] } {
    const changes = new Map<string, DocumentChange>()
    this.#changes = changes
    this.#touched = changes
    for (const { undo } of this.#loaded.values()) undo.stopCapturing()
    try {
      const value = work()
      return { value, changes: [...changes.values()].filter((change) => change.updates.length > 0) }
    } finally {
      this.#changes = null
    }
  }

  /** What the running collection has changed so far. */
  changing(): DocumentChange[] {
    return [...(this.#changes?.values() ?? [])]
  }

  /** Lets documents go, so that the next use reads them from the log again. */
  forget(names: Iterable<string>): void {
    for (const name of names) {
      const loaded = this.#loaded.get(name)
      loaded?.undo.destroy()
      loaded?.doc.destroy()
      this.#loaded.delete(name)
    }
  }

  /** Documents that the last collection touched; for putting things back after a failure. */
  touched(): string[] {
    return [...this.#touched.keys()]
  }

  forgetAll(): void {
    this.forget([...this.#loaded.keys()])
  }

  trim(): void {
    for (const name of this.#loaded.keys()) {
      if (this.#loaded.size <= this.#keep) return
      if (name !== 'project') this.forget([name])
    }
  }

  /** Folds what the log has of a document into its snapshot; what undo may bring back stays. */
  compact(name: string): void {
    const { doc } = this.#read(name)
    this.#log.compact(name, doc)
    doc.destroy()
  }

  #read(name: string): { doc: Y.Doc; done: StackItem[]; undone: StackItem[] } {
    try {
      const history = this.#steps?.ofDocument(name)
      if (history) {
        const doc = this.#log.load(name, { gc: false })
        shapeDocument(name, doc)
        const done = history.done.map(storedToItem)
        const undone = history.undone.map(storedToItem)
        keepForUndo(doc, [...done, ...undone], history.restored)
        return { doc, done, undone }
      }
    } catch {
      // What cannot be undone any more must never stand between a person and the text.
    }
    const doc = this.#log.load(name)
    shapeDocument(name, doc)
    return { doc, done: [], undone: [] }
  }

  #load(name: string): Loaded {
    const known = this.#loaded.get(name)
    if (known) {
      this.#loaded.delete(name)
      this.#loaded.set(name, known)
      return known
    }
    const { doc, done, undone } = this.#read(name)
    const undo = new Y.UndoManager(doc, {
      trackedOrigins: new Set([localOrigin]),
      // All that one command does to a document is one step back, however many transactions it took;
      // `collect` says where the next command begins. What changes nothing is no step.
      captureTimeout: Number.POSITIVE_INFINITY,
      captureTransaction: (transaction) => transaction.changed.size > 0,
    })
    undo.undoStack = done
    undo.redoStack = undone
    const loaded = { doc, undo }
    doc.on('update', (bytes: Uint8Array) => this.#change(name, doc)?.updates.push(bytes))
    doc.on('afterTransaction', (transaction: Y.Transaction) => this.#note(name, doc, transaction))
    this.#loaded.set(name, loaded)
    return loaded
  }

  #change(name: string, doc: Y.Doc): DocumentChange | null {
    if (!this.#changes) return null
    let change = this.#changes.get(name)
    if (!change) {
      change = {
        name,
        doc,
        updates: [],
        keys: new Map(),
        bodyDeltas: [],
        richText: false,
        isOwn: false,
      }
      this.#changes.set(name, change)
    }
    return change
  }

  #note(name: string, doc: Y.Doc, transaction: Y.Transaction): void {
    if (transaction.changed.size === 0) return
    const change = this.#change(name, doc)
    if (!change) return
    if (transaction.origin !== remoteOrigin) change.isOwn = true
    for (const [type, subs] of transaction.changed) {
      const place = topLevel(doc, type)
      if (!place) continue
      if (type instanceof Y.Text && place.root === 'body') continue
      if (place.root === 'root') change.richText = true
      const keys = change.keys.get(place.root) ?? new Set<string>()
      change.keys.set(place.root, keys)
      if (place.key !== null) keys.add(place.key)
      else for (const sub of subs) if (sub !== null) keys.add(sub)
    }
    const body = name.startsWith('source:') ? doc.getText('body') : null
    if (!body) return
    for (const [type, events] of transaction.changedParentTypes) {
      if ((type as object) !== body) continue
      for (const event of events) change.bodyDeltas.push(event.delta as BodyDelta)
    }
  }
}

/** Gives the top-level types their kinds; Yjs learns them only from the first use. */
function shapeDocument(name: string, doc: Y.Doc): void {
  if (name === 'project') {
    for (const map of projectMaps) doc.getMap(map)
  } else if (name.startsWith('source:')) {
    doc.getText('body')
    for (const map of sourceMaps) doc.getMap(map)
  } else if (name.startsWith('layer:')) {
    for (const map of layerMaps) doc.getMap(map)
  } else if (name.startsWith('memo:') || name.startsWith('account:')) {
    doc.get('root', Y.XmlText)
  }
}

/** Entries of the index that stand on passages of a source, besides codings. */
export const indexMaps = ['activations', 'workAccounts', 'termUses', 'answers'] as const
export type IndexMap = (typeof indexMaps)[number]

const sourceMaps = ['passages', 'codings', ...indexMaps, 'speakers', 'import', restoredPositions]

/**
 * A layer: passages and codings of one analyst in one round, in whichever sources; `meta` says when it
 * was closed, so that it is known whether it has come whole.
 */
export const layerMaps = ['passages', 'codings', 'meta'] as const

export const projectMaps = [
  'meta',
  'analysts',
  'folders',
  'sources',
  'codes',
  'codeSets',
  'persons',
  'cases',
  'attributes',
  'memos',
  'texts',
  'textVersions',
  'clauses',
  'relations',
  'links',
  'claims',
  'actors',
  'sites',
  'processes',
  'steps',
  'flows',
  'maps',
  'terms',
  'questions',
  'disjunctures',
  'threads',
  'circuits',
  'rounds',
  'withdrawals',
  'conflicts',
  'settlements',
  'discussions',
  'agreementRuns',
  'savedSearches',
  'stopWords',
  'savedQuestions',
  'quotes',
  'accounts',
  'reportPresets',
  'checklistAnswers',
] as const
export type ProjectMap = (typeof projectMaps)[number]

/** Name of the top-level type that holds `type`, and the key in it, or null for an unknown place. */
function topLevel(doc: Y.Doc, type: object): { root: string; key: string | null } | null {
  let key: string | null = null
  let here = type as Y.AbstractType<unknown>
  while (here._item) {
    key = here._item.parentSub ?? key
    const parent = here._item.parent
    if (!(parent instanceof Y.AbstractType)) return null
    here = parent as Y.AbstractType<unknown>
  }
  for (const [root, shared] of doc.share) if (shared === here) return { root, key }
  return null
}
