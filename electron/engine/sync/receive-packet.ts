import * as Y from 'yjs'
import type { MergeCount } from '../../../shared/contract/sync.ts'
import type { Project } from '../project/project.ts'
import { withdrawals } from '../protection/purge.ts'
import { Refusal } from '../refusal.ts'
import { keepOriginal } from '../sources/store-source.ts'
import { ConflictWatch } from './conflicts/conflict-watch.ts'
import { countChanges } from './count-changes.ts'
import {
  bytesToState,
  isSameState,
  joinStates,
  notedState,
  stateToBytes,
  type KnownState,
} from './known-state.ts'
import type { Packet, TrailRow } from './packet.ts'
import { Touched } from './touched.ts'
import { layerDocument, withheldFrom } from './withheld.ts'

/** How a packet is taken in: as a step that can be undone, as one of many, or only to see what it would do. */
export type ReceiveWay = 'step' | 'stream' | 'rehearsal'

export interface Received {
  /** Documents that changed. */
  documents: number
  /** What came in, by kind and analyst; counted only for a step and a rehearsal. */
  counts: MergeCount[]
}

/** Takes in a packet, and what `also` writes, in one transaction (S4); twice is the same as once (S5). */
export function receivePacket(
  project: Project,
  packet: Packet,
  way: ReceiveWay,
  also: () => void = () => {},
): Received {
  const { head } = packet
  const own = String(project.documents.get('project').getMap('meta').get('id') ?? '')
  // A project that is just being made from the packet has no id yet.
  if (own !== '' && own !== head.project)
    throw new Refusal('sync.otherProject', { title: head.title })
  const received: Received = { documents: 0, counts: [] }
  const isOwnLayer = ownLayers(project)
  const touched = new Touched()
  project.receive(
    { command: 'sync.merge', label: head.name },
    (apply) => {
      let withheld = withheldFrom(project)
      for (const { name, update } of packet.documents()) {
        // A part that stands for many has most of what came with them once more.
        const noted = notedState(project, name)
        if (noted && isSameState(noted, head.state.documents.get(name))) continue
        // What is withheld is nobody else's to send: it would be a forgery, or withdrawn by now.
        if (!withheld.document(name) || isOwnLayer(name)) {
          apply(name, update)
          mustBeWhole(project, name, head)
        }
        if (name === 'project') withheld = withheldFrom(project)
      }
      const gone = withdrawals(project)
      const withdrawn = new Set(gone.map(({ sourceId }) => sourceId))
      for (const row of packet.trail()) {
        const isNew = keepTrailRow(project, row, withdrawn)
        if (way !== 'stream') touched.note(row, isNew)
      }
      const originals = new Set(gone.flatMap((withdrawal) => withdrawal.originals))
      for (const { hash, bytes } of packet.originals()) {
        if (originals.has(hash)) continue
        if (keepOriginal(project, bytes) !== hash) throw new Refusal('sync.damaged')
      }
      noteState(project, head.device, head.analyst, head.name, head.time, head.state)
      also()
    },
    {
      way,
      watch: new ConflictWatch(project, { analyst: head.analyst, state: head.state }),
      compare: (changes) => {
        received.documents = changes.length
        const counts =
          way === 'stream'
            ? () => []
            : countChanges(project.db, changes, (ids) => touched.lastAt(ids))
        return () => {
          received.counts = counts()
        }
      },
    },
  )
  return received
}

/**
 * What a packet leaves out must be here: what it takes away would go, and what was put in its place would
 * not come, as after a merge was taken back of which the sender was told.
 */
function mustBeWhole(project: Project, name: string, head: Packet['head']): void {
  const theirs = head.state.documents.get(name)
  if (!theirs || head.part) return
  const ours = Y.decodeStateVector(Y.encodeStateVector(project.documents.get(name)))
  for (const [client, clock] of Y.decodeStateVector(theirs.vector))
    if ((ours.get(client) ?? 0) < clock) throw new Refusal('sync.missesEarlier')
}

/** Layers of the analyst who sits here come also from another device of the same person. */
function ownLayers(project: Project): (name: string) => boolean {
  return (name) => name === layerDocument(name.split(':')[1] ?? '', project.analystId)
}

/** Writes a row of the trail of another device, once; inside a transaction. Says whether it is new here. */
export function keepTrailRow(
  project: Project,
  row: TrailRow,
  withdrawn: ReadonlySet<string>,
): boolean {
  const { db } = project
  const isOfWithdrawn =
    row.command !== 'sources.withdraw' && row.entities.some((id) => withdrawn.has(id))
  const readable = isOfWithdrawn ? { label: '', changes: '{}' } : {}
  const { changes, lastInsertRowid } = db
    .prepare(
      `INSERT OR IGNORE INTO main.activity
         (time, analyst_id, device_id, command, label, changes, stream, number)
       VALUES (@time, @analyst_id, @device_id, @command, @label, @changes, @stream, @number)`,
    )
    .run({ ...row, ...readable, entities: undefined })
  if (changes === 0) return false
  const entity = db.prepare('INSERT OR IGNORE INTO activity_entities VALUES (?, ?)')
  for (const id of row.entities) entity.run(id, lastInsertRowid)
  return true
}

/** What another device is known to hold, so that the next packet for it need not hold it again. */
export function noteState(
  project: Project,
  device: string,
  analyst: string,
  name: string,
  time: string,
  state: KnownState,
): void {
  if (device === project.device.id) return
  const known = stateOfDevice(project, device)
  project.db
    .prepare('INSERT OR REPLACE INTO peers VALUES (?, ?, ?, ?, ?)')
    .run(device, analyst, name, time, stateToBytes(known ? joinStates(known, state) : state))
}

export function stateOfDevice(project: Project, device: string): KnownState | null {
  const bytes = project.db
    .prepare<[string], Uint8Array>('SELECT state FROM peers WHERE device_id = ?')
    .pluck()
    .get(device)
  return bytes ? bytesToState(bytes) : null
}
