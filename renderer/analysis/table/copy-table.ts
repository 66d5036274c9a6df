import type { Table } from '../../../shared/contract/tables.ts'
import type { Row } from './table-rows.ts'

/**
 * Puts a table on the clipboard: as a table for Word, and as lines with tabs for anything else. The
 * press of a button may, where the program by itself has no permission. Whether it could.
 */
export function copyTable(table: Table, columns: readonly number[], rows: readonly Row[]): boolean {
  const header = columns.map((column) => table.columns[column]?.label ?? '')
  const body = rows.map((row) => columns.map((column) => String(row.cells[column] ?? '')))
  let isCopied = false
  const put = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return
    event.preventDefault()
    event.clipboardData.setData('text/html', tableHtml(table.title, header, body))
    event.clipboardData.setData('text/plain', [header, ...body].map(tabbed).join('\r\n'))
    isCopied = true
  }
  document.addEventListener('copy', put, { once: true, capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
  return isCopied
}

function tableHtml(title: string, header: readonly string[], body: readonly string[][]): string {
  const table = document.createElement('table')
  table.setAttribute('style', 'border-collapse: collapse; font: 9pt Calibri, sans-serif')
  table.createCaption().textContent = title
  const lines = [header, ...body]
  for (const [index, line] of lines.entries()) {
    const row = table.insertRow()
    for (const words of line) {
      const cell = document.createElement(index === 0 ? 'th' : 'td')
      const rule =
        index === 0 || index === lines.length - 1 ? '1pt solid black' : '0.5pt solid #bbb'
      cell.setAttribute(
        'style',
        `border-bottom: ${rule}; padding: 2pt 4pt; text-align: left; vertical-align: top`,
      )
      cell.textContent = words
      row.append(cell)
    }
  }
  return table.outerHTML
}

function tabbed(cells: readonly string[]): string {
  return cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')
}
