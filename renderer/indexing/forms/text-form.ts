import { useMemo } from 'react'
import { textStatuses } from '../../../shared/model/institution-kinds.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { attempt, must } from '../in-hand.ts'
import type { InHand, Outcome } from '../in-hand.ts'
import { endOf, listed, shortened, textChoices, useTexts } from '../index-data.ts'
import type { Answers, IndexForm, Row } from '../index-form.ts'

/** A text for the register, or another name of one that is there. */
export function useTextForm(hand: InHand, onDone: (outcome: Outcome) => void): IndexForm {
  const t = useT()
  const texts = useTexts()
  return useMemo(() => {
    const words = shortened(hand.quote, 120)
    const perform = async (answers: Answers): Promise<Outcome> => {
      const title = answers['title']?.value ?? ''
      const known = texts.find(({ id }) => id === endOf(answers['same']?.value ?? '').id)
      if (known !== undefined) {
        const aliases = [...new Set([...known.aliases, title])]
        await must('texts.update', { textIds: [known.id], aliases })
        select({ type: 'text', id: known.id })
        return { said: t('indexing.done.alias', { name: title, title: known.title }) }
      }
      const { id } = await must('texts.create', {
        title,
        status: textStatuses.find((each) => each === answers['status']?.value) ?? 'mentioned',
        mentionedAt: hand.at,
      })
      select({ type: 'text', id })
      return { said: t('indexing.done.text', { title }) }
    }
    return {
      title: t('indexing.title.text'),
      rows: (answers) => {
        const isOwn = (answers['same']?.value ?? '') === ''
        const status: Row = {
          kind: 'pick',
          id: 'status',
          label: t('indexing.row.status'),
          choices: listed(t, textStatuses, 'textStatus'),
        }
        return [
          {
            kind: 'words',
            id: 'title',
            label: t('indexing.row.title'),
            placeholder: '',
            isRequired: true,
            preset: { value: words, label: words },
          },
          {
            kind: 'choose',
            id: 'same',
            label: t('indexing.row.same'),
            placeholder: t('indexing.place.same'),
            choices: textChoices(texts),
            none: t('indexing.none.same'),
          },
          ...(isOwn
            ? [
                {
                  ...status,
                  preset: { value: 'mentioned', label: t('institution.textStatus.mentioned') },
                },
              ]
            : []),
        ]
      },
      submit: async (answers) => await attempt(async () => await perform(answers), onDone),
    }
  }, [t, texts, hand, onDone])
}
