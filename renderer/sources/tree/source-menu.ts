import {
  Columns2,
  FileText,
  FolderPlus,
  Import,
  NotebookText,
  Pencil,
  RotateCcw,
  Trash2,
  UserX,
} from 'lucide-react'
import type { Folder, Source } from '../../../shared/model/entities.ts'
import { showDialog } from '../../app/dialogs.ts'
import { act } from '../../app/engine-client.ts'
import { text } from '../../app/i18n.ts'
import { openView, select } from '../../app/workspace.ts'
import type { MenuEntry } from '../../ui/index.ts'
import { chooseFilesToImport } from '../import/choose-files.ts'
import {
  deleteFolder,
  deleteSources,
  moveToFolder,
  newFieldNote,
  newFolder,
} from '../source-acts.ts'
import { kindOptions } from '../source-words.ts'
import type { SourceRow } from './source-rows.ts'
import { changeSourceTree } from './source-tree-state.ts'

/** What can be done with the rows that are selected; `row` is the one that was pointed at. */
export function sourceMenu(
  row: SourceRow,
  selected: readonly SourceRow[],
  folders: readonly Folder[],
  isReadOnly: boolean,
): MenuEntry[] {
  if (row.type === 'folder') return folderMenu(row.folder, isReadOnly)
  const sources = selected.flatMap((item) => (item.type === 'source' ? [item.source] : []))
  return sourcesMenu(row.source, sources, folders, isReadOnly)
}

function sourcesMenu(
  source: Source,
  sources: readonly Source[],
  folders: readonly Folder[],
  isReadOnly: boolean,
): MenuEntry[] {
  const sourceIds = sources.map((item) => item.id)
  const isOne = sources.length === 1
  const open = (how: { beside?: boolean; newTab?: boolean }): void => {
    for (const id of sourceIds) openView({ type: 'source', id }, how)
    select({ type: 'source', id: source.id })
  }
  const reading: MenuEntry[] = [
    { label: text('ui.open'), icon: FileText, perform: () => open({ newTab: true }) },
    {
      label: text('ui.openBeside'),
      icon: Columns2,
      isDisabled: !isOne,
      perform: () => open({ beside: true }),
    },
  ]
  if (isReadOnly) return reading
  return [
    ...reading,
    'separator',
    {
      label: text('ui.rename'),
      icon: Pencil,
      shortcut: 'F2',
      isDisabled: !isOne,
      perform: () => changeSourceTree({ renaming: source.id }),
    },
    {
      label: text('sources.setKind'),
      items: kindOptions(text).map(({ value, label }) => ({
        label,
        isChecked: sources.every((item) => item.kind === value),
        perform: () => void act('sources.update', { sourceIds, kind: value }),
      })),
    },
    {
      label: text('sources.moveTo'),
      items: [
        {
          label: text('sources.noFolder'),
          isChecked: sources.every((item) => item.folderId === null),
          perform: () => void moveToFolder({ sourceIds, folderIds: [] }, null),
        },
        ...folders.map((folder) => ({
          label: folder.name,
          isChecked: sources.every((item) => item.folderId === folder.id),
          perform: () => void moveToFolder({ sourceIds, folderIds: [] }, folder.id),
        })),
      ],
    },
    {
      label: text('sources.card.redo'),
      icon: RotateCcw,
      isDisabled: !isOne || source.blob === null,
      perform: () => showDialog({ type: 'redoImport', sourceId: source.id }),
    },
    'separator',
    {
      label: text('ui.delete'),
      icon: Trash2,
      shortcut: 'Delete',
      isDanger: true,
      perform: () => void deleteSources(sources),
    },
    {
      label: text('withdrawal.act'),
      icon: UserX,
      isDanger: true,
      isDisabled: !isOne,
      perform: () => showDialog({ type: 'withdraw', sourceId: source.id }),
    },
  ]
}

function folderMenu(folder: Folder, isReadOnly: boolean): MenuEntry[] {
  if (isReadOnly) return []
  return [
    {
      label: text('app.actions.import'),
      icon: Import,
      perform: () => void chooseFilesToImport(folder.id),
    },
    {
      label: text('app.actions.newFieldNote'),
      icon: NotebookText,
      perform: () => void newFieldNote(folder.id),
    },
    {
      label: text('sources.newFolderName'),
      icon: FolderPlus,
      perform: () => void newFolder(folder.id),
    },
    'separator',
    {
      label: text('ui.rename'),
      icon: Pencil,
      shortcut: 'F2',
      perform: () => changeSourceTree({ renaming: folder.id }),
    },
    {
      label: text('ui.delete'),
      icon: Trash2,
      shortcut: 'Delete',
      isDanger: true,
      perform: () => void deleteFolder(folder),
    },
  ]
}
