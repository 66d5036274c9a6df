import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { DeleteButton, InlineEdit, TextInput } from '../../ui/index.ts'
import { FindingsPage } from '../findings-page.tsx'
import { Coverage } from './coverage.tsx'
import { questionText } from './question-text.ts'

/** The standing questions, and how many answers each source gives to each. */
export function QuestionsPage() {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [written, setWritten] = useState('')
  const items = useQuery('questions.list', {}, ['findings']).data?.items
  const add = async (): Promise<void> => {
    const words = written.trim()
    if (words === '') return
    const made = await act('questions.create', { text: words })
    if (made !== undefined) setWritten('')
  }
  const remove = async (questionId: string): Promise<void> => {
    const done = await act('questions.delete', { questionIds: [questionId] })
    if (done !== undefined) toastWithUndo(t('analysis.questionDeleted'))
  }
  return (
    <FindingsPage part="questions" icon={CircleHelp} count={items?.length} hasNew={false}>
      <ol className="questions" aria-label={t('app.tabs.questions')}>
        {items?.map((question, index) => (
          <li key={question.id}>
            <span className="questions-number" aria-hidden>
              {index + 1}
            </span>
            <InlineEdit
              isLong
              label={t('analysis.question', { number: index + 1 })}
              value={questionText(question, t)}
              onSave={(text) =>
                text !== '' && void act('questions.update', { questionId: question.id, text })
              }
            />
            <DeleteButton
              size="small"
              noTooltip
              label={t('analysis.deleteQuestion', { number: index + 1 })}
              disabled={isReadOnly}
              onClick={() => void remove(question.id)}
            />
          </li>
        ))}
      </ol>
      <form
        className="questions-add"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <TextInput
          data-new-finding
          aria-label={t('analysis.questionAdd')}
          placeholder={t('analysis.questionAddHint')}
          disabled={isReadOnly}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
        />
      </form>
      {items !== undefined && items.length > 0 && <Coverage questions={items} />}
    </FindingsPage>
  )
}
