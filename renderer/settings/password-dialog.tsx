import { useRef, useState } from 'react'
import { closeDialog } from '../app/dialogs.ts'
import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { isPasswordChosen, NewPasswordFields, noPassword } from '../app/start/new-password.tsx'
import { toast } from '../app/toast.ts'
import { showWork } from '../app/work.ts'
import { FormDialog } from '../ui/index.ts'

/** Sets or changes the password of the open project. */
export function PasswordDialog() {
  const t = useT()
  const { encrypted } = useProject()
  const [chosen, setChosen] = useState(noPassword)
  const [isBusy, setIsBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const save = async (): Promise<void> => {
    setIsBusy(true)
    const { password } = chosen
    const done = await showWork(t('settings.encrypting'), act('project.setPassword', { password }))
    setIsBusy(false)
    if (done === undefined) return
    closeDialog()
    toast({ text: t('settings.passwordSet') })
  }
  return (
    <FormDialog
      title={t(encrypted ? 'settings.changePassword' : 'settings.setPassword').replace(/ …$/, '')}
      submitLabel={t('ui.save')}
      description={isBusy ? t('settings.encrypting') : undefined}
      isReady={isPasswordChosen(chosen) && !isBusy}
      onSubmit={() => void save()}
      onClose={closeDialog}
      initialFocus={first}
    >
      <NewPasswordFields value={chosen} onChange={setChosen} first={first} />
    </FormDialog>
  )
}
