import { Merge, Trash2, X } from 'lucide-react'
import type { Step } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { Button, IconButton, Menu } from '../../ui/index.ts'
import { deleteSteps, mergeSteps } from '../work-acts.ts'

/** What can be done with the chosen steps together. */
export function ChosenBar({ steps, onClear }: { steps: readonly Step[]; onClear: () => void }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  if (steps.length === 0) return null
  const ids = steps.map((step) => step.id)
  return (
    <div
      className="steps-chosen"
      role="toolbar"
      aria-label={t('work.chosen', { count: ids.length })}
    >
      <span>{t('work.chosen', { count: ids.length })}</span>
      <Menu
        trigger={
          <Button size="small" icon={Merge} disabled={isReadOnly || ids.length < 2}>
            {t('work.mergeInto')}
          </Button>
        }
        items={[
          { heading: t('work.mergeKeep') },
          ...steps.map((step) => ({
            label: step.action,
            perform: () => void mergeSteps(ids, step).then((isDone) => isDone && onClear()),
          })),
        ]}
      />
      <Button
        size="small"
        variant="quiet"
        icon={Trash2}
        disabled={isReadOnly}
        onClick={() => void deleteSteps(ids).then((isDone) => isDone && onClear())}
      >
        {t('work.deleteSteps')}
      </Button>
      <IconButton icon={X} size="small" label={t('work.clearChoice')} onClick={onClear} />
    </div>
  )
}
