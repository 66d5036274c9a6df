import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { messageOf, Refusal } from '../refusal.ts'
import { fileNature } from './file-nature.ts'
import { applicationId, formatVersion } from './format.ts'

/** What projects with a password are encrypted by. */
export const projectCipher = 'sqlcipher'

/** Opens a project file and proves that it is one. Throws a `Refusal` that says what is wrong. */
export function openDatabase(
  path: string,
  options: { password?: string | undefined; readOnly: boolean },
): Database.Database {
  if (!existsSync(path)) throw new Refusal('project.notFound', { path })
  if (!statSync(path).isFile()) throw new Refusal('project.notAProject', { path })
  const nature = fileNature(path)
  if (nature === 'other') throw new Refusal('project.notAProject', { path })
  if (nature === 'overwritten') {
    throw new Refusal('project.damaged', { path, problem: 'its first page is overwritten' })
  }
  if (nature === 'encrypted' && options.password === undefined) {
    throw new Refusal('project.needsPassword', { path })
  }
  const db = options.readOnly ? connectToRead(path) : connect(path, false)
  try {
    if (nature === 'encrypted' && options.password !== undefined) unlock(db, options.password)
    const id = db.pragma('application_id', { simple: true })
    if (id !== applicationId) throw new Refusal('project.notAProject', { path })
    const version = Number(db.pragma('user_version', { simple: true }))
    if (version > formatVersion) {
      throw new Refusal('project.newerFormat', { path, version, known: formatVersion })
    }
  } catch (error) {
    db.close()
    if (error instanceof Refusal) throw error
    if (nature === 'encrypted') throw new Refusal('project.wrongPassword', { path })
    throw new Refusal('project.damaged', { path, problem: messageOf(error) })
  }
  return db
}

/**
 * SQLite reads a project beside its writer through files in its folder. Where it may not make them, as
 * on a disc or in an archive, nobody writes to the project either, and a copy of it is read.
 */
function connectToRead(path: string): Database.Database {
  if (existsSync(`${path}-shm`) || isWritable(dirname(path))) return connect(path, true)
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-read-'))
  try {
    const copy = join(folder, basename(path))
    for (const end of ['', '-wal']) {
      if (!existsSync(path + end)) continue
      copyFileSync(path + end, copy + end)
      chmodSync(copy + end, 0o600)
    }
    const db = connect(copy, false)
    const close = db.close.bind(db)
    db.close = () => {
      close()
      rmSync(folder, { recursive: true, force: true })
      return db
    }
    return db
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error instanceof Refusal
      ? error
      : new Refusal('file.notReadable', { path, problem: messageOf(error) })
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

export function connect(path: string, readOnly: boolean): Database.Database {
  try {
    return keepStatements(new Database(path, { readonly: readOnly, timeout: 2000 }))
  } catch (error) {
    throw new Refusal('project.notWritable', { path, problem: messageOf(error) })
  }
}

/**
 * Compiles each statement once. Preparing costs more than running the small statements of a command.
 * Safe because a statement's text stands at one place in the code, with one way of reading its rows.
 */
function keepStatements(db: Database.Database): Database.Database {
  const prepare = db.prepare.bind(db)
  const kept = new Map<string, Database.Statement>()
  Object.defineProperty(db, 'prepare', {
    value: (sql: string) => {
      const known = kept.get(sql)
      if (known) return known
      const statement = prepare(sql)
      kept.set(sql, statement)
      return statement
    },
  })
  return db
}

/** How a project that is worked in keeps its promises: an acknowledged change survives power loss. */
export function setDurable(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma('temp_store = MEMORY')
  db.pragma('cache_size = -16000')
  db.pragma('journal_size_limit = 67108864')
}

export function unlock(db: Database.Database, password: string): void {
  db.pragma(`cipher = '${projectCipher}'`)
  db.pragma('legacy = 4')
  keyed(db).key(Buffer.from(password, 'utf8'))
}

/**
 * Writes every page of the file anew in place, under another password or (null) none. Whoever is stopped
 * in it loses the file: to be done to copies only.
 */
export function rekey(db: Database.Database, password: string | null): void {
  if (password !== null) {
    db.pragma(`cipher = '${projectCipher}'`)
    db.pragma('legacy = 4')
  }
  keyed(db).rekey(Buffer.from(password ?? '', 'utf8'))
}

/** The encrypted build has two methods more than the types of better-sqlite3 know. */
interface Keyed {
  key: (password: Buffer) => void
  rekey: (password: Buffer) => void
}

function keyed(db: Database.Database): Keyed {
  return db as unknown as Keyed
}
