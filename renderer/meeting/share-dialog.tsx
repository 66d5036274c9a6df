import { useRef, useState } from 'react'
import { closeDialog } from '../app/dialogs.ts'
import { act, callApp, useQuery } from '../app/engine-client.ts'
import { text, useFormat, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { fileNameOf } from '../app/start/file-name.ts'
import { toast } from '../app/toast.ts'
import { showTask } from '../app/work.ts'
import { FormDialog } from '../ui/index.ts'
import { bundleFilter } from './meeting-acts.ts'
import { isPassphraseChosen, NewPassphraseFields, noPassphrase } from './passphrase-fields.tsx'
import './meeting.css'

const everything = ''

/** Writes a bundle for a partner: what goes in, and whether it is sealed. */
export function ShareDialog() {
  const t = useT()
  const format = useFormat()
  const project = useProject()
  const peers = useQuery('sync.peers', {}, ['project', 'history']).data?.items ?? []
  const others = peers.filter(
    (peer, at) =>
      peer.analystId !== project.analystId &&
      peers.findIndex((each) => each.analystId === peer.analystId) === at,
  )
  const [since, setSince] = useState(everything)
  const [isSealed, setIsSealed] = useState(true)
  const [chosen, setChosen] = useState(noPassphrase)
  const first = useRef<HTMLInputElement>(null)
  const name = project.analysts.find(({ id }) => id === project.analystId)?.name ?? ''

  const write = async (): Promise<void> => {
    const path = await callApp('app.chooseSave', {
      title: t('meeting.share.title'),
      defaultName: `${fileNameOf(t('meeting.share.fileName', { title: project.title, name }))}.bundle`,
      filters: [bundleFilter()],
    })
    if (path === null) return
    closeDialog()
    const written = await showTask(text('meeting.share.writing'), (task) =>
      act('sync.bundle', {
        path,
        task,
        ...(since === everything ? {} : { since }),
        ...(isSealed ? { passphrase: chosen.passphrase } : {}),
      }),
    )
    if (written === undefined) return
    toast({
      text: text('meeting.share.written'),
      hint:
        written.withheld > 0
          ? text('meeting.share.withheld', { count: written.withheld })
          : written.path,
      action: {
        label: text('start.showInFolder'),
        perform: () => void callApp('app.showInFolder', { path: written.path }),
      },
    })
  }
  const choices = [
    {
      value: everything,
      label: t('meeting.share.everything'),
      hint: t('meeting.share.everythingHint'),
    },
    ...others.map((peer) => ({
      value: peer.analystId,
      label: t('meeting.share.since', { name: peer.analyst }),
      hint: t('meeting.share.sinceHint', { time: format.time(peer.time) }),
    })),
  ]
  return (
    <FormDialog
      title={t('meeting.share.title')}
      submitLabel={t('meeting.share.write')}
      isReady={!isSealed || isPassphraseChosen(chosen)}
      onSubmit={() => void write()}
      onClose={closeDialog}
      initialFocus={first}
    >
      <fieldset className="meeting-choices">
        <legend>{t('meeting.share.what')}</legend>
        {choices.map(({ value, label, hint }, at) => (
          <label key={value} className="meeting-choice">
            <input
              type="radio"
              name="since"
              {...(at === 0 ? { ref: first } : {})}
              checked={since === value}
              onChange={() => setSince(value)}
            />
            <span>
              {label}
              <span className="meeting-hint">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className="meeting-choice">
        <input
          type="checkbox"
          checked={isSealed}
          onChange={(event) => setIsSealed(event.target.checked)}
        />
        <span>
          {t('meeting.share.seal')}
          {!isSealed && <span className="meeting-hint">{t('meeting.share.sealHint')}</span>}
        </span>
      </label>
      {isSealed && <NewPassphraseFields value={chosen} onChange={setChosen} />}
    </FormDialog>
  )
}
