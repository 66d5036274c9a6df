import { ChevronDown, ChevronRight } from 'lucide-react'
import type { DragEvent, MouseEvent } from 'react'
import { useFormat, useT } from '../../app/i18n.ts'
import { WatchSign } from '../../indexing/watch-sign.tsx'
import { hueStyle } from '../../ui/index.ts'
import { CodeMark } from '../code-kind-icon.tsx'
import { updateCodes } from '../code-acts.ts'
import type { DropPlace } from './move-codes.ts'
import { NameInput } from './name-input.tsx'
import { changeTree } from './tree-state.ts'
import type { CodeRow } from './visible-rows.ts'

export interface RowHandlers {
  onClick: (event: MouseEvent, row: CodeRow) => void
  onDoubleClick: (event: MouseEvent, row: CodeRow) => void
  onToggle: (row: CodeRow) => void
  onDragStart: (event: DragEvent, row: CodeRow) => void
  onDragOver: (event: DragEvent, row: CodeRow) => void
  onDrop: (event: DragEvent, row: CodeRow) => void
  onDragEnd: () => void
}

interface CodeTreeRowProps {
  row: CodeRow
  top: number
  height: number
  isSelected: boolean
  isActive: boolean
  isRenaming: boolean
  drop: DropPlace | 'passage' | null
  withSubcodes: boolean
  handlers: RowHandlers
  onLeaveEditing: () => void
}

export function codeRowId(codeId: string): string {
  return `code-row-${codeId}`
}

export function CodeTreeRow(props: CodeTreeRowProps) {
  const { row, handlers } = props
  const { code } = row
  const t = useT()
  const format = useFormat()
  const count = props.withSubcodes ? row.total : row.own
  const Twisty = row.expanded ? ChevronDown : ChevronRight
  const className = [
    'code-row',
    props.isSelected ? 'is-selected' : '',
    props.isActive ? 'is-active' : '',
    code.status === 'retired' ? 'is-retired' : '',
    props.drop === null ? '' : `drop-${props.drop}`,
  ].join(' ')

  return (
    <div
      id={codeRowId(code.id)}
      role="treeitem"
      className={className}
      style={{ ...hueStyle(code.hue), ...rowPlace(row.depth, props.top, props.height) }}
      aria-level={row.depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={props.isSelected}
      aria-label={[
        code.name,
        t('codes.nCodings', { count }),
        code.status === 'in use' ? '' : t(`codes.status_${code.status}`),
      ]
        .filter((part) => part !== '')
        .join(', ')}
      {...(row.hasChildren ? { 'aria-expanded': row.expanded } : {})}
      data-code-id={code.id}
      draggable={!props.isRenaming}
      onClick={(event) => handlers.onClick(event, row)}
      onDoubleClick={(event) => handlers.onDoubleClick(event, row)}
      onDragStart={(event) => handlers.onDragStart(event, row)}
      onDragOver={(event) => handlers.onDragOver(event, row)}
      onDrop={(event) => handlers.onDrop(event, row)}
      onDragEnd={handlers.onDragEnd}
    >
      <span
        className="code-row-twisty"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          handlers.onToggle(row)
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {row.hasChildren && <Twisty size={13} strokeWidth={1.75} />}
      </span>
      <CodeMark
        kind={code.kind}
        hue={code.hue}
        isGroup={row.depth === 0 && (row.hasChildren || code.kind !== 'free')}
      />
      {props.isRenaming ? (
        <NameInput
          label={t('codes.nameLabel')}
          initial={code.name}
          onSave={async (name) => {
            const isSaved = await updateCodes([code.id], { name })
            if (isSaved) props.onLeaveEditing()
            return isSaved
          }}
          onCancel={() => {
            changeTree({ editing: null })
            props.onLeaveEditing()
          }}
        />
      ) : (
        <span className="code-row-name" title={code.definition}>
          {code.name}
        </span>
      )}
      {!props.isRenaming && <WatchSign words={code.name} />}
      {code.status === 'provisional' && !props.isRenaming && (
        <span className="code-row-status" title={t('codes.status_provisional')} aria-hidden="true">
          ?
        </span>
      )}
      <span
        className="code-row-count"
        aria-hidden="true"
        title={
          row.own === row.total
            ? undefined
            : t('codes.countsHint', {
                own: format.number(row.own),
                total: format.number(row.total),
              })
        }
      >
        {format.number(count)}
      </span>
    </div>
  )
}

/** Where a row stands in the scrolled space, and how far it is indented. */
export function rowPlace(depth: number, top: number, height: number) {
  return { '--d': depth, height, transform: `translateY(${top}px)` }
}
