import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { withoutViews } from '../passages/visible.ts'
import { messageOf, Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'

export interface Backup {
  id: string
  path: string
  time: string
  bytes: number
}

const keptBackups = 12
const keptDays = 14
/** Copied between two looks at whether the work is to stop. */
const pagesAtOnce = 256
const bytesAtOnce = 1 << 20

export function backupFolder(projectPath: string, chosen: string | null): string {
  return chosen ?? join(dirname(projectPath), `${nameOf(projectPath)} backups`)
}

/** Backups of this project, newest first. */
export function listBackups(projectPath: string, folder: string): Backup[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${nameOf(projectPath)} `) && name.endsWith('.standpoint'))
    .map((name) => {
      const path = join(folder, name)
      const { mtime, size } = statSync(path)
      return { id: name, path, time: mtime.toISOString(), bytes: size }
    })
    .sort((a, b) => (a.time < b.time ? 1 : -1))
}

/**
 * Which of the backups, newest first, have had their time: the twelve newest stay, and of the days
 * before them the last of each, for the fourteen latest such days.
 */
function outdatedBackups(backups: readonly Backup[]): Backup[] {
  const days = new Set<string>()
  return backups.slice(keptBackups).filter((backup) => {
    const day = new Date(backup.time).toDateString()
    if (days.has(day) || days.size === keptDays) return true
    days.add(day)
    return false
  })
}

/** Writes the next rolling backup and removes those that have had their time. */
export async function rollBackup(
  db: Database,
  projectPath: string,
  folder: string,
  encrypted: boolean,
  task: Task,
): Promise<Backup> {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Refusal('file.notWritable', { path: folder, problem: messageOf(error) })
  }
  const stamp = new Date().toISOString().replace('T', ' ').replaceAll(':', '.').slice(0, 19)
  const backup = await writeBackup(
    db,
    projectPath,
    join(folder, `${nameOf(projectPath)} ${stamp}.standpoint`),
    encrypted,
    task,
  )
  for (const old of outdatedBackups(listBackups(projectPath, folder)))
    rmSync(old.path, { force: true })
  return backup
}

/**
 * Writes a whole, closed copy of the project, also when its file was moved or deleted meanwhile.
 * SQLite's online backup where it can; an encrypted project is written anew under its key, and that
 * cannot be stopped once it has begun. A backup that is stopped leaves nothing.
 */
export async function writeBackup(
  db: Database,
  projectPath: string,
  path: string,
  encrypted: boolean,
  task: Task,
  finish: (part: string) => void = () => {},
): Promise<Backup> {
  if (path === projectPath) throw new Refusal('file.exists', { path })
  const part = `${path}.part`
  try {
    rmSync(part, { force: true })
    if (encrypted) {
      await task.reach(0, 0)
      withoutViews(db, () => db.prepare('VACUUM INTO ?').run(part))
    } else {
      await db.backup(part, {
        progress: ({ totalPages, remainingPages }) => {
          task.tell(totalPages - remainingPages, totalPages)
          task.stopIfAsked()
          return pagesAtOnce
        },
      })
    }
    await task.reach(1, 1)
    finish(part)
    renameSync(part, path)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('file.notWritable', { path, problem: messageOf(error) })
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(part + end, { force: true })
  }
  const { mtime, size } = statSync(path)
  return { id: basename(path), path, time: mtime.toISOString(), bytes: size }
}

/** Puts a backup at a new place, whole or not at all; the present project is not touched. */
export async function restoreBackup(backup: string, path: string, task: Task): Promise<void> {
  if (!existsSync(backup)) throw new Refusal('backup.notFound', { path: backup })
  if (existsSync(path)) throw new Refusal('file.exists', { path })
  const part = `${path}.part`
  try {
    await copyByParts(backup, part, task)
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    if (error instanceof Refusal) throw error
    throw new Refusal('file.notWritable', { path, problem: messageOf(error) })
  }
}

async function copyByParts(from: string, to: string, task: Task): Promise<void> {
  const source = openSync(from, 'r')
  try {
    const total = statSync(from).size
    const target = openSync(to, 'w')
    try {
      const bytes = Buffer.allocUnsafe(bytesAtOnce)
      for (let done = 0; ;) {
        await task.reach(done, total)
        const length = readSync(source, bytes, 0, bytesAtOnce, done)
        if (length === 0) break
        for (let at = 0; at < length;) at += writeSync(target, bytes, at, length - at)
        done += length
      }
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

/** Before an older file is brought to the present format it is copied as it is. */
export function backupBeforeMigration(db: Database, projectPath: string, version: number): void {
  db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(
    projectPath,
    join(dirname(projectPath), `${nameOf(projectPath)} (format ${version}).standpoint`),
  )
}

function nameOf(projectPath: string): string {
  return basename(projectPath, extname(projectPath))
}
