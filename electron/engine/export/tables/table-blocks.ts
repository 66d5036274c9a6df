import type { Table } from '../../../../shared/contract/tables.ts'
import { translate, type Language } from '../../../../shared/i18n/index.ts'
import { cleanText } from '../codebook/clean.ts'
import type { DocumentBlock } from '../codebook/document-model.ts'
import { columnShares } from './column-shares.ts'
import type { TableData } from './table-model.ts'

/** So many informants stand beside each other on a sheet; more go on in another table. */
const MOST_INFORMANTS = 8
/** What says in each of the tables which clause it is about. */
const CLAUSE_COLUMNS: readonly string[] = ['text', 'clause']

/**
 * A table laid out for a page. Columns that are empty in every row, and identifiers, are left out:
 * they belong in a spreadsheet, not in a thesis. On paper a matrix with many informants
 * becomes several tables, each with its clauses.
 */
export function tableBlocks(
  data: TableData,
  language: Language,
  isPaged: boolean,
): DocumentBlock[] {
  const { table } = data
  if (table.rows.length === 0)
    return [{ type: 'paragraph', text: translate(language, 'institution.empty') }]
  const shown = table.columns.flatMap((column, index) => {
    const isFilled = table.rows.some((row) => String(row.cells[index] ?? '') !== '')
    return isFilled && column.key !== 'id' ? [index] : []
  })
  const parts = isPaged ? partsOf(table, shown) : [shown]
  return parts.map((columns, part) => ({
    type: 'table',
    caption: parts.length === 1 ? table.title : `${table.title} (${part + 1}/${parts.length})`,
    ...printed(data, columns),
  }))
}

/** The columns of each printed table: all of them, or the clauses with some of the informants. */
function partsOf(table: Table, shown: readonly number[]): number[][] {
  const keyOf = (index: number) => table.columns[index]?.key ?? ''
  const informants = shown.filter((index) => keyOf(index).startsWith('informant:'))
  const count = Math.ceil(informants.length / MOST_INFORMANTS)
  if (count <= 1) return [[...shown]]
  const size = Math.ceil(informants.length / count)
  return Array.from({ length: count }, (_, part) => {
    const before = shown.filter((index) =>
      part === 0 ? !informants.includes(index) : CLAUSE_COLUMNS.includes(keyOf(index)),
    )
    return [...before, ...informants.slice(part * size, (part + 1) * size)]
  })
}

function printed({ table, weights, numbersAsText }: TableData, columns: readonly number[]) {
  const isNumeric = (index: number) =>
    numbersAsText?.[index] === true ||
    table.rows.every((row) => typeof row.cells[index] === 'number' || row.cells[index] === '')
  const cellOf = (row: Table['rows'][number], index: number) => cleanText(String(row.cells[index]))
  const shares = columnShares(
    columns.map((index) => ({
      label: table.columns[index]?.label ?? '',
      cells: table.rows.map((row) => cellOf(row, index)),
      weight: weights[index] ?? 10,
    })),
  )
  return {
    columns: columns.map((index, place) => ({
      label: table.columns[index]?.label ?? '',
      weight: shares[place] ?? 10,
      align: isNumeric(index) ? ('right' as const) : ('left' as const),
    })),
    rows: table.rows.map((row) =>
      columns.map((index) => [{ style: 'text' as const, text: cellOf(row, index) }]),
    ),
  }
}
