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
  let present = position
  for (const step of positionsFrom(doc, position)) present = step
  return present
}

/** Whether a passage is found by way of one of these positions. */
export function standsOn(doc: Y.Doc, { start, end }: Anchors, on: ReadonlySet<string>): boolean {
  return [start, end].some((anchor) => [...positionsFrom(doc, anchor)].some((each) => on.has(each)))
}

/** A position, and those that came to stand for it, one after the other. */
function* positionsFrom(doc: Y.Doc, position: string): Generator<string, undefined> {
  const restored = doc.getMap<string>(restoredPositions)
  let here: string | undefined = position
  // Each step leads to younger characters, so the way ends; the count is against foreign files.
  for (let steps = 0; here !== undefined && steps <= restored.size; steps++) {
    yield here
    here = restored.get(here)
  }
}

/** Where a passage begins and ends. */
export interface Anchors {
  start: string
  end: string
}

/** To be called after undo and redo: notes every anchor whose characters came back as new ones. */
export function noteRestoredAnchors(doc: Y.Doc, others: readonly Anchors[] = []): void {
  noteAnchors(doc, [...doc.getMap<Anchors>('passages').values(), ...others], bookkeeping)
}

export function noteAnchors(doc: Y.Doc, records: readonly Anchors[], origin: object): void {
  const moved = new Map<string, string>()
  for (const record of records) {
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
  }, origin)
}

function restoredPosition(doc: Y.Doc, position: string): string | null {
  const relative = Y.decodeRelativePosition(Buffer.from(position, 'base64'))
  if (!relative.item || relative.item.clock >= Y.getState(doc.store, relative.item.client))
    return null
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
