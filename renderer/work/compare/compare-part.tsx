import { useMemo, useState } from 'react'
import type { Process } from '../../../shared/model/institution.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { Button, Segmented } from '../../ui/index.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { makeVariant } from '../work-acts.ts'
import { processName, useSteps } from '../work-data.ts'
import type { WorkThings } from '../work-data.ts'
import './compare.css'
import { rowsOf } from './compare-data.ts'
import type { Column } from './compare-data.ts'
import { CompareOverlaid } from './compare-overlaid.tsx'
import { CompareTable } from './compare-table.tsx'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A process beside its variants and perspectives, or overlaid, with what differs marked. */
export function ComparePart({ process, things }: { process: Process; things: WorkThings }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const [shown, setShown] = useState<'side' | 'over'>('side')
  const [isDifferencesOnly, setDifferencesOnly] = useState(false)
  const others = useMemo(
    () =>
      things.processes
        .filter((other) => other.id !== process.id)
        .toSorted((a, b) => Number(b.name === process.name) - Number(a.name === process.name)),
    [things.processes, process],
  )
  const relatives = others.filter((other) => other.name === process.name)
  const withIds =
    chosen ?? (relatives.length > 0 ? relatives : others).slice(0, 1).map(({ id }) => id)
  const compared = [process, ...others.filter((other) => withIds.includes(other.id))]
  const processIds = compared.map(({ id }) => id)
  const { data } = useQuery('processes.compare', compared.length > 1 ? { processIds } : null, [
    'work',
    'texts',
  ])
  const allSteps = useSteps()
  const rows = useMemo(() => {
    if (data === undefined || allSteps === undefined) return undefined
    return rowsOf(data, new Map(allSteps.map((step) => [step.id, step])))
  }, [data, allSteps])
  const columns = compared.map((each, index): Column => ({
    letter: letters[index] ?? String(index + 1),
    process: each,
    name: processName(each),
  }))
  if (others.length === 0) {
    return (
      <div className="compare-none">
        <p>{t('work.compareOnly')}</p>
        <Button disabled={isReadOnly} onClick={() => void makeVariant(process)}>
          {t('work.newVariant')}
        </Button>
      </div>
    )
  }
  const different = rows?.filter((row) => row.isLacking || row.differs.length > 0) ?? []
  const isReady = rows !== undefined && rows.every((row) => row.steps.length === columns.length)
  return (
    <section className="compare" aria-label={t('work.viewCompare')}>
      <div className="compare-choice">
        <fieldset>
          <legend>{t('work.compareWith')}</legend>
          {others.map((other) => (
            <label key={other.id}>
              <input
                type="checkbox"
                checked={withIds.includes(other.id)}
                onChange={(event) =>
                  setChosen(
                    event.target.checked
                      ? [...withIds, other.id]
                      : withIds.filter((id) => id !== other.id),
                  )
                }
              />
              {processName(other)}
              <span className="compare-perspective">
                {t(`institution.perspective.${other.perspective}`)}
              </span>
            </label>
          ))}
        </fieldset>
        <Segmented
          label={t('work.shown')}
          value={shown}
          options={[
            { value: 'side', label: t('work.shownSide') },
            { value: 'over', label: t('work.shownOver') },
          ]}
          onValue={setShown}
        />
        <label>
          <input
            type="checkbox"
            checked={isDifferencesOnly}
            onChange={(event) => setDifferencesOnly(event.target.checked)}
          />
          {t('work.differencesOnly')}
        </label>
      </div>
      {columns.length < 2 && <p className="compare-count">{t('work.compareNone')}</p>}
      {isReady && columns.length > 1 && (
        <>
          <p className="compare-count" role="status">
            {different.length === 0
              ? t('work.allSame')
              : t('work.nDiffer', { count: different.length })}
          </p>
          {shown === 'side' ? (
            <CompareTable
              columns={columns}
              rows={isDifferencesOnly ? different : rows}
              all={rows}
              nameById={things.nameById}
            />
          ) : (
            <CompareOverlaid
              columns={columns}
              rows={isDifferencesOnly ? different : rows}
              nameById={things.nameById}
            />
          )}
        </>
      )}
    </section>
  )
}
