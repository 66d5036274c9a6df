import type { Step } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { EvidenceMark } from '../evidence-mark.tsx'
import './step-flows.css'

/** The told steps that were merged into one, each with its own evidence. */
export function MergedSteps({ merged }: { merged: readonly Step[] }) {
  const t = useT()
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
          </li>
        ))}
      </ul>
    </div>
  )
}
