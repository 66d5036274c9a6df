import { NotebookPen } from 'lucide-react'
import { useQuery } from '../../app/engine-client.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView } from '../../app/workspace.ts'
import { createMemo } from '../../memos/memo-acts.ts'
import type { Memo } from '../../../shared/model/entities.ts'
import { Button } from '../../ui/index.ts'

/** Memos about one thing, with a way to begin another. */
export function CodeMemos({ codeId }: { codeId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const format = useFormat()
  const about: Memo['about'] = { type: 'code', id: codeId }
  const { data } = useQuery('memos.list', { about }, ['memos'])
  const items = data?.items ?? []
  return (
    <div className="code-memos">
      {items.map((memo) => (
        <button
          key={memo.id}
          type="button"
          className="code-memo"
          onClick={() => openView({ type: 'memo', id: memo.id })}
        >
          <span className="code-memo-title">
            {memo.title === '' ? t('memos.untitled') : memo.title}
          </span>
          <span className="code-memo-facts">
            {t(`memos.kind_${memo.kind}`)} · {format.ago(memo.changed)}
          </span>
          <span className="code-memo-text">{memo.text.slice(0, 240)}</span>
        </button>
      ))}
      {data !== undefined && items.length === 0 && (
        <p className="code-page-none">{t('codes.noMemos')}</p>
      )}
      <Button
        size="small"
        icon={NotebookPen}
        disabled={isReadOnly}
        onClick={() => void createMemo(about)}
      >
        {t('codes.newMemo')}
      </Button>
    </div>
  )
}
