import * as Y from 'yjs'
import { untrackedOrigin, type DocumentChange } from './documents.ts'

/** In documents of text: client of Yjs → id of the analyst who sat there. */
export const textWriters = 'writers'

/** Types of documents whose text several people write. */
const texts = ['source:', 'memo:', 'account:']

/**
 * Notes in a text who wrote what is new in it. Words do not say themselves whose they are, and by a
 * server, a folder or a third person they come without their writer. To be used inside `collect`, at
 * its end; what was made elsewhere says it already.
 */
export function noteTextWriters(changes: readonly DocumentChange[], analystId: string): void {
  for (const { name, doc, updates, isOwn, bodyDeltas, richText } of changes) {
    const isWritten = isOwn && (bodyDeltas.length > 0 || richText)
    if (!isWritten || !texts.some((type) => name.startsWith(type))) continue
    const clients = new Set(updates.flatMap((bytes) => [...Y.parseUpdateMeta(bytes).to.keys()]))
    // What is only taken away has no struct of its own.
    if (clients.size === 0) clients.add(doc.clientID)
    const writers = doc.getMap<string>(textWriters)
    doc.transact(() => {
      for (const client of clients)
        if (writers.get(String(client)) !== analystId) writers.set(String(client), analystId)
    }, untrackedOrigin)
  }
}

/** Id of the analyst whose client this is; null if the text does not say so. */
export function writerOf(doc: Y.Doc, client: number): string | null {
  return doc.getMap<string>(textWriters).get(String(client)) ?? null
}
