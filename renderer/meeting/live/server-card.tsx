import { useState } from 'react'
import type { LiveProblem, LiveStatus } from '../../../shared/contract/live.ts'
import { failureText } from '../../../shared/i18n/index.ts'
import { act } from '../../app/engine-client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useProject } from '../../app/session.ts'
import { Button, Field, TextInput } from '../../ui/index.ts'
import { setLive, useLive } from './live-store.ts'
import { leaving } from './live-card.tsx'
import { serverPhase } from './server-phase.ts'

/** Meeting at the server of an institution: setting it up, connecting, and forgetting it. */
export function ServerCard() {
  const t = useT()
  const status = useLive()
  if (status === null) return null
  return (
    <section className="meeting-card" aria-labelledby="meeting-server">
      <h2 id="meeting-server">{t('live.server.title')}</h2>
      <p className="meeting-text">{t('live.server.lead')}</p>
      <p className="meeting-text">
        <strong>{t('live.server.reads')}</strong>
      </p>
      {status.role === 'server' && status.problem !== null && status.phase === 'refused' && (
        <Problem code={status.problem} />
      )}
      {status.role === 'none' && status.unsent > 0 && (
        <p role="status">{t('live.unsent', { count: status.unsent })}</p>
      )}
      {status.role === 'server' && status.phase !== 'refused' ? (
        <AtServer status={status} />
      ) : status.role === 'none' || status.phase === 'refused' ? (
        <ServerChoice status={status} />
      ) : (
        <p className="meeting-hint">{t('live.server.busy')}</p>
      )}
    </section>
  )
}

function Problem({ code }: { code: LiveProblem }) {
  const language = useLanguage()
  const { message, hint } = failureText(language, { code, message: '', hint: '', details: {} })
  return (
    <p className="meeting-problem" role="status">
      <b>{message}</b> {hint}
    </p>
  )
}

async function set(answer: Promise<LiveStatus | undefined>): Promise<boolean> {
  const status = await answer
  if (status !== undefined) setLive(status)
  return status !== undefined
}

function ServerChoice({ status }: { status: LiveStatus }) {
  const t = useT()
  const { readOnly, id } = useProject()
  const [isOther, setIsOther] = useState(false)
  const [address, setAddress] = useState('')
  const [token, setToken] = useState('')
  if (status.server !== null && !isOther) {
    return (
      <>
        <p className="meeting-path">{status.server}</p>
        <div className="meeting-buttons">
          <Button disabled={readOnly} onClick={() => void set(act('live.connect', {}))}>
            {t('live.server.connect')}
          </Button>
          <Button variant="quiet" disabled={readOnly} onClick={() => setIsOther(true)}>
            {t('live.server.other')}
          </Button>
          <Forget />
        </div>
      </>
    )
  }
  const connect = async (): Promise<void> => {
    if (await set(act('live.connect', { server: { address, token } }))) setIsOther(false)
  }
  return (
    <form
      className="meeting-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (address.trim() !== '') void connect()
      }}
    >
      <Field label={t('live.server.address')} hint={t('live.server.addressHint')}>
        {(props) => (
          <TextInput
            {...props}
            value={address}
            spellCheck={false}
            placeholder="wss://"
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('live.server.token')} hint={t('live.server.tokenHint')}>
        {(props) => (
          <TextInput
            {...props}
            type="password"
            autoComplete="off"
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        )}
      </Field>
      <div className="field">
        <span className="field-label">{t('live.server.project')}</span>
        <code className="meeting-path">{id}</code>
      </div>
      <div className="meeting-buttons">
        <Button type="submit" disabled={readOnly || address.trim() === ''}>
          {t('live.server.connect')}
        </Button>
      </div>
    </form>
  )
}

function AtServer({ status }: { status: LiveStatus }) {
  const t = useT()
  return (
    <>
      <p role="status">{serverPhase(t, status.phase)}</p>
      <p className="meeting-hint meeting-path">{status.server}</p>
      <div className="meeting-buttons">
        <Button onClick={() => void set(act('live.leave', {}))}>{t(leaving(status))}</Button>
        <Forget />
      </div>
    </>
  )
}

function Forget() {
  const t = useT()
  return (
    <Button variant="quiet" onClick={() => void set(act('live.forgetServer', {}))}>
      {t('live.server.forget')}
    </Button>
  )
}
