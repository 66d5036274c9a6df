import { useState } from 'react'
import type { FolderStatus } from '../../shared/contract/folder.ts'
import { failureIn } from '../../shared/i18n/failure.ts'
import { act, callApp, run, showFailure, useQuery } from '../app/engine-client.ts'
import { useFormat, useLanguage, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { showWork } from '../app/work.ts'
import { Button } from '../ui/index.ts'
import { isPassphraseChosen, NewPassphraseFields, noPassphrase } from './passphrase-fields.tsx'

/** Meeting through a shared folder: turning it on, and how it stands. */
export function FolderCard() {
  const t = useT()
  const status = useQuery('folder.status', {}, ['folder', 'project']).data
  return (
    <section className="meeting-card" aria-labelledby="meeting-folder">
      <h2 id="meeting-folder">{t('meeting.folder.title')}</h2>
      <p className="meeting-text">{t('meeting.folder.text')}</p>
      {status?.on === true && <FolderInUse status={status} />}
      {status?.on === false && <FolderChoice />}
    </section>
  )
}

function FolderChoice() {
  const t = useT()
  const { readOnly } = useProject()
  const [path, setPath] = useState<string | null>(null)
  const [chosen, setChosen] = useState(noPassphrase)
  const [isBusy, setIsBusy] = useState(false)
  const choose = async (): Promise<void> => {
    const folder = await callApp('app.chooseFolder', { title: t('meeting.folder.title') })
    if (folder !== null) setPath(folder)
  }
  const begin = async (): Promise<void> => {
    if (path === null) return
    setIsBusy(true)
    const { passphrase } = chosen
    await showWork(t('meeting.folder.exchanging'), act('folder.use', { path, passphrase }))
    setIsBusy(false)
  }
  if (path === null) {
    return (
      <div className="meeting-buttons">
        <Button disabled={readOnly} onClick={() => void choose()}>
          {t('meeting.folder.choose')}
        </Button>
      </div>
    )
  }
  return (
    <form
      className="meeting-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isPassphraseChosen(chosen) && !isBusy) void begin()
      }}
    >
      <div className="field">
        <span className="field-label">{t('meeting.folder.path')}</span>
        <span className="meeting-path">{path}</span>
      </div>
      <NewPassphraseFields value={chosen} onChange={setChosen} />
      <p className="meeting-hint">{t('meeting.folder.kept')}</p>
      <div className="meeting-buttons">
        <Button type="submit" variant="primary" disabled={!isPassphraseChosen(chosen) || isBusy}>
          {t('meeting.folder.turnOn')}
        </Button>
        <Button variant="quiet" onClick={() => setPath(null)}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  )
}

function FolderInUse({ status }: { status: FolderStatus }) {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const { readOnly } = useProject()
  const { devices, waitsFor, problems } = status
  const received = devices.filter((device) => device.received !== null)
  const exchange = async (): Promise<void> => {
    const answer = await showWork(t('meeting.folder.exchanging'), run('folder.exchange', {}))
    // That the folder is gone is said in the card; a message would only lie over it.
    if (!answer.ok && !['folder.gone', 'folder.emptied'].includes(answer.error.code))
      showFailure(answer.error)
  }
  const leave = async (): Promise<void> => {
    const done = await act('folder.leave', {})
    if (done !== undefined) toast({ text: t('meeting.folder.left') })
  }
  return (
    <>
      <dl className="meeting-facts">
        <div>
          <dt>{t('meeting.folder.path')}</dt>
          <dd className="meeting-path">{status.path}</dd>
        </div>
        <div>
          <dt>{t('meeting.folder.written')}</dt>
          <dd>
            {status.written === null ? t('meeting.folder.never') : format.time(status.written)}
          </dd>
        </div>
        <div>
          <dt>{t('meeting.folder.others')}</dt>
          <dd>
            {devices.length === 0 && t('meeting.folder.alone')}
            {devices.map((device) => (
              <p key={device.device}>
                {device.received === null || device.written === null
                  ? t('meeting.folder.deviceNone', { name: device.analyst })
                  : t('meeting.folder.device', {
                      name: device.analyst,
                      written: format.time(device.written),
                      received: format.time(device.received),
                    })}
              </p>
            ))}
          </dd>
        </div>
      </dl>
      <div role="status" className="meeting-status">
        {waitsFor.map((awaited) => (
          <p key={awaited.device}>
            {t('meeting.folder.waits', {
              number: awaited.number,
              name: awaited.analyst,
              time: format.time(awaited.since),
            })}
          </p>
        ))}
        {problems.map(({ code, details }) => {
          const { message, hint } = failureIn(language, code, details)
          return (
            <p key={code} className="meeting-problem">
              <b>{message}</b> {hint}
            </p>
          )
        })}
        {waitsFor.length + problems.length === 0 && received.length > 0 && (
          <p>{t('meeting.folder.fine')}</p>
        )}
      </div>
      <div className="meeting-buttons">
        <Button disabled={readOnly} onClick={() => void exchange()}>
          {t('meeting.folder.exchange')}
        </Button>
        <Button variant="quiet" disabled={readOnly} onClick={() => void leave()}>
          {t('meeting.folder.leave')}
        </Button>
      </div>
    </>
  )
}
