import { useEffect, useState } from 'react'
import type { LiveLogEntry, LiveStatus } from '../../../shared/contract/live.ts'
import { ask } from '../../app/engine-client.ts'
import { useFormat, useT } from '../../app/i18n.ts'

/** What happened in the session, also what was refused; read again whenever the session changes. */
export function LiveLogList({ status }: { status: LiveStatus }) {
  const t = useT()
  const format = useFormat()
  const [entries, setEntries] = useState<readonly LiveLogEntry[]>([])
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    let isWanted = true
    void ask('live.log', {}).then((answer) => {
      if (isWanted && answer.ok) setEntries(answer.value.items)
    })
    return () => {
      isWanted = false
    }
  }, [status, isOpen])
  if (entries.length === 0) return null
  return (
    <details className="live-log" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('live.log')}</summary>
      <ol>
        {entries.slice(0, 200).map((entry, index) => (
          <li key={entries.length - index}>
            <time dateTime={entry.time}>{format.second(entry.time)}</time>
            <span>
              {t(`live.kinds.${entry.kind}`, {
                who: entry.who === '' ? '?' : entry.who,
                detail: entry.detail,
              })}
              {entry.address !== '' && <small> {entry.address}</small>}
              {entry.times > 1 && <small> {t('live.times', { count: entry.times })}</small>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
