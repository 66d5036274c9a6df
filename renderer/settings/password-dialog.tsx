import { useRef, useState } from 'react'
import { closeDialog } from '../app/dialogs.ts'
import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { Button, Dialog, Field, TextInput } from '../ui/index.ts'

/** Sets or changes the password of the open project. */
export function PasswordDialog() {
  const t = useT()
  const { encrypted } = useProject()
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const isReady = password !== '' && password === repeated && !isBusy
  const save = async (): Promise<void> => {
    setIsBusy(true)
    const done = await act('project.setPassword', { password })
    setIsBusy(false)
    if (done === undefined) return
    closeDialog()
    toast({ text: t('settings.passwordSet') })
  }
  return (
    <Dialog
      title={t(encrypted ? 'settings.changePassword' : 'settings.setPassword').replace(/ …$/, '')}
      width="narrow"
      onClose={closeDialog}
      initialFocus={first}
    >
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void save()
        }}
      >
        <Field label={t('start.create.password')} hint={t('start.create.passwordHint')}>
          {(props) => (
            <TextInput
              {...props}
              ref={first}
              type="password"
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('start.create.repeat')}
          error={repeated !== '' && password !== repeated ? t('start.create.differs') : undefined}
        >
          {(props) => (
            <TextInput
              {...props}
              type="password"
              autoComplete="new-password"
              value={repeated}
              onChange={(event) => setRepeated(event.target.value)}
            />
          )}
        </Field>
        <div className="dialog-buttons">
          <Button variant="quiet" onClick={closeDialog}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" variant="primary" disabled={!isReady}>
            {t('ui.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
