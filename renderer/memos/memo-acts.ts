import { act } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { text } from '../app/i18n.ts'
import { closeViews, frontView, openView, select, workspaceStore } from '../app/workspace.ts'
import type { Selection } from '../app/workspace.ts'
import { typeWhile } from '../app/typing-ahead.ts'
import type { Memo } from '../../shared/model/entities.ts'
import { openPassage } from '../codes/code-acts.ts'

export type MemoAbout = Memo['about']

/** What a memo begun now would be about: the selection, or the page in front; undefined for neither. */
export function subjectHere(): MemoAbout | undefined {
  const state = workspaceStore.get()
  const front = frontView(state)
  const page = front?.type === 'source' || front?.type === 'code' ? front : undefined
  return memoSubject(state.selection) ?? (page && { type: page.type, id: page.id })
}

/** The selection as the subject of a memo; undefined when none can be about it. */
export function memoSubject(selection: Selection): MemoAbout | undefined {
  switch (selection.type) {
    case 'source':
    case 'code':
    case 'passage':
      return { type: selection.type, id: selection.id }
    default:
      return undefined
  }
}

/** Makes a memo and opens it to be written; without `about` it is about the project. */
export async function createMemo(about?: MemoAbout, beside = false): Promise<void> {
  const memo = await typeWhile(text('memos.titleField'), () =>
    act('memos.create', about === undefined ? {} : { about }),
  )
  if (memo !== undefined) openView({ type: 'memo', id: memo.id }, { beside })
}

export async function deleteMemo(memo: Memo): Promise<void> {
  if ((await act('memos.delete', { memoIds: [memo.id] })) === undefined) return
  closeViews((view) => view.type === 'memo' && view.id === memo.id)
  toastWithUndo(text('memos.deleted', { title: memoTitle(memo) }))
}

/** The title, or for want of it the first words. */
export function memoTitle(memo: Memo): string {
  if (memo.title !== '') return memo.title
  const line = memo.text.split('\n').find((candidate) => candidate.trim() !== '')
  return line === undefined ? text('memos.untitled') : line.trim().slice(0, 60)
}

export function openAbout(about: MemoAbout): void {
  if (about.type === 'project') return
  if (about.type === 'passage') {
    void openPassage(about.id)
    return
  }
  openView({ type: about.type, id: about.id })
  select({ type: about.type, id: about.id })
}
