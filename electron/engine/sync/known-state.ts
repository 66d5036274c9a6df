import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as Y from 'yjs'
import { z } from 'zod'
import type { Project } from '../project/project.ts'
import { trailEnds } from '../project/trail.ts'
import { Refusal } from '../refusal.ts'
import { withheldFrom } from './withheld.ts'

/** What a copy holds of one document: Yjs' state vector, and a digest of what is deleted in it. */
export interface DocumentState {
  vector: Uint8Array
  deleted: string
}

/** What a copy of a project holds. */
export interface KnownState {
  documents: ReadonlyMap<string, DocumentState>
  /** Stream of the activity trail → number of its last row. */
  trail: ReadonlyMap<string, number>
  /** Hashes of the originals it keeps. */
  originals: ReadonlySet<string>
}

/** What this copy holds and may tell of; documents that did not change since are not read again. */
export function knownState(project: Project): KnownState {
  const { db } = project
  const isWithheld = withheldFrom(project)
  const names = project.log.documents().filter((name) => !isWithheld.document(name))
  // Noted all at once: bringing it to the disk for each document takes longer than reading that.
  const documents = db.transaction(
    () => new Map(names.map((name) => [name, documentState(project, name)])),
  )()
  const trail = [...trailEnds(db)].filter(([stream]) => !isWithheld.stream(stream))
  const originals = db.prepare<[], string>('SELECT hash FROM blobs ORDER BY hash').pluck().all()
  return {
    documents,
    trail: new Map(trail),
    originals: new Set(originals),
  }
}

/** What this copy holds of one document. */
export function documentState(project: Project, name: string): DocumentState {
  const { db, log } = project
  const noted = notedState(project, name)
  if (noted) return noted
  const loaded = project.documents.loaded(name)
  const doc = loaded ?? log.load(name)
  const state = stateOfDocument(doc)
  if (!loaded) doc.destroy()
  if (!project.readOnly) {
    db.prepare('INSERT OR REPLACE INTO document_states VALUES (?, ?, ?, ?)').run(
      name,
      log.end(name),
      state.vector,
      state.deleted,
    )
  }
  return state
}

/** What was noted of a document, if it did not change since; it is not read for this. */
export function notedState({ db, log }: Project, name: string): DocumentState | undefined {
  const noted = db
    .prepare<[string, number], DocumentState>(
      'SELECT vector, deleted FROM document_states WHERE doc = ? AND upto = ?',
    )
    .get(name, log.end(name))
  return noted && { vector: new Uint8Array(noted.vector), deleted: noted.deleted }
}

export function stateOfDocument(doc: Y.Doc): DocumentState {
  const deletions = Y.createDeleteSetFromStructStore(doc.store)
  const bytes = Y.encodeSnapshot(Y.createSnapshot(deletions, new Map()))
  return {
    vector: Y.encodeStateVector(doc),
    deleted: createHash('sha256').update(bytes).digest('base64url').slice(0, 16),
  }
}

/** Whether two copies hold the same of a document. */
export function isSameState(a: DocumentState | undefined, b: DocumentState | undefined): boolean {
  if (!a || !b) return a === b
  return a.deleted === b.deleted && Buffer.compare(a.vector, b.vector) === 0
}

/** Documents of which two copies do not hold the same. */
export function differing(a: KnownState, b: KnownState): string[] {
  const names = new Set([...a.documents.keys(), ...b.documents.keys()])
  return [...names].filter((name) => !isSameState(a.documents.get(name), b.documents.get(name)))
}

const stored = z.object({
  documents: z.record(z.string(), z.tuple([z.string(), z.string()])),
  trail: z.record(z.string(), z.number()),
  originals: z.array(z.string()),
})

/** As bytes, for keeping and sending: deflated JSON. */
export function stateToBytes(state: KnownState): Uint8Array {
  const documents = [...state.documents].map(([name, { vector, deleted }]) => [
    name,
    [Buffer.from(vector).toString('base64url'), deleted],
  ])
  const json: z.input<typeof stored> = {
    documents: Object.fromEntries(documents),
    trail: Object.fromEntries(state.trail),
    originals: [...state.originals],
  }
  return new Uint8Array(deflateRawSync(Buffer.from(JSON.stringify(json))))
}

/** The most a state may take when it is unpacked; one of 10,000 documents takes about 2 MB. */
const largestState = 64 * 1024 * 1024

/** Refuses with `sync.badState` what is no state. */
export function bytesToState(bytes: Uint8Array): KnownState {
  try {
    const text = inflateRawSync(bytes, { maxOutputLength: largestState }).toString('utf8')
    const { documents, trail, originals } = stored.parse(JSON.parse(text))
    return {
      documents: new Map(
        Object.entries(documents).map(([name, [vector, deleted]]) => [
          name,
          { vector: new Uint8Array(Buffer.from(vector, 'base64url')), deleted },
        ]),
      ),
      trail: new Map(Object.entries(trail)),
      originals: new Set(originals),
    }
  } catch {
    throw new Refusal('sync.badState')
  }
}

/** What either of two states has seen, where they are told apart: the younger by its vector. */
export function joinStates(older: KnownState, newer: KnownState): KnownState {
  return {
    documents: new Map([...older.documents, ...newer.documents]),
    trail: new Map([...older.trail, ...newer.trail]),
    originals: new Set([...older.originals, ...newer.originals]),
  }
}
