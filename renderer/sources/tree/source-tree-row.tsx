import { ChevronDown, ChevronRight, Folder, FolderOpen } from 'lucide-react'
import type { CSSProperties, DragEvent, MouseEvent } from 'react'
import { useEffect, useRef } from 'react'
import { useFormat, useT } from '../../app/i18n.ts'
import { kindIcon } from '../source-kind-icon.tsx'
import { kindKey } from '../source-words.ts'
import type { DropPlace } from './move-sources.ts'
import type { SourceRow } from './source-rows.ts'
import { setFolded } from './source-tree-state.ts'
import { rowName, sourceRowId } from './use-source-keys.ts'

export interface SourceTreeRowProps {
  row: SourceRow
  top: number
  isSelected: boolean
  isFocused: boolean
  isShown: boolean
  /** Where dragged rows would go; null when they are elsewhere. */
  dropPlace: DropPlace | null
  isRenaming: boolean
  onClick: (event: MouseEvent) => void
  onDoubleClick: () => void
  onContextMenu: (event: MouseEvent) => void
  onDragStart: (event: DragEvent) => void
  onDragOver: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
  onRename: (name: string | null) => void
}

export function SourceTreeRow(props: SourceTreeRowProps) {
  const { row, top, isSelected, isFocused, isShown, isRenaming } = props
  const t = useT()
  const format = useFormat()
  const classes = [
    'source-row',
    isSelected ? 'source-row-selected' : '',
    isFocused ? 'source-row-focused' : '',
    isShown ? 'source-row-shown' : '',
    props.dropPlace === null ? '' : `source-row-drop-${props.dropPlace}`,
  ]
  const style = { transform: `translateY(${top}px)`, '--d': row.depth - 1 } as CSSProperties
  const count = row.type === 'folder' ? row.count : row.source.codings
  return (
    <div
      id={sourceRowId(row.id)}
      role="treeitem"
      aria-level={row.depth}
      aria-selected={isSelected}
      aria-expanded={row.type === 'folder' ? row.isOpen : undefined}
      className={classes.join(' ').replace(/ +/g, ' ').trim()}
      style={style}
      draggable={!isRenaming}
      onClick={props.onClick}
      onDoubleClick={props.onDoubleClick}
      onContextMenu={props.onContextMenu}
      onDragStart={props.onDragStart}
      onDragOver={props.onDragOver}
      onDrop={props.onDrop}
    >
      {row.type === 'folder' ? <Twist row={row} /> : <span className="source-row-twist" />}
      <RowIcon row={row} title={row.type === 'source' ? t(kindKey(row.source.kind)) : ''} />
      {isRenaming ? (
        <RenameInput name={rowName(row)} onDone={props.onRename} />
      ) : (
        <span className="source-row-name">{rowName(row)}</span>
      )}
      {count > 0 && (
        <span
          className="source-row-count"
          title={row.type === 'source' ? t('sources.codingsHint', { count }) : undefined}
        >
          {format.number(count)}
        </span>
      )}
    </div>
  )
}

function Twist({ row }: { row: Extract<SourceRow, { type: 'folder' }> }) {
  const Icon = row.isOpen ? ChevronDown : ChevronRight
  return (
    <span
      className="source-row-twist"
      onClick={(event) => {
        event.stopPropagation()
        setFolded(row.id, row.isOpen)
      }}
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden />
    </span>
  )
}

function RowIcon({ row, title }: { row: SourceRow; title: string }) {
  const Icon = row.type === 'source' ? kindIcon(row.source.kind) : row.isOpen ? FolderOpen : Folder
  return (
    <span className="source-row-icon" title={title === '' ? undefined : title}>
      <Icon size={15} strokeWidth={1.75} aria-hidden />
    </span>
  )
}

function RenameInput({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  const finish = (value: string | null): void => {
    if (isDone.current) return
    isDone.current = true
    onDone(value)
  }
  return (
    <input
      ref={input}
      className="source-row-input"
      aria-label={t('ui.rename')}
      defaultValue={name}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(event.currentTarget.value)
        if (event.key === 'Escape') finish(null)
      }}
    />
  )
}
