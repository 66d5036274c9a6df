import { TriangleAlert } from 'lucide-react'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { BundleCard } from './bundle-card.tsx'
import { RoundsCard } from '../rounds/rounds-card.tsx'
import { FolderCard } from './folder-card.tsx'
import { LiveCard } from './live/live-card.tsx'
import { ServerCard } from './live/server-card.tsx'
import './meeting.css'

/** The ways to bring one’s work together with others’, a card for each. */
export function MeetingView() {
  const t = useT()
  const { cloudService } = useProject()
  return (
    <div className="meeting">
      <h1>{t('meeting.title')}</h1>
      <p className="meeting-lead">{t('meeting.lead')}</p>
      {cloudService !== null && (
        <div className="meeting-warning" role="note">
          <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
          <p>
            <b>{t('meeting.cloud', { service: cloudService })}.</b> {t('meeting.cloudHint')}
          </p>
        </div>
      )}
      <BundleCard />
      <FolderCard />
      <section className="meeting-card" aria-labelledby="meeting-live">
        <h2 id="meeting-live">{t('live.title')}</h2>
        <LiveCard />
      </section>
      <ServerCard />
      <RoundsCard />
    </div>
  )
}
