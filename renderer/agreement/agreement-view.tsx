import { Scale } from 'lucide-react'
import { useId, useState } from 'react'
import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly, useProject } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { useAgreementList } from './agreement-data.ts'
import type { AgreementRun, Choice } from './agreement-data.ts'
import { AgreementOptions } from './agreement-options.tsx'
import { KeptResult, PresentResult } from './agreement-result.tsx'
import './agreement.css'

/** How far analysts agree: what is compared on the left, every coefficient on the right. */
export function AgreementView() {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { analysts } = useProject()
  const { shown, runs } = useAgreementList()
  if (shown === undefined) return null
  if (!shown) {
    return (
      <div className="agreement-empty">
        <EmptyState
          icon={Scale}
          title={t('agreement.off')}
          actions={
            <Button
              variant="primary"
              disabled={isReadOnly}
              onClick={() => void act('agreement.show', { shown: true })}
            >
              {t('agreement.switchOn')}
            </Button>
          }
        >
          {t('agreement.offText')}
        </EmptyState>
      </div>
    )
  }
  if (analysts.length < 2) {
    return (
      <div className="agreement-empty">
        <EmptyState
          icon={Scale}
          title={t('agreement.needsTwo')}
          actions={
            <Button onClick={() => openView({ type: 'settings' })}>
              {t('app.actions.settings')}
            </Button>
          }
        >
          {t('agreement.needsTwoText')}
        </EmptyState>
      </div>
    )
  }
  return <Comparison runs={runs} />
}

function Comparison({ runs }: { runs: readonly AgreementRun[] }) {
  const t = useT()
  const headingId = useId()
  const { analysts } = useProject()
  const [choice, setChoice] = useState<Choice>(() => ({
    analystIds: analysts.slice(0, 2).map(({ id }) => id),
    unit: 'character',
    overlap: 0.5,
    scope: 'all',
    sourceIds: null,
    codeIds: null,
  }))
  const [runId, setRunId] = useState<string | null>(null)
  const run = runs.find(({ id }) => id === runId)
  return (
    <div className="agreement-place">
      <div className="agreement-view">
        <section className="agreement-side" aria-labelledby={headingId}>
          <h1 id={headingId}>{t('agreement.title')}</h1>
          <AgreementOptions
            choice={choice}
            onChoice={(next) => {
              setChoice(next)
              setRunId(null)
            }}
            runs={runs}
            runId={run?.id ?? null}
            onRun={setRunId}
          />
        </section>
        <div className="agreement-desk">
          {run === undefined ? (
            <PresentResult choice={choice} onKept={setRunId} />
          ) : (
            <KeptResult run={run} onBack={() => setRunId(null)} />
          )}
        </div>
      </div>
    </div>
  )
}
