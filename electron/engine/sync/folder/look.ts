import { existsSync } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf, Refusal } from '../../refusal.ts'
import type { PacketHead, PartMark } from '../packet.ts'
import { readHead } from '../packet-file.ts'
import { sealOf, type Seal } from '../record-file.ts'

/** A file of the folder that opens under the passphrase and says which part it is. */
export type FoundPart = Omit<PacketHead, 'state' | 'part'> & {
  path: string
  bytes: number
  part: PartMark
  /** Changes whenever the file does. */
  mark: string
}

/** What stands in the folder. */
export interface Found {
  path: string
  parts: FoundPart[]
  /** Files that do not open under the passphrase, or are not sealed. */
  closed: number
  /** Files that are not whole, or not yet. */
  incomplete: number
  /** Parts of other projects. */
  foreign: number
  /** Parts made by a newer version. */
  newer: number
  /** Files that cannot be read, with the reason of the first. */
  unreadable: number
  problem: string
}

interface StatedFile {
  path: string
  bytes: number
  mark: string
}

type Kind = 'other' | 'closed' | 'incomplete' | 'foreign' | 'newer'

/** Keys made in one look; each takes a tenth of a second, and files with many salts are not from us. */
const mostKeys = 12
/** Files whose state is asked for at the same time. */
const atOnce = 64
const start = 'STANDPOINT-PACKET\n'

/**
 * Looks through a folder. What is known of a file is kept until the file changes, so that neither
 * thousands of foreign files nor many parts cost anything the second time.
 */
export class FolderLook {
  /** Where it looks. */
  readonly folder: string
  readonly #chosen: string
  readonly #project: string
  readonly #passphrase: string
  readonly #known = new Map<string, FoundPart | Kind>()
  readonly #seals = new Map<string, Seal>()
  #keysLeft = 0

  /** `chosen` is the folder that was chosen; `folder` stands in it, or is the same. */
  constructor(chosen: string, folder: string, project: string, passphrase: string) {
    this.#chosen = chosen
    this.folder = folder
    this.#project = project
    this.#passphrase = passphrase
  }

  /** The seal for a salt; its key is made once. */
  seal(salt: Buffer): Seal {
    const name = salt.toString('base64')
    const seal = this.#seals.get(name) ?? sealOf(this.#passphrase, salt)
    this.#seals.set(name, seal)
    return seal
  }

  /** Looks at files anew that were not whole, also if they seem not to have changed. */
  forgetIncomplete(): void {
    for (const [mark, known] of this.#known) if (known === 'incomplete') this.#known.delete(mark)
  }

  /** A part that turned out not to be whole when it was gone through. */
  isIncomplete(part: FoundPart): void {
    this.#known.set(part.mark, 'incomplete')
  }

  /**
   * Refuses with `folder.gone` if the folder is not there, and with `folder.emptied` if only what the
   * project had in it is gone.
   */
  async look(): Promise<Found> {
    const found: Found = {
      path: this.folder,
      parts: [],
      closed: 0,
      incomplete: 0,
      foreign: 0,
      newer: 0,
      unreadable: 0,
      problem: '',
    }
    this.#keysLeft = mostKeys
    const marks = new Set<string>()
    const names = await this.#names()
    for (let at = 0; at < names.length; at += atOnce) {
      const files = await Promise.all(
        names.slice(at, at + atOnce).map((name) => this.#stated(name, found)),
      )
      for (const file of files) {
        if (!file) continue
        marks.add(file.mark)
        await this.#lookAt(file, found)
      }
    }
    for (const mark of this.#known.keys()) if (!marks.has(mark)) this.#known.delete(mark)
    return found
  }

  async #stated(name: string, found: Found): Promise<StatedFile | null> {
    const path = join(this.folder, name)
    try {
      const file = await lstat(path, { bigint: true })
      if (!file.isFile()) return null
      const mark = [name, file.ino, file.size, file.mtimeNs, file.ctimeNs].join(' ')
      return { path, mark, bytes: Number(file.size) }
    } catch (error) {
      noteUnreadable(found, error)
      return null
    }
  }

  async #lookAt(file: StatedFile, found: Found): Promise<void> {
    try {
      const known = this.#known.get(file.mark) ?? (await this.#read(file))
      if (known === null) return
      this.#known.set(file.mark, known)
      if (typeof known === 'object') found.parts.push(known)
      else if (known !== 'other') found[known] += 1
    } catch (error) {
      noteUnreadable(found, error)
    }
  }

  async #names(): Promise<string[]> {
    try {
      const names = await readdir(this.folder)
      // Hidden files are what is being written, or marks of the service that carries the folder.
      return names.filter((name) => !name.startsWith('.')).sort()
    } catch (error) {
      if (isGone(error)) {
        const isEmptied = this.#chosen !== this.folder && existsSync(this.#chosen)
        throw isEmptied
          ? new Refusal('folder.emptied', { path: this.#chosen })
          : new Refusal('folder.gone', { path: this.folder })
      }
      throw new Refusal('file.notReadable', { path: this.folder, problem: messageOf(error) })
    }
  }

  /** What a file is; null if that has to wait for the next look. */
  async #read({ path, bytes, mark }: StatedFile): Promise<FoundPart | Kind | null> {
    const first = await firstCharacters(path)
    if (first !== start) return first !== '' && start.startsWith(first) ? 'incomplete' : 'other'
    let isSealed = false
    let hasToWait = false
    try {
      const { part, ...head } = readHead(path, (salt) => {
        isSealed = true
        if (!this.#seals.has(salt.toString('base64')) && --this.#keysLeft < 0) {
          hasToWait = true
          throw new Refusal('sync.needsPassphrase', { path })
        }
        return this.seal(salt)
      })
      // Anybody can write what is not sealed.
      if (!isSealed) return 'closed'
      if (head.project !== this.#project) return 'foreign'
      return part === null ? 'other' : { ...head, path, bytes, part, mark }
    } catch (error) {
      if (hasToWait) return null
      if (!(error instanceof Refusal)) throw error
      if (error.code === 'sync.wrongPassphrase') return 'closed'
      return error.code === 'sync.newerFormat' ? 'newer' : 'incomplete'
    }
  }
}

async function firstCharacters(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(start.length), 0, start.length, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

function noteUnreadable(found: Found, error: unknown): void {
  if (isGone(error)) return
  found.unreadable += 1
  found.problem ||= messageOf(error)
}

function isGone(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))
  )
}
