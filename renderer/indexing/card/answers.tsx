import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { InlineEdit } from '../../ui/index.ts'
import { questionText } from '../forms/answer-form.ts'
import { CardPart, Remove, takeAway } from './card-parts.tsx'

/** Standing questions that a passage answers. */
export function IndexedAnswers({ passageId }: { passageId: string }) {
  const t = useT()
  const answers = useQuery('answers.list', { passageId }, ['indexing', 'findings']).data?.items
  const questions = useQuery('questions.list', {}, ['findings']).data?.items ?? []
  return (
    <CardPart title={t('indexing.card.answers')}>
      {(answers ?? []).flatMap(({ id, questionId, note }) => {
        const question = questions.find((each) => each.id === questionId)
        if (question === undefined) return []
        const name = questionText(t, question)
        return [
          <article key={id} className="passage-index-item" aria-label={name}>
            <header>
              <span className="passage-index-name">{name}</span>
              <Remove
                label={t('indexing.card.remove', { what: name })}
                onRemove={() =>
                  void takeAway(
                    'answers.delete',
                    { answerIds: [id] },
                    t('indexing.card.removed.answer'),
                  )
                }
              />
            </header>
            <InlineEdit
              isLong
              label={t('indexing.card.note', { what: name })}
              placeholder={t('indexing.card.notePlaceholder')}
              value={note}
              onSave={(words) => void act('answers.update', { answerId: id, note: words })}
            />
          </article>,
        ]
      })}
    </CardPart>
  )
}
