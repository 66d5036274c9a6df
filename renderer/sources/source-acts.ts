import { act } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { currentLanguage, formatsFor, text } from '../app/i18n.ts'
import { showNavigator } from '../app/side-panels.ts'
import { closeViews, openView, select, workspaceStore } from '../app/workspace.ts'
import type { SourceMove } from './tree/move-sources.ts'
import { changeSourceTree } from './tree/source-tree-state.ts'

export async function newFieldNote(folderId: string | null): Promise<void> {
  const date = formatsFor(currentLanguage()).date(new Date().toISOString())
  const made = await act('sources.create', {
    title: text('sources.newFieldNoteTitle', { date }),
    kind: 'field note',
    folderId,
  })
  if (made === undefined) return
  openView({ type: 'source', id: made.id })
  select({ type: 'source', id: made.id })
}

export async function newFolder(parentId: string | null): Promise<void> {
  const made = await act('folders.create', { name: text('sources.newFolderName'), parentId })
  if (made === undefined) return
  showNavigator('sources')
  changeSourceTree({ renaming: made.id, focused: made.id, selected: [made.id] })
}

export async function deleteSources(
  sources: ReadonlyArray<{ id: string; title: string }>,
): Promise<void> {
  const [first] = sources
  if (first === undefined) return
  const ids = sources.map((source) => source.id)
  const done = await act('sources.delete', { sourceIds: ids })
  if (done === undefined) return
  closeViews((view) => view.type === 'source' && ids.includes(view.id))
  const { selection } = workspaceStore.get()
  if (selection.type === 'source' && ids.includes(selection.id)) select({ type: 'none' })
  if (selection.type === 'passage' && ids.includes(selection.sourceId)) select({ type: 'none' })
  changeSourceTree({ selected: [] })
  toastWithUndo(
    sources.length === 1
      ? text('sources.deleted', { title: first.title })
      : text('sources.deletedMany', { count: sources.length }),
    done.codings === 0 ? undefined : text('sources.withCodings', { count: done.codings }),
  )
}

export async function deleteFolder(folder: { id: string; name: string }): Promise<void> {
  const done = await act('folders.delete', { folderId: folder.id })
  if (done !== undefined) toastWithUndo(text('sources.folderDeleted', { title: folder.name }))
}

export async function moveToFolder(
  moved: { sourceIds: readonly string[]; folderIds: readonly string[] },
  folderId: string | null,
): Promise<void> {
  if (moved.sourceIds.length > 0) {
    await act('sources.move', { sourceIds: [...moved.sourceIds], folderId })
  }
  for (const id of moved.folderIds) {
    if (id !== folderId) await act('folders.update', { folderId: id, parentId: folderId })
  }
}

export async function moveSources(move: SourceMove | undefined): Promise<void> {
  if (move !== undefined) await act('sources.move', { ...move })
}
