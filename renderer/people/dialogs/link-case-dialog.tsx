import { useRef, useState } from 'react'
import { closeDialog } from '../../app/dialogs.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { usePassageInHand } from '../../passages/passage-in-hand.ts'
import { Field, FormDialog, TextInput } from '../../ui/index.ts'

/** Links the words in hand to a case by its name; a name that is not there makes one. */
export function LinkCaseDialog() {
  const t = useT()
  const first = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const inHand = usePassageInHand()
  const cases = useQuery('cases.list', {}, ['persons', 'sources', 'passages']).data?.items ?? []
  const folded = (words: string) => words.trim().toLocaleLowerCase('nb')
  const submit = async (): Promise<void> => {
    if (inHand === undefined) return
    const passages = [inHand.at]
    const found = cases.find((each) => folded(each.name) === folded(name))
    const done = found
      ? await act('cases.link', { caseId: found.id, passages })
      : await act('cases.create', { name, passages })
    if (done === undefined) return
    closeDialog()
    toastWithUndo(t('people.linked', { name: found?.name ?? name.trim() }))
  }
  return (
    <FormDialog
      title={t('people.linkToCaseTitle')}
      description={inHand === undefined ? t('analysis.noneInHand') : `«${shortened(inHand.quote)}»`}
      submitLabel={t('people.link')}
      isReady={inHand !== undefined && name.trim() !== ''}
      onSubmit={() => void submit()}
      onClose={closeDialog}
      initialFocus={first}
    >
      <Field label={t('people.case')} hint={t('people.linkHint')}>
        {(props) => (
          <>
            <TextInput
              {...props}
              ref={first}
              list="cases-known"
              placeholder={t('people.pickCase')}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <datalist id="cases-known">
              {cases.map((each) => (
                <option key={each.id} value={each.name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
    </FormDialog>
  )
}

function shortened(quote: string): string {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > 160 ? `${line.slice(0, 160)}…` : line
}
