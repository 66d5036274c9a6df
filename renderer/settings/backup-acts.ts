import { act, callApp } from '../app/engine-client.ts'
import { text } from '../app/i18n.ts'
import { refreshQueries } from '../app/query-cache.ts'
import { currentProject, openProject } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { showTask, showWork } from '../app/work.ts'

export async function backUpNow(): Promise<void> {
  const isEncrypted = currentProject()?.encrypted === true
  const made = isEncrypted
    ? await showWork(text('settings.backingUpEncrypted'), act('backups.create', {}))
    : await showTask(text('settings.backingUp'), (task) => act('backups.create', { task }))
  if (made === undefined) return
  refreshQueries('backups.list')
  toast({
    text: text('settings.backedUp'),
    hint: made.path,
    action: {
      label: text('start.showInFolder'),
      perform: () => void callApp('app.showInFolder', { path: made.path }),
    },
  })
}

/** Asks where the restored project shall lie; the present one stays as it is. */
export async function restoreBackup(backup: string): Promise<void> {
  const project = currentProject()
  if (project === null) return
  const name =
    project.path
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\.standpoint$/, '') ?? project.title
  const path = await callApp('app.chooseSave', {
    title: text('settings.restoreTitle'),
    defaultName: `${name} 2.standpoint`,
    filters: [{ name: 'Standpoint', extensions: ['standpoint'] }],
  })
  if (path === null) return
  const restored = await showTask(text('settings.restoring'), (task) =>
    act('backups.restore', { backup, path, task }),
  )
  if (restored === undefined) return
  toast({
    text: text('settings.restored', { path: restored.path }),
    action: {
      label: text('settings.openRestored'),
      perform: () => void openProject(restored.path),
    },
  })
}

export async function chooseBackupFolder(): Promise<void> {
  const folder = await callApp('app.chooseFolder', { title: text('settings.backupFolder') })
  if (folder !== null) await keepBackupsIn(folder)
}

/** Null: beside the project file. */
export async function keepBackupsIn(folder: string | null): Promise<void> {
  await act('backups.chooseFolder', { folder })
  refreshQueries('backups.list')
}
