import { useMemo } from 'react'
import { activationModes, activationStances } from '../../../shared/model/institution-kinds.ts'
import { useT } from '../../app/i18n.ts'
import { attempt, chosenOrNew, must } from '../in-hand.ts'
import type { InHand, Outcome } from '../in-hand.ts'
import { endOf, listed, useActors, useTextsAndClauses } from '../index-data.ts'
import type { Answers, IndexForm } from '../index-form.ts'

/** Text or clause, how it is used, with which stance, by whom. */
export function useActivationForm(hand: InHand, onDone: (outcome: Outcome) => void): IndexForm {
  const t = useT()
  const choices = useTextsAndClauses()
  const actors = useActors()
  return useMemo(() => {
    const modes = listed(t, activationModes, 'mode')
    const stances = listed(t, activationStances, 'stance')
    const perform = async (answers: Answers): Promise<Outcome> => {
      const { text, mode, stance, actor } = answers
      const chosen = chosenOrNew(text)
      const end = endOf(chosen.id ?? '')
      const who = chosenOrNew(actor)
      const activation = await must('activations.create', {
        at: hand.at,
        ...(chosen.name !== undefined
          ? { newText: chosen.name }
          : end.type === 'clause'
            ? { clauseId: end.id }
            : { textId: end.id }),
        ...(who.name === undefined ? { actorId: who.id ?? null } : { newActor: who.name }),
        mode: activationModes.find((each) => each === mode?.value) ?? 'reads',
        stance: activationStances.find((each) => each === stance?.value) ?? null,
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
  }, [t, choices, actors, hand, onDone])
}
