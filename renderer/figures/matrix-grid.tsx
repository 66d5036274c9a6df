import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Range } from '@tanstack/react-virtual'
import { Quote } from 'lucide-react'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { MatrixLine, ShownMatrix } from '../../shared/analysis/figures/shown-matrix.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { quoteKey, takeAnswers } from '../quotes/quote-acts.ts'
import { openContextMenu, focusDrawn } from '../ui/index.ts'
import { MatrixRow } from './matrix-row.tsx'

interface Props {
  shown: ShownMatrix
  total: number
  withQuotes: boolean
  /** What the rows are. */
  rowsName: string
  questionAt: (row: MatrixLine | undefined, column: MatrixLine | undefined) => Question
  isSortedBy: (column: MatrixLine) => boolean
  onSortBy: (column: MatrixLine) => void
}

/** Row −2 is the head, row −1 the totals; column −1 the totals. */
const headRow = -2
const headHeight = 58
const totalHeight = 28
const headWidth = 276
const rowHeights = { numbers: 28, quotes: 112 } as const
const columnWidths = { least: 84, most: 140, quotes: 260 } as const
/** Of a letter in the head of a column, on average, and of what stands around the word. */
const letterWidth = 6.4
const headPadding = 17

/** A matrix of any size: only what is in sight is drawn. Every number is reached by keys. */
export function MatrixGrid(props: Props) {
  const { shown, total, withQuotes, rowsName, questionAt, isSortedBy, onSortBy } = props
  const t = useT()
  const format = useFormat()
  const isReadOnly = useIsReadOnly()
  const scroll = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ row: 0, column: 0 })
  const height = rowHeights[withQuotes ? 'quotes' : 'numbers']
  const { rows, columns, valueAt, most } = shown
  const widths = useMemo(
    () => columns.map(({ label }) => (withQuotes ? columnWidths.quotes : widthOf(label))),
    [columns, withQuotes],
  )
  const at = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length - 1),
  }
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    overscan: 3,
    paddingStart: headHeight + totalHeight,
    scrollPaddingStart: headHeight + totalHeight,
    rangeExtractor: useKeeping(at.row),
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => widths[index] ?? columnWidths.least,
    overscan: 2,
    paddingStart: headWidth,
    scrollPaddingStart: headWidth,
    rangeExtractor: useKeeping(at.column),
  })
  // Sizes are asked for once, unless told that they are others now.
  useLayoutEffect(() => {
    across.measure()
    down.measure()
  }, [across, down, widths, height])
  const go = (row: number, column: number): void => {
    const to = {
      row: Math.max(headRow, Math.min(row, rows.length - 1)),
      column: Math.max(-1, Math.min(column, columns.length - 1)),
    }
    setPlace(to)
    if (to.row >= 0) down.scrollToIndex(to.row, { align: 'auto' })
    if (to.column >= 0) across.scrollToIndex(to.column, { align: 'auto' })
    focusDrawn(() =>
      scroll.current?.querySelector<HTMLElement>(
        `[data-row="${to.row}"][data-column="${to.column}"]`,
      ),
    )
  }
  const open = (row: number, column: number, beside: boolean): void => {
    const line = columns[column]
    if (row === headRow) return line && onSortBy(line)
    openView({ type: 'ask', question: questionAt(rows[row], line) }, { beside })
  }
  const take = (row: number, column: number): void => {
    if (row !== headRow) void takeAnswers(questionAt(rows[row], columns[column]))
  }
  const onContextMenu = (event: MouseEvent): void => {
    const cell = cellOf(event)
    if (cell === null || cell.row === headRow) return
    const { row, column, element } = cell
    const { clientX, clientY } = event
    setPlace({ row, column })
    element.focus({ preventScroll: true })
    openContextMenu(
      { clientX, clientY, currentTarget: element, preventDefault: () => event.preventDefault() },
      [
        { label: t('ui.open'), perform: () => open(row, column, false) },
        { label: t('ui.openBeside'), perform: () => open(row, column, true) },
        'separator',
        {
          label: t('quotes.actMany'),
          icon: Quote,
          shortcut: 'KeyO',
          isDisabled: isReadOnly,
          perform: () => take(row, column),
        },
      ],
    )
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isMod = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 0) / height) - 4)
    const moves: Record<string, readonly [number, number]> = {
      ArrowDown: [at.row + 1, at.column],
      ArrowUp: [at.row - 1, at.column],
      ArrowRight: [at.row, at.column + 1],
      ArrowLeft: [at.row, at.column - 1],
      PageDown: [at.row + page, at.column],
      PageUp: [Math.max(0, at.row - page), at.column],
      Home: [isMod ? 0 : at.row, 0],
      End: [isMod ? rows.length - 1 : at.row, columns.length - 1],
    }
    const move = moves[event.key]
    if (move && !event.altKey) go(...move)
    else if (event.key === 'Enter' || event.key === ' ') open(at.row, at.column, isMod)
    else if (event.key === quoteKey && !isMod && !event.altKey) take(at.row, at.column)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const shownColumns = across.getVirtualItems()
  const placeProps = (row: number, column: number) => ({
    'data-row': row,
    'data-column': column,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
  })
  return (
    <div
      ref={scroll}
      className={withQuotes ? 'matrix-scroll with-quotes' : 'matrix-scroll'}
      role="presentation"
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      onClick={(event) => {
        const cell = cellOf(event)
        if (cell === null) return
        const { row, column } = cell
        setPlace({ row, column })
        open(row, column, event.ctrlKey || event.metaKey)
      }}
    >
      <div
        role="grid"
        className="matrix-grid"
        aria-label={t('figures.openMatrix')}
        aria-description={t('figures.matrixHint')}
        aria-rowcount={rows.length + 2}
        aria-colcount={columns.length + 2}
        aria-readonly
        style={{ height: down.getTotalSize(), width: across.getTotalSize() }}
      >
        <div className="matrix-heads" role="row" aria-rowindex={1} style={{ height: headHeight }}>
          <div className="matrix-corner" role="presentation" style={{ width: headWidth }}>
            <span role="columnheader" aria-colindex={1}>
              {rowsName}
            </span>
            <span role="columnheader" aria-colindex={2}>
              {t('figures.total')}
            </span>
          </div>
          {shownColumns.map(({ index, start, size, key }) => {
            const column = columns[index]
            if (column === undefined) return null
            return (
              <div
                key={key}
                role="columnheader"
                aria-colindex={index + 3}
                aria-sort={isSortedBy(column) ? 'descending' : 'none'}
                className="matrix-column"
                title={t('figures.orderBy', { name: column.label })}
                style={{ width: size, left: start }}
                {...placeProps(headRow, index)}
              >
                <span>{column.label}</span>
              </div>
            )
          })}
        </div>
        <div
          className="matrix-heads matrix-totals"
          role="row"
          aria-rowindex={2}
          style={{ top: headHeight, height: totalHeight }}
        >
          <div className="matrix-corner" role="presentation" style={{ width: headWidth }}>
            <span role="rowheader" aria-colindex={1} title={t('figures.totalNote')}>
              {t('figures.total')}
            </span>
            <span role="gridcell" aria-colindex={2} {...placeProps(-1, -1)}>
              {format.number(total)}
            </span>
          </div>
          {shownColumns.map(({ index, start, size, key }) => (
            <div
              key={key}
              role="gridcell"
              aria-colindex={index + 3}
              className="matrix-cell"
              style={{ width: size, left: start }}
              {...placeProps(-1, index)}
            >
              {format.number(columns[index]?.total ?? 0)}
            </div>
          ))}
        </div>
        {down.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <MatrixRow
              key={row.id}
              {...{ row, index, start, headWidth, height, columns, valueAt, most }}
              items={shownColumns}
              focused={at.row === index ? at.column : null}
              questionAt={withQuotes ? questionAt : null}
            />
          )
        })}
      </div>
    </div>
  )
}

/** So wide that the longest word of the name need not be broken, within measure. */
function widthOf(label: string): number {
  const longest = Math.max(...label.split(/[\s-]+/u).map(({ length }) => length))
  const wanted = Math.ceil(longest * letterWidth) + headPadding
  return Math.min(columnWidths.most, Math.max(columnWidths.least, wanted))
}

/** What is in sight, and the line that has the focus wherever it is. */
function useKeeping(kept: number): (range: Range) => number[] {
  return useCallback(
    (range: Range) => {
      const found = defaultRangeExtractor(range)
      return kept < 0 || found.includes(kept) ? found : [...found, kept].sort((a, b) => a - b)
    },
    [kept],
  )
}

/** The cell that an event is about, if any. */
function cellOf(event: MouseEvent) {
  const element = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
  if (element === null) return null
  return { element, row: Number(element.dataset.row), column: Number(element.dataset.column) }
}
