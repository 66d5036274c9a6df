import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { openDatabase } from '../project/database-file.ts'
import { formatVersion, migrate } from '../project/format.ts'
import { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import type { KnownState } from './known-state.ts'
import { makePacket } from './make-packet.ts'
import { readPacket, sealsOf } from './packet-file.ts'
import type { Packet } from './packet.ts'

export interface PacketSource {
  path: string
  /** Of the bundle, or the password of the copy. */
  passphrase?: string | undefined
}

/**
 * Opens a bundle, or another copy of a project as if it were one, and closes it when `read` is done.
 * `since` is asked for a copy alone: to know what is held here, every document may have to be read.
 * Refuses with `sync.notABundle` what is neither.
 */
export async function withPacket<T>(
  { path, passphrase }: PacketSource,
  since: () => KnownState | undefined,
  read: (packet: Packet) => T | Promise<T>,
): Promise<T> {
  if (!existsSync(path)) throw new Refusal('file.notFound', { path })
  if (!statSync(path).isFile()) throw new Refusal('sync.notABundle', { path })
  if (isBundle(path)) {
    const packet = readPacket(path, sealsOf(passphrase))
    try {
      return await read(packet)
    } finally {
      packet.close()
    }
  }
  return await withCopy(path, passphrase, async (copy) => await read(makePacket(copy, since())))
}

function isBundle(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(16)
    readSync(file, start)
    return start.toString('utf8') === 'STANDPOINT-PACKE'
  } finally {
    closeSync(file)
  }
}

/** A copy is only read; one of an older format is brought to the present one at another place. */
async function withCopy<T>(
  path: string,
  password: string | undefined,
  read: (copy: Project) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-'))
  try {
    let db = openCopy(path, password)
    try {
      if (Number(db.pragma('user_version', { simple: true })) < formatVersion) {
        const present = join(folder, 'copy.standpoint')
        for (const end of ['', '-wal'])
          if (existsSync(path + end)) copyFileSync(path + end, present + end)
        db.close()
        db = openDatabase(present, { password, readOnly: false })
        migrate(db, Number(db.pragma('user_version', { simple: true })))
      }
      return await read(new Project(db, { path, readOnly: true, onChanged: () => {} }))
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Here a file that is no project may have been meant as a bundle. */
function openCopy(path: string, password: string | undefined): Database.Database {
  try {
    return openDatabase(path, { password, readOnly: true })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'project.notAProject')
      throw new Refusal('sync.notABundle', { path })
    throw error
  }
}
