import { useQuery } from './engine-client.ts'
import { useFormat } from './i18n.ts'

/** A memo in the inspector: its beginning, for a memo chosen in a list. */
export function MemoCard({ memoId }: { memoId: string }) {
  const format = useFormat()
  const memo = useQuery('memos.list', {}, ['memos']).data?.items.find((item) => item.id === memoId)
  if (memo === undefined) return null
  return (
    <div className="memo-card">
      <h3>{memo.title}</h3>
      <p className="memo-card-meta">
        {memo.aboutLabel === '' ? '' : `${memo.aboutLabel} · `}
        {format.date(memo.changed)}
      </p>
      <p className="memo-card-text">{memo.text.slice(0, 1200)}</p>
    </div>
  )
}
