import { useMemo } from 'react'
import { accountModes, visibilities } from '../../../shared/model/institution-kinds.ts'
import { useT } from '../../app/i18n.ts'
import { attempt, must } from '../in-hand.ts'
import type { InHand, Outcome } from '../in-hand.ts'
import { listed } from '../index-data.ts'
import type { Answers, IndexForm, Row } from '../index-form.ts'

const worded = ['doing', 'withWhom', 'resources', 'circumstances', 'timeAndEffort'] as const

/** The work that a passage tells of. */
export function useAccountForm(hand: InHand, onDone: (outcome: Outcome) => void): IndexForm {
  const t = useT()
  return useMemo(() => {
    const perform = async (answers: Answers): Promise<Outcome> => {
      const words = Object.fromEntries(worded.map((field) => [field, answers[field]?.value ?? '']))
      const account = await must('workAccounts.create', {
        at: hand.at,
        ...words,
        visibility: visibilities.find((each) => each === answers['visibility']?.value) ?? 'visible',
        mode: accountModes.find((each) => each === answers['mode']?.value) ?? 'says',
      })
      return { said: t('indexing.done.account'), passageId: account.passageId }
    }
    const mode = hand.speaker === '' ? 'observed' : 'says'
    const rows: Row[] = [
      ...worded.map((field) => ({
        kind: 'words' as const,
        id: field,
        label: t(`indexing.row.${field}`),
        placeholder: t(`indexing.place.${field}`),
        ...(field === 'doing' ? { isRequired: true } : {}),
      })),
      {
        kind: 'pick',
        id: 'visibility',
        label: t('indexing.row.visibility'),
        choices: listed(t, visibilities, 'visibility'),
        preset: { value: 'visible', label: t('institution.visibility.visible') },
      },
      {
        kind: 'pick',
        id: 'mode',
        label: t('indexing.row.accountMode'),
        choices: listed(t, accountModes, 'accountMode'),
        preset: { value: mode, label: t(`institution.accountMode.${mode}`) },
      },
    ]
    return {
      title: t('indexing.title.account'),
      rows: () => rows,
      submit: async (answers) => await attempt(async () => await perform(answers), onDone),
    }
  }, [t, hand, onDone])
}
