import { existsSync } from 'node:fs'
import type { ProjectInfo } from '../../../shared/contract/project.ts'
import type { Analyst } from '../../../shared/model/entities.ts'
import { FolderMeeting, type Enqueue } from '../sync/folder/folder-meeting.ts'
import { purgeWithdrawn } from '../protection/withdraw.ts'
import { stripLayers, withheldLayers } from '../rounds/strip-layers.ts'
import { Refusal, sqliteCode } from '../refusal.ts'
import { silentTask, type Task } from '../task.ts'
import { backupFolder, listBackups, rollBackup, writeBackup, type Backup } from './backups.ts'
import { checkProject, type CheckResult } from './check.ts'
import { changePassword } from './change-password.ts'
import { openDatabase } from './database-file.ts'
import { listEntities } from './entities.ts'
import { cloudServiceOf } from './cloud-folder.ts'
import { createProject, openProject, repairProjectFile, type Opened } from './open-project.ts'
import type { Changed, Project } from './project.ts'
import { lifetimeOf } from './trail.ts'

const backupInterval = 30 * 60 * 1000
/** Opening comes first; a backup of a large encrypted project takes a moment in which nothing else is done. */
const restAfterOpening = 2000
/** Updates of one document that are kept apart before they are folded into a snapshot. */
const longLog = 2000

/** The one project an engine has open, and what belongs to keeping it: lock, password, backups. */
export class Session {
  #opened: Opened | null = null
  #timers: NodeJS.Timeout[] = []
  #changesSinceBackup = 0
  readonly #onChanged: (changed: Changed) => void
  readonly #onClosing: () => void
  /** Meeting through a shared folder, when that is on. */
  readonly folder: FolderMeeting

  /**
   * `onClosing` is told before a project is closed, while it can still be written to; `enqueue` carries
   * out work in the queue of commands.
   */
  constructor(onChanged: (changed: Changed) => void, onClosing: () => void, enqueue: Enqueue) {
    this.#onClosing = onClosing
    this.folder = new FolderMeeting(enqueue, () =>
      onChanged({ topics: ['folder'], sourceIds: [], textChanged: [], memoIds: [] }),
    )
    this.#onChanged = (changed) => {
      this.#changesSinceBackup += 1
      this.folder.noticed()
      onChanged(changed)
    }
  }

  get project(): Project {
    return this.#get().project
  }

  get isOpen(): boolean {
    return this.#opened !== null
  }

  create(options: {
    path: string
    title?: string
    analyst?: string
    password?: string
  }): ProjectInfo {
    this.close()
    this.#opened = createProject(options, this.#onChanged)
    this.#scheduleBackups()
    this.#watchWithdrawals()
    return this.info()
  }

  /** A new project that is filled in another way than with its title and its first analyst. */
  createFilled(
    options: { path: string; password?: string },
    fill: (project: Project) => void,
  ): ProjectInfo {
    this.close()
    this.#opened = createProject(options, this.#onChanged, fill)
    this.#scheduleBackups()
    this.#watchWithdrawals()
    return this.info()
  }

  open(options: { path: string; password?: string; readOnly?: boolean }): ProjectInfo {
    this.close()
    this.#opened = openProject(options, this.#onChanged)
    if (!this.project.readOnly) {
      this.#scheduleBackups()
      this.#watchWithdrawals()
      this.folder.start(this.project)
    }
    return this.info()
  }

  close(): void {
    const opened = this.#opened
    if (!opened) return
    this.#onClosing()
    this.folder.stop()
    this.#opened = null
    for (const timer of this.#timers) clearInterval(timer)
    try {
      if (!opened.project.readOnly) tidy(opened.project)
    } finally {
      opened.project.db.close()
      opened.lock?.release()
    }
  }

  info(): ProjectInfo {
    const { project, encrypted, problems } = this.#get()
    const meta = project.documents.get('project').getMap('meta')
    return {
      id: String(meta.get('id') ?? ''),
      path: project.path,
      title: String(meta.get('title') ?? ''),
      readOnly: project.readOnly,
      encrypted,
      analystId: project.analystId,
      isNewDevice: project.device.isNew,
      analysts: listEntities(project, 'analysts') as unknown as Analyst[],
      backupFolder: project.device.local('backupFolder'),
      cloudService: cloudServiceOf(project.path),
      problems,
    }
  }

  /** Can be stopped before the file is written anew, which is done in one go. */
  async setPassword(password: string | null, task: Task): Promise<void> {
    const opened = this.#get()
    if (opened.project.readOnly)
      throw new Refusal('project.readOnly', { path: opened.project.path })
    await task.reach(0, 0)
    changePassword(opened.project, opened.password, password)
    this.#opened = { ...opened, encrypted: password !== null, password }
  }

  backups(): Backup[] {
    const { project } = this.#get()
    return listBackups(
      project.path,
      backupFolder(project.path, project.device.local('backupFolder')),
    )
  }

  /** Comparing with a rebuild needs a connection of its own, and that nothing is written meanwhile. */
  async check(rebuild: boolean, task: Task): Promise<CheckResult> {
    const { project, password } = this.#get()
    if (!rebuild || project.readOnly) return checkProject(project.db, task, null)
    return checkProject(project.db, task, () =>
      openDatabase(project.path, { password: password ?? undefined, readOnly: false }),
    )
  }

  /** Repairs a project file; the open one is closed meanwhile. */
  async repair(
    options: { path?: string | undefined; password?: string | undefined },
    task: Task,
  ): Promise<{ path: string; unread: string[]; kept: string | null }> {
    const opened = this.#opened
    const path = options.path ?? this.#get().project.path
    if (opened === null || opened.project.path !== path)
      return { path, ...(await repairProjectFile(withPassword(path, options.password), task)) }
    if (opened.project.readOnly) throw new Refusal('project.readOnly', { path })
    const own = withPassword(path, opened.password ?? undefined)
    this.close()
    try {
      return { path, ...(await repairProjectFile(own, task)) }
    } finally {
      this.open(own)
    }
  }

  /** A copy at a chosen place may be given to others: layers of open blind rounds are left out of it. */
  async backup(path?: string, task = silentTask()): Promise<Backup & { withheld: number }> {
    const { project, encrypted, password } = this.#get()
    if (path !== undefined) {
      if (existsSync(path)) throw new Refusal('file.exists', { path })
      const layers = withheldLayers(project)
      const strip = (part: string) => {
        const hasKeys =
          project.device.local('live.certificate') ??
          project.device.local('live.host') ??
          project.device.local('live.server')
        if (layers.length > 0 || hasKeys !== null)
          stripLayers(part, encrypted ? password : null, layers)
      }
      const written = await writeBackup(project.db, project.path, path, encrypted, task, strip)
      return { ...written, withheld: layers.length }
    }
    const folder = backupFolder(project.path, project.device.local('backupFolder'))
    const changes = this.#changesSinceBackup
    const backup = await rollBackup(project.db, project.path, folder, encrypted, task)
    this.#changesSinceBackup -= changes
    return { ...backup, withheld: 0 }
  }

  /**
   * Work that counts as done only as a whole, such as filling a new project: its many changes are not
   * brought to the disk one by one, but together at the end. If it fails, the project is to be thrown away.
   */
  async atOnce(work: () => Promise<void>): Promise<void> {
    const { db } = this.project
    db.pragma('synchronous = OFF')
    await work()
    db.pragma('synchronous = FULL')
    db.pragma('wal_checkpoint(TRUNCATE)')
  }

  chooseBackupFolder(folder: string | null): void {
    const { project } = this.#get()
    if (project.readOnly) throw new Refusal('project.readOnly', { path: project.path })
    if (folder !== null && !existsSync(folder)) throw new Refusal('file.notFound', { path: folder })
    if (folder === null) project.db.prepare(`DELETE FROM local WHERE key = 'backupFolder'`).run()
    else project.device.setLocal('backupFolder', folder)
  }

  /**
   * A rolling backup at intervals, when something has changed since the last; and one soon after opening,
   * since who works for twenty minutes a day would never get one.
   */
  #scheduleBackups(): void {
    this.#changesSinceBackup = 0
    // A backup that fails must not disturb the work; the list of backups shows the newest one.
    const backUp = () => void this.backup().catch(() => {})
    const interval = setInterval(() => {
      if (this.#changesSinceBackup > 0) backUp()
    }, backupInterval)
    const first = setTimeout(() => {
      if (this.#needsBackup()) backUp()
    }, restAfterOpening)
    this.#timers = [interval.unref(), first.unref()]
  }

  /** Something was changed since the newest backup, and that or the beginning is an interval ago. */
  #needsBackup(): boolean {
    const { first, last } = lifetimeOf(this.project.db)
    const newest = this.backups()[0]?.time
    const since = Date.parse(newest ?? first)
    return Date.parse(last) > since && Date.now() - since >= backupInterval
  }

  /** What a partner withdrew is purged as soon as it is known, in whatever way it came. */
  #watchWithdrawals(): void {
    purgeWithdrawn(this)
    const { project } = this
    project.committed.add((changes) => {
      if (changes.some(({ name }) => name === 'project')) purgeWithdrawn(this)
    })
  }

  #get(): Opened {
    if (!this.#opened) throw new Refusal('project.notOpen')
    return this.#opened
  }
}

function withPassword(path: string, password: string | undefined) {
  return password === undefined ? { path } : { path, password }
}

/** What can wait until the end of the work; a damaged or full disk must not keep a project from closing. */
function tidy(project: Project): void {
  try {
    project.history.prune()
    // Folding goes over where a merge began, and it could not be undone any more.
    if (project.hasMerges) return project.settle()
    for (const name of project.log.longLogs(longLog)) project.documents.compact(name)
  } catch (error) {
    if (sqliteCode(error) === null) throw error
  }
  project.settle()
}
