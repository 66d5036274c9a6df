import { useRef, useState } from 'react'
import type { Question } from '../../shared/analysis/question/question.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { useT } from '../app/i18n.ts'
import { WorkStatus } from '../app/work-status.tsx'
import { showTask } from '../app/work.ts'
import { useCodes } from '../codes/code-data.ts'
import { Field, FormDialog, Select, TextInput } from '../ui/index.ts'
import { answerTopics } from './ask-topics.ts'

/** Codes all answers with a code that is there or a new one, as one step. */
export function CodeAnswersDialog({
  question,
  total,
  onClose,
}: {
  question: Question
  total: number
  onClose: () => void
}) {
  const t = useT()
  const { codes } = useCodes()
  const [codeId, setCodeId] = useState('')
  const [name, setName] = useState('')
  const [isCoding, setCoding] = useState(false)
  const first = useRef<HTMLDivElement>(null)
  const coded: Question = { type: 'and', parts: [question, { type: 'coded', codeIds: [codeId] }] }
  const already = useQuery(
    'analysis.ask',
    codeId === '' ? null : { question: coded, limit: 0 },
    answerTopics,
  ).data?.total
  const perform = async () => {
    const target = codeId === '' ? { newCode: { name: name.trim() } } : { codeId }
    setCoding(true)
    const done = await showTask(t('ask.code.working'), (task) =>
      act('analysis.code', { question, ...target, task }),
    )
    setCoding(false)
    if (done === undefined) return
    toastWithUndo(t('ask.code.done', { count: done.coded }))
    onClose()
  }
  return (
    <FormDialog
      title={t('ask.code.title')}
      description={t('ask.code.text', { count: total })}
      submitLabel={t('ask.code.perform')}
      isReady={!isCoding && (codeId !== '' || name.trim() !== '')}
      onSubmit={() => void perform()}
      onClose={onClose}
      initialFocus={first}
    >
      <div ref={first} tabIndex={-1} className="ask-clauses">
        <Field label={t('ask.code.code')}>
          {(field) => (
            <Select
              {...field}
              value={codeId}
              options={[
                { value: '', label: t('ask.code.newCode') },
                ...codes.map((code) => ({ value: code.id, label: code.name })),
              ]}
              onValue={setCodeId}
            />
          )}
        </Field>
        {codeId === '' ? (
          <Field label={t('ask.code.name')}>
            {(field) => (
              <TextInput
                {...field}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        ) : (
          already !== undefined && <p>{t('ask.code.already', { count: already })}</p>
        )}
      </div>
      <WorkStatus />
    </FormDialog>
  )
}
