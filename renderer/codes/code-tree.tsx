import { useVirtualizer } from '@tanstack/react-virtual'
import { Tags } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { DragEvent, KeyboardEvent, MouseEvent } from 'react'
import { useLanguage, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView, select, useWorkspace } from '../app/workspace.ts'
import { Button, EmptyState, openContextMenu } from '../ui/index.ts'
import { createCode, importCodebook } from './code-acts.ts'
import { useCodes } from './code-data.ts'
import './codes.css'
import { CodeSets } from './sets/code-sets.tsx'
import { codeMenu } from './tree/code-menu.tsx'
import { CodeTreeRow, codeRowId, rowPlace } from './tree/code-tree-row.tsx'
import { NameInput } from './tree/name-input.tsx'
import {
  beginNewCode,
  changeTree,
  chooseCode,
  setCollapsed,
  toggleCode,
  treeState,
  useTreeState,
} from './tree/tree-state.ts'
import { TreeTools } from './tree/tree-tools.tsx'
import { useTreeDrag } from './tree/use-tree-drag.ts'
import { chooseRow, useTreeKeys } from './tree/use-tree-keys.ts'
import { visibleRows } from './tree/visible-rows.ts'
import type { CodeRow } from './tree/visible-rows.ts'

const rowHeight = 27

/** The codes of the project as a tree, in the navigator. */
export function CodeTree() {
  const t = useT()
  const language = useLanguage()
  const isReadOnly = useIsReadOnly()
  const { codes, sets, forest, isReady } = useCodes()
  const state = useTreeState()
  const selection = useWorkspace((workspace) => workspace.selection)
  const scroll = useRef<HTMLDivElement>(null)

  const rows = useMemo(() => {
    const set = sets.find((candidate) => candidate.id === state.setId)
    const inUse = state.showRetired ? null : codes.filter((code) => code.status !== 'retired')
    const only = set?.codeIds ?? inUse?.map((code) => code.id) ?? null
    return visibleRows(forest, {
      collapsed: state.collapsed,
      filter: state.filter,
      sort: state.sort,
      withSubcodes: state.withSubcodes,
      only: only === null ? null : new Set(only),
      locale: language,
    })
  }, [codes, sets, forest, language, state])

  const editing = state.editing
  const newAt = editing?.type === 'new' ? newRowIndex(rows, editing.parentId) : -1
  const virtual = useVirtualizer({
    count: rows.length + (newAt < 0 ? 0 : 1),
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const drag = useTreeDrag(forest, state.sort === 'own')

  const activeIndex = rows.findIndex((row) => row.code.id === state.activeId)
  const shownIndex = newAt >= 0 ? newAt : activeIndex
  useEffect(() => {
    if (shownIndex >= 0) virtual.scrollToIndex(shownIndex, { align: 'auto' })
  }, [shownIndex, virtual])

  useEffect(() => {
    if (selection.type === 'code' && selection.id !== treeState().activeId) chooseCode(selection.id)
  }, [selection])

  const showChosen = (id: string | undefined) => {
    if (id !== undefined) select({ type: 'code', id })
  }
  const onKeyDown = useTreeKeys(rows, forest, (index, isExtending) => {
    chooseRow(rows, index, isExtending)
    showChosen(rows[index]?.code.id)
  })
  const focusTree = () => scroll.current?.focus()

  const onClick = (event: MouseEvent, row: CodeRow) => {
    const id = row.code.id
    if (event.shiftKey) chooseRow(rows, rows.indexOf(row), true)
    else if (event.ctrlKey || event.metaKey) toggleCode(id)
    else chooseCode(id)
    showChosen(id)
    focusTree()
  }

  const onContextMenu = (event: MouseEvent | KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target.closest('[data-code-id]') : null
    const id = target?.getAttribute('data-code-id') ?? state.activeId
    const code = id === null ? undefined : forest.nodeById.get(id)?.code
    if (code === undefined || !('clientX' in event)) return
    if (!state.selected.includes(code.id)) chooseCode(code.id)
    const codeIds = state.selected.includes(code.id) ? state.selected : [code.id]
    const row = document.getElementById(codeRowId(code.id))
    openContextMenu(
      {
        clientX: event.clientX,
        clientY: event.clientY,
        currentTarget: row ?? event.currentTarget,
        preventDefault: () => event.preventDefault(),
      },
      codeMenu({ code, codeIds, forest, sets }),
    )
  }

  const isEmpty = isReady && codes.length === 0 && editing?.type !== 'new'
  return (
    <div className="code-tree-panel">
      <TreeTools forest={forest} hasCodes={codes.length > 0} />
      {isEmpty ? (
        <div className="code-tree-empty">
          <EmptyState
            icon={Tags}
            title={t('codes.emptyTitle')}
            actions={
              <>
                <Button variant="primary" disabled={isReadOnly} onClick={() => beginNewCode(null)}>
                  {t('codes.newCode')}
                </Button>
                <Button disabled={isReadOnly} onClick={() => void importCodebook()}>
                  {t('codes.importCodebook')}
                </Button>
              </>
            }
          >
            {t('codes.emptyText')}
          </EmptyState>
        </div>
      ) : (
        <div
          ref={scroll}
          role="tree"
          aria-label={t('codes.treeLabel')}
          aria-multiselectable="true"
          {...(activeIndex >= 0
            ? { 'aria-activedescendant': codeRowId(rows[activeIndex]?.code.id ?? '') }
            : {})}
          tabIndex={0}
          className="code-tree"
          onKeyDown={onKeyDown}
          onContextMenu={onContextMenu}
          onFocus={() => {
            const first = rows[0]?.code.id
            if (activeIndex < 0 && first !== undefined)
              changeTree({ activeId: first, anchorId: first })
          }}
          onDragOver={drag.onDragOverEnd}
          onDrop={drag.onDropAtEnd}
          onDragLeave={(event: DragEvent) => {
            if (
              event.relatedTarget instanceof Node &&
              scroll.current?.contains(event.relatedTarget)
            )
              return
            drag.clear()
          }}
        >
          <div
            className="code-tree-space"
            role="presentation"
            style={{ height: virtual.getTotalSize() }}
          >
            {virtual.getVirtualItems().map((item) => {
              if (item.index === newAt && editing?.type === 'new') {
                const parent = forest.nodeById.get(editing.parentId ?? '')?.code
                return (
                  <div
                    key="new"
                    role="presentation"
                    className="code-row is-new"
                    style={rowPlace(newDepth(rows, editing.parentId), item.start, rowHeight)}
                  >
                    <span className="code-row-twisty" />
                    <NameInput
                      label={t('codes.newCodeName')}
                      initial=""
                      onSave={async (name) => {
                        const code = await createCode(name, parent)
                        if (code !== undefined) changeTree({ editing: null })
                        focusTree()
                        return code !== undefined
                      }}
                      onCancel={() => {
                        changeTree({ editing: null })
                        focusTree()
                      }}
                    />
                  </div>
                )
              }
              const row = rows[newAt >= 0 && item.index > newAt ? item.index - 1 : item.index]
              if (row === undefined) return null
              const id = row.code.id
              return (
                <CodeTreeRow
                  key={id}
                  row={row}
                  top={item.start}
                  height={rowHeight}
                  isSelected={state.selected.includes(id)}
                  isActive={id === state.activeId}
                  isRenaming={editing?.type === 'rename' && editing.id === id}
                  drop={drag.mark?.codeId === id ? drag.mark.place : null}
                  withSubcodes={state.withSubcodes}
                  onLeaveEditing={() => {
                    changeTree({ editing: null })
                    focusTree()
                  }}
                  handlers={{
                    onClick,
                    onDoubleClick: () => openView({ type: 'code', id }),
                    onToggle: (toggled) => setCollapsed([toggled.code.id], toggled.expanded),
                    onDragStart: drag.onDragStart,
                    onDragOver: (event, over) => {
                      event.stopPropagation()
                      drag.onDragOver(event, over)
                    },
                    onDrop: drag.onDrop,
                    onDragEnd: drag.clear,
                  }}
                />
              )
            })}
          </div>
          {rows.length === 0 && isReady && newAt < 0 && (
            <p className="code-tree-none">
              {state.filter !== ''
                ? t('codes.emptyFilter', { filter: state.filter })
                : t('codes.emptySet')}
            </p>
          )}
        </div>
      )}
      {codes.length > 0 && <CodeSets sets={sets} forest={forest} />}
    </div>
  )
}

/** A new code stands last below its parent, or at the very end. */
function newRowIndex(rows: readonly CodeRow[], parentId: string | null): number {
  if (parentId === null) return rows.length
  const parentAt = rows.findIndex((row) => row.code.id === parentId)
  const parent = rows[parentAt]
  if (parent === undefined) return rows.length
  let index = parentAt + 1
  while ((rows[index]?.depth ?? -1) > parent.depth) index += 1
  return index
}

function newDepth(rows: readonly CodeRow[], parentId: string | null): number {
  const parent = rows.find((row) => row.code.id === parentId)
  return parent === undefined ? 0 : parent.depth + 1
}
