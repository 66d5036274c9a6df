import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { frontView, keepFrontTab, useWorkspace } from '../../app/workspace.ts'
import { openContextMenu } from '../../ui/index.ts'
import { groupName } from '../group-name.ts'
import { useLinkDrop } from '../links/link-drop.ts'
import { StatusMark } from '../status-mark.tsx'
import { deleteTexts, openText } from '../text-acts.ts'
import type { TextGroup, TextGrouping } from '../text-groups.ts'
import { textMenu } from '../text-menu.ts'
import { changePanel, usePanelState } from './panel-state.ts'

type Row =
  | { type: 'group'; id: string; name: string; count: number; isOpen: boolean }
  | { type: 'text'; id: string; groupId: string; text: InstitutionalText }

const rowHeight = 27

/** Groups that fold, and the texts in them; the arrows move, Enter opens. */
export function TextTree({ groups, by }: { groups: readonly TextGroup[]; by: TextGrouping }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { folded, focused } = usePanelState()
  const shown = useWorkspace(frontView)
  const selection = useWorkspace((state) => state.selection)
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => rowsOf(groups, by, folded, t), [groups, by, folded, t])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const place = rows.findIndex((row) => row.id === focused)
  useEffect(() => {
    if (place !== -1) virtual.scrollToIndex(place, { align: 'auto' })
  }, [place, virtual])

  const fold = (id: string, isFolded: boolean): void =>
    changePanel({ folded: isFolded ? [...folded, id] : folded.filter((other) => other !== id) })
  const moveTo = (index: number): void => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))]
    if (row !== undefined) changePanel({ focused: row.id })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[place]
    if (event.key === 'ArrowDown') moveTo(place + 1)
    else if (event.key === 'ArrowUp') moveTo(place - 1)
    else if (event.key === 'Home') moveTo(0)
    else if (event.key === 'End') moveTo(rows.length - 1)
    else if (row === undefined) return
    else if (row.type === 'group') {
      if (event.key === 'Enter' || event.key === ' ') fold(row.id, row.isOpen)
      else if (event.key === 'ArrowRight' && row.isOpen) moveTo(place + 1)
      else if (event.key === 'ArrowRight') fold(row.id, false)
      else if (event.key === 'ArrowLeft') fold(row.id, true)
      else return
    } else if (event.key === 'Enter' || event.key === ' ') {
      openText(row.id, { beside: event.ctrlKey || event.metaKey })
      keepFrontTab()
    } else if (event.key === 'Delete') void deleteTexts([row.text])
    else if (event.key === 'ArrowLeft') changePanel({ focused: row.groupId })
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={scroll}
      className="texts-tree"
      role="tree"
      tabIndex={0}
      aria-label={t('texts.list')}
      aria-activedescendant={place === -1 ? undefined : `texts-row-${place}`}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (place === -1) moveTo(0)
      }}
      onContextMenu={(event) => {
        const row = rows[place]
        if (row?.type === 'text' && event.clientX === 0) {
          openContextMenu(event, textMenu(row.text, isReadOnly))
        }
      }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const isShown =
            row.type === 'text' &&
            ((shown?.type === 'text' && shown.id === row.id) ||
              (selection.type === 'text' && selection.id === row.id))
          const shared: RowProps = {
            id: `texts-row-${index}`,
            top: start,
            isFocused: index === place,
            onClick: () => {
              changePanel({ focused: row.id })
              if (row.type === 'group') fold(row.id, row.isOpen)
              else openText(row.id, { passing: true })
            },
          }
          if (row.type === 'group') return <GroupRow key={row.id} row={row} {...shared} />
          return (
            <TextRow
              key={row.id}
              text={row.text}
              level={by === 'none' ? 1 : 2}
              isShown={isShown}
              {...shared}
              onMenu={(event) => {
                event.stopPropagation()
                changePanel({ focused: row.id })
                openContextMenu(event, textMenu(row.text, isReadOnly))
              }}
            />
          )
        })}
      </div>
    </div>
  )
}

interface RowProps {
  id: string
  /** Pixels from the top of the list. */
  top: number
  isFocused: boolean
  onClick: () => void
}

function GroupRow(props: RowProps & { row: Extract<Row, { type: 'group' }> }) {
  const format = useFormat()
  const { row, isFocused } = props
  const Twist = row.isOpen ? ChevronDown : ChevronRight
  return (
    <div
      id={props.id}
      role="treeitem"
      aria-level={1}
      aria-expanded={row.isOpen}
      aria-selected={false}
      className={`texts-row texts-row-group ${isFocused ? 'texts-row-focused' : ''}`}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={props.onClick}
    >
      <Twist size={13} aria-hidden />
      <span className="texts-row-name">{row.name}</span>
      <span className="texts-row-count">{format.number(row.count)}</span>
    </div>
  )
}

interface TextRowProps extends RowProps {
  text: InstitutionalText
  level: number
  isShown: boolean
  onMenu: (event: MouseEvent) => void
}

/** A text in the list; dragged onto another one it is linked to it. */
function TextRow(props: TextRowProps) {
  const t = useT()
  const format = useFormat()
  const { text, isFocused, isShown } = props
  const { isOver, dragProps, dropProps } = useLinkDrop({ type: 'text', id: text.id })
  const status = t(`institution.textStatus.${text.status}`)
  return (
    <div
      id={props.id}
      role="treeitem"
      aria-level={props.level}
      aria-selected={isShown}
      className={[
        'texts-row',
        isShown ? 'texts-row-shown' : '',
        isFocused ? 'texts-row-focused' : '',
        isOver ? 'texts-row-target' : '',
      ].join(' ')}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={props.onClick}
      onDoubleClick={keepFrontTab}
      onContextMenu={props.onMenu}
      {...dragProps}
      {...dropProps}
    >
      <span className="texts-row-mark" title={status}>
        <StatusMark status={text.status} replicable={text.replicable} size={16} />
      </span>
      <span className="texts-row-name" title={text.title}>
        {text.title}
      </span>
      <span className="visually-hidden">, {status}</span>
      {text.activations > 0 && (
        <span
          className="texts-row-count"
          title={t('texts.nActivations', { count: text.activations })}
        >
          {format.number(text.activations)}
        </span>
      )}
    </div>
  )
}

function rowsOf(
  groups: readonly TextGroup[],
  by: TextGrouping,
  folded: readonly string[],
  t: Parameters<typeof groupName>[0],
): Row[] {
  return groups.flatMap((group): Row[] => {
    const groupId = `${by}:${group.value}`
    const texts = group.texts.map((text): Row => ({ type: 'text', id: text.id, groupId, text }))
    if (by === 'none') return texts
    const isOpen = !folded.includes(groupId)
    const name = groupName(t, by, group.value)
    const head: Row = { type: 'group', id: groupId, name, count: group.texts.length, isOpen }
    return isOpen ? [head, ...texts] : [head]
  })
}
