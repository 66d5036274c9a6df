import { X } from 'lucide-react'
import { useState } from 'react'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView } from '../../app/workspace.ts'
import type { Question } from '../../../shared/model/institution.ts'
import { ClaimPassage } from '../../texts/links/claim-passage.tsx'
import '../../texts/links/claims.css'
import { IconButton, InlineEdit } from '../../ui/index.ts'
import { questionText } from './question-text.ts'

const topics = ['findings', 'indexing', 'sources', 'passages'] as const

/** Sources down, questions across; a number opens the answers it counts. */
export function Coverage({ questions }: { questions: readonly Question[] }) {
  const t = useT()
  const rows = useQuery('questions.coverage', {}, topics).data?.items
  const [open, setOpen] = useState<{ sourceId: string; questionId: string } | null>(null)
  if (rows === undefined) return null
  const toggle = (sourceId: string, questionId: string): void =>
    setOpen(
      open?.sourceId === sourceId && open.questionId === questionId
        ? null
        : { sourceId, questionId },
    )
  return (
    <section className="coverage" aria-label={t('analysis.coverage')}>
      <h2 className="findings-group">{t('analysis.coverage')}</h2>
      <p className="finding-hint">
        {t(rows.length === 0 ? 'analysis.noSources' : 'analysis.coverageText')}
      </p>
      {rows.length > 0 && (
        <div
          className="coverage-scroll"
          tabIndex={0}
          role="group"
          aria-label={t('analysis.coverage')}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{t('analysis.source')}</th>
                {questions.map((question, index) => (
                  <th key={question.id} scope="col" title={questionText(question, t)}>
                    <span className="coverage-question">
                      <b>{index + 1}</b> {questionText(question, t)}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.sourceId}>
                  <th scope="row">
                    <button
                      type="button"
                      className="finding-link"
                      onClick={() => openView({ type: 'source', id: row.sourceId })}
                    >
                      {row.title}
                    </button>
                  </th>
                  {questions.map((question, index) => {
                    const count = row.answers[question.id] ?? 0
                    const isOpen =
                      open?.sourceId === row.sourceId && open.questionId === question.id
                    return (
                      <td key={question.id} className={count === 0 ? 'is-none' : ''}>
                        {count === 0 ? (
                          0
                        ) : (
                          <button
                            type="button"
                            aria-expanded={isOpen}
                            aria-label={t('analysis.answersOf', {
                              source: row.title,
                              number: index + 1,
                              count,
                            })}
                            onClick={() => toggle(row.sourceId, question.id)}
                          >
                            {count}
                          </button>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open !== null && (
        <Answers
          key={`${open.sourceId} ${open.questionId}`}
          {...open}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}

interface AnswersProps {
  sourceId: string
  questionId: string
  onClose: () => void
}

function Answers({ sourceId, questionId, onClose }: AnswersProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const answers = useQuery('answers.list', { sourceId, questionId }, topics).data?.items
  if (answers === undefined) return null
  const remove = async (answerId: string): Promise<void> => {
    const done = await act('answers.delete', { answerIds: [answerId] })
    if (done !== undefined) toastWithUndo(t('analysis.answerRemoved'))
  }
  const heading = t('analysis.answers', { count: answers.length })
  return (
    <section className="answers" aria-label={heading}>
      <header>
        <h3>{heading}</h3>
        <IconButton icon={X} size="small" label={t('analysis.closeAnswers')} onClick={onClose} />
      </header>
      {answers.map((answer) => (
        <article key={answer.id} className="answer">
          <ClaimPassage passageId={answer.passageId} onTakeOff={undefined} />
          <IconButton
            icon={X}
            size="small"
            label={t('analysis.removeAnswer')}
            disabled={isReadOnly}
            onClick={() => void remove(answer.id)}
          />
          <InlineEdit
            isLong
            className="thread-note"
            label={t('analysis.answerNote')}
            placeholder={t('analysis.answerNote')}
            value={answer.note}
            onSave={(note) => void act('answers.update', { answerId: answer.id, note })}
          />
        </article>
      ))}
    </section>
  )
}
