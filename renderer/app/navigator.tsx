import { FileText, Filter, NotebookPen, Tags, Users } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { CodeTree } from '../codes/code-tree.tsx'
import { MemoList } from '../memos/memo-list.tsx'
import { PeoplePanel } from '../people/people-panel.tsx'
import { SearchPanel } from '../search/search-panel.tsx'
import { SourcesPanel } from '../sources/sources-panel.tsx'
import { useQuery } from './engine-client.ts'
import { useFormat, useT } from './i18n.ts'
import { useRecentSearches } from '../search/recent-searches.ts'
import { showNavigator } from './side-panels.ts'
import { useWorkspace } from './workspace.ts'
import type { NavigatorPanel } from './workspace.ts'

const panels: ReadonlyArray<{ name: NavigatorPanel; icon: LucideIcon }> = [
  { name: 'sources', icon: FileText },
  { name: 'codes', icon: Tags },
  { name: 'memos', icon: NotebookPen },
  { name: 'people', icon: Users },
  { name: 'searches', icon: Filter },
]

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
  ]).data
  const searches = useRecentSearches().length
  const countOf = (name: NavigatorPanel): number | undefined => {
    if (name === 'searches') return searches
    if (counts === undefined) return undefined
    return name === 'people' ? counts.persons : counts[name]
  }
  return (
    <aside className="navigator" data-panel="navigator" aria-label={t('app.navigator.title')}>
      <nav className="rail" aria-label={t('app.navigator.title')}>
        <ul>
          {panels.map(({ name, icon: Icon }) => (
            <li key={name}>
              <button
                type="button"
                className="rail-item"
                aria-current={shown === name ? 'page' : undefined}
                onClick={() => showNavigator(name)}
              >
                <Icon size={16} strokeWidth={1.75} aria-hidden />
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
        {shown === 'memos' && <MemoList />}
        {shown === 'people' && <PeoplePanel />}
        {shown === 'searches' && <SearchPanel />}
      </section>
    </aside>
  )
}

function formatted(count: number | undefined, format: (value: number) => string): string {
  return count === undefined || count === 0 ? '' : format(count)
}
