import { Eye, Radio } from 'lucide-react'
import { useEffect } from 'react'
import type { LiveStatus } from '../../../shared/contract/live.ts'
import { failureText } from '../../../shared/i18n/index.ts'
import { showDialog } from '../../app/dialogs.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { toast } from '../../app/toast.ts'
import { Tooltip } from '../../ui/index.ts'
import { stopFollowing, useFollowed, useLive, useMissed, watchLive } from './live-store.ts'
import './live.css'

/** In the status bar: that a session is on, and whom one follows. Nothing when none is. */
export function LiveStatusItem() {
  const t = useT()
  const status = useLive()
  const followed = useFollowed()
  useEffect(watchLive, [])
  useEndOfFollowing(followed !== null)
  useTellEnds()
  if (status === null || status.role === 'none') return null
  const isOn = status.phase === 'hosting' || status.phase === 'connected'
  const isElsewhere = followed !== null && followed.sourceId === null && followed.memo === null
  return (
    <span role="status">
      {followed !== null && (
        <button type="button" className="live-status is-following" onClick={stopFollowing}>
          <Eye size={13} strokeWidth={1.75} aria-hidden />
          {t(isElsewhere ? 'live.followingElsewhere' : 'live.following', { name: followed.name })}
        </button>
      )}
      <button
        type="button"
        className="live-status"
        aria-haspopup="dialog"
        onClick={() => showDialog({ type: 'live' })}
      >
        <Radio size={13} strokeWidth={1.75} aria-hidden />
        {isOn ? t('live.status', { count: status.people.length + 1 }) : t(waiting(status))}
      </button>
    </span>
  )
}

function waiting({ phase }: LiveStatus) {
  if (phase === 'refused') return 'live.statusOver'
  return phase === 'lost' ? 'live.statusLost' : 'live.statusWait'
}

const scrolling = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' '])

/** Escape ends it anywhere; reading on one's own, by wheel, press or key, ends it on the pages. */
function useEndOfFollowing(isFollowing: boolean): void {
  useEffect(() => {
    if (!isFollowing) return
    const end = (event: Event): void => {
      const isKey = event instanceof KeyboardEvent
      const isOnPage = event.target instanceof Element && event.target.closest('main') !== null
      const isOwn = isOnPage && (!isKey || scrolling.has(event.key))
      if (isOwn || (isKey && event.key === 'Escape')) stopFollowing()
    }
    const kinds = ['keydown', 'wheel', 'pointerdown'] as const
    for (const kind of kinds) window.addEventListener(kind, end, { passive: true })
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, end)
    }
  }, [isFollowing])
}

/** Says what one would otherwise go on without knowing: that it is over, that whom one follows has gone. */
function useTellEnds(): void {
  const t = useT()
  const language = useLanguage()
  const status = useLive()
  const missed = useMissed()
  const isOn = status !== null && status.role !== 'none' && status.phase !== 'refused'
  useEffect(() => {
    if (missed === null) return
    stopFollowing()
    if (isOn) toast({ text: t('live.followedGone', { name: missed }) })
  }, [missed, isOn, t])
  const removed = status?.phase === 'refused' && status.problem === 'live.removed'
  useEffect(() => {
    if (!removed) return
    const failure = { code: 'live.removed', message: '', hint: '', details: {} } as const
    const { message, hint } = failureText(language, failure)
    toast({ text: message, hint, tone: 'error' })
  }, [removed, language])
}

/** In the title bar, in the place of “Offline”; null when no session is on. */
export function useLiveNote(): React.JSX.Element | null {
  const t = useT()
  const status = useLive()
  if (status === null || status.role === 'none' || status.phase === 'refused') return null
  return (
    <Tooltip label={t('live.titleBarHint')}>
      <span className="title-bar-note">
        <Radio size={14} strokeWidth={1.75} aria-hidden />
        {t('live.titleBar')}
      </span>
    </Tooltip>
  )
}
