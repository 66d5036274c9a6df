import * as Y from 'yjs'
import type { ServerSocket } from './server-socket.ts'

/**
 * Opens a document at the server, does something with it when all of it is here, and waits until the
 * server has what was done. Throws when the connection ends before.
 */
export async function withServerDocument(
  socket: ServerSocket,
  name: string,
  stop: AbortSignal,
  work: (doc: Y.Doc) => void,
): Promise<void> {
  const doc = new Y.Doc()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let isDone = false
  const look = () => {
    if (!provider.synced || provider.hasUnsyncedChanges) return
    if (isDone) return resolve()
    isDone = true
    work(doc)
    if (!provider.hasUnsyncedChanges) resolve()
  }
  const provider = socket.provider(name, doc, { onSynced: look, onUnsyncedChanges: look })
  const end = () => reject(new Error('the connection has ended'))
  stop.addEventListener('abort', end)
  try {
    stop.throwIfAborted()
    provider.attach()
    await promise
  } finally {
    stop.removeEventListener('abort', end)
    provider.destroy()
    doc.destroy()
  }
}

/** Takes everything out of a document, so that a server that folds what it stores has no word of it. */
export function emptyDocument(doc: Y.Doc): void {
  doc.transact((transaction) => {
    for (const structs of doc.store.clients.values())
      for (const struct of [...structs])
        if (struct instanceof Y.Item && !struct.deleted) struct.delete(transaction)
  })
}
