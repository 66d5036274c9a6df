import {
  FileText,
  Filter,
  Map,
  NotebookPen,
  PenLine,
  ScrollText,
  Tags,
  Users,
  Waypoints,
  Workflow,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { AnalysisPanel } from '../analysis/analysis-panel.tsx'
import { CodeTree } from '../codes/code-tree.tsx'
import { MapsPanel } from '../maps/maps-panel.tsx'
import { MemoList } from '../memos/memo-list.tsx'
import { PeoplePanel } from '../people/people-panel.tsx'
import { AccountsPanel } from '../quotes/accounts-panel.tsx'
import { SearchPanel } from '../search/search-panel.tsx'
import { SourcesPanel } from '../sources/sources-panel.tsx'
import { TextsPanel } from '../texts/texts-panel.tsx'
import { WorkPanel } from '../work/work-panel.tsx'
import { useQuery } from './engine-client.ts'
import { useFormat, useT } from './i18n.ts'
import { showNavigator } from './side-panels.ts'
import { navigatorPanels, useWorkspace } from './workspace.ts'
import type { NavigatorPanel } from './workspace.ts'

const icons: Record<NavigatorPanel, LucideIcon> = {
  sources: FileText,
  codes: Tags,
  texts: ScrollText,
  work: Workflow,
  maps: Map,
  analysis: Waypoints,
  memos: NotebookPen,
  accounts: PenLine,
  people: Users,
  searches: Filter,
}

export function Navigator() {
  const t = useT()
  const format = useFormat()
  const shown = useWorkspace((state) => state.navigator)
  const counts = useQuery('project.counts', {}, [
    'sources',
    'codes',
    'passages',
    'memos',
    'persons',
    'project',
    'texts',
    'work',
    'maps',
    'findings',
    'quotes',
  ]).data
  const searches = useQuery('savedSearches.list', {}, ['searches']).data?.items.length
  const countOf = (name: NavigatorPanel): number | undefined => {
    if (name === 'searches') return searches
    if (counts === undefined) return undefined
    return name === 'people' ? counts.persons : counts[name]
  }
  return (
    <aside className="navigator" data-panel="navigator" aria-label={t('app.navigator.title')}>
      <nav className="rail" aria-label={t('app.navigator.title')}>
        <ul>
          {navigatorPanels.map((name) => (
            <li key={name}>
              <button
                type="button"
                className="rail-item"
                aria-current={shown === name ? 'page' : undefined}
                onClick={() => showNavigator(name)}
              >
                <PanelIcon name={name} />
                <span className="rail-name">{t(`app.navigator.${name}`)}</span>
                <span className="rail-count">{formatted(countOf(name), format.number)}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section className="navigator-panel" aria-label={t(`app.navigator.${shown}`)}>
        {shown === 'sources' && <SourcesPanel />}
        {shown === 'codes' && <CodeTree />}
        {shown === 'texts' && <TextsPanel />}
        {shown === 'work' && <WorkPanel />}
        {shown === 'maps' && <MapsPanel />}
        {shown === 'analysis' && <AnalysisPanel />}
        {shown === 'memos' && <MemoList />}
        {shown === 'accounts' && <AccountsPanel />}
        {shown === 'people' && <PeoplePanel />}
        {shown === 'searches' && <SearchPanel />}
      </section>
    </aside>
  )
}

function PanelIcon({ name }: { name: NavigatorPanel }) {
  const Icon = icons[name]
  return <Icon size={16} strokeWidth={1.75} aria-hidden />
}

function formatted(count: number | undefined, format: (value: number) => string): string {
  return count === undefined || count === 0 ? '' : format(count)
}
