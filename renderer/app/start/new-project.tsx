import { useRef, useState } from 'react'
import { Field, FormDialog, TextInput } from '../../ui/index.ts'
import { closeDialog } from '../dialogs.ts'
import { useT } from '../i18n.ts'
import { createProject } from '../session.ts'
import { fileNameOf } from './file-name.ts'
import { isPasswordChosen, NewPasswordFields, noPassword } from './new-password.tsx'
import { DialogProblem, OwnProjectFields, useOwnProject } from './own-project.tsx'

export function NewProject() {
  const t = useT()
  const [title, setTitle] = useState('')
  const own = useOwnProject(t('start.create.title'), () => fileNameOf(title) || 'standpoint')
  const [isProtected, setIsProtected] = useState(false)
  const [chosen, setChosen] = useState(noPassword)
  const first = useRef<HTMLInputElement>(null)
  const isPasswordReady = !isProtected || isPasswordChosen(chosen)
  const hasNames = title.trim() !== '' && own.analyst.trim() !== ''
  const password = isProtected ? { password: chosen.password } : {}
  return (
    <FormDialog
      title={t('start.create.title')}
      submitLabel={t('start.create.create')}
      isReady={hasNames && isPasswordReady && !own.isBusy}
      onSubmit={() =>
        void own.make((place) => createProject({ ...place, title: title.trim(), ...password }))
      }
      onClose={closeDialog}
      initialFocus={first}
    >
      <Field label={t('start.create.name')}>
        {(props) => (
          <TextInput
            {...props}
            ref={first}
            value={title}
            placeholder={t('start.create.namePlaceholder')}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <OwnProjectFields
        own={own}
        label={t('start.create.analyst')}
        hint={t('start.create.analystHint')}
      />
      <label className="check-line">
        <input
          type="checkbox"
          checked={isProtected}
          onChange={(event) => setIsProtected(event.target.checked)}
        />
        {t('start.create.protect')}
      </label>
      {isProtected && <NewPasswordFields value={chosen} onChange={setChosen} />}
      <DialogProblem failure={own.failure} />
    </FormDialog>
  )
}
