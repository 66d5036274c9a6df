import type { Project } from '../../project/project.ts'
import { bytesToState, knownState, stateToBytes, type KnownState } from '../known-state.ts'
import { trailSince } from '../make-packet.ts'
import type { TrailRow } from '../packet.ts'
import { noteState } from '../receive-packet.ts'
import { readMessage, type Message } from './messages.ts'

/** Characters of a state in one message; rows of the trail in one. */
const partLength = 512 * 1024
const rowsInMessage = 500

export interface LinkEvents {
  /** What the other holds is known. */
  state: (state: KnownState) => void
  changed: (names: readonly string[]) => void
  rows: (rows: readonly TrailRow[]) => void
  originals: (hashes: readonly string[]) => void
}

/**
 * What host and guest tell each other besides documents: what each holds, and the rows of the trail
 * the other lacks, in the order of their numbers and without gaps (V5).
 */
export class Link {
  readonly #project: Project
  readonly #send: (text: string) => void
  readonly #events: LinkEvents
  /** Stream → last row the other has or was sent; null until it has said. */
  #sent: Map<string, number> | null = null
  #originals = new Set<string>()
  #parts: string[] = []
  #name: string

  constructor(project: Project, name: string, send: (text: string) => void, events: LinkEvents) {
    this.#project = project
    this.#name = name
    this.#send = send
    this.#events = events
  }

  sendState(): void {
    const text = Buffer.from(stateToBytes(knownState(this.#project))).toString('base64')
    const parts = Math.max(1, Math.ceil(text.length / partLength))
    for (let part = 0; part < parts; part++) {
      this.#tell({
        type: 'state',
        device: this.#project.device.id,
        analyst: this.#project.analystId,
        name: this.#name,
        part,
        parts,
        bytes: text.slice(part * partLength, (part + 1) * partLength),
      })
    }
  }

  sendChanged(names: readonly string[]): void {
    if (this.#sent && names.length > 0) this.#tell({ type: 'changed', names: [...names] })
  }

  /** Tells of originals the other does not know of. */
  sendOriginals(hashes: readonly string[]): void {
    if (!this.#sent) return
    const unknown = hashes.filter((hash) => !this.#originals.has(hash))
    for (const hash of unknown) this.#originals.add(hash)
    if (unknown.length > 0) this.#tell({ type: 'originals', hashes: unknown })
  }

  /** Sends what the other lacks of these streams of the trail; of all, if none are named. */
  sendTrail(streams?: Iterable<string>): void {
    const sent = this.#sent
    if (!sent) return
    let rows: TrailRow[] = []
    for (const row of trailSince(this.#project, { trail: sent }, streams)) {
      rows.push(row)
      sent.set(row.stream, row.number)
      if (rows.length < rowsInMessage) continue
      this.#tell({ type: 'trail', rows })
      rows = []
    }
    if (rows.length > 0) this.#tell({ type: 'trail', rows })
  }

  /** The other has these originals. */
  has(hash: string): void {
    this.#originals.add(hash)
  }

  /** Takes a message of the other; throws if it is none. `device` is who it is known to be. */
  take(text: string, device: string | null): void {
    const told = readMessage(text)
    switch (told.type) {
      case 'state':
        return this.#takeState(told, device)
      case 'changed':
        return this.#events.changed(told.names)
      case 'originals':
        return this.#events.originals(told.hashes)
      case 'trail':
        for (const { stream, number } of told.rows)
          this.#sent?.set(stream, Math.max(number, this.#sent.get(stream) ?? 0))
        return this.#events.rows(told.rows)
    }
  }

  #takeState(told: Extract<Message, { type: 'state' }>, device: string | null): void {
    if (told.part === 0) this.#parts = []
    if (told.part !== this.#parts.length) throw new Error('parts of a state in a wrong order')
    this.#parts.push(told.bytes)
    if (this.#parts.length < told.parts) return
    const state = bytesToState(new Uint8Array(Buffer.from(this.#parts.join(''), 'base64')))
    this.#parts = []
    this.#sent = new Map(state.trail)
    this.#originals = new Set(state.originals)
    const { analyst, name } = told
    noteState(this.#project, device ?? told.device, analyst, name, this.#project.now(), state)
    this.sendTrail()
    this.#events.state(state)
  }

  #tell(message: Message): void {
    this.#send(JSON.stringify(message))
  }
}
