import {
  BookMarked,
  FileText,
  History,
  NotebookPen,
  Search,
  Settings,
  Tag,
  Unlink,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useQuery } from './engine-client.ts'
import { useT } from './i18n.ts'
import type { View } from './views.ts'

const icons: Record<View['type'], LucideIcon> = {
  source: FileText,
  code: Tag,
  memo: NotebookPen,
  lost: Unlink,
  search: Search,
  activity: History,
  codebook: BookMarked,
  settings: Settings,
}

export function viewIcon(view: View): LucideIcon {
  return icons[view.type]
}

/** What a tab is called: the name of what it shows. */
export function useViewTitle(view: View): string {
  const t = useT()
  const sources = useQuery('sources.list', view.type === 'source' ? {} : null, [
    'sources',
    'folders',
  ])
  const codes = useQuery('codes.list', view.type === 'code' ? {} : null, ['codes', 'passages'])
  const memos = useQuery('memos.list', view.type === 'memo' ? {} : null, ['memos'])
  switch (view.type) {
    case 'source': {
      if (sources.data === undefined) return ''
      return sources.data.items.find((item) => item.id === view.id)?.title ?? t('app.tabs.gone')
    }
    case 'code': {
      if (codes.data === undefined) return ''
      return codes.data.items.find((item) => item.id === view.id)?.name ?? t('app.tabs.gone')
    }
    case 'memo': {
      if (memos.data === undefined) return ''
      const memo = memos.data.items.find((item) => item.id === view.id)
      return memo === undefined ? t('app.tabs.gone') : memo.title || memo.aboutLabel
    }
    case 'search':
      return view.query === ''
        ? t('app.navigator.searches')
        : t('app.tabs.search', { query: view.query })
    default:
      return t(`app.tabs.${view.type}`)
  }
}
