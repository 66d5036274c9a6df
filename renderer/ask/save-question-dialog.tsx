import { useRef, useState } from 'react'
import type { Names } from '../../shared/analysis/question/names.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { sentenceOf } from '../../shared/analysis/question/sentence.ts'
import { act } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { Field, FormDialog, TextInput } from '../ui/index.ts'

/** Keeps a question under a name; its sentence is proposed. */
export function SaveQuestionDialog({
  question,
  names,
  onClose,
}: {
  question: Question
  names: Names
  onClose: () => void
}) {
  const t = useT()
  const language = useLanguage()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(() => sentenceOf(question, names, language))
  const save = async () => {
    const saved = await act('savedQuestions.create', { name: name.trim(), question })
    if (saved === undefined) return
    toastWithUndo(t('ask.save.done'))
    onClose()
  }
  return (
    <FormDialog
      title={t('ask.save.title')}
      description={t('ask.save.text')}
      submitLabel={t('ask.save.perform')}
      isReady={name.trim() !== ''}
      onSubmit={() => void save()}
      onClose={onClose}
      initialFocus={field}
    >
      <Field label={t('ask.save.name')}>
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            value={name}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
