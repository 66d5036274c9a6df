import { DoorOpen, Link2, LogOut, Radio, Undo2, UserPlus } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { LiveStatus } from '../../../shared/contract/live.ts'
import type { CommandOutput } from '../../../shared/contract/index.ts'
import { failureText } from '../../../shared/i18n/index.ts'
import { act } from '../../app/engine-client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { toast } from '../../app/toast.ts'
import { Button, Field } from '../../ui/index.ts'
import { Knocks } from './knocks.tsx'
import { LiveLogList } from './live-log-list.tsx'
import { People } from './people.tsx'
import { serverPhase } from './server-phase.ts'
import { setLive, useLive } from './live-store.ts'
import './live.css'

const minutes = 30

/** The live session of this project: open or join one, see who is here, end it. */
export function LiveCard() {
  const t = useT()
  const status = useLive()
  if (status === null) return null
  return (
    <div className="live-card">
      <p className="live-lead">{t('live.lead')}</p>
      {status.unsent > 0 && (
        <p className="live-lead" role="status">
          {t('live.unsent', { count: status.unsent })}
        </p>
      )}
      {status.role === 'none' && <Begin status={status} />}
      {status.role === 'host' && <Hosting status={status} />}
      {(status.role === 'guest' || status.role === 'server') && <Visiting status={status} />}
      <LiveLogList status={status} />
    </div>
  )
}

async function set(answer: Promise<LiveStatus | undefined>): Promise<void> {
  const status = await answer
  if (status !== undefined) setLive(status)
}

function Begin({ status }: { status: LiveStatus }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [link, setLink] = useState('')
  const title = useId()
  return (
    <>
      <section className="live-part" aria-labelledby={`${title}-host`}>
        <h3 id={`${title}-host`}>{t('live.host')}</h3>
        <p>{t('live.hostHint')}</p>
        <Button
          variant="primary"
          icon={Radio}
          disabled={isReadOnly}
          onClick={() => void set(act('live.host', {}))}
        >
          {t('live.start')}
        </Button>
      </section>
      <section className="live-part" aria-labelledby={`${title}-join`}>
        <h3 id={`${title}-join`}>{t('live.join')}</h3>
        {status.mayReturn !== null && (
          <Button icon={Undo2} disabled={isReadOnly} onClick={() => void set(act('live.join', {}))}>
            {t('live.back', { name: status.mayReturn })}
          </Button>
        )}
        <Field label={t('live.invitation')} hint={t('live.joinHint')}>
          {(props) => (
            <textarea
              {...props}
              className="text-input live-link"
              rows={3}
              spellCheck={false}
              placeholder="standpoint://join?…"
              value={link}
              onChange={(event) => setLink(event.target.value)}
            />
          )}
        </Field>
        <Button
          icon={DoorOpen}
          disabled={isReadOnly || link.trim() === ''}
          onClick={() => void set(act('live.join', { invitation: link }))}
        >
          {t('live.knock')}
        </Button>
      </section>
    </>
  )
}

function Hosting({ status }: { status: LiveStatus }) {
  const t = useT()
  const [invitation, setInvitation] = useState<CommandOutput<'live.invite'> | null>(null)
  const invite = async (): Promise<void> => {
    const made = await act('live.invite', { minutes })
    if (made !== undefined) setInvitation(made)
  }
  return (
    <>
      <p className="live-phase" role="status">
        <Radio size={16} strokeWidth={1.75} aria-hidden />
        <strong>{t('live.phases.hosting')}</strong>
        <span>
          {t('live.reach', { addresses: status.addresses.join(', '), port: status.port ?? 0 })}
        </span>
      </p>
      <Knocks knocks={status.knocks} />
      <div className="live-part">
        <Button icon={UserPlus} variant="primary" onClick={() => void invite()}>
          {t('live.invite')}
        </Button>
        {invitation !== null && <Invitation invitation={invitation} />}
      </div>
      <People status={status} />
      <div className="live-end">
        <p>{t('live.stay')}</p>
        <Button icon={LogOut} onClick={() => void set(act('live.stop', {}))}>
          {t('live.stop')}
        </Button>
      </div>
    </>
  )
}

function Invitation({ invitation }: { invitation: CommandOutput<'live.invite'> }) {
  const t = useT()
  const field = useRef<HTMLTextAreaElement>(null)
  // The program has no permission to write to the clipboard by itself; a press of a button may.
  const copy = (): void => {
    field.current?.select()
    if (document.execCommand('copy')) toast({ text: t('live.copied') })
  }
  return (
    <div className="live-invitation">
      <img
        className="live-qr"
        alt={t('live.qr')}
        src={`data:image/svg+xml,${encodeURIComponent(invitation.qr)}`}
      />
      <div>
        <p>{t('live.inviteHint', { minutes })}</p>
        <textarea
          ref={field}
          readOnly
          className="text-input live-link"
          rows={6}
          aria-label={t('live.invitation')}
          value={invitation.link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button icon={Link2} onClick={copy}>
          {t('live.copy')}
        </Button>
      </div>
    </div>
  )
}

function Visiting({ status }: { status: LiveStatus }) {
  const t = useT()
  const language = useLanguage()
  const isServer = status.role === 'server'
  const toCome = status.toCome.documents + status.toCome.originals
  const problem =
    status.phase === 'refused' && status.problem !== null
      ? failureText(language, { code: status.problem, message: '', hint: '', details: {} })
      : null
  return (
    <>
      <p className="live-phase" role="status">
        <Radio size={16} strokeWidth={1.75} aria-hidden />
        <strong>
          {isServer
            ? serverPhase(t, status.phase)
            : t(`live.phases.${status.phase}`, { name: status.host ?? '' })}
        </strong>
        {problem !== null && (
          <span>
            {problem.message} {problem.hint}
          </span>
        )}
        {(status.phase === 'connected' || status.phase === 'leaving') && (
          <span>
            {toCome === 0
              ? t(isServer ? 'live.server.same' : 'live.same')
              : t('live.toCome', { count: toCome })}
          </span>
        )}
      </p>
      {status.phase !== 'refused' && <People status={status} />}
      <div className="live-end">
        {status.phase !== 'refused' && <p>{t('live.stay')}</p>}
        <Button icon={LogOut} onClick={() => void set(act('live.leave', {}))}>
          {t(leaving(status))}
        </Button>
      </div>
    </>
  )
}

/** What ends it: whoever has not come in yet, or lost the host, stops trying. */
export function leaving({ role, phase }: LiveStatus) {
  if (phase === 'connecting' || phase === 'knocking' || phase === 'lost') return 'live.stopTrying'
  if (phase === 'leaving') return 'live.leaveNow'
  if (phase === 'refused') return role === 'server' ? 'live.server.leave' : 'live.again'
  return role === 'server' ? 'live.server.leave' : 'live.leave'
}
