import { useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { Button } from '../ui/index.ts'
import { backUpNow, chooseBackupFolder, keepBackupsIn, restoreBackup } from './backup-acts.ts'

export function BackupsSection() {
  const t = useT()
  const format = useFormat()
  const project = useProject()
  const backups = useQuery('backups.list', {}, ['project', 'sources', 'codes', 'passages', 'memos'])
    .data?.items
  return (
    <section className="settings-section" aria-labelledby="settings-backups">
      <h2 id="settings-backups">{t('settings.backups')}</h2>
      <p className="settings-lead">{t('settings.backupsLead')}</p>
      <div className="settings-row">
        <span className="settings-name">{t('settings.backupFolder')}</span>
        <span className="settings-path">{project.backupFolder ?? t('settings.besideProject')}</span>
      </div>
      <div className="settings-buttons">
        <Button onClick={() => void backUpNow()}>{t('settings.backupNow')}</Button>
        <Button variant="quiet" onClick={() => void chooseBackupFolder()}>
          {t('settings.chooseFolder')}
        </Button>
        {project.backupFolder !== null && (
          <Button variant="quiet" onClick={() => void keepBackupsIn(null)}>
            {t('settings.useBeside')}
          </Button>
        )}
      </div>
      {backups?.length === 0 && <p className="settings-lead">{t('settings.noBackups')}</p>}
      <ul className="settings-backups">
        {backups?.map((backup) => (
          <li key={backup.path}>
            <span className="settings-backup-time">{format.time(backup.time)}</span>
            <span className="settings-backup-size">{format.bytes(backup.bytes)}</span>
            <Button
              size="small"
              aria-label={`${t('settings.restore')} ${format.time(backup.time)}`}
              onClick={() => void restoreBackup(backup.path)}
            >
              {t('settings.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
