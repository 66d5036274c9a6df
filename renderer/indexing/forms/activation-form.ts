import { useMemo } from 'react'
import { activationModes, activationStances } from '../../../shared/model/institution-kinds.ts'
import { useT } from '../../app/i18n.ts'
import { MadeOnTheWay, attempt, must } from '../in-hand.ts'
import type { InHand, Outcome } from '../in-hand.ts'
import { endOf, listed, useActors, useTextsAndClauses } from '../index-data.ts'
import type { Answers, IndexForm } from '../index-form.ts'

/** Text or clause, how it is used, with which stance, by whom. */
export function useActivationForm(hand: InHand, onDone: (outcome: Outcome) => void): IndexForm {
  const t = useT()
  const choices = useTextsAndClauses()
  const actors = useActors()
  const made = useMemo(() => new MadeOnTheWay(), [])
  return useMemo(() => {
    const modes = listed(t, activationModes, 'mode')
    const stances = listed(t, activationStances, 'stance')
    const perform = async (answers: Answers): Promise<Outcome> => {
      const { text, mode, stance, actor } = answers
      const end = endOf(
        (await made.idOf(
          text,
          async (title) => {
            const { id } = await must('texts.create', { title, mentionedAt: hand.at })
            return { id: `text:${id}` }
          },
          'text',
        )) ?? '',
      )
      const actorId = await made.idOf(
        actor,
        async (name) => await must('actors.create', { name }),
        'actor',
      )
      const activation = await must('activations.create', {
        at: hand.at,
        ...(end.type === 'clause' ? { clauseId: end.id } : { textId: end.id }),
        mode: activationModes.find((each) => each === mode?.value) ?? 'reads',
        stance: activationStances.find((each) => each === stance?.value) ?? null,
        actorId: actorId ?? null,
      })
      return {
        said: t('indexing.done.activation', {
          text: text?.label ?? '',
          mode: mode?.label ?? '',
        }),
        passageId: activation.passageId,
      }
    }
    return {
      title: t('indexing.title.activation'),
      rows: () => [
        {
          kind: 'choose',
          id: 'text',
          label: t('indexing.row.text'),
          placeholder: t('indexing.place.text'),
          choices,
          makesNew: true,
        },
        { kind: 'pick', id: 'mode', label: t('indexing.row.mode'), choices: modes },
        {
          kind: 'pick',
          id: 'stance',
          label: t('indexing.row.stance'),
          choices: stances,
          none: t('indexing.none.stance'),
        },
        {
          kind: 'choose',
          id: 'actor',
          label: t('indexing.row.actor'),
          placeholder: t('indexing.place.actor'),
          choices: actors,
          none: t('indexing.none.actor'),
          makesNew: true,
        },
      ],
      submit: async (answers) => await attempt(async () => await perform(answers), onDone),
    }
  }, [t, choices, actors, made, hand, onDone])
}
