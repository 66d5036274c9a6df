import { ArrowDown, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Flow, Step } from '../../../shared/model/institution.ts'
import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select } from '../../app/workspace.ts'
import { EvidenceMark } from '../evidence-mark.tsx'
import { focusField } from '../focus-field.ts'
import { FlowEditor } from './flow-editor.tsx'
import { FlowIcon } from './flow-kinds.tsx'
import './step-flows.css'

interface Props {
  step: Step
  index: number
  steps: readonly Step[]
  flows: readonly Flow[]
}

/** What follows on a step: each flow with its kind, its target and its condition; edited here. */
export function StepFlows({ step, index, steps, flows }: Props) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [openId, setOpenId] = useState<string | null>(null)
  const from = flows.filter((flow) => flow.fromId === step.id)
  const opened = from.find((flow) => flow.id === openId)
  const next = steps[index + 1]
  const number = index + 1
  const numberOf = (id: string): number => steps.findIndex((other) => other.id === id) + 1
  const actionOf = (id: string): string => steps.find((other) => other.id === id)?.action ?? ''
  const join = async (toId: string, isEdited: boolean): Promise<void> => {
    const made = await act('flows.create', { fromId: step.id, toId })
    if (made === undefined || !isEdited) return
    setOpenId(made.id)
    focusField(`#flow-${made.id} select`)
  }
  const add = (): void => {
    const free = [next, ...steps].find(
      (other) => other && other.id !== step.id && !from.some((flow) => flow.toId === other.id),
    )
    void join(free?.id ?? next?.id ?? step.id, true)
  }
  const isJoinOffered = !isReadOnly && from.length === 0 && next !== undefined
  if (isReadOnly && from.length === 0) return null
  return (
    <div className="step-flows" role="group" aria-label={t('work.flowsFrom', { number })}>
      {from.map((flow) => (
        <button
          key={flow.id}
          type="button"
          className={`step-flow is-${flow.state}`}
          aria-expanded={flow.id === openId}
          onClick={() => {
            setOpenId(flow.id === openId ? null : flow.id)
            select({ type: 'flow', id: flow.id })
          }}
        >
          <FlowIcon kind={flow.kind} />
          <span>
            {t(`institution.flow.${flow.kind}`)} {numberOf(flow.toId)}
            <span className="visually-hidden"> {actionOf(flow.toId)}</span>
          </span>
          {flow.condition !== '' && (
            <span className="step-flow-condition">
              {t('work.conditionIf', { condition: flow.condition })}
            </span>
          )}
          <EvidenceMark of={flow} isMarkOnly />
        </button>
      ))}
      {isJoinOffered && (
        <button
          type="button"
          className="step-flow is-offered"
          aria-label={t('work.joinNextLabel', { number: number + 1, from: number })}
          onClick={() => void join(next.id, false)}
        >
          <ArrowDown size={13} strokeWidth={1.75} aria-hidden />
          {t('work.joinNext', { number: number + 1 })}
        </button>
      )}
      {!isReadOnly && (
        <button
          type="button"
          className="step-flow is-offered"
          aria-label={t('work.addFlowFrom', { number })}
          onClick={add}
        >
          <Plus size={12} strokeWidth={1.75} aria-hidden />
          {t('work.addFlow')}
        </button>
      )}
      {opened !== undefined && (
        <FlowEditor flow={opened} steps={steps} onClose={() => setOpenId(null)} />
      )}
    </div>
  )
}
