import { Merge } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { openView } from '../app/workspace.ts'

const show = (): void => openView({ type: 'compare', part: 'conflicts' })

/** How much merging has left to decide; when more comes, a message leads there. */
export function ConflictBadge() {
  const t = useT()
  const known = useRef<number | undefined>(undefined)
  const { data } = useQuery('conflicts.list', { isOpen: true }, ['settlements', 'project'])
  const waiting = data?.items.filter(({ settlement }) => settlement === null).length
  useEffect(() => {
    const fresh = (waiting ?? 0) - (known.current ?? waiting ?? 0)
    known.current = waiting
    if (fresh <= 0) return
    toast({
      text: t('compare.merged', { count: fresh }),
      hint: t('compare.mergedHint'),
      action: { label: t('compare.look'), perform: show },
    })
  }, [waiting, t])
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
