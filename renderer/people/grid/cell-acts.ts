import { readValue } from '../../../shared/model/attribute-values.ts'
import { caseKinds, type HolderKind } from '../../../shared/model/kinds.ts'
import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { text } from '../../app/i18n.ts'
import { pastedCells, type GridColumn, type GridRow } from './grid-columns.ts'

/** Writes what was typed into a cell; false if it was refused, and the reader has been told why. */
export async function saveCell(
  of: HolderKind,
  row: GridRow,
  column: GridColumn,
  typed: string,
  addOptions = false,
): Promise<boolean> {
  const words = typed.trim()
  if (words === column.text(row)) return true
  if (column.attribute) {
    const cells = [{ holderId: row.id, attributeId: column.attribute.id, value: words }]
    return (await act('people.setValues', { of, cells, addOptions })) !== undefined
  }
  if (column.key === 'name') return words === '' ? true : saveName(of, row.id, words)
  if (of === 'persons')
    return (await act('persons.update', { personId: row.id, role: words })) !== undefined
  const kind = caseKinds.find((each) => text(`people.kind.${each}`) === words)
  if (of !== 'cases' || kind === undefined) return false
  return (await act('cases.update', { caseId: row.id, kind })) !== undefined
}

async function saveName(of: HolderKind, id: string, name: string): Promise<boolean> {
  if (of === 'persons')
    return (await act('persons.update', { personId: id, pseudonym: name })) !== undefined
  if (of === 'cases') return (await act('cases.update', { caseId: id, name })) !== undefined
  return (await act('sources.update', { sourceIds: [id], title: name })) !== undefined
}

/** Whether a cell can hold what was typed. */
export function fits(column: GridColumn, typed: string): boolean {
  if (column.attribute) return readValue(column.attribute, typed).ok
  return optionsOf(column) === null || (optionsOf(column)?.includes(typed.trim()) ?? true)
}

/** What can be chosen in a cell; null where anything can be written. */
export function optionsOf(column: GridColumn, isCase = false): string[] | null {
  if (column.attribute?.type === 'choice') return column.attribute.options
  if (column.attribute?.type === 'yes-no') return [text('people.yes'), text('people.no')]
  return isCase && column.key === 'detail'
    ? caseKinds.map((kind) => text(`people.kind.${kind}`))
    : null
}

/** Fills a block of attributes from the cell at (row, column) on, in one step. */
export async function pasteBlock(
  of: HolderKind,
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  at: { row: number; column: number },
  pasted: string,
): Promise<void> {
  const cells = pastedCells(pasted).flatMap((values, down) =>
    values.flatMap((value, right) => {
      const row = rows[at.row + down]
      const attribute = columns[at.column + right]?.attribute
      return row && attribute ? [{ holderId: row.id, attributeId: attribute.id, value }] : []
    }),
  )
  if (cells.length === 0) return
  const done = await act('people.setValues', { of, cells, addOptions: true })
  if (done !== undefined) toastWithUndo(text('people.pasted', { count: cells.length }))
}
