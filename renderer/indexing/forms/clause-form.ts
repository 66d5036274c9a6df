import { useMemo } from 'react'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { attempt, chosenOrNew, must } from '../in-hand.ts'
import type { InHand, Outcome } from '../in-hand.ts'
import { endOf, textChoices, useTexts } from '../index-data.ts'
import type { Answers, IndexForm } from '../index-form.ts'
import { findTarget, targetWords } from '../target-words.ts'
import { useTextsOfSource } from './basis.ts'

/** A clause in the words of the selection, with its place and, where it has one, its target. */
export function useClauseForm(hand: InHand, onDone: (outcome: Outcome) => void): IndexForm {
  const t = useT()
  const texts = useTexts()
  const held = useTextsOfSource(hand.sourceId)
  return useMemo(() => {
    const own = texts.filter((text) => held.has(text.id))
    const [first] = own
    const locator = /^\s*(§\s*\d+[a-z]?(?:\s[a-z]\b)?|\d+(?:\.\d+)*)[.)]?\s/.exec(hand.quote)?.[1]
    const target = findTarget(hand.quote)
    const written = target === null ? '' : targetWords(t, target)
    const perform = async (answers: Answers): Promise<Outcome> => {
      const { id = '', name } = chosenOrNew(answers['text'])
      const words = answers['target']?.value ?? ''
      const clause = await must('clauses.create', {
        ...(name === undefined ? { textId: endOf(id).id } : { newText: name }),
        at: hand.at,
        locator: answers['locator']?.value ?? '',
        ...(words === '' ? {} : { target: findTarget(words), note: noteOf(words) }),
      })
      select({ type: 'clause', id: clause.id })
      return { said: t('indexing.done.clause', { title: clause.textTitle }) }
    }
    return {
      title: t('indexing.title.clause'),
      rows: () => [
        {
          kind: 'choose',
          id: 'text',
          label: t('indexing.row.text'),
          placeholder: t('indexing.place.bossText'),
          choices: textChoices([...own, ...texts.filter((text) => !held.has(text.id))]),
          makesNew: true,
          preset:
            first === undefined ? undefined : { value: `text:${first.id}`, label: first.title },
        },
        {
          kind: 'words',
          id: 'locator',
          label: t('indexing.row.locator'),
          placeholder: t('indexing.place.locator'),
          preset: locator === undefined ? undefined : { value: locator, label: locator },
        },
        {
          kind: 'words',
          id: 'target',
          label: t('indexing.row.target'),
          placeholder: t('indexing.place.target'),
          preset: written === '' ? undefined : { value: written, label: written },
        },
      ],
      submit: async (answers) => await attempt(async () => await perform(answers), onDone),
    }
  }, [t, texts, held, hand, onDone])
}

/** A target that has no number is kept as a note. */
function noteOf(words: string): string {
  return findTarget(words) === null ? words : ''
}
