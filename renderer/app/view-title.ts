import {
  BookMarked,
  BookOpenText,
  FileOutput,
  ChartBar,
  FileText,
  GitCompareArrows,
  Grid3x3,
  Handshake,
  History,
  Map,
  MessageCircleQuestion,
  Network,
  NotebookPen,
  PenLine,
  Quote,
  Scale,
  ScrollText,
  Search,
  Settings,
  Table,
  Tag,
  Unlink,
  Users,
  Waypoints,
  Workflow,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useQuery } from './engine-client.ts'
import { useT } from './i18n.ts'
import type { View } from './views.ts'

const icons: Record<View['type'], LucideIcon> = {
  source: FileText,
  code: Tag,
  memo: NotebookPen,
  quotes: Quote,
  account: PenLine,
  lost: Unlink,
  search: Search,
  ask: MessageCircleQuestion,
  activity: History,
  codebook: BookMarked,
  reports: FileOutput,
  settings: Settings,
  glossary: BookOpenText,
  agreement: Scale,
  matrix: Grid3x3,
  figures: ChartBar,
  compare: GitCompareArrows,
  meeting: Handshake,
  people: Users,
  texts: ScrollText,
  text: ScrollText,
  hierarchy: Network,
  process: Workflow,
  map: Map,
  findings: Waypoints,
  table: Table,
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
  const accounts = useQuery('accounts.list', view.type === 'account' ? {} : null, ['quotes'])
  const named = useNamedThing(view)
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
    case 'account': {
      if (accounts.data === undefined) return ''
      const account = accounts.data.items.find((item) => item.id === view.id)
      return account === undefined ? t('app.tabs.gone') : account.title || t('quotes.untitled')
    }
    case 'search':
      return view.query === ''
        ? t('app.navigator.searches')
        : t('app.tabs.search', { query: view.query })
    case 'text':
    case 'process':
    case 'map':
      return named === undefined ? '' : (named ?? t('app.tabs.gone'))
    case 'findings':
      return t(`app.tabs.${view.part}`)
    case 'table':
      return t(`institution.table.${view.table}`)
    default:
      return t(`app.tabs.${view.type}`)
  }
}

/** The name of a text, process or map; null when it is gone, undefined while it is being asked for. */
function useNamedThing(view: View): string | null | undefined {
  const texts = useQuery('texts.list', view.type === 'text' ? {} : null, ['texts']).data
  const processes = useQuery('processes.list', view.type === 'process' ? {} : null, ['work']).data
  const maps = useQuery('maps.list', view.type === 'map' ? {} : null, ['maps']).data
  if (view.type === 'text') return texts && (find(texts.items, view.id)?.title ?? null)
  if (view.type === 'process') {
    const process = processes && find(processes.items, view.id)
    if (process === undefined) return processes && null
    return process.variant === '' ? process.name : `${process.name} (${process.variant})`
  }
  if (view.type === 'map') return maps && (find(maps.items, view.id)?.name ?? null)
  return undefined
}

function find<T extends { id: string }>(items: readonly T[], id: string): T | undefined {
  return items.find((item) => item.id === id)
}
