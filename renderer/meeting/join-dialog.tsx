import { useRef, useState } from 'react'
import type { Failure } from '../../shared/contract/errors.ts'
import { failureText } from '../../shared/i18n/index.ts'
import { closeDialog } from '../app/dialogs.ts'
import { callApp, run } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { closeProject, currentProject, joinLive, joinProject } from '../app/session.ts'
import { remember, remembered } from '../app/settings.ts'
import { Button, Field, FormDialog, TextInput } from '../ui/index.ts'
import { JoinWay, type Way } from './join-way.tsx'
import { bundleFilter } from './meeting-acts.ts'
import './meeting.css'

const task = 'join-live'

/** A project of one’s own from a partner’s bundle, or from an invitation to a live session. */
export function JoinDialog() {
  const t = useT()
  const language = useLanguage()
  const known = remembered('analystName')
  const [way, setWay] = useState<Way>('bundle')
  const [invitation, setInvitation] = useState('')
  const [bundle, setBundle] = useState<string | null>(null)
  const [path, setPath] = useState<string | null>(null)
  const [analyst, setAnalyst] = useState(typeof known === 'string' ? known : '')
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const code = failure?.code
  const isSealed = code === 'sync.needsPassphrase' || code === 'sync.wrongPassphrase'
  const [isPassphraseAsked, setIsPassphraseAsked] = useState(false)

  const chooseBundle = async (): Promise<void> => {
    const [found] = await callApp('app.chooseFiles', {
      title: t('meeting.join.chooseBundle'),
      filters: [bundleFilter()],
      multiple: false,
    })
    if (found === undefined) return
    setBundle(found)
    setFailure(null)
  }
  const choosePlace = async (): Promise<string | null> => {
    const name =
      (bundle ?? '')
        .split(/[/\\]/)
        .at(-1)
        ?.replace(/\.[^.]*$/, '') || t('meeting.join.fileName')
    const chosen = await callApp('app.chooseSave', {
      title: t('meeting.join.title'),
      defaultName: `${name}.standpoint`,
      filters: [{ name: 'Standpoint', extensions: ['standpoint'] }],
    })
    if (chosen !== null) setPath(chosen)
    return chosen
  }
  const join = async (): Promise<void> => {
    const place = path ?? (await choosePlace())
    if (place === null) return
    setIsBusy(true)
    setFailure(null)
    if (currentProject() !== null) await closeProject()
    const own = { path: place, analyst: analyst.trim() }
    const problem =
      way === 'live'
        ? await joinLive({ ...own, invitation, task })
        : await joinProject({
            ...own,
            bundle: bundle ?? '',
            ...(passphrase === '' ? {} : { passphrase }),
          })
    setIsBusy(false)
    if (problem?.code === 'task.cancelled') return
    if (problem === undefined) {
      await remember('analystName', analyst.trim())
      closeDialog()
      return
    }
    setFailure(problem)
    if (problem.code === 'sync.needsPassphrase') setIsPassphraseAsked(true)
    else if (problem.code.startsWith('project.') || problem.code.startsWith('file.')) setPath(null)
  }
  const hasSource = way === 'bundle' ? bundle !== null : invitation.trim() !== ''
  const words = failure === null || isSealed ? null : failureText(language, failure)
  return (
    <FormDialog
      title={t('meeting.join.title')}
      submitLabel={t('meeting.join.join')}
      isReady={hasSource && analyst.trim() !== '' && !isBusy}
      onSubmit={() => void join()}
      onClose={() => {
        if (isBusy && way === 'live') void run('tasks.cancel', { task })
        closeDialog()
      }}
      initialFocus={first}
    >
      <JoinWay way={way} onWay={setWay} invitation={invitation} onInvitation={setInvitation} />
      {way === 'bundle' && (
        <div className="field">
          <span className="field-label">{t('meeting.join.bundle')}</span>
          <div className="new-project-place">
            <span className="new-project-path" title={bundle ?? undefined}>
              {bundle === null ? t('meeting.join.noBundle') : <bdi>{bundle}</bdi>}
            </span>
            <Button size="small" onClick={() => void chooseBundle()}>
              {t('meeting.join.chooseBundle')}
            </Button>
          </div>
        </div>
      )}
      {way === 'bundle' && isPassphraseAsked && (
        <Field
          label={t('meeting.passphrase.label')}
          hint={t('meeting.merge.passphraseHint')}
          error={code === 'sync.wrongPassphrase' ? t('meeting.merge.passphraseWrong') : undefined}
        >
          {(props) => (
            <TextInput
              {...props}
              type="password"
              autoComplete="off"
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={t('meeting.join.name')} hint={t('meeting.join.nameHint')}>
        {(props) => (
          <TextInput
            {...props}
            ref={first}
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
      {isBusy && way === 'live' && <p role="status">{t('meeting.join.waiting')}</p>}
      {words !== null && (
        <div className="dialog-problem" role="alert">
          <b>{words.message}</b> {words.hint}
        </div>
      )}
    </FormDialog>
  )
}
