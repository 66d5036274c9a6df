import { Eye, Radio } from 'lucide-react'
import { useEffect } from 'react'
import { showDialog } from '../../app/dialogs.ts'
import { useT } from '../../app/i18n.ts'
import { Tooltip } from '../../ui/index.ts'
import { stopFollowing, useFollowed, useLive, watchLive } from './live-store.ts'
import './live.css'

/** In the status bar: that a session is on, and whom one follows. Nothing when none is. */
export function LiveStatusItem() {
  const t = useT()
  const status = useLive()
  const followed = useFollowed()
  useEffect(watchLive, [])
  useEffect(() => {
    if (followed === null) return
    const end = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') stopFollowing()
    }
    window.addEventListener('keydown', end)
    return () => window.removeEventListener('keydown', end)
  }, [followed])
  if (status === null || status.role === 'none') return null
  const isOn = status.phase === 'hosting' || status.phase === 'connected'
  const isLost = status.phase === 'lost' || status.phase === 'refused'
  return (
    <span role="status">
      {followed !== null && (
        <button type="button" className="live-status is-following" onClick={stopFollowing}>
          <Eye size={13} strokeWidth={1.75} aria-hidden />
          {t('live.following', { name: followed.name })}
        </button>
      )}
      <button
        type="button"
        className="live-status"
        aria-haspopup="dialog"
        onClick={() => showDialog({ type: 'live' })}
      >
        <Radio size={13} strokeWidth={1.75} aria-hidden />
        {isOn
          ? t('live.status', { count: status.people.length + 1 })
          : t(isLost ? 'live.statusLost' : 'live.statusWait')}
      </button>
    </span>
  )
}

/** In the title bar, in the place of “Offline”; null when no session is on. */
export function useLiveNote(): React.JSX.Element | null {
  const t = useT()
  const status = useLive()
  if (status === null || status.role === 'none') return null
  return (
    <Tooltip label={t('live.titleBarHint')}>
      <span className="title-bar-note">
        <Radio size={14} strokeWidth={1.75} aria-hidden />
        {t('live.titleBar')}
      </span>
    </Tooltip>
  )
}
