import * as Y from 'yjs'

/** Structs `from` … `to` (exclusive) of one client. */
interface Gap {
  client: number
  from: number
  to: number
}

/**
 * An update in the log says what it rests on. Where one was lost, Yjs waits for it and shows nothing
 * that was written behind it, all that a person did until the program was closed. The updates this
 * gives stand for what was lost, as deleted, and let go on what does not rest on it. They are applied
 * to `doc`; an empty list if nothing is missing.
 */
export function fillGaps(doc: Y.Doc): { fillers: Uint8Array[]; lost: number } {
  const fillers: Uint8Array[] = []
  let lost = 0
  for (;;) {
    const gaps = findGaps(doc)
    if (gaps.length === 0) return { fillers, lost }
    const filler = gapsToUpdate(gaps)
    Y.applyUpdate(doc, filler)
    fillers.push(filler)
    for (const { from, to } of gaps) lost += to - from
  }
}

/** Whether changes are missing that others rest on. */
export function isIncomplete(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null
}

function findGaps(doc: Y.Doc): Gap[] {
  const pending = doc.store.pendingStructs
  if (pending === null) return []
  const { structs } = Y.decodeUpdateV2(pending.update)
  const gaps: Gap[] = []
  /** Up to where the structs of a client are known: what is there, and what waits. */
  const known = new Map<number, number>()
  const knownOf = (client: number) => known.get(client) ?? Y.getState(doc.store, client)
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const from = knownOf(client)
    if (clock > from) gaps.push({ client, from, to: clock })
    known.set(client, Math.max(from, clock + struct.length))
  }
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const parent = struct.parent instanceof Y.ID ? struct.parent : null
    for (const id of [struct.origin, struct.rightOrigin, parent]) {
      if (id === null) continue
      const from = knownOf(id.client)
      if (id.clock < from) continue
      gaps.push({ client: id.client, from, to: id.clock + 1 })
      known.set(id.client, id.clock + 1)
    }
  }
  return gaps
}

/** Update format 1: clients with their structs, here collected ones (info byte 0), and no deletions. */
function gapsToUpdate(gaps: readonly Gap[]): Uint8Array {
  return Y.mergeUpdates(
    gaps.map(({ client, from, to }) =>
      Uint8Array.from([1, 1, ...bytesOf(client), ...bytesOf(from), 0, ...bytesOf(to - from), 0]),
    ),
  )
}

/** A number in groups of seven bits, the lowest first. */
function bytesOf(number: number): number[] {
  const bytes: number[] = []
  let rest = number
  while (rest > 127) {
    bytes.push(128 + (rest % 128))
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}
