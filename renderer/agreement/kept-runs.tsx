import { act } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { DeleteButton } from '../ui/index.ts'
import type { AgreementRun } from './agreement-data.ts'

interface Props {
  runs: readonly AgreementRun[]
  runId: string | null
  onRun: (runId: string | null) => void
}

/** Results that were kept, the newest first. */
export function KeptRuns({ runs, runId, onRun }: Props) {
  const t = useT()
  const format = useFormat()
  const isReadOnly = useIsReadOnly()
  const remove = async (id: string, time: string): Promise<void> => {
    const done = await act('agreement.delete', { runIds: [id] })
    if (done !== undefined) toastWithUndo(t('agreement.deletedRun', { time }))
  }
  return (
    <section className="agreement-runs">
      <h2>{t('agreement.keptRuns')}</h2>
      {runs.length === 0 ? (
        <p className="field-hint">{t('agreement.noRuns')}</p>
      ) : (
        <ul>
          {runs.map(({ id, created, result }) => {
            const time = format.time(created)
            return (
              <li key={id}>
                <button
                  type="button"
                  className="agreement-run"
                  aria-current={id === runId ? 'true' : undefined}
                  onClick={() => onRun(id === runId ? null : id)}
                >
                  <span>{time}</span>
                  <span className="agreement-run-what">
                    {t(`agreement.units.${result.unit}`)} ·{' '}
                    {result.analysts.map(({ name }) => name).join(', ')}
                  </span>
                </button>
                {!isReadOnly && (
                  <DeleteButton
                    size="small"
                    label={t('agreement.deleteRun', { time })}
                    onClick={() => void remove(id, time)}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
