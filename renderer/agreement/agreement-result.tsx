import { Archive, ArrowLeft, Scale } from 'lucide-react'
import { agreementParts, measuresShown } from '../../shared/analysis/agreement/shown-measures.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useIsReadOnly, useProject } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { choiceToParameters } from './agreement-data.ts'
import type {
  AgreementParameters,
  AgreementResult,
  AgreementRun,
  Choice,
} from './agreement-data.ts'
import { AgreementExport } from './agreement-export.tsx'
import { AboutMeasures } from './about-measures.tsx'
import { MeasureTable } from './measure-table.tsx'

/** The coding as it is now. */
export function PresentResult(props: { choice: Choice; onKept: (runId: string) => void }) {
  const { choice, onKept } = props
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const parameters = choice.analystIds.length < 2 ? null : choiceToParameters(choice)
  const { data: result } = useQuery('agreement.compute', parameters, [
    'codes',
    'passages',
    'sources',
    'project',
  ])
  const keep = async (kept: AgreementParameters): Promise<void> => {
    const run = await act('agreement.keep', kept)
    if (run === undefined) return
    toast({ text: t('agreement.kept') })
    onKept(run.id)
  }
  if (parameters === null) {
    return <EmptyState icon={Scale} title={t('agreement.chooseTwo')} />
  }
  if (result === undefined) return null
  if (result.codes.length === 0) {
    return (
      <EmptyState icon={Scale} title={t('agreement.nothingCoded')}>
        {t('agreement.nothingCodedText')}
      </EmptyState>
    )
  }
  return (
    <>
      <header className="agreement-head">
        <Basis result={result} />
        <div className="agreement-tools">
          <Button icon={Archive} disabled={isReadOnly} onClick={() => void keep(parameters)}>
            {t('agreement.keep')}
          </Button>
          <AgreementExport what={parameters} />
        </div>
      </header>
      <Result result={result} />
    </>
  )
}

/** A result as it was when it was kept. */
export function KeptResult({ run, onBack }: { run: AgreementRun; onBack: () => void }) {
  const t = useT()
  const format = useFormat()
  const { analysts } = useProject()
  const analyst = analysts.find(({ id }) => id === run.createdBy)?.name ?? ''
  return (
    <>
      <header className="agreement-head">
        <div className="agreement-basis">
          <p className="agreement-when">
            {t('agreement.keptOn', { time: format.time(run.created), analyst })}
          </p>
          <Basis result={run.result} />
        </div>
        <div className="agreement-tools">
          <Button icon={ArrowLeft} onClick={onBack}>
            {t('agreement.backToNow')}
          </Button>
          <AgreementExport what={{ runId: run.id }} />
        </div>
      </header>
      <Result result={run.result} />
    </>
  )
}

/** Unit, scope, layer and analysts, which no coefficient stands without, and the warning. */
function Basis({ result }: { result: AgreementResult }) {
  const t = useT()
  const format = useFormat()
  const { unit, scope, layer, units, uncodedUnits } = result
  const share = units === 0 ? 0 : Math.round((1000 * uncodedUnits) / units) / 10
  return (
    <div className="agreement-basis" role="status">
      <p>
        {t(unit === 'character' ? 'agreement.note.basis' : 'agreement.note.basisOverlap', {
          unit: t(`agreement.units.${unit}`).toLowerCase(),
          overlap: Math.round(result.overlap * 100),
          scope: t(`agreement.scopes.${scope}`).toLowerCase(),
          layer: layer === 'working' ? t('agreement.layers.working') : layer,
          analysts: result.analysts.map(({ name }) => name).join(', '),
        })}{' '}
        {t('agreement.note.amount', {
          sources: format.number(result.sources.length),
          characters: format.number(result.characters),
          units: format.number(units),
        })}
      </p>
      {share > 0 && (
        <p className="agreement-warning">
          {t('agreement.note.uncoded', { share: format.number(share) })}
        </p>
      )}
    </div>
  )
}

function Result({ result }: { result: AgreementResult }) {
  return (
    <>
      {agreementParts.map((part) => (
        <MeasureTable key={part} result={result} part={part} />
      ))}
      <AboutMeasures measures={agreementParts.flatMap((part) => measuresShown(result, part))} />
    </>
  )
}
