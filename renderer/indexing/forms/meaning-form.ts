import { useMemo } from 'react'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { attempt, chosenOrNew, must } from '../in-hand.ts'
import type { InHand, Outcome } from '../in-hand.ts'
import { shortened } from '../index-data.ts'
import type { Answer, Answers, IndexForm } from '../index-form.ts'

/** What a term of the institution means in these words. */
export function useMeaningForm(hand: InHand, onDone: (outcome: Outcome) => void): IndexForm {
  const t = useT()
  const { sourceId } = hand
  const terms = useQuery('terms.list', {}, ['findings', 'indexing']).data?.items
  const marks = useQuery('terms.marks', { sourceId }, ['findings', 'indexing']).data?.items
  const uses = useQuery('termUses.list', { sourceId }, ['indexing']).data?.items
  return useMemo(() => {
    const choices = (terms ?? []).map((term) => ({
      id: term.id,
      label: term.term,
      aliases: term.variants,
    }))
    const mark = marks?.find(({ start, end }) => start < hand.end && end > hand.start)
    const marked = choices.find((choice) => choice.id === mark?.termId)
    const words = shortened(hand.quote, 80)
    const preset: Answer | undefined =
      marked !== undefined
        ? { value: marked.id, label: marked.label }
        : words.split(' ').length <= 5
          ? { value: '', label: words, isNew: true }
          : undefined
    const givenTo = (termId: string | undefined) =>
      uses?.find((use) => use.termId === termId && use.start <= hand.start && use.end >= hand.end)
    const perform = async (answers: Answers): Promise<Outcome> => {
      const { term } = answers
      const meaning = answers['meaning']?.value ?? ''
      const { id: termId, name } = chosenOrNew(term)
      const said = t('indexing.done.meaning', { term: term?.label ?? '' })
      const before = givenTo(termId)
      if (before !== undefined) {
        await must('termUses.update', { termUseId: before.id, meaning })
        return { said, passageId: before.passageId }
      }
      const use = await must('termUses.create', {
        at: hand.at,
        ...(name === undefined ? { termId: termId ?? '' } : { newTerm: name }),
        meaning,
      })
      return { said, passageId: use.passageId }
    }
    return {
      title: t('indexing.title.meaning'),
      rows: (answers) => {
        const before = givenTo((answers['term'] ?? preset)?.value)
        return [
          {
            kind: 'choose',
            id: 'term',
            label: t('indexing.row.term'),
            placeholder: t('indexing.place.term'),
            choices,
            makesNew: true,
            preset,
          },
          {
            kind: 'words',
            id: 'meaning',
            label: t('indexing.row.meaning'),
            placeholder: t('indexing.place.meaning'),
            isRequired: true,
            preset:
              before === undefined ? undefined : { value: before.meaning, label: before.meaning },
          },
        ]
      },
      submit: async (answers) => await attempt(async () => await perform(answers), onDone),
    }
  }, [t, terms, marks, uses, hand, onDone])
}
