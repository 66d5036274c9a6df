import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { fileRefusal } from '../refusal.ts'

/** Size of a page, in a plain project and in an encrypted one. */
const pageSize = 4096
const sampledPages = 64

/**
 * What a file is, by its bytes: an ordinary SQLite file, perhaps an encrypted one (those have no mark
 * and look like chance), one whose first page was overwritten, or none of them.
 */
export function fileNature(path: string): 'plain' | 'encrypted' | 'overwritten' | 'other' {
  const { size } = statSync(path)
  const file = openToRead(path)
  try {
    const page = (number: number) => {
      const bytes = Buffer.alloc(pageSize)
      return bytes.subarray(0, readSync(file, bytes, 0, pageSize, number * pageSize))
    }
    const first = page(0)
    if (first.subarray(0, 16).toString('latin1') === 'SQLite format 3\0') return 'plain'
    if (size === 0 || size % pageSize !== 0) return 'other'
    if (isChance(first)) return 'encrypted'
    const pages = size / pageSize
    const step = Math.max(1, Math.floor(pages / sampledPages))
    let sampled = 0
    let found = 0
    for (let number = 1; number < pages; number += step) {
      const bytes = page(number)
      sampled += 1
      if (isChance(bytes) || isTreePage(bytes)) found += 1
    }
    return found > sampled / 3 ? 'overwritten' : 'other'
  } finally {
    closeSync(file)
  }
}

/** In 4,096 bytes of chance nearly every value occurs; in text and tables far from it. */
function isChance(bytes: Buffer): boolean {
  return new Set(bytes).size > 240
}

/** Pages of SQLite's trees begin with their kind; what they hold begins within the page. */
function isTreePage(bytes: Buffer): boolean {
  return (
    [2, 5, 10, 13].includes(bytes.readUInt8(0)) &&
    bytes.readUInt16BE(5) <= pageSize &&
    bytes[3] !== 32
  )
}

function openToRead(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw fileRefusal(error, path)
  }
}
