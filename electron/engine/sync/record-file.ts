import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  scryptSync,
  type Hash,
} from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'

/**
 * A file of records (S10): a line that says what it is, a line of JSON, then records, each with its
 * length in front, compressed, and sealed if there is a passphrase. The last one is an end mark with
 * the number of records and the SHA-256 of what was in them.
 */
const magic = 'STANDPOINT-PACKET\n'
const format = 1
const nonceLength = 12
const tagLength = 16
const endMark = 0
/** A record is no larger than the largest original, packed or not; in bytes. */
const largestRecord = 768 * 1024 * 1024
const longestHead = 4096

const fileHead = z.object({
  format: z.number(),
  /** Salt of the passphrase's key, base64; null if the records are not sealed. */
  salt: z.string().nullable(),
})

export interface FileRecord {
  /** 1–255. */
  type: number
  payload: Uint8Array
}

/** What seals records: a key and the salt it was made with, so that others can make it again. */
export interface Seal {
  key: Buffer
  salt: Buffer
}

/** scrypt with N = 2¹⁵, r = 8, p = 1: a tenth of a second and 32 MB for each guess. */
export function sealOf(passphrase: string, salt: Buffer = randomBytes(16)): Seal {
  const key = scryptSync(passphrase.normalize('NFKC'), salt, 32, {
    N: 32768,
    r: 8,
    p: 1,
    maxmem: 64 * 1024 * 1024,
  })
  return { key, salt }
}

/** Writes records to a new file, and to the disk; gives the number of bytes. */
export function writeRecords(
  path: string,
  seal: Seal | null,
  records: Iterable<FileRecord>,
): number {
  const file = openSync(path, 'wx')
  try {
    const head = JSON.stringify({ format, salt: seal?.salt.toString('base64') ?? null })
    let bytes = writeSync(file, magic + head + '\n')
    const digest = createHash('sha256')
    let index = 0
    const write = (type: number, payload: Uint8Array) => {
      const packed = Buffer.concat([Buffer.of(type), deflateRawSync(payload)])
      const sealed = seal ? encrypt(seal.key, head, index, packed) : packed
      const length = Buffer.alloc(4)
      length.writeUInt32BE(sealed.length)
      bytes += writeSync(file, length) + writeSync(file, sealed)
      index += 1
    }
    for (const { type, payload } of records) {
      addTo(digest, type, payload)
      write(type, payload)
    }
    write(endMark, Buffer.from(JSON.stringify({ records: index, digest: digest.digest('hex') })))
    fsyncSync(file)
    return bytes
  } finally {
    closeSync(file)
  }
}

/**
 * Reads records one after the other. `sealFor` gives the seal of a salt, or null if there is no
 * passphrase. Refuses with `sync.notABundle`, `sync.newerFormat`, `sync.needsPassphrase`,
 * `sync.wrongPassphrase` or, also at the very end, `sync.damaged`.
 */
export function* readRecords(
  path: string,
  sealFor: (salt: Buffer) => Seal | null,
): Generator<FileRecord> {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const start = readAt(file, 0, Math.min(size, magic.length + longestHead)).toString('utf8')
    const line = start.slice(magic.length).split('\n', 1)[0] ?? ''
    if (!start.startsWith(magic)) throw new Refusal('sync.notABundle', { path })
    const head = parsed(fileHead, line, path)
    if (head.format > format) throw new Refusal('sync.newerFormat', { path })
    const seal = head.salt === null ? null : sealFor(Buffer.from(head.salt, 'base64'))
    if (head.salt !== null && !seal) throw new Refusal('sync.needsPassphrase', { path })
    const digest = createHash('sha256')
    let place = magic.length + line.length + 1
    for (let index = 0; ; index += 1) {
      if (place + 4 > size) throw new Refusal('sync.damaged', { path })
      const length = readAt(file, place, 4).readUInt32BE()
      if (length > largestRecord || place + 4 + length > size)
        throw new Refusal('sync.damaged', { path })
      const bytes = readAt(file, place + 4, length)
      place += 4 + length
      const { type, payload } = unpacked(seal, line, index, bytes, path)
      if (type === endMark) {
        const end = parsed(endRecord, Buffer.from(payload).toString('utf8'), path)
        if (end.records !== index || end.digest !== digest.digest('hex'))
          throw new Refusal('sync.damaged', { path })
        return
      }
      addTo(digest, type, payload)
      yield { type, payload }
    }
  } finally {
    closeSync(file)
  }
}

const endRecord = z.object({ records: z.number(), digest: z.string() })

function addTo(digest: Hash, type: number, payload: Uint8Array): void {
  const length = Buffer.alloc(5)
  length.writeUInt8(type)
  length.writeUInt32BE(payload.length, 1)
  digest.update(length).update(payload)
}

function unpacked(
  seal: Seal | null,
  head: string,
  index: number,
  bytes: Buffer,
  path: string,
): FileRecord {
  let packed: Buffer
  try {
    packed = seal ? decrypt(seal.key, head, index, bytes) : bytes
  } catch {
    // The first record says whether the key fits; a later one that does not open was changed.
    throw new Refusal(index === 0 ? 'sync.wrongPassphrase' : 'sync.damaged', { path })
  }
  try {
    const payload = inflateRawSync(packed.subarray(1), { maxOutputLength: largestRecord })
    return { type: packed.readUInt8(), payload: new Uint8Array(payload) }
  } catch {
    throw new Refusal('sync.damaged', { path })
  }
}

/** A record is bound to its file's head and its place, so that none can be moved, dropped or doubled. */
function additional(head: string, index: number): Buffer {
  return Buffer.from(`${head}\n${index}`)
}

function encrypt(key: Buffer, head: string, index: number, bytes: Buffer): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(additional(head, index))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

function decrypt(key: Buffer, head: string, index: number, bytes: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength))
  decipher.setAAD(additional(head, index))
  decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  const rest = bytes.subarray(nonceLength + tagLength)
  return Buffer.concat([decipher.update(rest), decipher.final()])
}

function parsed<T>(schema: z.ZodType<T>, json: string, path: string): T {
  try {
    return schema.parse(JSON.parse(json))
  } catch {
    throw new Refusal('sync.damaged', { path })
  }
}

function readAt(file: number, place: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let done = 0
  while (done < length) {
    const count = readSync(file, bytes, done, length - done, place + done)
    if (count === 0) break
    done += count
  }
  return bytes.subarray(0, done)
}
