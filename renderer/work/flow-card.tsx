import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView, select } from '../app/workspace.ts'
import { AddClaim, ClaimList } from '../texts/links/claims.tsx'
import { Button, InlineEdit } from '../ui/index.ts'
import { EvidenceMark } from './evidence-mark.tsx'
import { FlowCondition, FlowEnd, FlowKind } from './process/flow-editor.tsx'
import { FlowIcon } from './process/flow-kinds.tsx'
import { deleteFlow } from './work-acts.ts'
import { useFlows, useSteps, useWorkThings } from './work-data.ts'
import { WhereUsed } from './where-used.tsx'
import './work-cards.css'

/** A flow in the inspector: from where to where, of what kind, and what speaks for it. */
export function FlowCard({ flowId }: { flowId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const things = useWorkThings()
  const steps = useSteps()
  const flow = useFlows()?.find((candidate) => candidate.id === flowId)
  if (flow === undefined || steps === undefined) return null
  const about = { type: 'flow' as const, id: flowId }
  const here = steps.filter(
    (step) => step.processId === flow.processId && step.mergedIntoId === null,
  )
  return (
    <article className="work-card" aria-label={t('work.flowCard')}>
      <p className="work-card-kind">
        {t('work.flowCard')} ·{' '}
        <button
          type="button"
          title={t('work.openProcess')}
          onClick={() => openView({ type: 'process', id: flow.processId })}
        >
          {things.nameById.get(flow.processId)}
        </button>
      </p>
      <h3>
        <FlowIcon kind={flow.kind} /> {t(`institution.flow.${flow.kind}`)}
      </h3>
      <p className="work-card-none">{t(`work.flowHint.${flow.kind}`)}</p>
      <EvidenceMark of={flow} />
      <div className="work-card-fields">
        <span>{t('work.flowFrom')}</span>
        <FlowEnd flow={flow} steps={here} end="fromId" />
        <span>{t('work.flowTarget')}</span>
        <FlowEnd flow={flow} steps={here} end="toId" />
        <span>{t('work.flowKind')}</span>
        <FlowKind flow={flow} />
        <span>{t('work.condition')}</span>
        <FlowCondition flow={flow} />
        <span className="is-wide">
          <InlineEdit
            key={flowId}
            isLong
            label={t('work.note')}
            placeholder={t('work.notePlaceholder')}
            value={flow.note}
            onSave={(note) => void act('flows.update', { flowId, note })}
          />
        </span>
      </div>
      <h4>{t('work.evidence')}</h4>
      <ClaimList about={about} />
      <AddClaim about={about} />
      <WhereUsed thing={about} except={['claim']} />
      <p>
        <Button
          size="small"
          variant="danger"
          disabled={isReadOnly}
          onClick={() =>
            void deleteFlow(flowId).then(
              (isDone) => isDone && select({ type: 'step', id: flow.fromId }),
            )
          }
        >
          {t('work.deleteFlow')}
        </Button>
      </p>
    </article>
  )
}
