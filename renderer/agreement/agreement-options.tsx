import { agreementScopes, agreementUnits } from '../../shared/contract/agreement.ts'
import { AnalystMark } from '../app/analyst-badge.tsx'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { useCodes } from '../codes/code-data.ts'
import { Field, Segmented, Select } from '../ui/index.ts'
import type { AgreementRun, Choice } from './agreement-data.ts'
import { ChoiceList } from './choice-list.tsx'
import { KeptRuns } from './kept-runs.tsx'

const overlaps = ['0', '0.25', '0.5', '0.75', '1'] as const

interface Props {
  choice: Choice
  onChoice: (choice: Choice) => void
  runs: readonly AgreementRun[]
  runId: string | null
  onRun: (runId: string | null) => void
}

/** What is compared, and what was kept. */
export function AgreementOptions({ choice, onChoice, runs, runId, onRun }: Props) {
  const t = useT()
  const sources = useQuery('sources.list', {}, ['sources', 'folders']).data?.items ?? []
  const { codes } = useCodes()
  const { unit, scope } = choice
  const isPassage = unit === 'passage'
  return (
    <>
      <Analysts choice={choice} onChoice={onChoice} />
      <Field label={t('agreement.unit')} hint={t(`agreement.unitHint.${unit}`)}>
        {(field) => (
          <Select
            {...field}
            value={unit}
            options={agreementUnits.map((value) => ({
              value,
              label: t(`agreement.units.${value}`),
            }))}
            onValue={(value) => onChoice({ ...choice, unit: value })}
          />
        )}
      </Field>
      {unit !== 'character' && (
        <Field
          label={t(isPassage ? 'agreement.overlapPassage' : 'agreement.overlap')}
          hint={t(isPassage ? 'agreement.overlapPassageHint' : 'agreement.overlapHint')}
        >
          {(field) => (
            <Select
              {...field}
              value={overlaps.find((value) => Number(value) === choice.overlap) ?? '0.5'}
              options={overlaps.map((value) => ({
                value,
                label:
                  value === '0'
                    ? t('agreement.anyOverlap')
                    : t('agreement.percentOf', { value: Number(value) * 100 }),
              }))}
              onValue={(value) => onChoice({ ...choice, overlap: Number(value) })}
            />
          )}
        </Field>
      )}
      {!isPassage && (
        <div className="field">
          <span className="field-label">{t('agreement.scope')}</span>
          <Segmented
            label={t('agreement.scope')}
            value={scope}
            options={agreementScopes.map((value) => ({
              value,
              label: t(`agreement.scopes.${value}`),
            }))}
            onValue={(value) => onChoice({ ...choice, scope: value })}
          />
          <div className="field-hint">{t(`agreement.scopeHint.${scope}`)}</div>
        </div>
      )}
      <ChoiceList
        label={t('agreement.sources')}
        allLabel={t('agreement.allSources')}
        filterLabel={t('agreement.filterSources')}
        items={sources.map(({ id, title }) => ({ id, name: title }))}
        chosen={choice.sourceIds}
        onChosen={(sourceIds) => onChoice({ ...choice, sourceIds })}
      />
      <ChoiceList
        label={t('agreement.codes')}
        allLabel={t('agreement.allCodes')}
        filterLabel={t('agreement.filterCodes')}
        items={codes}
        chosen={choice.codeIds}
        onChosen={(codeIds) => onChoice({ ...choice, codeIds })}
      />
      <KeptRuns runs={runs} runId={runId} onRun={onRun} />
    </>
  )
}

function Analysts({ choice, onChoice }: Pick<Props, 'choice' | 'onChoice'>) {
  const t = useT()
  const { analysts } = useProject()
  const toggle = (id: string): void => {
    const isChosen = choice.analystIds.includes(id)
    // In the order of the project, so that the columns of the table keep theirs.
    const analystIds = analysts
      .map((analyst) => analyst.id)
      .filter((each) => (each === id ? !isChosen : choice.analystIds.includes(each)))
    onChoice({ ...choice, analystIds })
  }
  return (
    <fieldset className="agreement-choice">
      <legend className="field-label">{t('agreement.analysts')}</legend>
      {analysts.map((analyst) => (
        <label key={analyst.id} className="agreement-check">
          <input
            type="checkbox"
            checked={choice.analystIds.includes(analyst.id)}
            onChange={() => toggle(analyst.id)}
          />
          <AnalystMark analyst={analyst} />
          <span>{analyst.name}</span>
        </label>
      ))}
    </fieldset>
  )
}
