import { useMemo } from 'react'
import type { Question } from '../../../shared/model/institution.ts'
import type { TextKey } from '../../../shared/i18n/index.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { attempt, chosenOrNew, must } from '../in-hand.ts'
import type { InHand, Outcome } from '../in-hand.ts'
import type { Answers, IndexForm } from '../index-form.ts'

/** A built-in question is in the words of the interface until it is reworded. */
export function questionText(t: ReturnType<typeof useT>, question: Question): string {
  return question.text === '' ? t(`institution.question.${question.id}` as TextKey) : question.text
}

/** Which of the standing questions the passage answers. */
export function useAnswerForm(
  hand: InHand,
  onDone: (outcome: Outcome) => void,
  questionId?: string,
): IndexForm {
  const t = useT()
  const questions = useQuery('questions.list', {}, ['findings']).data?.items
  return useMemo(() => {
    const choices = (questions ?? []).map((question) => ({
      id: question.id,
      label: questionText(t, question),
    }))
    const preset = choices.find((choice) => choice.id === questionId)
    const perform = async (answers: Answers): Promise<Outcome> => {
      const { question, note } = answers
      const { id = '', name } = chosenOrNew(question)
      const { passageId } = await must('answers.create', {
        at: hand.at,
        ...(name === undefined ? { questionId: id } : { newQuestion: name }),
        note: note?.value ?? '',
      })
      return { said: t('indexing.done.answer'), passageId }
    }
    return {
      title: t('indexing.title.answer'),
      rows: () => [
        {
          kind: 'choose',
          id: 'question',
          label: t('indexing.row.question'),
          placeholder: t('indexing.place.question'),
          choices,
          makesNew: true,
          preset: preset === undefined ? undefined : { value: preset.id, label: preset.label },
        },
        {
          kind: 'words',
          id: 'note',
          label: t('indexing.row.note'),
          placeholder: t('indexing.place.note'),
        },
      ],
      submit: async (answers) => await attempt(async () => await perform(answers), onDone),
    }
  }, [t, questions, questionId, hand, onDone])
}
