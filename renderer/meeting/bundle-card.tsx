import { showDialog } from '../app/dialogs.ts'
import { useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { Button } from '../ui/index.ts'
import { chooseToMerge } from './meeting-acts.ts'

/** Meeting by one file at a time. */
export function BundleCard() {
  const t = useT()
  const format = useFormat()
  const { readOnly } = useProject()
  const peers = useQuery('sync.peers', {}, ['project', 'history', 'folder']).data?.items
  return (
    <section className="meeting-card" aria-labelledby="meeting-bundle">
      <h2 id="meeting-bundle">{t('meeting.bundle.title')}</h2>
      <p className="meeting-text">{t('meeting.bundle.text')}</p>
      <dl className="meeting-facts">
        <div>
          <dt>{t('meeting.bundle.met')}</dt>
          <dd>
            {peers?.length === 0 && t('meeting.bundle.metNone')}
            {peers?.map((peer) => (
              <p key={peer.device}>
                {t('meeting.bundle.metLine', {
                  name: peer.analyst,
                  time: format.time(peer.time),
                })}
              </p>
            ))}
          </dd>
        </div>
      </dl>
      <div className="meeting-buttons">
        <Button onClick={() => showDialog({ type: 'share' })}>{t('meeting.bundle.share')}</Button>
        <Button disabled={readOnly} onClick={() => void chooseToMerge()}>
          {t('meeting.bundle.merge')}
        </Button>
      </div>
    </section>
  )
}
