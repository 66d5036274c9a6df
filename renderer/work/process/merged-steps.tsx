import type { Step } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select } from '../../app/workspace.ts'
import { EvidenceMark } from '../evidence-mark.tsx'
import { partStep } from '../work-acts.ts'
import './step-flows.css'

/** The told steps that were merged into one, each with its own evidence. */
export function MergedSteps({ merged }: { merged: readonly Step[] }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  if (merged.length === 0) return null
  return (
    <div className="step-merged">
      <span className="step-merged-title">{t('work.mergedHere', { count: merged.length })}</span>
      <ul>
        {merged.map((step) => (
          <li key={step.id}>
            <button type="button" onClick={() => select({ type: 'step', id: step.id })}>
              <q>{step.action}</q>
              <EvidenceMark of={step} />
            </button>
            {!isReadOnly && (
              <button
                type="button"
                className="step-part"
                title={t('work.partHint')}
                aria-label={t('work.partStep', { name: step.action })}
                onClick={() => void partStep(step)}
              >
                {t('work.part')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
