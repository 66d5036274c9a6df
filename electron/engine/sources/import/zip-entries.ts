import { Inflate } from 'fflate'
import { fromBuffer } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { ImportFailure, pause } from './failure.ts'

const largestTotal = 300 * 1024 * 1024
const largestRatio = 200
/** Small entries may be packed tightly without harm. */
const ratioCountsFrom = 5 * 1024 * 1024
const mostEntries = 20_000
const chunkSize = 64 * 1024

export interface ZipArchive {
  names: string[]
  /** The inflated bytes of an entry, or undefined if there is none of that name. */
  read(name: string): Promise<Uint8Array | undefined>
}

/**
 * Opens a zip archive and reads its directory. Entries are inflated piece by piece under limits of
 * total size and ratio that hold for what really comes out, whatever the directory claims.
 */
export async function openZip(bytes: Uint8Array, signal?: AbortSignal): Promise<ZipArchive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = await directory(buffer)
  let total = 0
  async function read(name: string): Promise<Uint8Array | undefined> {
    const entry = entries.get(name)
    if (entry === undefined) return undefined
    if ((entry.generalPurposeBitFlag & 1) === 1) throw new ImportFailure('import.encrypted')
    const packed = packedBytes(buffer, entry)
    if (entry.compressionMethod === 0) {
      total += packed.length
      return packed
    }
    if (entry.compressionMethod !== 8) throw new ImportFailure('import.broken', { entry: name })
    const pieces: Uint8Array[] = []
    let size = 0
    const inflate = new Inflate((piece) => {
      size += piece.length
      if (total + size > largestTotal) throw new ImportFailure('import.zipBomb', { entry: name })
      if (size > ratioCountsFrom && size > packed.length * largestRatio) {
        throw new ImportFailure('import.zipBomb', { entry: name })
      }
      pieces.push(piece)
    })
    for (let at = 0; at < packed.length; at += chunkSize) {
      const isLast = at + chunkSize >= packed.length
      try {
        inflate.push(packed.subarray(at, at + chunkSize), isLast)
      } catch (error) {
        if (error instanceof ImportFailure) throw error
        throw new ImportFailure('import.broken', { entry: name })
      }
      if (at % (chunkSize * 16) === 0) await pause(signal)
    }
    total += size
    return Buffer.concat(pieces)
  }
  return { names: [...entries.keys()], read }
}

/**
 * Goes through all entries without keeping what they hold, so that a bomb is known before a
 * library that inflates everything sees the file.
 */
export async function refuseZipBomb(archive: ZipArchive): Promise<void> {
  for (const name of archive.names) await archive.read(name)
}

function directory(buffer: Buffer): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const broken = (): void => {
      reject(new ImportFailure('import.broken', { part: 'zip' }))
    }
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: false }, (error, zip?: ZipFile) => {
      if (error !== null || zip === undefined) {
        broken()
        return
      }
      const entries = new Map<string, Entry>()
      zip.on('error', broken)
      zip.on('end', () => {
        resolve(entries)
      })
      zip.on('entry', (entry: Entry) => {
        if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
        if (entries.size > mostEntries) reject(new ImportFailure('import.zipBomb'))
        else zip.readEntry()
      })
      zip.readEntry()
    })
  })
}

/** The packed bytes lie behind the local header, whose name and extra fields vary in length. */
function packedBytes(buffer: Buffer, entry: Entry): Uint8Array {
  const at = entry.relativeOffsetOfLocalHeader
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== 0x04034b50) {
    throw new ImportFailure('import.broken', { entry: entry.fileName })
  }
  const start = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28)
  return buffer.subarray(start, start + entry.compressedSize)
}
