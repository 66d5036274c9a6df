import { useVirtualizer } from '@tanstack/react-virtual'
import { FileInput, FolderPlus, Import, NotebookText, Plus, ClipboardPaste } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { showDialog } from '../app/dialogs.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { frontView, keepFrontTab, openView, useWorkspace } from '../app/workspace.ts'
import { Button, EmptyState, IconButton, Menu, openContextMenu, TextInput } from '../ui/index.ts'
import { chooseFilesToImport } from './import/choose-files.ts'
import { deleteFolder, deleteSources, newFieldNote, newFolder } from './source-acts.ts'
import './sources.css'
import { startSourceDrag } from './tree/source-drag.ts'
import { sourceMenu } from './tree/source-menu.ts'
import { sourceRows } from './tree/source-rows.ts'
import type { SourceRow } from './tree/source-rows.ts'
import { SourceTreeRow } from './tree/source-tree-row.tsx'
import { changeSourceTree, setFolded, useSourceTree } from './tree/source-tree-state.ts'
import { useSourceDrag } from './tree/use-source-drag.ts'
import { chooseSourceRow, sourceRowId, useSourceKeys } from './tree/use-source-keys.ts'
import { WithdrawnList } from './withdrawal/withdrawn-list.tsx'

const rowHeight = 27

export function SourcesPanel() {
  const t = useT()
  const language = useLanguage()
  const { readOnly } = useProject()
  const data = useQuery('sources.list', {}, ['sources', 'folders', 'passages']).data
  const tree = useSourceTree()
  const rows = useMemo(
    () =>
      sourceRows(data?.items ?? [], data?.folders ?? [], {
        filter: tree.filter,
        collapsed: tree.collapsed,
        locale: language,
      }),
    [data, tree.filter, tree.collapsed, language],
  )
  const isEmpty = data !== undefined && data.items.length === 0 && data.folders.length === 0
  return (
    <>
      <PanelHead isReadOnly={readOnly} />
      {isEmpty ? (
        <EmptyState
          icon={FileInput}
          title={t('sources.emptyTitle')}
          actions={
            <Button
              icon={Import}
              disabled={readOnly}
              onClick={() => void chooseFilesToImport(null)}
            >
              {t('sources.import')}
            </Button>
          }
        >
          {t('sources.emptyText')}
        </EmptyState>
      ) : (
        <>
          <div className="sources-filter">
            <TextInput
              isQuiet
              aria-label={t('sources.filter')}
              placeholder={t('ui.filter')}
              value={tree.filter}
              onChange={(event) => changeSourceTree({ filter: event.target.value })}
              onKeyDown={(event) => {
                if (event.key === 'Escape') changeSourceTree({ filter: '' })
              }}
            />
          </div>
          <SourceTree rows={rows} folders={data?.folders ?? []} isReadOnly={readOnly} />
          {rows.length === 0 && data !== undefined && (
            <p className="sources-none">{t('sources.noMatch')}</p>
          )}
        </>
      )}
      <WithdrawnList />
    </>
  )
}

function PanelHead({ isReadOnly }: { isReadOnly: boolean }) {
  const t = useT()
  return (
    <div className="panel-head">
      <h2>{t('sources.title')}</h2>
      <div className="panel-tools">
        <IconButton
          icon={Import}
          size="small"
          label={t('sources.import')}
          shortcut="$mod+KeyI"
          disabled={isReadOnly}
          onClick={() => void chooseFilesToImport(null)}
        />
        <Menu
          align="end"
          trigger={
            <IconButton
              icon={Plus}
              size="small"
              label={t('sources.add')}
              disabled={isReadOnly}
              noTooltip
            />
          }
          items={[
            {
              label: t('app.actions.import'),
              icon: Import,
              shortcut: '$mod+KeyI',
              perform: () => void chooseFilesToImport(null),
            },
            {
              label: t('app.actions.pasteAsSource'),
              icon: ClipboardPaste,
              shortcut: '$mod+Shift+KeyV',
              perform: () => showDialog({ type: 'paste' }),
            },
            {
              label: t('app.actions.newFieldNote'),
              icon: NotebookText,
              shortcut: '$mod+Alt+KeyN',
              perform: () => void newFieldNote(null),
            },
            'separator',
            {
              label: t('sources.newFolderName'),
              icon: FolderPlus,
              perform: () => void newFolder(null),
            },
          ]}
        />
      </div>
    </div>
  )
}

interface TreeProps {
  rows: SourceRow[]
  folders: Parameters<typeof sourceMenu>[2]
  isReadOnly: boolean
}

function SourceTree({ rows, folders, isReadOnly }: TreeProps) {
  const t = useT()
  const tree = useSourceTree()
  const shown = useWorkspace(frontView)
  const scroll = useRef<HTMLDivElement>(null)
  const drag = useSourceDrag(rows)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const selected = new Set(tree.selected)
  const focusedPlace = rows.findIndex((row) => row.id === tree.focused)
  useEffect(() => {
    if (focusedPlace !== -1) virtual.scrollToIndex(focusedPlace, { align: 'auto' })
  }, [focusedPlace, virtual])

  const selectedRows = (row: SourceRow): SourceRow[] =>
    selected.has(row.id) ? rows.filter((other) => selected.has(other.id)) : [row]
  const remove = (): void => {
    const chosen = rows.filter((row) => selected.has(row.id))
    const sources = chosen.flatMap((row) => (row.type === 'source' ? [row.source] : []))
    if (sources.length > 0) void deleteSources(sources)
    for (const row of chosen) if (row.type === 'folder') void deleteFolder(row.folder)
  }
  const menuFor = (row: SourceRow) => sourceMenu(row, selectedRows(row), folders, isReadOnly)
  const onKeyDown = useSourceKeys({ rows, isReadOnly, menuFor, remove })
  const rename = (row: SourceRow, name: string | null): void => {
    changeSourceTree({ renaming: null })
    scroll.current?.focus()
    const title = name?.trim() ?? ''
    if (title === '') return
    if (row.type === 'folder' && title !== row.folder.name) {
      void act('folders.update', { folderId: row.id, name: title })
    } else if (row.type === 'source' && title !== row.source.title) {
      void act('sources.update', { sourceIds: [row.id], title })
    }
  }
  return (
    <div
      ref={scroll}
      className="source-tree"
      role="tree"
      tabIndex={0}
      aria-label={t('sources.tree')}
      aria-multiselectable
      aria-activedescendant={focusedPlace === -1 ? undefined : sourceRowId(tree.focused ?? '')}
      onKeyDown={onKeyDown}
      onDragOver={drag.onDragOverEnd}
      onDrop={drag.onDropAtEnd}
      onDragEnd={drag.clear}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <SourceTreeRow
              key={row.id}
              row={row}
              top={start}
              isSelected={selected.has(row.id)}
              isFocused={row.id === tree.focused}
              isShown={shown?.type === 'source' && shown.id === row.id}
              dropPlace={drag.mark?.id === row.id ? drag.mark.place : null}
              isRenaming={row.id === tree.renaming}
              onClick={(event) => {
                chooseSourceRow(rows, row, event)
                const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey
                if (!isPlain) return
                if (row.type === 'source')
                  openView({ type: 'source', id: row.id }, { passing: true })
                else setFolded(row.id, row.isOpen)
              }}
              onDoubleClick={keepFrontTab}
              onContextMenu={(event) => {
                if (!selected.has(row.id)) {
                  chooseSourceRow(rows, row, { shiftKey: false, ctrlKey: false, metaKey: false })
                }
                openContextMenu(event, menuFor(row))
              }}
              onDragStart={(event) =>
                startSourceDrag(
                  event,
                  selectedRows(row).map((other) => other.id),
                )
              }
              onDragOver={(event) => drag.onDragOver(event, row)}
              onDrop={(event) => drag.onDrop(event, row)}
              onRename={(name) => rename(row, name)}
            />
          )
        })}
      </div>
    </div>
  )
}
