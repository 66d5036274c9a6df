import { MessageCircleQuestion } from 'lucide-react'
import type { SavedQuestion } from '../../shared/contract/analysis.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { DeleteButton, IconButton, InlineEdit } from '../ui/index.ts'
import { answerTopics } from './ask-topics.ts'

/** Kept questions, as the engine tells them. */
export function useSavedQuestions(): readonly SavedQuestion[] {
  return useQuery('savedQuestions.list', {}, ['findings']).data?.items ?? []
}

/** Kept questions with how many answers they have now. */
export function SavedQuestions({ questions }: { questions: readonly SavedQuestion[] }) {
  const t = useT()
  if (questions.length === 0) return null
  return (
    <>
      <h3>{t('ask.saved.title')}</h3>
      <ul aria-label={t('ask.saved.title')}>
        {questions.map((saved) => (
          <SavedLine key={saved.id} saved={saved} />
        ))}
      </ul>
    </>
  )
}

function SavedLine({ saved: { id, name, question } }: { saved: SavedQuestion }) {
  const t = useT()
  const { number } = useFormat()
  const isReadOnly = useIsReadOnly()
  const { data } = useQuery('analysis.ask', { question, limit: 0 }, answerTopics)
  const remove = async () => {
    const done = await act('savedQuestions.delete', { savedQuestionIds: [id] })
    if (done !== undefined) toastWithUndo(t('ask.saved.deleted', { name }))
  }
  return (
    <li>
      <IconButton
        icon={MessageCircleQuestion}
        size="small"
        label={t('ask.saved.open', { name })}
        noTooltip
        onClick={() => openView({ type: 'ask', question: { ...question } })}
      />
      <InlineEdit
        value={name}
        label={t('ask.saved.name', { name })}
        className="search-saved-name"
        onSave={(next) => {
          if (next !== '') void act('savedQuestions.update', { savedQuestionId: id, name: next })
        }}
      />
      <span className="ask-saved-count">{data === undefined ? '' : number(data.total)}</span>
      {!isReadOnly && (
        <DeleteButton
          size="small"
          label={t('ask.saved.delete', { name })}
          noTooltip
          onClick={() => void remove()}
        />
      )}
    </li>
  )
}
