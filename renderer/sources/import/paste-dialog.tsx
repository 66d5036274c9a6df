import { useEffect, useRef, useState } from 'react'
import { closeDialog } from '../../app/dialogs.ts'
import { act } from '../../app/engine-client.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { openView, select } from '../../app/workspace.ts'
import type { SourceKind } from '../../../shared/model/kinds.ts'
import { Button, Dialog, Field, Select, TextInput } from '../../ui/index.ts'
import { kindOptions } from '../source-words.ts'
import './import.css'
import { ReflowChoice } from './reading-choices.tsx'

/** Text copied elsewhere becomes a source. */
export function PasteDialog() {
  const t = useT()
  const format = useFormat()
  const [title, setTitle] = useState(() =>
    t('importing.pastedTitle', { date: format.date(new Date().toISOString()) }),
  )
  const [text, setText] = useState('')
  const [kind, setKind] = useState<SourceKind>('interview')
  const [reflow, setReflow] = useState<'auto' | 'on' | 'off'>('auto')
  const [isBusy, setIsBusy] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // Where the program may read the clipboard the text is there at once; otherwise it is pasted.
    navigator.clipboard.readText().then(
      (copied) => setText((present) => (present === '' ? copied : present)),
      () => undefined,
    )
  }, [])
  const add = async (): Promise<void> => {
    setIsBusy(true)
    const options = { kind, ...(reflow === 'auto' ? {} : { reflow }) }
    const done = await act('sources.importText', { title: title.trim(), text, options })
    setIsBusy(false)
    const id = done?.items[0]?.sourceIds[0]
    if (id === undefined) return
    closeDialog()
    openView({ type: 'source', id })
    select({ type: 'source', id })
    toastWithUndo(t('importing.pasted', { title: title.trim() }))
  }
  const isReady = text.trim() !== '' && title.trim() !== '' && !isBusy
  return (
    <Dialog
      title={t('importing.pasteTitle')}
      description={t('importing.pasteLead')}
      onClose={closeDialog}
      initialFocus={area}
      footer={
        <>
          <Button variant="quiet" onClick={closeDialog}>
            {t('ui.cancel')}
          </Button>
          <Button variant="primary" disabled={!isReady} onClick={() => void add()}>
            {t('importing.pasteImport')}
          </Button>
        </>
      }
    >
      <Field label={t('importing.pasteText')}>
        {(props) => (
          <textarea
            {...props}
            ref={area}
            className="text-input import-paste"
            rows={10}
            placeholder={t('importing.pastePlaceholder')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="import-pair">
        <Field label={t('importing.fileTitle')}>
          {(props) => (
            <TextInput
              {...props}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('importing.kind')}>
          {(props) => <Select {...props} value={kind} options={kindOptions(t)} onValue={setKind} />}
        </Field>
      </div>
      <ReflowChoice value={reflow} onValue={setReflow} />
    </Dialog>
  )
}
