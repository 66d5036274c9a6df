import { existsSync } from 'node:fs'
import type { ProjectInfo } from '../../../shared/contract/project.ts'
import type { Analyst } from '../../../shared/model/entities.ts'
import { Refusal } from '../refusal.ts'
import { backupFolder, listBackups, rollBackup, writeBackup, type Backup } from './backups.ts'
import { rekey } from './database-file.ts'
import { listEntities } from './entities.ts'
import { createProject, openProject, type Opened } from './open-project.ts'
import type { Changed, Project } from './project.ts'

const backupInterval = 30 * 60 * 1000
/** Updates of one document that are kept apart before they are folded into a snapshot. */
const longLog = 2000

/** The one project an engine has open, and what belongs to keeping it: lock, password, backups. */
export class Session {
  #opened: Opened | null = null
  #timer: NodeJS.Timeout | null = null
  #changesSinceBackup = 0
  readonly #onChanged: (changed: Changed) => void

  constructor(onChanged: (changed: Changed) => void) {
    this.#onChanged = (changed) => {
      this.#changesSinceBackup += 1
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
    return this.info()
  }

  open(options: { path: string; password?: string; readOnly?: boolean }): ProjectInfo {
    this.close()
    this.#opened = openProject(options, this.#onChanged)
    if (!this.project.readOnly) this.#scheduleBackups()
    return this.info()
  }

  close(): void {
    const opened = this.#opened
    if (!opened) return
    this.#opened = null
    if (this.#timer) clearInterval(this.#timer)
    try {
      if (!opened.project.readOnly) {
        const { project } = opened
        project.history.prune()
        for (const name of project.log.longLogs(longLog)) project.documents.compact(name)
        project.settle()
      }
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
      analysts: listEntities(project, 'analysts') as unknown as Analyst[],
      backupFolder: project.local('backupFolder'),
      problems,
    }
  }

  setPassword(password: string | null): void {
    const opened = this.#get()
    if (opened.project.readOnly)
      throw new Refusal('project.readOnly', { path: opened.project.path })
    rekey(opened.project.db, password)
    this.#opened = { ...opened, encrypted: password !== null, password }
  }

  backups(): Backup[] {
    const { project } = this.#get()
    return listBackups(project.path, backupFolder(project.path, project.local('backupFolder')))
  }

  async backup(path?: string): Promise<Backup> {
    const { project, encrypted } = this.#get()
    if (path !== undefined) {
      if (existsSync(path)) throw new Refusal('file.exists', { path })
      return writeBackup(project.db, project.path, path, encrypted)
    }
    const folder = backupFolder(project.path, project.local('backupFolder'))
    this.#changesSinceBackup = 0
    return rollBackup(project.db, project.path, folder, encrypted)
  }

  chooseBackupFolder(folder: string | null): void {
    const { project } = this.#get()
    if (project.readOnly) throw new Refusal('project.readOnly', { path: project.path })
    if (folder !== null && !existsSync(folder)) throw new Refusal('file.notFound', { path: folder })
    if (folder === null) project.db.prepare(`DELETE FROM local WHERE key = 'backupFolder'`).run()
    else project.setLocal('backupFolder', folder)
  }

  /** A rolling backup at intervals, when something has changed since the last. */
  #scheduleBackups(): void {
    this.#changesSinceBackup = 0
    this.#timer = setInterval(() => {
      if (this.#changesSinceBackup === 0) return
      // A backup that fails must not disturb the work; the list of backups shows the newest one.
      this.backup().catch(() => {})
    }, backupInterval)
    this.#timer.unref()
  }

  #get(): Opened {
    if (!this.#opened) throw new Refusal('project.notOpen')
    return this.#opened
  }
}
