import * as Y from 'yjs'
import type { StackItem } from './undo-items.ts'

/** What taking back, or bringing back, the last item of a document came to. */
export interface Replayed {
  item: StackItem
  /** What takes it back in its turn; null if everything it did was overruled by others since. */
  back: StackItem | null
}

/**
 * Takes back the last thing a document's undo manager knows of, or brings back the last that was taken
 * back: that one and no other. Yjs would go on to the one before where the last changes nothing any
 * more. Null if it knows of none.
 */
export function replayLast(undo: Y.UndoManager, way: 'undo' | 'redo'): Replayed | null {
  const [from, onto] =
    way === 'undo' ? (['undoStack', 'redoStack'] as const) : (['redoStack', 'undoStack'] as const)
  const item = undo[from].at(-1)
  if (!item) return null
  const others = undo[from].slice(0, -1)
  const height = undo[onto].length
  const pop = (only: StackItem) => {
    undo[from] = [only]
    undo[way]()
  }
  try {
    undo.doc.transact((transaction) => {
      pop(item)
      const lost = lostFields(transaction, item)
      if (lost !== null) {
        undo.ignoreRemoteMapChanges = true
        pop(lost)
        undo.ignoreRemoteMapChanges = false
      }
      // The manager takes note when this transaction ends, of both as one.
      undo[way === 'undo' ? 'undoing' : 'redoing'] = true
    }, undo)
  } finally {
    undo.ignoreRemoteMapChanges = false
    undo.undoing = false
    undo.redoing = false
    undo[from] = others
  }
  return { item, back: undo[onto].length > height ? (undo[onto].at(-1) ?? null) : null }
}

/**
 * What a step replaced or took away, and what did not come back with it, though nothing stands in its
 * place: where two people gave one field a new value, Yjs lets nobody bring back the old one, and the
 * field would be gone when the one whose value holds takes it back.
 */
function lostFields(transaction: Y.Transaction, item: StackItem): StackItem | null {
  const gone = new Set<Y.Item>()
  Y.iterateDeletedStructs(transaction, item.deletions, (struct) => {
    if (!(struct instanceof Y.Item) || struct.redone !== null) return
    if (!Y.isDeleted(item.insertions, struct.id)) gone.add(struct)
  })
  const lost = new Map<Y.Item, boolean>()
  const isLost = (struct: Y.Item): boolean => {
    const known = lost.get(struct)
    if (known !== undefined) return known
    const within = struct.parent instanceof Y.AbstractType ? struct.parent._item : null
    const found =
      within !== null && gone.has(within)
        ? isLost(within)
        : struct.parentSub !== null && isMissing(transaction, struct, struct.parentSub)
    lost.set(struct, found)
    return found
  }
  const deletions = Y.createDeleteSet()
  for (const struct of gone) {
    if (!isLost(struct)) continue
    const ranges = deletions.clients.get(struct.id.client) ?? []
    ranges.push({ clock: struct.id.clock, len: struct.length })
    deletions.clients.set(struct.id.client, ranges)
  }
  if (deletions.clients.size === 0) return null
  for (const ranges of deletions.clients.values()) ranges.sort((a, b) => a.clock - b.clock)
  return { insertions: Y.createDeleteSet(), deletions, meta: new Map() }
}

/** Whether the map that a field belongs to is there, or there again, without the field. */
function isMissing({ doc }: Y.Transaction, field: Y.Item, key: string): boolean {
  if (!(field.parent instanceof Y.AbstractType)) return false
  let within = field.parent._item
  while (within?.redone) within = Y.getItem(doc.store, within.redone) as Y.Item
  if (within === null) return field.parent._map.get(key)?.deleted !== false
  if (within.deleted || !(within.content instanceof Y.ContentType)) return false
  return within.content.type._map.get(key)?.deleted !== false
}
