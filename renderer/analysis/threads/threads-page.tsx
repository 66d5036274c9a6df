import { Spline } from 'lucide-react'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { FindingsPage } from '../findings-page.tsx'
import { ThreadEntry } from './thread-entry.tsx'

/** Threads from where work is told to what organises it elsewhere, with what is still missing. */
export function ThreadsPage() {
  const t = useT()
  const items = useQuery('threads.list', {}, ['findings', 'passages', 'sources']).data?.items
  const gaps = items?.reduce((sum, each) => sum + each.gaps, 0) ?? 0
  return (
    <FindingsPage
      part="threads"
      icon={Spline}
      count={items?.length}
      facts={gaps === 0 ? '' : t('analysis.gaps', { count: gaps })}
    >
      {items?.map((thread) => (
        <ThreadEntry key={thread.id} thread={thread} />
      ))}
    </FindingsPage>
  )
}
