import { Workflow } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../app/i18n.ts'
import { EmptyState, Segmented } from '../ui/index.ts'
import { ComparePart } from './compare/compare-part.tsx'
import './process-page.css'
import { ProcessHeader } from './process/process-header.tsx'
import { StepTable } from './process/step-table.tsx'
import { useWorkThings } from './work-data.ts'

/** A work process: what it is, its steps in order with their flows, and how it differs from others. */
export function ProcessPage({ processId }: { processId: string }) {
  const t = useT()
  const things = useWorkThings()
  const [view, setView] = useState<'steps' | 'compare'>('steps')
  const process = things.processes.find((candidate) => candidate.id === processId)
  if (process === undefined) {
    if (!things.isReady) return null
    return (
      <div className="process-page">
        <EmptyState icon={Workflow} title={t('work.gone')}>
          {t('work.goneText')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div id={`process-${processId}`} className="process-page">
      <div className="process-sheet">
        <ProcessHeader process={process}>
          <Segmented
            label={t('work.view')}
            value={view}
            options={[
              { value: 'steps', label: t('work.viewSteps') },
              { value: 'compare', label: t('work.viewCompare') },
            ]}
            onValue={setView}
          />
        </ProcessHeader>
        {view === 'steps' ? (
          <StepTable process={process} things={things} />
        ) : (
          <ComparePart process={process} things={things} />
        )}
      </div>
    </div>
  )
}
