import type { FigureData } from '../../shared/analysis/figures/figure.ts'
import { useFormat } from '../app/i18n.ts'

interface Props {
  data: FigureData
  label: string
  onOpen: (row: number, beside: boolean) => void
}

/** The table behind a figure; numbers open what they count. */
export function FigureTable({ data, label, onOpen }: Props) {
  const format = useFormat()
  return (
    <table className="figure-table" aria-label={label}>
      <thead>
        <tr>
          {data.columns.map((column, index) => (
            <th key={index} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row, at) => {
          const opens = row.question !== null || row.place !== null
          return (
            <tr key={at}>
              {row.cells.map((cell, index) => {
                const words = typeof cell === 'number' ? format.number(cell) : cell
                return (
                  <td key={index} className={typeof cell === 'number' ? 'is-number' : undefined}>
                    {opens && index === 0 ? (
                      <button
                        type="button"
                        onClick={(event) => onOpen(at, event.ctrlKey || event.metaKey)}
                      >
                        {words}
                      </button>
                    ) : (
                      words
                    )}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
