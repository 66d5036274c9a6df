import { useMemo } from 'react'
import { ask, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { attempt, chosenOrNew, must } from '../in-hand.ts'
import type { InHand, Outcome } from '../in-hand.ts'
import { useActors } from '../index-data.ts'
import type { Answers, IndexForm } from '../index-form.ts'
import { basisFor, useTextsOfSource } from './basis.ts'

/** The process that a step was put into last; the next one most likely belongs there too. */
let lastProcessId = ''

const perspectiveOf = {
  'an informant says': 'told',
  'the text says': 'formal',
  observed: 'observed',
  literature: 'formal',
  'we infer': 'told',
} as const

/** What is done, in which process, by whom; the passage is the evidence. */
export function useStepForm(hand: InHand, onDone: (outcome: Outcome) => void): IndexForm {
  const t = useT()
  const processes = useQuery('processes.list', {}, ['work']).data?.items
  const actors = useActors()
  const held = useTextsOfSource(hand.sourceId)
  return useMemo(() => {
    const basis = basisFor(hand, held)
    const choices = (processes ?? []).map((process) => ({
      id: process.id,
      label: process.variant === '' ? process.name : `${process.name}, ${process.variant}`,
      detail: t(`institution.perspective.${process.perspective}`),
    }))
    const last = choices.find((choice) => choice.id === lastProcessId) ?? choices[0]
    const perform = async (answers: Answers): Promise<Outcome> => {
      const { action, process, actor } = answers
      const whole = chosenOrNew(process)
      const who = chosenOrNew(actor)
      const step = await must('steps.create', {
        ...(whole.name === undefined
          ? { processId: whole.id ?? '' }
          : { newProcess: { name: whole.name, perspective: perspectiveOf[basis] } }),
        action: action?.value ?? '',
        ...(who.id === undefined ? {} : { actorIds: [who.id] }),
        ...(who.name === undefined ? {} : { newThings: { actors: [who.name] } }),
        evidence: [{ basis, passages: [hand.at] }],
      })
      lastProcessId = step.processId
      const claims = await ask('claims.list', { about: { type: 'step', id: step.id } })
      const passageId = claims.ok ? claims.value.items[0]?.passageIds[0] : undefined
      const said = t('indexing.done.step', { action: step.action })
      return passageId === undefined ? { said } : { said, passageId }
    }
    return {
      title: t('indexing.title.step'),
      rows: () => [
        {
          kind: 'words',
          id: 'action',
          label: t('indexing.row.action'),
          placeholder: t('indexing.place.action'),
          isRequired: true,
        },
        {
          kind: 'choose',
          id: 'process',
          label: t('indexing.row.process'),
          placeholder: t('indexing.place.process'),
          choices,
          makesNew: true,
          preset: last === undefined ? undefined : { value: last.id, label: last.label },
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
  }, [t, processes, actors, held, hand, onDone])
}
