import { act } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { text } from '../app/i18n.ts'
import { closeViews, openView, select } from '../app/workspace.ts'
import type { Selection } from '../app/workspace.ts'
import type { Memo } from '../../shared/model/entities.ts'
import { openPassage } from '../codes/code-acts.ts'

export type MemoAbout = Memo['about']

/** What a memo about the present selection would be about; undefined when nothing fits. */
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

/** Makes a memo and opens it; without `about` it is about the project. */
export async function createMemo(about?: MemoAbout): Promise<void> {
  const memo = await act('memos.create', about === undefined ? {} : { about })
  if (memo !== undefined) openView({ type: 'memo', id: memo.id })
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
