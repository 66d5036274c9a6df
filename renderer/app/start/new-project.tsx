import { useRef, useState } from 'react'
import type { Failure } from '../../../shared/contract/errors.ts'
import { failureText } from '../../../shared/i18n/index.ts'
import { Button, Field, FormDialog, TextInput } from '../../ui/index.ts'
import { closeDialog } from '../dialogs.ts'
import { callApp } from '../engine-client.ts'
import { useLanguage, useT } from '../i18n.ts'
import { closeProject, createProject, currentProject } from '../session.ts'
import { remember, remembered } from '../settings.ts'
import { fileNameOf } from './file-name.ts'
import { isPasswordChosen, NewPasswordFields, noPassword } from './new-password.tsx'
import './start.css'

export function NewProject() {
  const t = useT()
  const language = useLanguage()
  const known = remembered('analystName')
  const [title, setTitle] = useState('')
  const [analyst, setAnalyst] = useState(typeof known === 'string' ? known : '')
  const [path, setPath] = useState<string | null>(null)
  const [isProtected, setIsProtected] = useState(false)
  const [chosen, setChosen] = useState(noPassword)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const isPasswordReady = !isProtected || isPasswordChosen(chosen)
  const isReady = title.trim() !== '' && analyst.trim() !== '' && isPasswordReady && !isBusy

  const choosePlace = async (): Promise<string | null> => {
    const chosen = await callApp('app.chooseSave', {
      title: t('start.create.title'),
      defaultName: `${fileNameOf(title) || 'standpoint'}.standpoint`,
      filters: [{ name: 'Standpoint', extensions: ['standpoint'] }],
    })
    if (chosen !== null) setPath(chosen)
    return chosen
  }
  const create = async (): Promise<void> => {
    const place = path ?? (await choosePlace())
    if (place === null) return
    setIsBusy(true)
    if (currentProject() !== null) await closeProject()
    const problem = await createProject({
      path: place,
      title: title.trim(),
      analyst: analyst.trim(),
      ...(isProtected ? { password: chosen.password } : {}),
    })
    setIsBusy(false)
    if (problem === undefined) {
      await remember('analystName', analyst.trim())
      closeDialog()
    } else {
      setFailure(problem)
      setPath(null)
    }
  }
  const problemText = failure === null ? null : failureText(language, failure)
  return (
    <FormDialog
      title={t('start.create.title')}
      submitLabel={t('start.create.create')}
      isReady={isReady}
      onSubmit={() => void create()}
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
      <Field label={t('start.create.analyst')} hint={t('start.create.analystHint')}>
        {(props) => (
          <TextInput
            {...props}
            value={analyst}
            autoComplete="name"
            onChange={(event) => setAnalyst(event.target.value)}
          />
        )}
      </Field>
      <div className="field">
        <span className="field-label">{t('start.create.place')}</span>
        <div className="new-project-place">
          <span className="new-project-path" title={path ?? undefined}>
            {path === null ? t('start.create.noPlace') : <bdi>{path}</bdi>}
          </span>
          <Button size="small" onClick={() => void choosePlace()}>
            {t('start.create.choosePlace')}
          </Button>
        </div>
      </div>
      <label className="check-line">
        <input
          type="checkbox"
          checked={isProtected}
          onChange={(event) => setIsProtected(event.target.checked)}
        />
        {t('start.create.protect')}
      </label>
      {isProtected && <NewPasswordFields value={chosen} onChange={setChosen} />}
      {problemText !== null && (
        <div className="dialog-problem" role="alert">
          <b>{problemText.message}</b> {problemText.hint}
        </div>
      )}
    </FormDialog>
  )
}
