import type { VirtualItem } from '@tanstack/react-virtual'
import type { CSSProperties } from 'react'
import type { MatrixLine } from '../../shared/analysis/figures/shown-matrix.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { codingTopics } from './coding-topics.ts'

interface Props {
  row: MatrixLine
  index: number
  start: number
  headWidth: number
  width: number
  height: number
  columns: readonly MatrixLine[]
  items: readonly VirtualItem[]
  valueAt: (row: number, column: number) => number
  most: number
  /** The column that has the focus, if it is in this row. */
  focused: number | null
  /** With quotes in the cells: what they are asked by. */
  questionAt: ((row: MatrixLine, column: MatrixLine) => Question) | null
}

/** Quotes shown in one cell; the rest is opened. */
const mostQuotes = 3

/** One row of a matrix, its name and total always in sight. */
export function MatrixRow(props: Props) {
  const { row, index, start, headWidth, width, height, columns, items, valueAt, most } = props
  const t = useT()
  const format = useFormat()
  return (
    <div
      role="row"
      aria-rowindex={index + 3}
      className="matrix-row"
      style={{ height, transform: `translateY(${start}px)` }}
    >
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
        const words = { row: row.label, column: column.label, value }
        const heat = value === 0 ? 0 : 5 + Math.round((31 * value) / Math.max(1, most))
        return (
          <div
            key={item.key}
            role="gridcell"
            aria-colindex={item.index + 3}
            aria-label={t('figures.cell', words)}
            className={value === 0 ? 'matrix-cell is-empty' : 'matrix-cell'}
            data-row={index}
            data-column={item.index}
            tabIndex={props.focused === item.index ? 0 : -1}
            style={{ width, left: item.start, '--heat': `${heat}%` } as CSSProperties}
          >
            {props.questionAt !== null && value > 0 ? (
              <CellQuotes question={props.questionAt(row, column)} count={value} />
            ) : value === 0 ? (
              '·'
            ) : (
              format.number(value)
            )}
          </div>
        )
      })}
    </div>
  )
}

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
