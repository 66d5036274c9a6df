import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { openView } from '../../app/workspace.ts'

/** Memos about a source, each opened by a click. */
export function SourceMemos({ sourceId }: { sourceId: string }) {
  const t = useT()
  const memos = useQuery('memos.list', { about: { type: 'source', id: sourceId } }, ['memos']).data
  if (memos === undefined || memos.items.length === 0) return null
  return (
    <>
      <h3>{t('sources.card.memos')}</h3>
      <ul className="source-card-memos">
        {memos.items.map((memo) => (
          <li key={memo.id}>
            <button type="button" onClick={() => openView({ type: 'memo', id: memo.id })}>
              {memo.title === '' ? memo.text.slice(0, 80) || t('sources.noTitle') : memo.title}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
