import { useEffect, useRef, useState } from 'react'
import { closeDialog } from '../app/dialogs.ts'
import { callApp, onEvent, run } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { joinLive, joinProject } from '../app/session.ts'
import {
  DialogProblem,
  FileLine,
  OwnProjectFields,
  useOwnProject,
} from '../app/start/own-project.tsx'
import { Field, FormDialog, TextInput } from '../ui/index.ts'
import { JoinWay, type Way } from './join-way.tsx'
import { bundleFilter } from './meeting-acts.ts'
import './meeting.css'

const task = 'join-live'

/** A project of one’s own from a partner’s bundle, or from an invitation to a live session. */
export function JoinDialog() {
  const t = useT()
  const [way, setWay] = useState<Way>('bundle')
  const [invitation, setInvitation] = useState('')
  const [bundle, setBundle] = useState<string | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [isPassphraseAsked, setIsPassphraseAsked] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const own = useOwnProject(
    t('meeting.join.title'),
    () => nameWithoutEnding(bundle ?? '') || t('meeting.join.fileName'),
  )
  const code = own.failure?.code
  const isSealed = code === 'sync.needsPassphrase' || code === 'sync.wrongPassphrase'

  const chooseBundle = async (): Promise<void> => {
    const [found] = await callApp('app.chooseFiles', {
      title: t('meeting.join.chooseBundle'),
      filters: [bundleFilter()],
      multiple: false,
    })
    if (found === undefined) return
    setBundle(found)
    own.setFailure(null)
  }
  const join = (): Promise<void> =>
    own.make(async (place) => {
      if (way === 'live') return await joinLive({ ...place, invitation, task })
      const sealed = passphrase === '' ? {} : { passphrase }
      const problem = await joinProject({ ...place, bundle: bundle ?? '', ...sealed })
      if (problem?.code === 'sync.needsPassphrase') setIsPassphraseAsked(true)
      return problem
    })
  const hasSource = way === 'bundle' ? bundle !== null : invitation.trim() !== ''
  return (
    <FormDialog
      title={t('meeting.join.title')}
      submitLabel={t('meeting.join.join')}
      isReady={hasSource && own.analyst.trim() !== '' && !own.isBusy}
      onSubmit={() => void join()}
      onClose={() => {
        if (own.isBusy && way === 'live') void run('tasks.cancel', { task })
        closeDialog()
      }}
      initialFocus={first}
    >
      <JoinWay
        way={way}
        onWay={(next) => {
          setWay(next)
          own.setFailure(null)
        }}
        invitation={invitation}
        onInvitation={setInvitation}
      />
      {way === 'bundle' && (
        <FileLine
          label={t('meeting.join.bundle')}
          path={bundle}
          none={t('meeting.join.noBundle')}
          choose={t('meeting.join.chooseBundle')}
          onChoose={() => void chooseBundle()}
        />
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
              autoFocus
              type="password"
              autoComplete="off"
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          )}
        </Field>
      )}
      <OwnProjectFields
        own={own}
        label={t('meeting.join.name')}
        hint={t('meeting.join.nameHint')}
        first={first}
      />
      {own.isBusy && way === 'live' && <HostWaiting />}
      <DialogProblem failure={isSealed ? null : own.failure} />
    </FormDialog>
  )
}

/** Whether the host is reached, while it is waited for. */
function HostWaiting() {
  const t = useT()
  const [isReached, setIsReached] = useState(true)
  useEffect(
    () =>
      onEvent('task.progress', (told) => {
        if (told.task === task) setIsReached(told.done > 0)
      }),
    [],
  )
  return <p role="status">{t(isReached ? 'meeting.join.waiting' : 'meeting.join.again')}</p>
}

function nameWithoutEnding(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? ''
  return name.replace(/\.[^.]*$/, '')
}
