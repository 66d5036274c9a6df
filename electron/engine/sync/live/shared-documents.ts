import * as Y from 'yjs'
import type { Committed, Project } from '../../project/project.ts'
import type { Inbox, Sender } from './inbox.ts'

/** Origin of what the project put into a shared document; Hocuspocus need not store it anywhere. */
const projectOrigin = { source: 'local', skipStoreHooks: true }

interface Shared {
  doc: Y.Doc
  listen: Listener
  /** What came before the other side had told all it holds; null once it has. */
  early: { bytes: Uint8Array; sender: Sender }[] | null
  /** Whether the project has changed meanwhile. */
  isBehind: boolean
}

/**
 * The documents that are shared at the moment, each a twin of one of the project: what others change
 * goes through the inbox into the project, what is written to the project goes into the twin (V4).
 *
 * While a document is being opened neither is done. A change that reaches somebody ahead of what it
 * rests on is taken over by Yjs in part: what it takes away goes at once, what it puts in its place
 * waits, and in between a code would have no name.
 */
export class SharedDocuments {
  readonly #project: Project
  readonly #shared = new Map<string, Shared>()

  constructor(project: Project) {
    this.#project = project
  }

  get(name: string): Y.Doc | undefined {
    return this.#shared.get(name)?.doc
  }

  names(): string[] {
    return [...this.#shared.keys()]
  }

  /**
   * Fills `doc` with what the project holds, and keeps both the same from now on, or from `opened` on
   * where the other side has still to tell what it holds.
   */
  share(
    name: string,
    doc: Y.Doc,
    inbox: Inbox,
    sender: (origin: unknown) => Sender,
    { isOpening = false } = {},
  ): void {
    this.drop(name)
    inbox.flush()
    this.#bringUpToDate(name, doc)
    const listen: Listener = (bytes, origin) => {
      if (origin === projectOrigin) return
      if (shared.early) shared.early.push({ bytes, sender: sender(origin) })
      else inbox.add(name, bytes, sender(origin))
    }
    const shared: Shared = { doc, listen, early: isOpening ? [] : null, isBehind: false }
    doc.on('update', listen)
    this.#shared.set(name, shared)
  }

  /** Each side has told the other all it held. */
  opened(name: string, inbox: Inbox): void {
    const shared = this.#shared.get(name)
    if (!shared?.early) return
    for (const { bytes, sender } of shared.early) inbox.add(name, bytes, sender)
    shared.early = null
    if (shared.isBehind) this.#bringUpToDate(name, shared.doc)
  }

  #bringUpToDate(name: string, doc: Y.Doc): void {
    const loaded = this.#project.documents.loaded(name)
    const source = loaded ?? this.#project.log.load(name)
    const update = Y.encodeStateAsUpdate(source, Y.encodeStateVector(doc))
    Y.applyUpdate(doc, update, projectOrigin)
    if (!loaded) source.destroy()
  }

  drop(name: string): void {
    const shared = this.#shared.get(name)
    shared?.doc.off('update', shared.listen)
    this.#shared.delete(name)
  }

  committed(changes: readonly Committed[]): void {
    for (const { name, updates } of changes) {
      const shared = this.#shared.get(name)
      if (!shared) continue
      if (shared.early) shared.isBehind = true
      else for (const bytes of updates) Y.applyUpdate(shared.doc, bytes, projectOrigin)
      // A merge was taken back; what others still hold comes in anew (S6).
      if (updates.length === 0) shared.listen(Y.encodeStateAsUpdate(shared.doc), null)
    }
  }

  /** All that is shared of a document, as an update. */
  whole(name: string): Uint8Array | null {
    const doc = this.#shared.get(name)?.doc
    return doc ? Y.encodeStateAsUpdate(doc) : null
  }
}

type Listener = (bytes: Uint8Array, origin: unknown) => void
