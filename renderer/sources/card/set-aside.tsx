import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'

const reasons = {
  'page-number': 'sources.reasons.page_number',
  'running-head': 'sources.reasons.running_head',
  'running-foot': 'sources.reasons.running_foot',
  comment: 'sources.reasons.comment',
} as const

function isKnown(reason: string): reason is keyof typeof reasons {
  return reason in reasons
}

/** Page numbers, running heads and comments that were taken out of the text and kept. */
export function SetAside({ sourceId }: { sourceId: string }) {
  const t = useT()
  const items = useQuery('sources.setAside', { sourceId }, ['sources'], { sourceId }).data?.items
  if (items === undefined || items.length === 0) return null
  return (
    <details className="set-aside">
      <summary>
        {t('sources.card.setAside')} <span>{items.length}</span>
      </summary>
      <p>{t('sources.card.setAsideHint')}</p>
      <ul>
        {items.map((item, index) => (
          <li key={index}>
            <span className="set-aside-text">{item.text}</span>
            <span>
              {isKnown(item.reason) ? t(reasons[item.reason]) : item.reason}
              {item.page === undefined ? '' : ` · ${t('sources.card.page', { page: item.page })}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
