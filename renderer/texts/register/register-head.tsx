import { ArrowDown, ArrowUp } from 'lucide-react'
import { useT } from '../../app/i18n.ts'
import { sortColumns } from '../text-groups.ts'
import type { SortColumn, TextSort } from '../text-groups.ts'
import { changeRegister } from './register-state.ts'

interface RegisterHeadProps {
  sort: TextSort
  isAllChosen: boolean
  onChooseAll: (isAll: boolean) => void
}

/** The names of the columns; a click sorts, a second one turns the order, a third gives it up. */
export function RegisterHead({ sort, isAllChosen, onChooseAll }: RegisterHeadProps) {
  const t = useT()
  const turn = (column: SortColumn): TextSort => {
    if (sort.column !== column) return { column, isDescending: false }
    return sort.isDescending
      ? { column: null, isDescending: false }
      : { column, isDescending: true }
  }
  return (
    <div role="row" className="register-row register-head">
      <div role="columnheader" className="register-check">
        <input
          type="checkbox"
          aria-label={t('texts.chooseAll')}
          checked={isAllChosen}
          onChange={(event) => onChooseAll(event.target.checked)}
        />
      </div>
      {sortColumns.map((column) => {
        const isSorted = sort.column === column
        const name = t(`institution.column.${column}`)
        const Arrow = sort.isDescending ? ArrowDown : ArrowUp
        return (
          <div
            key={column}
            role="columnheader"
            aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
            className={`register-cell register-${column}`}
          >
            <button
              type="button"
              title={t('texts.sortBy', { column: name })}
              onClick={() => changeRegister({ sort: turn(column) })}
            >
              <span>{name}</span>
              {isSorted && <Arrow size={12} aria-hidden />}
            </button>
          </div>
        )
      })}
    </div>
  )
}
