import { MousePointerClick } from 'lucide-react'
import { DisjunctureCard } from '../analysis/disjuncture-card.tsx'
import { TermCard } from '../analysis/term-card.tsx'
import { CodeCard } from '../codes/code-card.tsx'
import { CaseCard } from '../people/cards/case-card.tsx'
import { PersonCard } from '../people/cards/person-card.tsx'
import { SourceCard } from '../sources/card/source-card.tsx'
import { ClauseCard } from '../texts/clause-card.tsx'
import { LinkCard } from '../texts/links/link-card.tsx'
import { TextCard } from '../texts/text-card.tsx'
import { ActorCard } from '../work/actor-card.tsx'
import { FlowCard } from '../work/flow-card.tsx'
import { StepCard } from '../work/step-card.tsx'
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
        {selection.type === 'person' && <PersonCard personId={selection.id} />}
        {selection.type === 'case' && <CaseCard caseId={selection.id} />}
        {selection.type === 'text' && <TextCard textId={selection.id} />}
        {selection.type === 'clause' && <ClauseCard clauseId={selection.id} />}
        {selection.type === 'link' && <LinkCard linkId={selection.id} />}
        {selection.type === 'actor' && <ActorCard actorId={selection.id} />}
        {selection.type === 'step' && <StepCard stepId={selection.id} />}
        {selection.type === 'flow' && <FlowCard flowId={selection.id} />}
        {selection.type === 'disjuncture' && <DisjunctureCard disjunctureId={selection.id} />}
        {selection.type === 'term' && <TermCard termId={selection.id} />}
      </ErrorBoundary>
    </aside>
  )
}
