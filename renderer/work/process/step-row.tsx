import { GripVertical } from 'lucide-react'
import { useRef } from 'react'
import type { ComponentPropsWithoutRef, KeyboardEvent } from 'react'
import type { Flow, Step } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select } from '../../app/workspace.ts'
import { InlineEdit } from '../../ui/index.ts'
import { openEvidence, updateStep } from '../work-acts.ts'
import type { WorkThings } from '../work-data.ts'
import { StepEvidence, StepMarks, StepTexts, StepWhen, StepWho } from './step-cells.tsx'
import { StepFlows } from './step-flows.tsx'
import { MergedSteps } from './merged-steps.tsx'
import { StepMenu } from './step-menu.tsx'

export interface StepRowProps {
  step: Step
  index: number
  steps: readonly Step[]
  things: WorkThings
  flows: readonly Flow[]
  merged: readonly Step[]
  isChosen: boolean
  isChoosing: boolean
  grip: ComponentPropsWithoutRef<'span'>
  keysHint: string
  onChoose: () => void
  onFocusStep: (index: number) => void
  onMove: (by: 1 | -1) => void
  onDelete: () => void
}

/** One step: every field is edited where it stands; below it the flows that lead on. */
export function StepRow(props: StepRowProps) {
  const { step, index, steps, things, flows, merged, isChosen, isChoosing } = props
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const cell = useRef<HTMLDivElement>(null)
  const number = index + 1
  const edit = (): void => cell.current?.querySelector('textarea')?.focus()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown') props.onFocusStep(index + 1)
    else if (event.key === 'ArrowUp') props.onFocusStep(index - 1)
    else if (event.key === 'Enter') edit()
    else if (event.key === ' ') props.onChoose()
    else if (event.key === 'Delete' && !isReadOnly) props.onDelete()
    else if (event.key === 'e') void openEvidence({ type: 'step', id: step.id }, false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div className="step-row">
        <div className={isChoosing ? 'step-lead is-choosing' : 'step-lead'}>
          <span
            className="work-grip"
            title={`${t('work.drag')} (${t('work.moveHint')})`}
            {...props.grip}
          >
            <GripVertical size={13} strokeWidth={1.75} aria-hidden />
          </span>
          <input
            type="checkbox"
            aria-label={t('work.choose', { number })}
            checked={isChosen}
            onChange={props.onChoose}
          />
          <button
            type="button"
            id={`step-${step.id}`}
            className="step-number"
            aria-label={t('work.stepNumber', { number, action: step.action })}
            aria-describedby={props.keysHint}
            onClick={() => select({ type: 'step', id: step.id })}
            onKeyDown={onKeyDown}
          >
            {number}
          </button>
        </div>
        <div ref={cell} className="step-action">
          <InlineEdit
            isWrapping
            className="step-action-edit"
            label={t('work.actionOf', { number })}
            value={step.action}
            onSave={(action) => action !== '' && void updateStep(step.id, { action })}
          />
          <StepMarks step={step} />
        </div>
        <StepWho step={step} things={things} />
        <StepTexts step={step} things={things} />
        <StepWhen step={step} />
        <StepEvidence step={step} />
        <StepMenu
          step={step}
          number={number}
          isFirst={index === 0}
          isLast={index === steps.length - 1}
          onEdit={edit}
          onMove={props.onMove}
          onDelete={props.onDelete}
        />
      </div>
      <MergedSteps merged={merged} />
      <StepFlows step={step} index={index} steps={steps} flows={flows} />
    </>
  )
}
