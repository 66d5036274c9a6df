import type { Step } from '../../shared/model/institution.ts'
import { stepKinds, visibilities } from '../../shared/model/institution-kinds.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView, select } from '../app/workspace.ts'
import { AddClaim, ClaimList } from '../texts/links/claims.tsx'
import { InlineEdit, Select } from '../ui/index.ts'
import { EvidenceMark } from './evidence-mark.tsx'
import { FlowIcon } from './process/flow-kinds.tsx'
import {
  ActorsField,
  DurationField,
  SiteField,
  TextsField,
  WeeksField,
} from './process/step-cells.tsx'
import { partStep, updateStep } from './work-acts.ts'
import { useFlows, useSteps, useWorkThings } from './work-data.ts'
import type { WorkThings } from './work-data.ts'
import { WhereUsed } from './where-used.tsx'
import './work-cards.css'

/** A step in the inspector: its fields, its evidence, its flows, where it is used. */
export function StepCard({ stepId }: { stepId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const steps = useSteps()
  const things = useWorkThings()
  const step = steps?.find((candidate) => candidate.id === stepId)
  if (steps === undefined || step === undefined) return null
  const about = { type: 'step' as const, id: stepId }
  const into = steps.find((candidate) => candidate.id === step.mergedIntoId)
  return (
    <article className="work-card" aria-label={step.action}>
      <p className="work-card-kind">
        {t('work.stepCard')} ·{' '}
        <button
          type="button"
          title={t('work.openProcess')}
          onClick={() => openView({ type: 'process', id: step.processId })}
        >
          {things.nameById.get(step.processId)}
        </button>
      </p>
      <h3 className="visually-hidden">{step.action}</h3>
      <InlineEdit
        key={stepId}
        isWrapping
        className="work-card-name"
        label={t('work.action')}
        value={step.action}
        onSave={(action) => action !== '' && void updateStep(stepId, { action })}
      />
      <EvidenceMark of={step} />
      {into !== undefined && (
        <p className="work-card-kind">
          {t('work.mergedInto')}:{' '}
          <button type="button" onClick={() => select({ type: 'step', id: into.id })}>
            {into.action}
          </button>
          {!isReadOnly && (
            <>
              {' · '}
              <button type="button" title={t('work.partHint')} onClick={() => void partStep(step)}>
                {t('work.part')}
              </button>
            </>
          )}
        </p>
      )}
      <StepFields step={step} steps={steps} things={things} />
      <h4>{t('work.evidence')}</h4>
      <ClaimList about={about} />
      <AddClaim about={about} />
      <FlowsOfStep step={step} steps={steps} />
      <WhereUsed thing={about} except={['claim', 'flow']} />
    </article>
  )
}

interface FieldsProps {
  step: Step
  steps: readonly Step[]
  things: WorkThings
}

function StepFields({ step, steps, things }: FieldsProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const counterpart = steps.find((other) => other.id === step.counterpartId)
  const others = steps.filter(
    (other) => other.processId !== step.processId && other.mergedIntoId === null,
  )
  const offered =
    counterpart === undefined || others.includes(counterpart) ? others : [counterpart, ...others]
  return (
    <div className="work-card-fields">
      <span>{t('institution.column.actors')}</span>
      <ActorsField step={step} things={things} />
      <span>{t('institution.column.site')}</span>
      <SiteField step={step} things={things} />
      <span>{t('institution.column.textsIn')}</span>
      <TextsField step={step} things={things} side="in" />
      <span>{t('institution.column.textsOut')}</span>
      <TextsField step={step} things={things} side="out" />
      <span>{t('institution.column.time')}</span>
      <WeeksField step={step} />
      <span>{t('institution.column.duration')}</span>
      <DurationField step={step} />
      <span>{t('work.kind')}</span>
      <Select
        isQuiet
        aria-label={t('work.kind')}
        disabled={isReadOnly}
        value={step.kind}
        options={stepKinds.map((value) => ({ value, label: t(`institution.stepKind.${value}`) }))}
        onValue={(kind) => void updateStep(step.id, { kind })}
      />
      <span title={t('work.visibilityHint')}>{t('work.visibility')}</span>
      <Select
        isQuiet
        aria-label={t('work.visibility')}
        title={t('work.visibilityHint')}
        disabled={isReadOnly}
        value={step.visibility}
        options={visibilities.map((value) => ({
          value,
          label: t(`institution.visibility.${value}`),
        }))}
        onValue={(visibility) => void updateStep(step.id, { visibility })}
      />
      <span title={t('work.counterpartHint')}>{t('work.counterpart')}</span>
      <Select
        isQuiet
        aria-label={t('work.counterpart')}
        title={t('work.counterpartHint')}
        disabled={isReadOnly}
        value={counterpart?.id ?? ''}
        options={[
          { value: '', label: t('work.counterpartNone') },
          ...offered.map((other) => ({
            value: other.id,
            label: `${other.action} · ${things.nameById.get(other.processId) ?? ''}`,
          })),
        ]}
        onValue={(id) => void updateStep(step.id, { counterpartId: id === '' ? null : id })}
      />
      <span className="is-wide">
        <InlineEdit
          key={`changes-${step.id}`}
          isLong
          label={t('work.changes')}
          placeholder={t('work.changesPlaceholder')}
          value={step.changes}
          onSave={(changes) => void updateStep(step.id, { changes })}
        />
        <InlineEdit
          key={`note-${step.id}`}
          isLong
          label={t('work.note')}
          placeholder={t('work.notePlaceholder')}
          value={step.note}
          onSave={(note) => void updateStep(step.id, { note })}
        />
      </span>
    </div>
  )
}

function FlowsOfStep({ step, steps }: { step: Step; steps: readonly Step[] }) {
  const t = useT()
  const flows = useFlows(step.processId)?.filter(
    (flow) => flow.fromId === step.id || flow.toId === step.id,
  )
  if (flows === undefined || flows.length === 0) return null
  const actionOf = (id: string): string => steps.find((other) => other.id === id)?.action ?? ''
  return (
    <>
      <h4>{t('work.flows')}</h4>
      <ul className="work-uses">
        {flows.map((flow) => (
          <li key={flow.id}>
            <span className="work-use-type">
              <FlowIcon kind={flow.kind} /> {t(`institution.flow.${flow.kind}`)}
            </span>
            <button type="button" onClick={() => select({ type: 'flow', id: flow.id })}>
              {flow.fromId === step.id ? `→ ${actionOf(flow.toId)}` : `← ${actionOf(flow.fromId)}`}
              {flow.condition !== '' &&
                ` · ${t('work.conditionIf', { condition: flow.condition })}`}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
