import type { Table } from '../../../shared/contract/tables.ts'

export type Row = Table['rows'][number]
export interface Sorting {
  column: number
  direction: 'ascending' | 'descending'
}

/** Columns to show: not the identifiers, and none that is empty in every row. */
export function shownColumns(table: Table): number[] {
  return table.columns.flatMap(({ key }, index) =>
    key !== 'id' && table.rows.some((row) => (row.cells[index] ?? '') !== '') ? [index] : [],
  )
}

export function isNumeric(table: Table, column: number): boolean {
  return table.rows.every((row) => {
    const cell = row.cells[column]
    return typeof cell === 'number' || cell === '' || cell === undefined
  })
}

/** Rows with all the words somewhere in them, sorted; empty cells come last either way. */
export function arrangedRows(
  rows: readonly Row[],
  words: string,
  sorting: Sorting | null,
  locale: string,
): Row[] {
  const wanted = words.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean)
  const kept = rows.filter((row) => {
    if (wanted.length === 0) return true
    const text = row.cells.join('\n').toLocaleLowerCase(locale)
    return wanted.every((word) => text.includes(word))
  })
  if (sorting === null) return kept
  const collator = new Intl.Collator(locale, { numeric: true })
  const sign = sorting.direction === 'ascending' ? 1 : -1
  return kept.sort((a, b) => {
    const [one, other] = [a.cells[sorting.column] ?? '', b.cells[sorting.column] ?? '']
    if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other)
    return sign * collator.compare(String(one), String(other))
  })
}

/** A width in pixels that suits what stands in a column: most cells on few lines, none too wide. */
export function columnWidth(table: Table, column: number): number {
  const label = table.columns[column]?.label ?? ''
  const cells = table.rows.slice(0, 300).map((row) => String(row.cells[column] ?? ''))
  const filled = cells
    .map((cell) => cell.length)
    .filter((length) => length > 0)
    .toSorted((a, b) => a - b)
  const usual = filled[Math.floor(filled.length * 0.75)] ?? 0
  const longest = (text: string): number =>
    Math.max(0, ...text.split(/[\s-]+/).map((word) => word.length))
  const words = Math.max(0, ...cells.map(longest))
  // What is short, as a week or a date, is mostly figures, which are wide, and stays on one line.
  const wanted = usual > 60 ? usual * 2.4 : usual > 12 ? usual * 7.2 : usual * 8.6 + 8
  return Math.round(
    Math.min(340, Math.max(76, longest(label) * 8 + 40, words * 7.2 + 22, wanted + 24)),
  )
}

/** A cell in pieces; every second one is the label of a passage such as `4:32`. */
export function passagePieces(cell: string): string[] {
  return cell.split(/(?<!\S)(\d+:\d+)(?=[;,.)]|\s|$)/u)
}

/** Columns in which labels of passages stand. */
export function hasPassages(key: string): boolean {
  return /passage/i.test(key) || key.startsWith('informant:')
}
