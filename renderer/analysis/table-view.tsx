import type { TableName } from '../app/views.ts'
export function TableView(_: { table: TableName }) {
  return null
}
