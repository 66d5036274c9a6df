import { MousePointerClick } from 'lucide-react'
import { CodeCard } from '../codes/code-card.tsx'
import { SourceCard } from '../sources/card/source-card.tsx'
import { EmptyState } from '../ui/index.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { useT } from './i18n.ts'
import { PassageCard } from '../passages/passage-card.tsx'
import { MemoCard } from './memo-card.tsx'
import { useWorkspace } from './workspace.ts'

/** What is selected: what it is, what is said about it, what it is evidence for. */
export function Inspector() {
  const t = useT()
  const selection = useWorkspace((state) => state.selection)
  const key = selection.type === 'none' ? 'none' : `${selection.type}:${selection.id}`
  return (
    <aside className="inspector" data-panel="inspector" aria-label={t('app.inspector.title')}>
      <h2 className="visually-hidden">{t('app.inspector.title')}</h2>
      <ErrorBoundary key={key}>
        {selection.type === 'none' && (
          <EmptyState icon={MousePointerClick} title={t('app.inspector.emptyTitle')}>
            {t('app.inspector.emptyText')}
          </EmptyState>
        )}
        {selection.type === 'source' && <SourceCard sourceId={selection.id} />}
        {selection.type === 'passage' && <PassageCard passageId={selection.id} />}
        {selection.type === 'code' && <CodeCard codeId={selection.id} />}
        {selection.type === 'memo' && <MemoCard memoId={selection.id} />}
      </ErrorBoundary>
    </aside>
  )
}
