import * as Y from 'yjs'

/**
 * Undo brings deleted words back as new characters. Yjs knows which they were only as long as the
 * document is in memory, so an anchor in such words would be lost with the next opening. The map
 * `restored` of a source's document therefore says which position stands for which: old → new.
 */
export const restoredPositions = 'restored'

/** Not an origin of undo: what was restored stays known, whichever way history goes. */
const bookkeeping = { name: 'restored anchors' }

/** The position that a stored one stands for now. */
export function presentPosition(doc: Y.Doc, position: string): string {
  const restored = doc.getMap<string>(restoredPositions)
  let here = position
  // Each step leads to younger characters, so the way ends; the count is against foreign files.
  for (let steps = 0; steps <= restored.size; steps++) {
    const next = restored.get(here)
    if (next === undefined) break
    here = next
  }
  return here
}

/** To be called after undo and redo: notes every anchor whose characters came back as new ones. */
export function noteRestoredAnchors(
  doc: Y.Doc,
  others: readonly { start: string; end: string }[] = [],
): void {
  const moved = new Map<string, string>()
  const own = doc.getMap<{ start: string; end: string }>('passages').values()
  for (const record of [...own, ...others]) {
    for (const anchor of [record.start, record.end]) {
      const position = presentPosition(doc, anchor)
      const restored = restoredPosition(doc, position)
      if (restored !== null) moved.set(position, restored)
    }
  }
  if (moved.size === 0) return
  doc.transact(() => {
    const restored = doc.getMap<string>(restoredPositions)
    for (const [position, present] of moved) restored.set(position, present)
  }, bookkeeping)
}

function restoredPosition(doc: Y.Doc, position: string): string | null {
  const relative = Y.decodeRelativePosition(Buffer.from(position, 'base64'))
  if (!relative.item) return null
  const present = restoredCharacter(doc, relative.item)
  if (!present) return null
  const moved = new Y.RelativePosition(relative.type, relative.tname, present, relative.assoc)
  return Buffer.from(Y.encodeRelativePosition(moved)).toString('base64')
}

/** The newest character that was made to restore this one; null if it was never restored. */
function restoredCharacter(doc: Y.Doc, id: Y.ID): Y.ID | null {
  let here = id
  for (;;) {
    const item = Y.getItem(doc.store, here)
    if (!(item instanceof Y.Item) || item.redone === null) break
    here = Y.createID(item.redone.client, item.redone.clock + here.clock - item.id.clock)
  }
  return here === id ? null : here
}
