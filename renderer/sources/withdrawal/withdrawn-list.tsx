import { useQuery } from '../../app/engine-client.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { useProject } from '../../app/session.ts'
import './withdrawal.css'

/** Sources that were withdrawn, at the foot of the others: that they were, when, by whom and why. */
export function WithdrawnList() {
  const t = useT()
  const format = useFormat()
  const { analysts } = useProject()
  const items = useQuery('sources.withdrawn', {}, ['sources']).data?.items ?? []
  if (items.length === 0) return null
  return (
    <details className="withdrawn">
      <summary>{t('withdrawal.list', { count: items.length })}</summary>
      <ul>
        {items.map(({ sourceId, number, time, analystId, reason }) => (
          <li key={sourceId}>
            <span className="withdrawn-name">{t('withdrawal.item', { number })}</span>
            <span>{reason || t('withdrawal.noReason')}</span>
            <span className="withdrawn-when">
              {t('withdrawal.itemBy', {
                name: analysts.find(({ id }) => id === analystId)?.name ?? '',
                time: format.time(time),
              })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
