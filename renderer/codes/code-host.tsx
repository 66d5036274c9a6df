import { BookMarked, Merge, NotebookPen, Pencil, Plus, Split, Trash2, Upload } from 'lucide-react'
import { useActions } from '../app/actions.ts'
import type { Action } from '../app/actions.ts'
import { openView, showNavigator, workspaceStore } from '../app/workspace.ts'
import { createMemo, memoSubject } from '../memos/memo-acts.ts'
import { deleteCodes, importCodebook } from './code-acts.ts'
import { useCodes } from './code-data.ts'
import './codes.css'
import { CodeDialogs } from './dialogs/code-dialogs.tsx'
import { openCodeDialog } from './dialogs/code-dialog-state.ts'
import { beginNewCode, changeTree, treeState } from './tree/tree-state.ts'

/** Acts on codes and memos and their dialogs; mounted once while a project is open. */
export function CodeHost() {
  const { forest } = useCodes()
  const chosen = (): string[] => {
    const { selection } = workspaceStore.get()
    const { selected } = treeState()
    const ids =
      selection.type === 'code' && !selected.includes(selection.id) ? [selection.id] : selected
    return ids.filter((id) => forest.nodeById.has(id))
  }
  const hasChosen = () => workspaceStore.get().selection.type === 'code' && chosen().length > 0
  const actions: Action[] = [
    {
      id: 'codes.new',
      labelKey: 'codes.newCode',
      shortcut: '$mod+Shift+KeyN',
      menu: 'code',
      group: 10,
      icon: Plus,
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
      enabled: hasChosen,
      perform: () => {
        const [id] = chosen()
        if (id === undefined) return
        showNavigator('codes')
        changeTree({ editing: { type: 'rename', id } })
      },
    },
    {
      id: 'codes.merge',
      labelKey: 'codes.mergeInto',
      shortcut: '$mod+KeyM',
      menu: 'code',
      group: 11,
      icon: Merge,
      enabled: hasChosen,
      perform: () => openCodeDialog({ type: 'merge', codeIds: chosen() }),
    },
    {
      id: 'codes.split',
      labelKey: 'codes.split',
      menu: 'code',
      group: 11,
      icon: Split,
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
      enabled: hasChosen,
      perform: () => void deleteCodes(forest, chosen()),
    },
    {
      id: 'codes.import',
      labelKey: 'codes.importCodebook',
      menu: 'file',
      group: 30,
      icon: Upload,
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
      perform: () => void createMemo(),
    },
    {
      id: 'memos.newAbout',
      labelKey: 'memos.newAboutSelection',
      shortcut: '$mod+Alt+KeyM',
      menu: 'edit',
      group: 40,
      icon: NotebookPen,
      enabled: () => memoSubject(workspaceStore.get().selection) !== undefined,
      perform: () => {
        const about = memoSubject(workspaceStore.get().selection)
        if (about !== undefined) void createMemo(about)
      },
    },
  ]
  useActions(actions)
  return <CodeDialogs />
}
