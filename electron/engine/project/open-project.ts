import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { newId } from './new-id.ts'
import { messageOf, Refusal, sqliteCode } from '../refusal.ts'
import { initialsOf } from '../people/initials.ts'
import type { Task } from '../task.ts'
import { connect, openDatabase, projectCipher, setDurable, unlock } from './database-file.ts'
import { backupBeforeMigration } from './backups.ts'
import { removeUnfinishedCopy } from './change-password.ts'
import { isWhole, repairProject } from './check.ts'
import { Log } from './log.ts'
import { salvageProject } from './salvage.ts'
import { fileMark } from './file-place.ts'
import { formatVersion, migrate } from './format.ts'
import { lockProject, type ProjectLock } from './lock.ts'
import { Project, type Changed } from './project.ts'
import { createEntity } from './entities.ts'

export interface Opened {
  project: Project
  lock: ProjectLock | null
  encrypted: boolean
  password: string | null
  problems: string[]
}

/** Makes a project file; `fill` writes what is in it from the beginning. If that fails there is no file. */
export function createProject(
  options: { path: string; title?: string; analyst?: string; password?: string },
  onChanged: (changed: Changed) => void,
  fill: (project: Project) => void = (project) => firstContents(project, options),
): Opened {
  const { path } = options
  if (existsSync(path)) throw new Refusal('project.exists', { path })
  const folder = dirname(path)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new Refusal('file.notFound', { path: folder })
  }
  const lock = takeLock(path, options.analyst ?? 'Standpoint')
  let db: Database | null = null
  try {
    db = connect(path, false)
    if (options.password !== undefined) unlock(db, options.password)
    setDurable(db)
    migrate(db, 0)
    db.prepare(`INSERT INTO local VALUES ('device', ?), ('place', ?)`).run(newId(), fileMark(path))
    fill(new Project(db, { path, readOnly: false, onChanged: () => {} }))
    return {
      project: new Project(db, { path, readOnly: false, onChanged }),
      lock,
      encrypted: options.password !== undefined,
      password: options.password ?? null,
      problems: [],
    }
  } catch (error) {
    db?.close()
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
    lock.release()
    const code = sqliteCode(error)
    throw code ? new Refusal(code, { path, problem: messageOf(error) }) : error
  }
}

export function openProject(
  options: { path: string; password?: string; readOnly?: boolean },
  onChanged: (changed: Changed) => void,
): Opened {
  const { path } = options
  const readOnly = options.readOnly === true
  if (!existsSync(path)) throw new Refusal('project.notFound', { path })
  const lock = readOnly ? null : takeLock(path, 'Standpoint')
  let db: Database | null = null
  try {
    if (!readOnly) removeUnfinishedCopy(path)
    db = openDatabase(path, { password: options.password, readOnly })
    const encrypted = options.password !== undefined && isOpaque(db)
    const problems: string[] = []
    if (!readOnly) {
      const version = Number(db.pragma('user_version', { simple: true }))
      if (version < formatVersion) {
        backupBeforeMigration(db, path, version)
        migrate(db, version)
      }
      setDurable(db)
      db.exec('BEGIN IMMEDIATE; ROLLBACK')
    }
    const project = new Project(db, { path, readOnly, onChanged })
    if (!readOnly) becomeDevice(project)
    const password = encrypted ? (options.password ?? null) : null
    return { project, lock, encrypted, password, problems }
  } catch (error) {
    db?.close()
    lock?.release()
    const code = sqliteCode(error)
    throw code ? new Refusal(code, { path, problem: messageOf(error) }) : error
  }
}

/**
 * A copy of a file is a device of its own (S1): found elsewhere than where it was last opened, it takes
 * a new name, and who works here is asked anew. A file that was only moved is asked as well; no harm.
 */
function becomeDevice(project: Project): void {
  const mark = fileMark(project.path)
  const known = project.device.local('place')
  if (known === mark) return
  // Said in the file with the first change: what is only looked at, or damaged, is not written to.
  project.device.arriving = { place: mark, ...(known === null ? {} : { device: newId() }) }
}

/**
 * Makes a project's projection anew from its log. Where pages of the file are damaged, a new file is made
 * of what can be read and the damaged one kept beside it. Gives what could not be read. A repair that is
 * stopped leaves the file as it was.
 */
export async function repairProjectFile(
  options: { path: string; password?: string },
  task: Task,
): Promise<{ unread: string[]; kept: string | null }> {
  const { path, password } = options
  if (!existsSync(path)) throw new Refusal('project.notFound', { path })
  const lock = takeLock(path, 'Standpoint')
  try {
    const db = openDatabase(path, { password, readOnly: false })
    const isEncrypted = password !== undefined && isOpaque(db)
    try {
      if (!(await isWhole(db, task)))
        return await salvageProject(db, path, isEncrypted ? password : undefined, task)
      await repairProject(db, new Log(db), task)
    } finally {
      db.close()
    }
    return { unread: [], kept: null }
  } catch (error) {
    const code = sqliteCode(error)
    throw code ? new Refusal(code, { path, problem: messageOf(error) }) : error
  } finally {
    lock.release()
  }
}

/** Whether it was unlocked; a plain file tells of the cipher that this SQLite would choose by itself. */
function isOpaque(db: Database): boolean {
  return db.pragma('cipher', { simple: true }) === projectCipher
}

function takeLock(path: string, holder: string): ProjectLock {
  let result: ReturnType<typeof lockProject>
  try {
    result = lockProject(path, holder)
  } catch (error) {
    const code =
      sqliteCode(error) === 'project.diskFull' ? 'project.diskFull' : 'project.notWritable'
    throw new Refusal(code, { path, problem: messageOf(error) })
  }
  if (!result.ok) {
    throw new Refusal('project.locked', { path, holder: result.holder, since: result.since })
  }
  return result.lock
}

function firstContents(project: Project, options: { title?: string; analyst?: string }): void {
  const analystId = newId()
  project.device.setLocal('analyst', analystId)
  const title = options.title?.trim() || basename(project.path, extname(project.path))
  const name = options.analyst?.trim() || 'Analyst'
  project.change(
    { command: 'project.create', label: title, entities: [], undoable: false },
    (edit) =>
      edit('project', (doc) => {
        doc.getMap('meta').set('id', newId())
        doc.getMap('meta').set('title', title)
        createEntity(project, doc, 'analysts', analystId, {
          name,
          initials: initialsOf(name),
          hue: 257,
          position: '',
        })
      }),
  )
}
