import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select, useWorkspace } from '../../app/workspace.ts'
import type { HolderKind } from '../../../shared/model/kinds.ts'
import { usePeople } from '../people-state.ts'
import { pasteBlock, saveCell } from './cell-acts.ts'
import { CellEditor } from './cell-editor.tsx'
import { ColumnHead } from './column-head.tsx'
import type { GridColumn, GridRow } from './grid-columns.ts'
import { focusDrawn } from '../../ui/index.ts'

interface PeopleGridProps {
  of: HolderKind
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
}

const rowHeight = 32
const selectionOf = { persons: 'person', cases: 'case', sources: 'source' } as const

/** Persons, cases or sources as rows; every cell is reached and changed by keys. */
export function PeopleGrid({ of, columns, rows }: PeopleGridProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { sorting } = usePeople()
  const selection = useWorkspace((state) => state.selection)
  const scroll = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ row: 0, column: 0 })
  const [editing, setEditing] = useState<{ id: string; key: string; initial: string } | null>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    paddingStart: rowHeight,
    scrollPaddingStart: rowHeight,
  })
  const at = {
    row: Math.min(place.row, Math.max(0, rows.length - 1)),
    column: Math.min(place.column, columns.length - 1),
  }

  const go = (row: number, column: number): void => {
    const to = {
      row: Math.max(0, Math.min(row, rows.length - 1)),
      column: Math.max(0, Math.min(column, columns.length - 1)),
    }
    setPlace(to)
    virtual.scrollToIndex(to.row, { align: 'auto' })
    const id = rows[to.row]?.id
    if (id !== undefined) select({ type: selectionOf[of], id })
    const cell = () =>
      scroll.current?.querySelector<HTMLElement>(
        `[data-row="${to.row}"][data-column="${to.column}"]`,
      )
    focusDrawn(cell)
    requestAnimationFrame(() => cell()?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
  }
  const edit = (row: GridRow, column: GridColumn, initial: string): void => {
    if (column.isEditable && !isReadOnly) setEditing({ id: row.id, key: column.key, initial })
  }
  const save = (
    row: GridRow,
    column: GridColumn,
    typed: string,
    [down, right]: readonly [number, number],
    isNew: boolean,
  ): void => {
    setEditing(null)
    void saveCell(of, row, column, typed, isNew)
    go(at.row + down, at.column + right)
  }
  const onKeyDown = (event: KeyboardEvent, row: GridRow, column: GridColumn): void => {
    const isMod = event.ctrlKey || event.metaKey
    const moves: Record<string, readonly [number, number]> = {
      ArrowDown: [at.row + 1, at.column],
      ArrowUp: [at.row - 1, at.column],
      ArrowRight: [at.row, at.column + 1],
      ArrowLeft: [at.row, at.column - 1],
      PageDown: [at.row + 15, at.column],
      PageUp: [at.row - 15, at.column],
      Home: [isMod ? 0 : at.row, 0],
      End: [isMod ? rows.length - 1 : at.row, columns.length - 1],
    }
    const move = moves[event.key]
    if (move && !event.altKey) go(...move)
    else if (event.key === 'Enter' || event.key === 'F2') edit(row, column, column.text(row))
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (column.attribute && !isReadOnly && column.text(row) !== '') {
        const cells = [{ holderId: row.id, attributeId: column.attribute.id, value: null }]
        void act('people.setValues', { of, cells })
      }
    } else if ([...event.key].length === 1 && !isMod && !event.altKey) edit(row, column, event.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const template = columns
    .map(({ key, attribute }) =>
      key === 'name'
        ? 'minmax(170px, 1.4fr)'
        : key === 'detail'
          ? 'minmax(150px, 1.2fr)'
          : attribute
            ? attribute.type === 'text' || attribute.type === 'choice'
              ? 'minmax(120px, 1fr)'
              : 'minmax(112px, 0.6fr)'
            : '88px',
    )
    .join(' ')
  return (
    <div className="people-scroll" ref={scroll}>
      <div
        role="grid"
        className="people-grid"
        aria-label={t('people.grid', { of: t(`people.of.${of}`) })}
        aria-description={t('people.gridHint')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        style={{ height: virtual.getTotalSize() }}
        onPaste={(event) => {
          if (editing !== null || isReadOnly) return
          event.preventDefault()
          void pasteBlock(of, rows, columns, at, event.clipboardData.getData('text/plain'))
        }}
        onCopy={(event) => {
          const [row, column] = [rows[at.row], columns[at.column]]
          if (editing !== null || !row || !column) return
          event.clipboardData.setData('text/plain', column.text(row))
          event.preventDefault()
        }}
      >
        <div
          role="row"
          className="people-row people-head"
          style={{ gridTemplateColumns: template }}
        >
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} sorting={sorting} columns={columns} />
          ))}
        </div>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          const isSelected = selection.type === selectionOf[of] && selection.id === row.id
          return (
            <div
              key={row.id}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={isSelected}
              className={isSelected ? 'people-row is-selected' : 'people-row'}
              style={{
                gridTemplateColumns: template,
                transform: `translateY(${item.start}px)`,
                position: 'absolute',
              }}
            >
              {columns.map((column, index) => {
                const isHere = at.row === item.index && at.column === index
                const isEditing = editing?.id === row.id && editing.key === column.key
                return (
                  <div
                    key={column.key}
                    role={index === 0 ? 'rowheader' : 'gridcell'}
                    className={column.isNumber ? 'people-cell is-number' : 'people-cell'}
                    tabIndex={isHere && !isEditing ? 0 : -1}
                    data-row={item.index}
                    data-column={index}
                    aria-readonly={!column.isEditable || isReadOnly}
                    onClick={() => isEditing || go(item.index, index)}
                    onDoubleClick={() => isEditing || edit(row, column, column.text(row))}
                    onKeyDown={(event) => isEditing || onKeyDown(event, row, column)}
                  >
                    {isEditing ? (
                      <CellEditor
                        column={column}
                        isCase={of === 'cases'}
                        label={`${column.label}: ${row.name}`}
                        initial={editing.initial}
                        isTyped={editing.initial !== column.text(row)}
                        onSave={(typed, move, isNew) => save(row, column, typed, move, isNew)}
                        onCancel={() => {
                          setEditing(null)
                          go(at.row, at.column)
                        }}
                      />
                    ) : (
                      <span className="people-text">{column.text(row)}</span>
                    )}
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}
