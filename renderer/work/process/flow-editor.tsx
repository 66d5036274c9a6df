import { X } from 'lucide-react'
import type { Flow, Step } from '../../../shared/model/institution.ts'
import { flowKinds } from '../../../shared/model/institution-kinds.ts'
import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { DeleteButton, IconButton, InlineEdit, Select } from '../../ui/index.ts'
import { deleteFlow } from '../work-acts.ts'

interface Props {
  flow: Flow
  steps: readonly Step[]
  onClose: () => void
}

/** A flow edited below its step: kind, target, condition. */
export function FlowEditor({ flow, steps, onClose }: Props) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  return (
    <div
      id={`flow-${flow.id}`}
      className="flow-editor"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        document.getElementById(`step-${flow.fromId}`)?.focus()
        onClose()
      }}
    >
      <FlowKind flow={flow} />
      <FlowEnd flow={flow} steps={steps} end="toId" />
      <FlowCondition flow={flow} />
      <DeleteButton
        size="small"
        label={t('work.deleteFlow')}
        disabled={isReadOnly}
        onClick={() => void deleteFlow(flow.id)}
      />
      <IconButton icon={X} size="small" label={t('work.closeFlow')} onClick={onClose} />
      <p className="flow-hint">{t(`work.flowHint.${flow.kind}`)}</p>
    </div>
  )
}

export function FlowKind({ flow }: { flow: Flow }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  return (
    <Select
      isQuiet
      aria-label={t('work.flowKind')}
      disabled={isReadOnly}
      value={flow.kind}
      options={flowKinds.map((value) => ({ value, label: t(`institution.flow.${value}`) }))}
      onValue={(kind) => void act('flows.update', { flowId: flow.id, kind })}
    />
  )
}

export function FlowEnd({
  flow,
  steps,
  end,
}: {
  flow: Flow
  steps: readonly Step[]
  end: 'fromId' | 'toId'
}) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  return (
    <Select
      isQuiet
      className="flow-end"
      aria-label={t(end === 'toId' ? 'work.flowTarget' : 'work.flowFrom')}
      disabled={isReadOnly}
      value={flow[end]}
      options={steps.map((step, index) => ({
        value: step.id,
        label: `${index + 1} ${step.action}`,
      }))}
      onValue={(id) => void act('flows.update', { flowId: flow.id, [end]: id })}
    />
  )
}

export function FlowCondition({ flow }: { flow: Flow }) {
  const t = useT()
  return (
    <InlineEdit
      className="flow-condition"
      label={t('work.condition')}
      placeholder={t('work.conditionPlaceholder')}
      value={flow.condition}
      onSave={(condition) => void act('flows.update', { flowId: flow.id, condition })}
    />
  )
}
