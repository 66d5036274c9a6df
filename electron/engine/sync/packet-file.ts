import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { bytesToState, stateToBytes } from './known-state.ts'
import type { DocumentUpdate, Original, Packet, PacketHead, TrailRow } from './packet.ts'
import { readRecords, sealOf, writeRecords, type FileRecord, type Seal } from './record-file.ts'

/** Kinds of records in a packet's file, in their order. */
const types = { head: 1, state: 2, document: 3, trail: 4, original: 5 } as const
/** Rows of the trail that stand in one record. */
const rowsInRecord = 1000

const headFields = z.object({
  project: z.string(),
  title: z.string(),
  device: z.string(),
  analyst: z.string(),
  name: z.string(),
  time: z.string(),
  isPart: z.boolean(),
  part: z
    .object({
      first: z.number().int().positive(),
      last: z.number().int().positive(),
    })
    .refine(({ first, last }) => first <= last)
    .nullable()
    .default(null),
})

const trailRow: z.ZodType<TrailRow> = z.object({
  stream: z.string().min(1),
  number: z.number().int().positive(),
  time: z.string(),
  analyst_id: z.string(),
  device_id: z.string(),
  command: z.string(),
  label: z.string(),
  changes: z.string(),
  entities: z.array(z.string()),
})

/** Writes a packet to a new file; gives its size in bytes. */
export function writePacket(
  path: string,
  packet: Packet,
  seal: Seal | null,
  onDocument: () => void = () => {},
): number {
  return writeRecords(path, seal, recordsOf(packet, onDocument))
}

function* recordsOf(packet: Packet, onDocument: () => void): Generator<FileRecord> {
  const { state, ...head } = packet.head
  yield { type: types.head, payload: json(head) }
  yield { type: types.state, payload: stateToBytes(state) }
  for (const { name, update } of packet.documents()) {
    yield { type: types.document, payload: named(name, update) }
    onDocument()
  }
  let rows: TrailRow[] = []
  for (const row of packet.trail()) {
    rows.push(row)
    if (rows.length < rowsInRecord) continue
    yield { type: types.trail, payload: json(rows) }
    rows = []
  }
  if (rows.length > 0) yield { type: types.trail, payload: json(rows) }
  for (const { hash, bytes } of packet.originals())
    yield { type: types.original, payload: named(hash, bytes) }
}

/**
 * Opens a packet's file. Its head is read at once, the rest as it is gone through; only then it is
 * known that the file is whole (S10). A wrong passphrase is told at once.
 */
export function readPacket(path: string, sealFor: (salt: Buffer) => Seal | null): Packet {
  const records = new Records(readRecords(path, sealFor), path)
  return {
    head: headOf(records),
    documents: () =>
      records.all<DocumentUpdate>(types.document, (payload) => {
        const { name, rest } = unnamed(payload)
        return [{ name, update: rest }]
      }),
    trail: () =>
      records.all<TrailRow>(types.trail, (payload) => z.array(trailRow).parse(fromJson(payload))),
    originals: function* () {
      yield* records.all<Original>(types.original, (payload) => {
        const { name, rest } = unnamed(payload)
        return [{ hash: name, bytes: rest }]
      })
      records.end()
    },
    close: () => records.close(),
  }
}

function headOf(records: Records): PacketHead {
  try {
    const head = records.one(types.head, (payload) => headFields.parse(fromJson(payload)))
    return { ...head, state: records.one(types.state, bytesToState) }
  } catch (error) {
    records.close()
    throw error
  }
}

/**
 * The head of a packet's file alone, without the state, which is long; that the file is whole is not known
 * by this. Whoever begins reads it of every file in a folder.
 */
export function readHead(
  path: string,
  sealFor: (salt: Buffer) => Seal | null,
): Omit<PacketHead, 'state'> {
  const records = readRecords(path, sealFor)
  const first = records.next()
  records.return(undefined)
  if (first.done || first.value.type !== types.head) throw new Refusal('sync.damaged', { path })
  try {
    return headFields.parse(fromJson(first.value.payload))
  } catch {
    throw new Refusal('sync.damaged', { path })
  }
}

/** Seals for a passphrase, each key made once: making one takes a tenth of a second. */
export function sealsOf(passphrase: string | undefined): (salt: Buffer) => Seal | null {
  const known = new Map<string, Seal>()
  return (salt) => {
    if (passphrase === undefined) return null
    const name = salt.toString('base64')
    const seal = known.get(name) ?? sealOf(passphrase, salt)
    known.set(name, seal)
    return seal
  }
}

/** Records of a file, gone through once. */
class Records {
  #next: FileRecord | undefined
  readonly #rest: Iterator<FileRecord, unknown>
  readonly #path: string

  constructor(records: Iterator<FileRecord, unknown>, path: string) {
    this.#rest = records
    this.#path = path
    this.#advance()
  }

  one<T>(type: number, read: (payload: Uint8Array) => T): T {
    const record = this.#next
    if (record?.type !== type) throw this.#damaged()
    this.#advance()
    return this.#read(record, read)
  }

  *all<T>(type: number, read: (payload: Uint8Array) => T[]): Generator<T> {
    for (let record = this.#next; record?.type === type; record = this.#next) {
      yield* this.#read(record, read)
      this.#advance()
    }
  }

  close(): void {
    this.#rest.return?.()
  }

  end(): void {
    if (this.#next !== undefined) throw this.#damaged()
  }

  #advance(): void {
    const { value, done } = this.#rest.next()
    this.#next = done ? undefined : (value as FileRecord)
  }

  #read<T>(record: FileRecord, read: (payload: Uint8Array) => T): T {
    try {
      return read(record.payload)
    } catch (error) {
      throw error instanceof Refusal ? error : this.#damaged()
    }
  }

  #damaged(): Refusal {
    return new Refusal('sync.damaged', { path: this.#path })
  }
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value))
}

function fromJson(payload: Uint8Array): unknown {
  return JSON.parse(Buffer.from(payload).toString('utf8'))
}

/** A name, its length in front, and bytes. */
function named(name: string, bytes: Uint8Array): Uint8Array {
  const title = Buffer.from(name)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(title.length)
  return Buffer.concat([length, title, bytes])
}

function unnamed(payload: Uint8Array): { name: string; rest: Uint8Array } {
  const bytes = Buffer.from(payload)
  const length = bytes.readUInt16BE()
  return {
    name: bytes.subarray(2, 2 + length).toString('utf8'),
    rest: new Uint8Array(bytes.subarray(2 + length)),
  }
}
