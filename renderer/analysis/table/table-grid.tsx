import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Table } from '../../../shared/contract/tables.ts'
import { useT } from '../../app/i18n.ts'
import { openLabel, openRow, selectRow } from './open-row.ts'
import { columnWidth, hasPassages, isNumeric, passagePieces } from './table-rows.ts'
import type { Row, Sorting } from './table-rows.ts'
import { focusDrawn } from '../../ui/index.ts'

interface Props {
  table: Table
  columns: readonly number[]
  rows: readonly Row[]
  sorting: Sorting | null
  onSort: (column: number) => void
}

/** A table of thousands of rows: head and first column stay in view, rows are reached by arrow keys. */
export function TableGrid({ table, columns, rows, sorting, onSort }: Props) {
  const t = useT()
  const scroll = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 58,
    overscan: 10,
    // The head stands in front of the rows that are scrolled to.
    scrollPaddingEnd: 44,
  })
  // Looked at once for a table, not with each turn of the wheel.
  const { widths, numeric } = useMemo(
    () => ({
      widths: columns.map((column) => columnWidth(table, column)),
      numeric: new Set(columns.filter((column) => isNumeric(table, column))),
    }),
    [table, columns],
  )
  const items = virtual.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const focusable = Math.min(current, Math.max(0, rows.length - 1))

  const focusRow = (index: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setCurrent(next)
    virtual.scrollToIndex(next, { align: 'auto' })
    focusDrawn(() => scroll.current?.querySelector<HTMLElement>(`tr[data-index="${next}"]`))
  }
  const onKeyDown = (event: KeyboardEvent, index: number, row: Row): void => {
    if (event.target !== event.currentTarget) return
    const page = Math.max(1, items.length - 12)
    const targets: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: rows.length - 1,
    }
    const target = targets[event.key]
    if (target !== undefined) focusRow(target)
    else if (event.key === 'Enter') void openRow(row)
    else if (event.key === ' ') selectRow(row)
    else return
    event.preventDefault()
  }
  return (
    <div ref={scroll} className="table-scroll">
      <table
        role="grid"
        aria-label={table.title}
        aria-rowcount={rows.length + 1}
        style={{ width: widths.reduce((sum, width) => sum + width, 0) }}
      >
        <colgroup>
          {widths.map((width, index) => (
            <col key={columns[index]} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => {
              const label = table.columns[column]?.label ?? ''
              const direction = sorting?.column === column ? sorting.direction : undefined
              const Icon = direction === 'descending' ? ArrowDown : ArrowUp
              return (
                <th
                  key={column}
                  scope="col"
                  aria-sort={direction ?? 'none'}
                  className={numeric.has(column) ? 'is-number' : ''}
                >
                  <button
                    type="button"
                    title={t('analysis.sortBy', { column: label })}
                    onClick={() => onSort(column)}
                  >
                    {label}
                    {direction !== undefined && <Icon size={12} strokeWidth={2} aria-hidden />}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden className="table-space" style={{ height: above }} />}
          {items.map((item) => {
            const row = rows[item.index]
            if (row === undefined) return null
            return (
              <tr
                key={item.index}
                ref={virtual.measureElement}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                tabIndex={item.index === focusable ? 0 : -1}
                onFocus={() => setCurrent(item.index)}
                onClick={() => selectRow(row)}
                onDoubleClick={() => void openRow(row)}
                onKeyDown={(event) => onKeyDown(event, item.index, row)}
              >
                {columns.map((column) => (
                  <Cell
                    key={column}
                    cell={row.cells[column] ?? ''}
                    columnKey={table.columns[column]?.key ?? ''}
                  />
                ))}
              </tr>
            )
          })}
          {below > 0 && <tr aria-hidden className="table-space" style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ cell, columnKey }: { cell: string | number; columnKey: string }) {
  const t = useT()
  if (typeof cell === 'number') return <td className="is-number">{cell}</td>
  const isQuote = columnKey === 'quote' || columnKey === 'wording'
  if (!hasPassages(columnKey)) {
    return (
      <td>
        <div className={isQuote ? 'table-cell is-quote' : 'table-cell'} title={cell}>
          {cell}
        </div>
      </td>
    )
  }
  return (
    <td>
      <div className="table-cell">
        {passagePieces(cell).map((piece, index) =>
          index % 2 === 0 ? (
            piece
          ) : (
            <button
              key={index}
              type="button"
              className="table-passage"
              aria-label={t('analysis.showPassage', { label: piece })}
              onClick={(event) => {
                event.stopPropagation()
                void openLabel(piece, event.ctrlKey || event.metaKey)
              }}
            >
              {piece}
            </button>
          ),
        )}
      </div>
    </td>
  )
}
