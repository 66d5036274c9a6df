import type { Step } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { EvidenceMark } from '../evidence-mark.tsx'
import { aspects, wordsOf } from './compare-data.ts'
import type { Column, ComparedRow, Difference } from './compare-data.ts'
import { DifferenceMark } from './compare-table.tsx'

interface Props {
  columns: readonly Column[]
  rows: readonly ComparedRow[]
  nameById: ReadonlyMap<string, string>
}

interface Present {
  step: Step
  column: Column
}

/** One list of steps: what all share is said once, what differs by the letter of each process. */
export function CompareOverlaid({ columns, rows, nameById }: Props) {
  const t = useT()
  return (
    <>
      <ul className="compare-legend">
        {columns.map(({ letter, process, name }) => (
          <li key={process.id}>
            <span className="compare-letter">{letter}</span> {name}{' '}
            <span className="compare-perspective">
              {t(`institution.perspective.${process.perspective}`)}
            </span>
          </li>
        ))}
      </ul>
      <ol className="compare-overlaid">
        {rows.map((row) => (
          <OverlaidRow key={row.key} row={row} columns={columns} nameById={nameById} />
        ))}
      </ol>
    </>
  )
}

interface RowProps {
  row: ComparedRow
  columns: readonly Column[]
  nameById: ReadonlyMap<string, string>
}

function OverlaidRow({ row, columns, nameById }: RowProps) {
  const t = useT()
  const present = row.steps.flatMap((step, index): Present[] => {
    const column = columns[index]
    return step === undefined || column === undefined ? [] : [{ step, column }]
  })
  const first = present[0]
  if (first === undefined) return null
  return (
    <li className={row.isLacking ? 'is-lacking' : undefined}>
      {row.isLacking && (
        <span className="compare-mark">
          <span aria-hidden="true">≠ </span>
          {t('work.only', { name: present.map(({ column }) => column.letter).join(', ') })}
        </span>
      )}
      <ul className="compare-fields">
        {aspects.map((aspect) => (
          <Aspect
            key={aspect}
            aspect={aspect}
            present={row.differs.includes(aspect) ? present : [first]}
            isDifferent={row.differs.includes(aspect)}
            nameById={nameById}
          />
        ))}
      </ul>
      <div className="compare-evidence">
        {present.map(({ step, column }) => (
          <span key={step.id}>
            <span className="compare-letter">{column.letter}</span> <EvidenceMark of={step} />
          </span>
        ))}
      </div>
    </li>
  )
}

interface AspectProps {
  aspect: Difference
  present: readonly Present[]
  isDifferent: boolean
  nameById: ReadonlyMap<string, string>
}

function Aspect({ aspect, present, isDifferent, nameById }: AspectProps) {
  const t = useT()
  const said = present.map(({ step, column }) => ({
    step,
    column,
    words: wordsOf(t, step, aspect, nameById),
  }))
  const isPlain = !isDifferent && (aspect === 'visibility' || said[0]?.words === '')
  if (isPlain) return null
  const isAction = aspect === 'action'
  return (
    <li className={isDifferent ? 'is-different' : undefined}>
      {isDifferent && <DifferenceMark word={t(`work.difference.${aspect}`)} />}
      {!isDifferent && !isAction && (
        <span className="compare-aspect">{t(`work.difference.${aspect}`)}</span>
      )}
      <span className="compare-said">
        {said.map(({ step, column, words }) => (
          <span key={step.id}>
            {isDifferent && <span className="compare-letter">{column.letter}</span>}
            {isAction ? (
              <button
                type="button"
                className="compare-action"
                onClick={() => select({ type: 'step', id: step.id })}
              >
                {words}
              </button>
            ) : words === '' ? (
              <em>{t('work.nothing')}</em>
            ) : (
              words
            )}
          </span>
        ))}
      </span>
    </li>
  )
}
