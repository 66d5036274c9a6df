import { useCallback, useEffect, useRef, useState } from 'react'
import type { Failure } from '../../shared/contract/errors.ts'
import type { CommandOutput } from '../../shared/contract/index.ts'
import { closeDialog } from '../app/dialogs.ts'
import { act, ask } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { text, useFormat, useT } from '../app/i18n.ts'
import { DialogProblem } from '../app/start/own-project.tsx'
import { showTask } from '../app/work.ts'
import { Field, FormDialog, TextInput } from '../ui/index.ts'
import { MergeCounts } from './merge-counts.tsx'
import './meeting.css'

type Preview = CommandOutput<'sync.merge'>

const asksForPassphrase = ['sync.needsPassphrase', 'project.needsPassword']
const wrongPassphrase = ['sync.wrongPassphrase', 'project.wrongPassword']

/** What a bundle or a copy would bring, and the button that takes it in. */
export function MergeDialog({ path }: { path: string }) {
  const t = useT()
  const format = useFormat()
  const [passphrase, setPassphrase] = useState('')
  const [preview, setPreview] = useState<Preview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isReading, setIsReading] = useState(true)
  const first = useRef<HTMLInputElement>(null)
  const submit = useRef<HTMLButtonElement>(null)
  const isAsked =
    failure !== null && [...asksForPassphrase, ...wrongPassphrase].includes(failure.code)

  const look = useCallback(
    async (given: string): Promise<void> => {
      setIsReading(true)
      const answer = await ask('sync.preview', {
        path,
        ...(given === '' ? {} : { passphrase: given }),
      })
      setIsReading(false)
      setPreview(answer.ok ? answer.value : null)
      setFailure(answer.ok ? null : answer.error)
    },
    [path],
  )
  useEffect(() => {
    void look('')
  }, [look])

  const isReady = !isReading && (isAsked ? passphrase !== '' : (preview?.documents ?? 0) > 0)
  // What comes next is known only when the file has been read; the dialog is open by then.
  useEffect(() => {
    if (isReading) return
    if (isAsked) first.current?.select()
    else if (preview !== null) submit.current?.focus()
  }, [isReading, isAsked, preview])

  const merge = async (): Promise<void> => {
    closeDialog()
    const merged = await showTask(text('meeting.merge.merging'), (task) =>
      act('sync.merge', { path, task, ...(passphrase === '' ? {} : { passphrase }) }),
    )
    if (merged !== undefined)
      toastWithUndo(text('meeting.merge.merged', { name: merged.from.analyst }), undefined, 'merge')
  }
  return (
    <FormDialog
      title={t('meeting.merge.title')}
      description={
        preview === null
          ? fileName(path)
          : t('meeting.merge.from', {
              name: preview.from.analyst,
              time: format.time(preview.from.time),
            })
      }
      submitLabel={t(isAsked ? 'meeting.merge.goOn' : 'meeting.merge.merge')}
      isReady={isReady}
      onSubmit={() => void (isAsked ? look(passphrase) : merge())}
      onClose={closeDialog}
      initialFocus={first}
      submitButton={submit}
    >
      {isReading && <p role="status">{t('meeting.merge.reading')}</p>}
      {isAsked && (
        <Field
          label={t('meeting.merge.passphrase')}
          hint={t('meeting.merge.passphraseHint')}
          error={
            wrongPassphrase.includes(failure.code) ? t('meeting.merge.passphraseWrong') : undefined
          }
        >
          {(props) => (
            <TextInput
              {...props}
              ref={first}
              type="password"
              autoComplete="off"
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
      )}
      <DialogProblem failure={isAsked ? null : failure} />
      {preview !== null && !isReading && <MergeCounts preview={preview} />}
    </FormDialog>
  )
}

function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
