import { LoaderCircle } from 'lucide-react'
import './work-status.css'
import { useT } from './i18n.ts'
import { stopWork, useWork } from './work.ts'

/** What goes on that takes a while, how far it has come, and how to stop it. */
export function WorkStatus() {
  const t = useT()
  const work = useWork()
  const task = work?.task ?? null
  const isLast = work?.isLast === true
  return (
    <span className="work-status">
      <span role="status">
        {work !== undefined && (
          <span className="work-status-label">
            <LoaderCircle size={13} strokeWidth={1.75} aria-hidden />
            {work.isStopping ? t('app.status.stopping') : work.label}
            {isLast && ` ${t('app.status.lastStep')}`}
          </span>
        )}
      </span>
      {work !== undefined && work.share !== null && (
        <progress className="work-status-bar" value={work.share} max={1} aria-label={work.label} />
      )}
      {task !== null && (
        <button
          type="button"
          className="work-status-stop"
          disabled={work?.isStopping === true || isLast}
          aria-label={`${t('app.status.stop')}: ${work?.label ?? ''}`}
          onClick={() => void stopWork(task)}
        >
          {t('app.status.stop')}
        </button>
      )}
    </span>
  )
}
