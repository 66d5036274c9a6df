import { Merge } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { dismissTopic, toast } from '../app/toast.ts'
import { frontView, openView, useWorkspace } from '../app/workspace.ts'

const show = (): void => openView({ type: 'compare', part: 'conflicts' })

/** How much merging has left to decide; when more comes, a message leads there. */
export function ConflictBadge() {
  const t = useT()
  const isInSight = useWorkspace((state) => frontView(state)?.type === 'compare')
  const known = useRef<number | undefined>(undefined)
  const { data } = useQuery('conflicts.list', { isOpen: true }, ['settlements', 'project'])
  const waiting = data?.items.filter(({ settlement }) => settlement === null).length
  useEffect(() => {
    const fresh = (waiting ?? 0) - (known.current ?? waiting ?? 0)
    known.current = waiting
    if (fresh <= 0 || isInSight) return
    toast({
      topic: 'merge',
      text: t('compare.merged', { count: fresh }),
      hint: t('compare.mergedHint'),
      action: { label: t('compare.look'), perform: show },
    })
  }, [waiting, isInSight, t])
  // The message would lie over the buttons that settle.
  useEffect(() => {
    if (isInSight) dismissTopic('merge')
  }, [isInSight])
  if (waiting === undefined || waiting === 0) return null
  return (
    <button
      type="button"
      className="status-bar-settle"
      title={t('compare.badgeTitle')}
      onClick={show}
    >
      <Merge size={13} strokeWidth={1.75} aria-hidden />
      {t('compare.badge', { count: waiting })}
    </button>
  )
}
