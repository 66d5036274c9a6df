import * as Y from 'yjs'

/** Types of messages of Hocuspocus that a guest may send. */
const sync = 0
const syncReply = 4
const allowed = new Set([sync, syncReply, 1, 2, 3, 5, 7, 10])
/** Names of documents; what is in the project among them is decided elsewhere. */
const names = /^(?:project|(?:source|memo|account):[\w-]{1,80}|layer:[\w-]{1,80}:[\w-]{1,80})$/

/** The document a frame is about, or null for what keeps the connection alive. */
export interface Frame {
  document: string | null
  type: number
}

/**
 * Reads a frame of Hocuspocus as far as is needed to know that it is one, and its Yjs update whole:
 * a damaged one would be taken over in part. Throws at anything else (V6).
 */
export function readFrame(data: Uint8Array): Frame {
  const reader = new Reader(data)
  if (data.length === 1 && data[0] === 10) return { document: null, type: 10 }
  const document = Buffer.from(reader.bytes()).toString('latin1')
  if (!names.test(document)) throw new Error('a name of a document is not allowed')
  const type = reader.number()
  if (!allowed.has(type)) throw new Error(`a message of type ${type} is not allowed`)
  if (type === sync || type === syncReply) {
    const step = reader.number()
    const payload = reader.bytes()
    if (step === 0) Y.decodeStateVector(payload)
    else if (step === 1 || step === 2) Y.decodeUpdate(payload)
    else throw new Error(`a step ${step} is not known`)
  } else if (type === 1 || type === 5) reader.bytes()
  return { document, type }
}

/** What the sender of a frame of Hocuspocus holds of the document, if it says so. */
export function stateVectorIn(data: Uint8Array): Uint8Array | null {
  const reader = new Reader(data)
  reader.bytes()
  const type = reader.number()
  return (type === sync || type === syncReply) && reader.number() === 0 ? reader.bytes() : null
}

/** Numbers and bytes as lib0 writes them. */
class Reader {
  readonly #data: Uint8Array
  #place = 0
  constructor(data: Uint8Array) {
    this.#data = data
  }

  number(): number {
    let value = 0
    for (let factor = 1; factor < 2 ** 49; factor *= 128) {
      const byte = this.#data[this.#place]
      if (byte === undefined) break
      this.#place += 1
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
    throw new Error('a message ends too early')
  }

  bytes(): Uint8Array {
    const length = this.number()
    const end = this.#place + length
    if (end > this.#data.length) throw new Error('a message ends too early')
    const bytes = this.#data.subarray(this.#place, end)
    this.#place = end
    return bytes
  }
}
