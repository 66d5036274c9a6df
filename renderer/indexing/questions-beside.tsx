import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Question } from '../../shared/model/institution.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView, select } from '../app/workspace.ts'
import { openSource } from '../reading/open-source.ts'
import { IconButton, InlineEdit } from '../ui/index.ts'
import { Remove, takeAway } from './card/card-parts.tsx'
import { questionText } from './forms/answer-form.ts'
import { shortened } from './index-data.ts'
import { toggleAid } from './reading-aids.ts'
import './questions-beside.css'

interface Props {
  sourceId: string
  /** Answers a question with the words in hand. */
  onAnswer: (questionId: string) => void
}

/** The standing questions beside a text, with what it answers to each. */
export function QuestionsBeside({ sourceId, onAnswer }: Props) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const questions = useQuery('questions.list', {}, ['findings']).data?.items ?? []
  const answers = useQuery('answers.list', { sourceId }, ['indexing', 'findings']).data?.items ?? []
  const to = (question: Question) => answers.filter((each) => each.questionId === question.id)
  const answered = questions.filter((question) => to(question).length > 0).length
  return (
    <aside className="questions-beside" aria-label={t('indexing.questions.title')}>
      <header>
        <h2>{t('indexing.questions.title')}</h2>
        <IconButton
          icon={X}
          size="small"
          label={t('indexing.questions.close')}
          onClick={() => toggleAid('questions')}
        />
      </header>
      <div
        className="questions-coverage"
        role="img"
        aria-label={t('indexing.questions.coverage', { answered, total: questions.length })}
      >
        {questions.map((question) => (
          <span key={question.id} data-answered={to(question).length > 0} />
        ))}
      </div>
      <p className="questions-lead">
        {answers.length === 0
          ? t('indexing.questions.lead')
          : t('indexing.questions.coverage', { answered, total: questions.length })}
      </p>
      <ol>
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionHead question={question} onAnswer={onAnswer} />
            {to(question).map((answer) => (
              <OneAnswer key={answer.id} answer={answer} />
            ))}
            {to(question).length === 0 && (
              <p className="questions-none">{t('indexing.questions.noAnswer')}</p>
            )}
          </li>
        ))}
      </ol>
      {!isReadOnly && <OwnQuestion />}
    </aside>
  )
}

interface HeadProps {
  question: Question
  onAnswer: (questionId: string) => void
}

function QuestionHead({ question, onAnswer }: HeadProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { id } = question
  const words = questionText(t, question)
  return (
    <div className="questions-head">
      <InlineEdit
        isLong
        label={t('indexing.questions.reword', { question: words })}
        value={words}
        onSave={(text) => {
          if (text !== '') void act('questions.update', { questionId: id, text })
        }}
      />
      <IconButton
        icon={Plus}
        size="small"
        label={t('indexing.questions.answer')}
        shortcut="KeyQ"
        disabled={isReadOnly}
        onClick={() => onAnswer(id)}
      />
      <Remove
        label={t('indexing.questions.remove', { question: words })}
        onRemove={() =>
          void takeAway('questions.delete', { questionIds: [id] }, t('indexing.questions.removed'))
        }
      />
    </div>
  )
}

interface AnswerProps {
  answer: { id: string; sourceId: string; passageId: string; quote: string; note: string }
}

function OneAnswer({ answer }: AnswerProps) {
  const t = useT()
  const { id, sourceId, passageId } = answer
  const quote = shortened(answer.quote, 160)
  const jump = (): void => {
    const place = openSource(sourceId).find(passageId)
    if (place !== undefined && place.state === 'placed')
      openView({ type: 'source', id: sourceId, at: { start: place.start, end: place.end } })
    select({ type: 'passage', id: passageId, sourceId })
  }
  return (
    <div className="questions-answer">
      <button
        type="button"
        aria-label={t('indexing.questions.showAnswer', { quote })}
        onClick={jump}
      >
        <q>{quote}</q>
        {answer.note !== '' && <span>{answer.note}</span>}
      </button>
      <Remove
        label={t('indexing.questions.removeAnswer', { quote: shortened(quote, 40) })}
        onRemove={() =>
          void takeAway('answers.delete', { answerIds: [id] }, t('indexing.card.removed.answer'))
        }
      />
    </div>
  )
}

function OwnQuestion() {
  const t = useT()
  const [words, setWords] = useState('')
  const add = async (): Promise<void> => {
    const text = words.trim()
    if (text !== '' && (await act('questions.create', { text })) !== undefined) setWords('')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <input
        className="inline-edit"
        aria-label={t('indexing.questions.add')}
        placeholder={t('indexing.questions.addPlaceholder')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </form>
  )
}
