import { Ellipsis } from 'lucide-react'
import type { Step } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select } from '../../app/workspace.ts'
import { IconButton, Menu } from '../../ui/index.ts'
import { openEvidence, updateStep } from '../work-acts.ts'

interface Props {
  step: Step
  number: number
  isFirst: boolean
  isLast: boolean
  onEdit: () => void
  onMove: (by: 1 | -1) => void
  onDelete: () => void
}

/** Everything that can be done with one step. */
export function StepMenu(props: Props) {
  const { step, number, isFirst, isLast, onEdit, onMove, onDelete } = props
  const t = useT()
  const isReadOnly = useIsReadOnly()
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          icon={Ellipsis}
          size="small"
          className="step-more"
          label={t('work.moreOfStep', { number })}
          noTooltip
        />
      }
      items={[
        { label: t('work.edit'), isDisabled: isReadOnly, perform: onEdit },
        { label: t('work.inspect'), perform: () => select({ type: 'step', id: step.id }) },
        {
          label: t('work.openEvidence'),
          shortcut: 'e',
          isDisabled: step.passages === 0,
          perform: () => void openEvidence({ type: 'step', id: step.id }, false),
        },
        'separator',
        {
          label: t('institution.stepKind.meeting'),
          isChecked: step.kind === 'meeting',
          isDisabled: isReadOnly,
          perform: () =>
            void updateStep(step.id, { kind: step.kind === 'meeting' ? 'work' : 'meeting' }),
        },
        {
          label: t('work.invisible'),
          isChecked: step.visibility === 'invisible',
          isDisabled: isReadOnly,
          perform: () =>
            void updateStep(step.id, {
              visibility: step.visibility === 'invisible' ? 'visible' : 'invisible',
            }),
        },
        'separator',
        {
          label: t('work.moveUp'),
          shortcut: 'Alt+ArrowUp',
          isDisabled: isReadOnly || isFirst,
          perform: () => onMove(-1),
        },
        {
          label: t('work.moveDown'),
          shortcut: 'Alt+ArrowDown',
          isDisabled: isReadOnly || isLast,
          perform: () => onMove(1),
        },
        'separator',
        { label: t('ui.delete'), isDanger: true, isDisabled: isReadOnly, perform: onDelete },
      ]}
    />
  )
}
