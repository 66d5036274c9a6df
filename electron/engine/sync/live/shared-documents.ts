import * as Y from 'yjs'
import type { Committed, Project } from '../../project/project.ts'
import type { Inbox, Sender } from './inbox.ts'

/** Origin of what the project put into a shared document; Hocuspocus need not store it anywhere. */
const projectOrigin = { source: 'local', skipStoreHooks: true }

/**
 * The documents that are shared at the moment, each a twin of one of the project: what others change
 * goes through the inbox into the project, what is written to the project goes into the twin (V4).
 */
export class SharedDocuments {
  readonly #project: Project
  readonly #shared = new Map<string, { doc: Y.Doc; listen: Listener }>()

  constructor(project: Project) {
    this.#project = project
  }

  get(name: string): Y.Doc | undefined {
    return this.#shared.get(name)?.doc
  }

  names(): string[] {
    return [...this.#shared.keys()]
  }

  /** Fills `doc` with what the project holds, and keeps both the same from now on. */
  share(name: string, doc: Y.Doc, inbox: Inbox, sender: (origin: unknown) => Sender): void {
    this.drop(name)
    inbox.flush()
    const loaded = this.#project.documents.loaded(name)
    const source = loaded ?? this.#project.log.load(name)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(source), projectOrigin)
    if (!loaded) source.destroy()
    const listen: Listener = (bytes, origin) => {
      if (origin !== projectOrigin) inbox.add(name, bytes, sender(origin))
    }
    doc.on('update', listen)
    this.#shared.set(name, { doc, listen })
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
      for (const bytes of updates) Y.applyUpdate(shared.doc, bytes, projectOrigin)
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
