import { useQuery } from '../../app/engine-client.ts'
import { stepText } from '../../app/history-acts.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import type { TextKey, Translate } from '../../app/i18n.ts'
import { codeKinds, codeStatuses } from '../../../shared/model/kinds.ts'
import { nearestHue } from '../code-hues.ts'

const fieldKeys: Record<string, TextKey> = {
  name: 'codes.nameLabel',
  definition: 'codes.definition',
  whenToUse: 'codes.whenToUse',
  whenNotToUse: 'codes.whenNotToUse',
  aliases: 'codes.aliases',
  kind: 'codes.kind',
  status: 'codes.status',
  hue: 'codes.colour',
  path: 'codes.path',
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
            <span className="code-history-what">{stepText(item)}</span>
            <span className="code-history-who">{item.analyst}</span>
            {Object.entries(item.changes).length > 0 && (
              <dl>
                {Object.entries(item.changes).map(([field, value]) => {
                  const key = fieldKeys[field]
                  return (
                    <div key={field}>
                      <dt>{key === undefined ? field : t(key)}</dt>
                      <dd>{readable(field, value, t)}</dd>
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

/** Values that are words of the program, in the reader's language; passages as their number. */
function readable(field: string, value: string, t: Translate): string {
  const kind = codeKinds.find((candidate) => candidate === value)
  const status = codeStatuses.find((candidate) => candidate === value)
  if (field === 'kind' && kind !== undefined) return t(`codes.kind_${kind}`)
  if (field === 'status' && status !== undefined) return t(`codes.status_${status}`)
  if (field === 'hue') return t(`codes.hue_${nearestHue(Number(value))}`)
  if (field === 'path' && value === '') return t('codes.topLevel')
  if (field === 'examples') {
    return t('codes.nPassages', { count: value.split(',').filter((id) => id.trim() !== '').length })
  }
  return value
}
