import { useT } from '../app/i18n.ts'
import { BundleCard } from './bundle-card.tsx'
import { FolderCard } from './folder-card.tsx'
import './meeting.css'

/** The ways to bring one’s work together with others’, a card for each. */
export function MeetingView() {
  const t = useT()
  return (
    <div className="meeting">
      <h1>{t('meeting.title')}</h1>
      <p className="meeting-lead">{t('meeting.lead')}</p>
      <BundleCard />
      <FolderCard />
    </div>
  )
}
