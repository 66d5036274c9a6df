import { Eye, UserMinus } from 'lucide-react'
import { useId, useState } from 'react'
import type { LiveStatus } from '../../../shared/contract/live.ts'
import { AnalystMark } from '../../app/analyst-badge.tsx'
import { closeDialog } from '../../app/dialogs.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useProject } from '../../app/session.ts'
import { Button } from '../../ui/index.ts'
import { follow, setLive } from './live-store.ts'

/** Who is here, in their colours, and at the host who may come back. */
export function People({ status }: { status: LiveStatus }) {
  const t = useT()
  const title = useId()
  const { analysts } = useProject()
  const sources = useQuery('sources.list', {}, ['sources']).data?.items ?? []
  const away = status.guests.filter(({ isHere }) => !isHere)
  const [asked, setAsked] = useState<string | null>(null)
  const remove = async (device: string): Promise<void> => {
    setAsked(null)
    const after = await act('live.remove', { device })
    if (after !== undefined) setLive(after)
  }
  const markOf = (analystId: string, name: string) => (
    <AnalystMark
      analyst={
        analysts.find(({ id }) => id === analystId) ?? {
          name,
          hue: 257,
          initials: name.slice(0, 2).toUpperCase(),
        }
      }
    />
  )
  return (
    <section className="live-part" aria-labelledby={title}>
      <h3 id={title}>{t('live.here')}</h3>
      {status.people.length === 0 ? (
        <p>{t('live.alone')}</p>
      ) : (
        <ul className="live-people">
          {status.people.map((person) => {
            const { device, analystId, name, isHost, sourceId, memo } = person
            const source = sources.find(({ id }) => id === sourceId)
            const place = source?.title ?? t(memo === null ? 'live.elsewhere' : 'live.inMemo')
            return (
              <li key={device}>
                {markOf(analystId, name)}
                <span className="live-person">
                  {name}
                  {isHost && <em> · {t('live.isHost')}</em>}
                  <small>{place}</small>
                </span>
                {(source !== undefined || memo !== null) && (
                  <Button
                    size="small"
                    variant="quiet"
                    icon={Eye}
                    onClick={() => {
                      follow(person)
                      closeDialog()
                    }}
                  >
                    {t('live.follow', { name })}
                  </Button>
                )}
                {status.role === 'host' && (
                  <Button
                    size="small"
                    variant="quiet"
                    icon={UserMinus}
                    aria-expanded={asked === device}
                    onClick={() => setAsked(asked === device ? null : device)}
                  >
                    {t('live.remove', { name })}
                  </Button>
                )}
                {asked === device && (
                  <AskRemoval
                    name={name}
                    onNo={() => setAsked(null)}
                    onYes={() => remove(device)}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {away.length > 0 && (
        <>
          <h4>{t('live.guests')}</h4>
          <ul className="live-people">
            {away.map(({ device, analystId, name }) => (
              <li key={device}>
                {markOf(analystId, name)}
                <span className="live-person">
                  {name}
                  <small>{t('live.away')}</small>
                </span>
                <Button
                  size="small"
                  variant="quiet"
                  icon={UserMinus}
                  aria-expanded={asked === device}
                  onClick={() => setAsked(asked === device ? null : device)}
                >
                  {t('live.remove', { name })}
                </Button>
                {asked === device && (
                  <AskRemoval
                    name={name}
                    onNo={() => setAsked(null)}
                    onYes={() => remove(device)}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** It cannot be taken back: the guest needs a new invitation, so it is asked for in place. */
function AskRemoval(props: { name: string; onNo: () => void; onYes: () => Promise<void> }) {
  const { name, onNo, onYes } = props
  const t = useT()
  return (
    <div className="live-ask" role="group" aria-label={t('live.remove', { name })}>
      <p>{t('live.removeHint', { name })}</p>
      <Button size="small" autoFocus onClick={onNo}>
        {t('live.keep')}
      </Button>
      <Button size="small" variant="danger" onClick={() => void onYes()}>
        {t('live.removeNow')}
      </Button>
    </div>
  )
}
