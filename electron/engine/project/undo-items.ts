import * as Y from 'yjs'

/** What one step did to one document, as Yjs's undo manager has it on its stacks. */
export type StackItem = Y.UndoManager['undoStack'][number]

/** The same, as bytes: which structs were put in, and which were taken out. */
export interface StoredItem {
  inserted: Uint8Array
  deleted: Uint8Array
}

/** `length` structs from `client`:`clock` on were deleted and brought back from `toClient`:`toClock` on. */
export type Restored = [
  client: number,
  clock: number,
  length: number,
  toClient: number,
  toClock: number,
]

type DeleteSet = StackItem['deletions']

export function itemToStored(item: StackItem): StoredItem {
  return { inserted: setToBytes(item.insertions), deleted: setToBytes(item.deletions) }
}

export function storedToItem({ inserted, deleted }: StoredItem): StackItem {
  return { insertions: bytesToSet(inserted), deletions: bytesToSet(deleted), meta: new Map() }
}

function setToBytes(set: DeleteSet): Uint8Array {
  return Y.encodeSnapshot(Y.createSnapshot(set, new Map()))
}

function bytesToSet(bytes: Uint8Array): DeleteSet {
  return Y.decodeSnapshot(bytes).ds
}

/** Which structs of a step that was undone or redone came back as new ones. */
export function restoredBy(doc: Y.Doc, item: StackItem): Restored[] {
  const restored: Restored[] = []
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, item.deletions, (struct) => {
      if (!(struct instanceof Y.Item) || struct.redone === null) return
      const { client, clock } = struct.redone
      restored.push([struct.id.client, struct.id.clock, struct.length, client, clock])
    })
  })
  return restored
}

/**
 * Puts a document that was read with everything ever deleted in it into the state in which its undo
 * manager left it: what the steps may bring back stays, and knows what stands for it by now; the
 * other deleted content goes.
 */
export function keepForUndo(
  doc: Y.Doc,
  items: readonly StackItem[],
  restored: readonly Restored[],
): void {
  doc.transact((transaction) => {
    for (const [client, clock, length, toClient, toClock] of restored) {
      Y.iterateDeletedStructs(transaction, rangeOf(client, clock, length), (struct) => {
        if (!(struct instanceof Y.Item)) return
        struct.redone = Y.createID(toClient, toClock + struct.id.clock - clock)
        keep(struct)
      })
    }
    for (const { deletions } of items) {
      Y.iterateDeletedStructs(transaction, deletions, (struct) => {
        if (struct instanceof Y.Item) keep(struct)
      })
    }
  })
  doc.gc = true
  Y.tryGc(Y.createDeleteSetFromStructStore(doc.store), doc.store, doc.gcFilter)
}

/** With what it is in, or it would go with that. */
function keep(struct: Y.Item): void {
  for (let item: Y.Item | null = struct; item !== null && !item.keep;) {
    item.keep = true
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null
  }
}

function rangeOf(client: number, clock: number, length: number): DeleteSet {
  const set = Y.createDeleteSet()
  set.clients.set(client, [{ clock, len: length }])
  return set
}
