import type { VirtualItem } from '@tanstack/react-virtual'
import { memo } from 'react'
import type { CSSProperties } from 'react'
import type { MatrixLine } from '../../shared/analysis/figures/shown-matrix.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { codingTopics } from './coding-topics.ts'

type QuestionAt = (row: MatrixLine, column: MatrixLine) => Question

interface Props {
  row: MatrixLine
  index: number
  start: number
  headWidth: number
  height: number
  columns: readonly MatrixLine[]
  items: readonly VirtualItem[]
  valueAt: (row: number, column: number) => number
  most: number
  /** The column that has the focus, if it is in this row. */
  focused: number | null
  /** With quotes in the cells: what they are asked by. */
  questionAt: QuestionAt | null
}

/** Quotes shown in one cell; the rest is opened. */
const mostQuotes = 3

/**
 * One row of a matrix, its name and total always in sight. While the matrix is scrolled, rows that stay
 * and cells that stay are not drawn again: their props must be the same objects.
 */
export const MatrixRow = memo(function MatrixRow(props: Props) {
  const { row, index, start, headWidth, height, columns, items, valueAt, most } = props
  const format = useFormat()
  return (
    <div role="row" aria-rowindex={index + 3} className="matrix-row" style={{ height, top: start }}>
      <div className="matrix-corner" role="presentation" style={{ width: headWidth }}>
        <span role="rowheader" aria-colindex={1} title={row.label}>
          {row.label}
        </span>
        <span
          role="gridcell"
          aria-colindex={2}
          data-row={index}
          data-column={-1}
          tabIndex={props.focused === -1 ? 0 : -1}
        >
          {format.number(row.total)}
        </span>
      </div>
      {items.map((item) => {
        const column = columns[item.index]
        if (column === undefined) return null
        const value = valueAt(index, item.index)
        return (
          <MatrixCell
            key={item.key}
            {...{ row, column, value }}
            at={index}
            across={item.index}
            left={item.start}
            width={item.size}
            heat={value === 0 ? 0 : 5 + Math.round((31 * value) / Math.max(1, most))}
            isFocused={props.focused === item.index}
            questionAt={props.questionAt}
          />
        )
      })}
    </div>
  )
})

interface CellProps {
  row: MatrixLine
  column: MatrixLine
  at: number
  across: number
  value: number
  left: number
  width: number
  /** Of the colour behind the number, in percent. */
  heat: number
  isFocused: boolean
  questionAt: QuestionAt | null
}

const MatrixCell = memo(function MatrixCell(props: CellProps) {
  const { row, column, at, across, value, left, width, heat, isFocused, questionAt } = props
  const t = useT()
  const format = useFormat()
  return (
    <div
      role="gridcell"
      aria-colindex={across + 3}
      aria-label={t('figures.cell', { row: row.label, column: column.label, value })}
      className={value === 0 ? 'matrix-cell is-empty' : 'matrix-cell'}
      data-row={at}
      data-column={across}
      tabIndex={isFocused ? 0 : -1}
      style={{ width, left, '--heat': `${heat}%` } as CSSProperties}
    >
      {questionAt !== null && value > 0 ? (
        <CellQuotes question={questionAt(row, column)} count={value} />
      ) : value === 0 ? (
        '·'
      ) : (
        format.number(value)
      )}
    </div>
  )
})

function CellQuotes({ question, count }: { question: Question; count: number }) {
  const format = useFormat()
  const { data } = useQuery('analysis.ask', { question, limit: mostQuotes }, codingTopics)
  return (
    <>
      <span className="matrix-count">{format.number(count)}</span>
      <span className="matrix-quotes">
        {data?.items.map(({ id, quote }) => (
          <span key={id}>{quote}</span>
        ))}
      </span>
    </>
  )
}
