import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { messageOf, Refusal, sqliteCode } from '../refusal.ts'
import { openDatabase, rekey, setDurable } from './database-file.ts'
import { fileNature } from './file-nature.ts'
import { fileMark } from './file-place.ts'
import type { Project } from './project.ts'

/**
 * Sets, changes or (null) removes the password of an open project. A copy of the file is written anew
 * beside it, proven to open and to hold the same, and takes its place in one step: whoever is stopped at
 * any moment finds the file as it was or as it is to be. SQLite's own way, in place, loses the file when
 * it is stopped: the salt of the old key stands in the first page, which is overwritten.
 *
 * Throws a `Refusal` when it cannot be done; the project is then open under its password as before.
 */
export function changePassword(project: Project, before: string | null, now: string | null): void {
  project.mustBeInPlace()
  project.settleIn()
  // Where a link stands for the file, it is the file that is replaced.
  const file = realpathSync(project.path)
  const copy = copyOf(file)
  try {
    remove(copy)
    closeSync(openSync(copy, 'wx'))
    bringTogether(project.db, file)
    copyFileSync(file, copy)
    writeAnew(copy, before, now)
    prove(project.db, copy, now)
    toDisk(copy)
  } catch (error) {
    removeQuietly(copy)
    setDurable(project.db)
    throw refusalOf(error, file)
  }
  // Windows does not replace a file that is open.
  project.db.close()
  let isReplaced = false
  try {
    renameSync(copy, file)
    isReplaced = true
    if (process.platform !== 'win32') toDisk(dirname(file))
  } catch (error) {
    throw refusalOf(error, file)
  } finally {
    removeQuietly(copy)
    const password = (isReplaced ? now : before) ?? undefined
    const db = openDatabase(project.path, { password, readOnly: false })
    setDurable(db)
    project.goOnIn(db)
  }
}

/** Takes away what a change of password that was killed left beside a project. */
export function removeUnfinishedCopy(path: string): void {
  removeQuietly(copyOf(realpathSync(path)))
}

function copyOf(file: string): string {
  return `${file}-rewritten`
}

/** All that was acknowledged in the one file, with nothing beside it that belongs to it. */
function bringTogether(db: Database, file: string): void {
  const mode: unknown = db.pragma('journal_mode = DELETE', { simple: true })
  if (mode !== 'delete' || existsSync(`${file}-wal`))
    throw new Refusal('project.locked', { path: file })
}

function writeAnew(copy: string, before: string | null, now: string | null): void {
  const db = openDatabase(copy, { password: before ?? undefined, readOnly: false })
  try {
    // A copy that is not finished is thrown away; nothing readable of it may come to the disk elsewhere.
    db.pragma('journal_mode = OFF')
    db.pragma('temp_store = MEMORY')
    rekey(db, now)
    db.prepare(`UPDATE local SET value = ? WHERE key = 'place'`).run(fileMark(copy))
  } finally {
    db.close()
  }
}

/** The copy opens as it is to, every page of it can be read, and no row is missing. */
function prove(db: Database, copy: string, now: string | null): void {
  const fail = (problem: string): never => {
    throw new Refusal('file.notWritable', { path: copy, problem })
  }
  if (fileNature(copy) !== (now === null ? 'plain' : 'encrypted')) fail('it has the wrong key')
  const made = openDatabase(copy, { password: now ?? undefined, readOnly: false })
  try {
    const found: unknown = made.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') fail(String(found))
    const there = rowsIn(made)
    for (const [table, rows] of rowsIn(db))
      if (there.get(table) !== rows) fail(`rows of ${table} are missing`)
  } finally {
    made.close()
  }
}

function rowsIn(db: Database): Map<string, number> {
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')`,
    )
    .pluck()
    .all()
  return new Map(
    tables.map((name) => [
      name,
      db.prepare<[], number>(`SELECT count(*) FROM main."${name}"`).pluck().get() ?? 0,
    ]),
  )
}

/** What was written is on the disk, also after the current goes. */
function toDisk(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function refusalOf(error: unknown, path: string): Refusal {
  if (error instanceof Refusal) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const problem = messageOf(error)
  if (['EACCES', 'EPERM'].includes(code))
    return new Refusal('project.notWritable', { path: dirname(path), problem })
  return new Refusal(sqliteCode(error) ?? 'file.notWritable', { path, problem })
}

function remove(copy: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(copy + end, { force: true })
}

function removeQuietly(copy: string): void {
  try {
    remove(copy)
  } catch {
    // It stays until the next opening; the project is whole without it.
  }
}
