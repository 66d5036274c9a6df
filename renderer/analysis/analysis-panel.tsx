import {
  CircleHelp,
  Eye,
  GitCompareArrows,
  Plus,
  RefreshCw,
  Scale,
  Spline,
  Split,
  Table,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { findingsParts, recordTables, tableViews } from '../app/views.ts'
import type { FindingsPart } from '../app/views.ts'
import { frontView, openView, useWorkspace, viewKey } from '../app/workspace.ts'
import type { View } from '../app/workspace.ts'
import { usePassageInHand } from '../passages/passage-in-hand.ts'
import { IconButton, Menu } from '../ui/index.ts'
import './analysis.css'
import { beginFinding } from './finding-acts.ts'

const icons: Record<FindingsPart, LucideIcon> = {
  disjunctures: Split,
  threads: Spline,
  circuits: RefreshCw,
  terms: Eye,
  questions: CircleHelp,
}

/** The pages of the findings with how many there are, and the tables. */
export function AnalysisPanel() {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const inHand = usePassageInHand()
  const counts = useFindingCounts()
  return (
    <>
      <div className="panel-head">
        <h2>{t('app.navigator.analysis')}</h2>
        <div className="panel-tools">
          <Menu
            align="end"
            trigger={
              <IconButton
                icon={Plus}
                size="small"
                noTooltip
                disabled={isReadOnly}
                label={t('analysis.new')}
              />
            }
            items={findingsParts.map((part) => ({
              label: t(`analysis.newOf.${part}`),
              icon: icons[part],
              perform: () => void beginFinding(part, inHand),
            }))}
          />
        </div>
      </div>
      <div className="analysis-panel">
        <h3>{t('analysis.findings')}</h3>
        <ul>
          {findingsParts.map((part) => (
            <PageItem
              key={part}
              view={{ type: 'findings', part }}
              icon={icons[part]}
              label={t(`app.tabs.${part}`)}
              count={counts[part]}
            />
          ))}
        </ul>
        <h3>{t('analysis.tables')}</h3>
        <ul>
          {tableViews
            .filter((table) => !recordTables.includes(table))
            .map((table) => (
              <PageItem
                key={table}
                view={{ type: 'table', table }}
                icon={Table}
                label={t(`institution.table.${table}`)}
              />
            ))}
        </ul>
        <h3>{t('analysis.together')}</h3>
        <ul>
          <PageItem
            view={{ type: 'compare' }}
            icon={GitCompareArrows}
            label={t('app.tabs.compare')}
          />
          <PageItem view={{ type: 'agreement' }} icon={Scale} label={t('app.tabs.agreement')} />
          {recordTables.map((table) => (
            <PageItem
              key={table}
              view={{ type: 'table', table }}
              icon={Table}
              label={t(`institution.table.${table}`)}
            />
          ))}
        </ul>
      </div>
    </>
  )
}

function PageItem(props: { view: View; icon: LucideIcon; label: string; count?: number }) {
  const { view, icon: Icon, label, count } = props
  const format = useFormat()
  const key = viewKey(view)
  const isFront = useWorkspace((state) => {
    const front = frontView(state)
    return front !== undefined && viewKey(front) === key
  })
  return (
    <li>
      <button
        type="button"
        className="analysis-item"
        aria-current={isFront ? 'page' : undefined}
        onClick={(event) => openView(view, { beside: event.ctrlKey || event.metaKey })}
      >
        <Icon size={15} strokeWidth={1.75} aria-hidden />
        <span className="analysis-item-name">{label}</span>
        {count !== undefined && count > 0 && (
          <span className="analysis-item-count">{format.number(count)}</span>
        )}
      </button>
    </li>
  )
}

/** How many findings of each kind there are; circuits: those that have a name. */
function useFindingCounts(): Record<FindingsPart, number> {
  const topics = ['findings', 'passages', 'sources'] as const
  return {
    disjunctures: useQuery('disjunctures.list', {}, topics).data?.items.length ?? 0,
    threads: useQuery('threads.list', {}, topics).data?.items.length ?? 0,
    circuits: useQuery('circuits.list', {}, ['findings']).data?.items.length ?? 0,
    terms: useQuery('terms.list', {}, ['findings', 'indexing']).data?.items.length ?? 0,
    questions: useQuery('questions.list', {}, ['findings']).data?.items.length ?? 0,
  }
}
