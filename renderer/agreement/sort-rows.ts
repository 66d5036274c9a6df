import type { ShownMeasure } from '../../shared/analysis/agreement/shown-measures.ts'
import type { AgreementResult } from './agreement-data.ts'

export type AgreementRow = AgreementResult['overall']

/** A column: the code's name, a number of units, or a measure. */
export interface Column {
  key: string
  label: string
  hint?: string
  count?: (row: AgreementRow) => number
  measure?: ShownMeasure
}

export interface Sorting {
  key: string
  direction: 'ascending' | 'descending'
}

/** Names go up first, numbers down; the third press brings back the order of the code tree. */
export function nextSorting(sorting: Sorting | null, key: string): Sorting | null {
  const first = key === 'code' ? 'ascending' : 'descending'
  if (sorting?.key !== key) return { key, direction: first }
  if (sorting.direction !== first) return null
  return { key, direction: first === 'ascending' ? 'descending' : 'ascending' }
}

/** Rows by a column; what is not computable stands last either way, since it is no number. */
export function sortedRows(
  rows: readonly AgreementRow[],
  columns: readonly Column[],
  sorting: Sorting | null,
  locale: string,
): AgreementRow[] {
  const column = columns.find(({ key }) => key === sorting?.key)
  if (!sorting || !column) return [...rows]
  const sign = sorting.direction === 'ascending' ? 1 : -1
  if (column.key === 'code') {
    const { compare } = new Intl.Collator(locale, { numeric: true })
    return rows.toSorted((a, b) => sign * compare(a.name, b.name))
  }
  return rows.toSorted((a, b) => {
    const [one, other] = [numberOf(a, column), numberOf(b, column)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return sign * (one - other)
  })
}

function numberOf(row: AgreementRow, { count, measure }: Column): number | null {
  if (count) return count(row)
  const coefficient = measure && row.measures[measure]
  return coefficient?.computable === true ? coefficient.value : null
}
