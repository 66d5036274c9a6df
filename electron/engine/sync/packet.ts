import type { KnownState } from './known-state.ts'

/** Who sends a packet, from which copy of which project. */
export interface PacketHead {
  /** Id and title of the project. */
  project: string
  title: string
  device: string
  analyst: string
  /** Name of the analyst, for people. */
  name: string
  time: string
  /** Whether it was made against what the receiver is known to hold, and so may rest on it. */
  isPart: boolean
  /** What the sender holds. */
  state: KnownState
  /** Which part of what its device wrote into a shared folder it is; null for a bundle. */
  part: PartMark | null
}

/** Parts of a device are numbered from 1 without gaps; one may stand for several, one from 1 on for all. */
export interface PartMark {
  first: number
  last: number
}

/** A document's updates merged into one, as Yjs encodes it (format 1). */
export interface DocumentUpdate {
  name: string
  update: Uint8Array
}

/** A row of the activity trail, known everywhere by stream and number. */
export interface TrailRow {
  stream: string
  number: number
  time: string
  analyst_id: string
  device_id: string
  command: string
  label: string
  /** JSON object, field → readable value. */
  changes: string
  entities: string[]
}

/** The file a source was imported from, by its SHA-256. */
export interface Original {
  hash: string
  bytes: Uint8Array
}

/**
 * What one copy of a project holds and another does not. Its parts can be gone through once, in this
 * order; none is held in memory as a whole. The document `project` comes first.
 */
export interface Packet {
  head: PacketHead
  documents: () => Iterable<DocumentUpdate>
  trail: () => Iterable<TrailRow>
  originals: () => Iterable<Original>
  /** Lets go of what it is read from, if it was not gone through to its end. */
  close: () => void
}
