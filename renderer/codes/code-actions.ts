import { BookMarked, Merge, NotebookPen, Pencil, Plus, Split, Trash2, Upload } from 'lucide-react'
import type { Action } from '../app/actions.ts'
import { showNavigator } from '../app/side-panels.ts'
import { openView, workspaceStore } from '../app/workspace.ts'
import { createMemo, subjectHere } from '../memos/memo-acts.ts'
import { deleteCodes, importCodebook } from './code-acts.ts'
import { openCodeDialog } from './dialogs/code-dialog-state.ts'
import type { CodeForest } from './tree/code-forest.ts'
import { beginNewCode, beginRenaming, treeState } from './tree/tree-state.ts'

/** The acts on codes, codebook and memos, for menu, palette and the page of shortcuts. */
export function codeActions(forest: CodeForest): Action[] {
  const chosen = (): string[] => {
    const { selection } = workspaceStore.get()
    const { selected } = treeState()
    const ids =
      selection.type === 'code' && !selected.includes(selection.id) ? [selection.id] : selected
    return ids.filter((id) => forest.nodeById.has(id))
  }
  const hasChosen = () => workspaceStore.get().selection.type === 'code' && chosen().length > 0
  return [
    {
      id: 'codes.new',
      labelKey: 'codes.newCode',
      shortcut: '$mod+Shift+KeyN',
      menu: 'code',
      group: 10,
      icon: Plus,
      changes: true,
      perform: () => {
        showNavigator('codes')
        beginNewCode(null)
      },
    },
    {
      id: 'codes.newSubcode',
      labelKey: 'codes.newSubcode',
      menu: 'code',
      group: 10,
      icon: Plus,
      changes: true,
      enabled: hasChosen,
      perform: () => {
        showNavigator('codes')
        beginNewCode(chosen()[0] ?? null)
      },
    },
    {
      id: 'codes.rename',
      labelKey: 'codes.rename',
      menu: 'code',
      group: 11,
      icon: Pencil,
      changes: true,
      enabled: hasChosen,
      perform: () => {
        const [id] = chosen()
        if (id === undefined) return
        showNavigator('codes')
        beginRenaming(id)
      },
    },
    {
      id: 'codes.merge',
      labelKey: 'codes.mergeInto',
      shortcut: '$mod+KeyM',
      menu: 'code',
      group: 11,
      icon: Merge,
      changes: true,
      enabled: hasChosen,
      perform: () => openCodeDialog({ type: 'merge', codeIds: chosen() }),
    },
    {
      id: 'codes.split',
      labelKey: 'codes.split',
      menu: 'code',
      group: 11,
      icon: Split,
      changes: true,
      enabled: hasChosen,
      perform: () => {
        const [codeId] = chosen()
        if (codeId !== undefined) openCodeDialog({ type: 'split', codeId })
      },
    },
    {
      id: 'codes.delete',
      labelKey: 'codes.deleteChosen',
      menu: 'code',
      group: 11,
      icon: Trash2,
      changes: true,
      enabled: hasChosen,
      perform: () => void deleteCodes(forest, chosen()),
    },
    {
      id: 'codes.import',
      labelKey: 'codes.importCodebook',
      menu: 'file',
      group: 30,
      icon: Upload,
      changes: true,
      perform: () => void importCodebook(),
    },
    {
      id: 'export.codebook',
      labelKey: 'export.openCodebook',
      shortcut: '$mod+Shift+KeyE',
      menu: 'file',
      group: 30,
      icon: BookMarked,
      keywords: ['export', 'eksport', 'word', 'docx', 'excel', 'qdc', 'latex'],
      perform: () => openView({ type: 'codebook' }),
    },
    {
      id: 'memos.new',
      labelKey: 'memos.newMemo',
      shortcut: '$mod+Shift+KeyM',
      menu: 'edit',
      group: 40,
      icon: NotebookPen,
      changes: true,
      perform: () => void createMemo(),
    },
    {
      id: 'memos.newAbout',
      labelKey: 'memos.newAboutSelection',
      shortcut: '$mod+Alt+KeyM',
      menu: 'edit',
      group: 40,
      icon: NotebookPen,
      changes: true,
      enabled: () => subjectHere() !== undefined,
      perform: () => {
        const about = subjectHere()
        if (about !== undefined) void createMemo(about)
      },
    },
  ]
}
