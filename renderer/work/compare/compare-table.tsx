import type { Step } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView, select } from '../../app/workspace.ts'
import { Select } from '../../ui/index.ts'
import { EvidenceMark } from '../evidence-mark.tsx'
import { aspects, setCounterpart, undoCounterpart, wordsOf } from './compare-data.ts'
import type { Column, ComparedRow } from './compare-data.ts'

interface Props {
  columns: readonly Column[]
  rows: readonly ComparedRow[]
  /** Also those not shown. */
  all: readonly ComparedRow[]
  nameById: ReadonlyMap<string, string>
}

/** A column for each process, a row for each step with its counterparts. */
export function CompareTable({ columns, rows, all, nameById }: Props) {
  const t = useT()
  return (
    <div className="compare-scroll" tabIndex={0} role="region" aria-label={t('work.compareTable')}>
      <table className="compare-table">
        <thead>
          <tr>
            {columns.map(({ letter, process, name }) => (
              <th key={process.id} scope="col">
                <span className="compare-letter">{letter}</span>
                <button type="button" onClick={() => openView({ type: 'process', id: process.id })}>
                  {name}
                </button>
                <span className="compare-perspective">
                  {t(`institution.perspective.${process.perspective}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.steps.map((step, index) =>
                step === undefined ? (
                  <td key={columns[index]?.letter} className="is-lacking">
                    <span>{t('work.lacking')}</span>
                  </td>
                ) : (
                  <td key={step.id}>
                    <ComparedStep step={step} row={row} nameById={nameById} />
                    {index > 0 && (
                      <Counterpart step={step} row={row} all={all} columns={columns} at={index} />
                    )}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface StepProps {
  step: Step
  row: ComparedRow
  nameById: ReadonlyMap<string, string>
}

/** The fields of a step; those in which it differs from the others of its row are marked. */
function ComparedStep({ step, row, nameById }: StepProps) {
  const t = useT()
  return (
    <>
      <button
        type="button"
        className="compare-action"
        onClick={() => select({ type: 'step', id: step.id })}
      >
        {row.differs.includes('action') ? (
          <DifferenceMark word={t('work.difference.action')} />
        ) : null}
        {step.action}
      </button>
      <ul className="compare-fields">
        {aspects.slice(1).map((aspect) => {
          const words = wordsOf(t, step, aspect, nameById)
          const isDifferent = row.differs.includes(aspect)
          if (!isDifferent && (words === '' || aspect === 'visibility')) return null
          return (
            <li key={aspect} className={isDifferent ? 'is-different' : undefined}>
              {isDifferent ? (
                <DifferenceMark word={t(`work.difference.${aspect}`)} />
              ) : (
                <span className="compare-aspect">{t(`work.difference.${aspect}`)}</span>
              )}
              {words === '' ? <em>{t('work.nothing')}</em> : <span>{words}</span>}
            </li>
          )
        })}
      </ul>
      <EvidenceMark of={step} />
    </>
  )
}

export function DifferenceMark({ word }: { word: string }) {
  return (
    <span className="compare-mark">
      <span aria-hidden="true">≠ </span>
      {word}
    </span>
  )
}

interface CounterpartProps {
  step: Step
  row: ComparedRow
  all: readonly ComparedRow[]
  columns: readonly Column[]
  /** The column of the step. */
  at: number
}

/** Chooses which step of the other processes this one corresponds to. */
function Counterpart({ step, row, all, columns, at }: CounterpartProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const present = row.steps.find((other, index) => other !== undefined && index !== at)
  const others = columns.flatMap(({ letter }, index) =>
    index === at
      ? []
      : all
          .map((each) => each.steps[index])
          .filter((other) => other !== undefined)
          .map((other, place) => ({
            value: other.id,
            label: `${letter}${place + 1} ${other.action}`,
          })),
  )
  return (
    <Select
      isQuiet
      className={present === undefined ? 'compare-counterpart' : 'compare-counterpart is-set'}
      aria-label={t('work.correspondsOf', {
        name: step.action,
        process: columns.map(({ letter }) => letter).join(', '),
      })}
      disabled={isReadOnly}
      value={present?.id ?? ''}
      options={[
        { value: '', label: t(present === undefined ? 'work.corresponds' : 'work.separate') },
        ...others,
      ]}
      onValue={(id) => void (id === '' ? undoCounterpart(step, row) : setCounterpart(step, id))}
    />
  )
}
