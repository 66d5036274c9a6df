import type { Memo } from '../../shared/model/entities.ts'

export type MemoSort = 'changed' | 'created' | 'title'

export interface MemoFilter {
  text: string
  /** Empty: all. */
  kind: Memo['kind'] | ''
  status: Memo['status'] | ''
  about: Memo['about']['type'] | ''
  sort: MemoSort
}

export const allMemos: MemoFilter = { text: '', kind: '', status: '', about: '', sort: 'changed' }

/** The memos that fit, in the order wished for; those without a title stand last by title. */
export function filterMemos(memos: readonly Memo[], filter: MemoFilter, locale: string): Memo[] {
  const needle = filter.text.trim().toLocaleLowerCase(locale)
  const fitting = memos.filter(
    (memo) =>
      (filter.kind === '' || memo.kind === filter.kind) &&
      (filter.status === '' || memo.status === filter.status) &&
      (filter.about === '' || memo.about.type === filter.about) &&
      (needle === '' ||
        [memo.title, memo.text, memo.aboutLabel].some((part) =>
          part.toLocaleLowerCase(locale).includes(needle),
        )),
  )
  if (filter.sort === 'title') {
    const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
    return fitting.toSorted((a, b) => {
      if ((a.title === '') !== (b.title === '')) return a.title === '' ? 1 : -1
      return collator.compare(a.title, b.title)
    })
  }
  const field = filter.sort
  return fitting.toSorted((a, b) => (a[field] < b[field] ? 1 : a[field] > b[field] ? -1 : 0))
}
