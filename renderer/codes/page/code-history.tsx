import { useQuery } from '../../app/engine-client.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import type { TextKey } from '../../app/i18n.ts'

const fieldKeys: Record<string, TextKey> = {
  name: 'codes.nameLabel',
  definition: 'codes.definition',
  whenToUse: 'codes.whenToUse',
  whenNotToUse: 'codes.whenNotToUse',
  aliases: 'codes.aliases',
  kind: 'codes.kind',
  status: 'codes.status',
  hue: 'codes.colour',
  examples: 'codes.examples',
}

/** What happened to the code, newest first. */
export function CodeHistory({ codeId }: { codeId: string }) {
  const t = useT()
  const format = useFormat()
  const { data } = useQuery('codes.history', { codeId }, ['codes', 'history', 'passages'])
  const items = data?.items ?? []
  if (data !== undefined && items.length === 0) {
    return <p className="code-page-none">{t('codes.historyEmpty')}</p>
  }
  return (
    <ol className="code-history">
      {items.map((item) => (
        <li key={item.id}>
          <time dateTime={item.time}>{format.time(item.time)}</time>
          <div>
            <span className="code-history-what">{item.label}</span>
            <span className="code-history-who">{item.analyst}</span>
            {Object.entries(item.changes).length > 0 && (
              <dl>
                {Object.entries(item.changes).map(([field, value]) => {
                  const key = fieldKeys[field]
                  return (
                    <div key={field}>
                      <dt>{key === undefined ? field : t(key)}</dt>
                      <dd>{value}</dd>
                    </div>
                  )
                })}
              </dl>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
