import { useRef, useState } from 'react'
import { closeDialog } from '../../app/dialogs.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { toast } from '../../app/toast.ts'
import { closeViews, select } from '../../app/workspace.ts'
import { Button, Dialog, Field, TextInput } from '../../ui/index.ts'
import './withdrawal.css'

/** Says exactly what goes and where, and asks for a reason and for the source by number or title. */
export function WithdrawDialog({ sourceId }: { sourceId: string }) {
  const t = useT()
  const source = useQuery('sources.get', { sourceId }, ['sources', 'passages'], { sourceId }).data
  const backups = useQuery('backups.list', {}, ['project']).data?.items.length ?? 0
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  if (source === undefined) return null
  const { number, title, codings } = source
  const said = typed.trim()
  const isSame = said === String(number) || said.toLowerCase() === title.trim().toLowerCase()
  const isReady = reason.trim() !== '' && isSame && !isBusy
  const withdraw = async (): Promise<void> => {
    setBusy(true)
    const done = await act('sources.withdraw', { sourceIds: [sourceId], reason: reason.trim() })
    setBusy(false)
    if (done === undefined) return
    closeDialog()
    closeViews((view) => view.type === 'source' && view.id === sourceId)
    select({ type: 'none' })
    toast({
      text: t('withdrawal.done', { number, count: done.codings }),
      hint: `${done.backups === 0 ? '' : `${t('withdrawal.doneBackups', { count: done.backups })} `}${t('withdrawal.doneHint')}`,
    })
  }
  return (
    <Dialog
      title={t('withdrawal.title', { title })}
      description={t('withdrawal.lead')}
      onClose={closeDialog}
      initialFocus={first}
    >
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void withdraw()
        }}
      >
        <div className="withdrawal-what">
          <h3>{t('withdrawal.removed')}</h3>
          <ul>
            <li>{t('withdrawal.text')}</li>
            <li>{t('withdrawal.codings', { count: codings })}</li>
            <li>{t('withdrawal.index')}</li>
            <li>{t('withdrawal.trail')}</li>
            {backups > 0 && <li>{t('withdrawal.backups', { count: backups })}</li>}
          </ul>
          <p>{t('withdrawal.partners')}</p>
          <p>{t('withdrawal.remains', { number })}</p>
        </div>
        <Field label={t('withdrawal.reason')} hint={t('withdrawal.reasonHint')}>
          {(field) => (
            <TextInput
              {...field}
              ref={first}
              spellCheck
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('withdrawal.confirm', { number })}>
          {(field) => (
            <TextInput
              {...field}
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <div className="dialog-buttons">
          <Button variant="quiet" onClick={closeDialog}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" variant="danger" disabled={!isReady}>
            {t('withdrawal.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
