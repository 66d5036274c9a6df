import { useMemo, useState } from 'react'
import type { Process, Step } from '../../../shared/model/institution.ts'
import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select, useWorkspace } from '../../app/workspace.ts'
import { useListDrag } from '../use-list-drag.ts'
import { useMovingRows } from '../panel/use-moving-rows.ts'
import { deleteSteps, moveByKey, moveStep, stepsNow } from '../work-acts.ts'
import { processName, useFlows, useSteps } from '../work-data.ts'
import type { WorkThings } from '../work-data.ts'
import { AddStep } from './add-step.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { StepRow } from './step-row.tsx'

const keysHint = 'step-keys-hint'

/** The steps of a process in their order, with the flows between them; edited where they stand. */
export function StepTable({ process, things }: { process: Process; things: WorkThings }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const selection = useWorkspace((state) => state.selection)
  const all = useSteps(process.id)
  const flows = useFlows(process.id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const steps = useMemo(() => all?.filter((step) => step.mergedIntoId === null) ?? [], [all])
  const merged = useMemo(
    () => Map.groupBy(all?.filter((step) => step.mergedIntoId !== null) ?? [], mergedInto),
    [all],
  )
  const drag = useListDrag(
    'step',
    steps.map((step) => step.id),
    (id, beforeId) => void moveStep(steps, id, beforeId),
  )
  const listNow = () => stepsNow(process.id)
  const rowKeys = useMovingRows(steps, (id, by) => moveByKey(steps, id, by, listNow, moveStep))
  if (all === undefined || flows === undefined) return null
  const chosenHere = steps.filter((step) => chosen.includes(step.id))
  const choose = (id: string): void =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]))
  const focusStep = (index: number): void => {
    const step = steps[index]
    if (step === undefined) return
    select({ type: 'step', id: step.id })
    document.getElementById(`step-${step.id}`)?.focus()
  }
  const remove = (step: Step, index: number): void => {
    focusStep(index === 0 ? 1 : index - 1)
    void deleteSteps([step.id])
  }
  return (
    <section className="steps" aria-label={t('work.stepList', { name: processName(process) })}>
      <p id={keysHint} hidden>
        {t('work.stepKeys')}
      </p>
      <ChosenBar steps={chosenHere} onClear={() => setChosen([])} />
      {steps.length === 0 ? (
        <div className="steps-empty">
          <h2>{t('work.stepsEmptyTitle')}</h2>
          <p>{t('work.stepsEmptyText')}</p>
        </div>
      ) : (
        <div className="steps-head" aria-hidden="true">
          <span />
          <span>{t('work.action')}</span>
          <span>{t('work.who')}</span>
          <span>{t('work.texts')}</span>
          <span>{t('work.time')}</span>
          <span>{t('work.evidence')}</span>
          <span />
        </div>
      )}
      <ol className="steps-list">
        {steps.map((step, index) => (
          <li
            key={step.id}
            className={[
              'step',
              selection.type === 'step' && selection.id === step.id ? 'is-selected' : '',
              step.visibility === 'invisible' ? 'is-invisible' : '',
            ].join(' ')}
            {...drag.item(step.id)}
            {...(isReadOnly ? {} : rowKeys(step.id))}
          >
            <StepRow
              step={step}
              index={index}
              steps={steps}
              things={things}
              flows={flows}
              merged={merged.get(step.id) ?? []}
              isChosen={chosen.includes(step.id)}
              isChoosing={chosenHere.length > 0}
              grip={drag.handle(step.id)}
              keysHint={keysHint}
              onChoose={() => choose(step.id)}
              onFocusStep={focusStep}
              onMove={(by) => moveByKey(steps, step.id, by, listNow, moveStep)}
              onDelete={() => remove(step, index)}
            />
          </li>
        ))}
      </ol>
      {!isReadOnly && (
        <AddStep
          onAdd={async (action) =>
            (await act('steps.create', { processId: process.id, action })) !== undefined
          }
        />
      )}
    </section>
  )
}

function mergedInto(step: Step): string {
  return step.mergedIntoId ?? ''
}
