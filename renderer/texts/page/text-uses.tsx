import type { Thing } from '../../../shared/model/institution.ts'
import { useQuery } from '../../app/engine-client.ts'
import type { QueryState } from '../../app/engine-client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { showNavigator } from '../../app/side-panels.ts'
import { openView, select } from '../../app/workspace.ts'

type Uses = QueryState<{ items: Array<{ type: string; id: string; label: string }> }>['data']
type Use = NonNullable<Uses>['items'][number]

const kinds = [
  'step',
  'map',
  'link',
  'clause',
  'activation',
  'code',
  'circuit',
  'flow',
  'actor',
  'claim',
  'textVersion',
] as const
const most = 8

interface TextUsesProps {
  thing: Thing
  /** Kinds that are shown elsewhere on the page. */
  without?: readonly string[]
  /** Called before another page or card is shown. */
  onLeave?: () => void
}

/** Everything that speaks of a text or clause, kind by kind. */
export function TextUses({ thing, without = [], onLeave }: TextUsesProps) {
  const t = useT()
  const language = useLanguage()
  const { data } = useQuery('things.uses', { thing, language }, [
    'texts',
    'work',
    'maps',
    'findings',
    'indexing',
    'codes',
  ])
  if (data === undefined) return null
  const shown = data.items.filter((use) => !without.includes(use.type))
  if (shown.length === 0) return <p className="text-quiet">{t('texts.notUsed')}</p>
  return (
    <dl className="text-uses">
      {kinds.map((kind) => {
        const uses = shown.filter((use) => use.type === kind)
        if (uses.length === 0) return null
        return (
          <div key={kind}>
            <dt>{t(`texts.use_${kind}`)}</dt>
            {uses.slice(0, most).map((use) => (
              <dd key={use.id}>
                <UseName
                  use={use}
                  onOpen={() => {
                    onLeave?.()
                    openUse(use)
                  }}
                />
              </dd>
            ))}
            {uses.length > most && (
              <dd className="text-quiet">{t('texts.andMore', { count: uses.length - most })}</dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

function UseName({ use, onOpen }: { use: Use; onOpen: () => void }) {
  const canOpen = ['step', 'map', 'link', 'clause', 'code', 'circuit', 'flow', 'actor']
  if (!canOpen.includes(use.type)) return <span className="text-use">{use.label}</span>
  return (
    <button type="button" className="text-use" onClick={onOpen}>
      {use.label}
    </button>
  )
}

function openUse({ type, id }: Use): void {
  switch (type) {
    case 'map':
      openView({ type: 'map', id })
      break
    case 'code':
      openView({ type: 'code', id })
      select({ type: 'code', id })
      break
    case 'circuit':
      openView({ type: 'findings', part: 'circuits' })
      break
    case 'step':
    case 'flow':
    case 'actor':
      showNavigator('work')
      select({ type, id })
      break
    case 'link':
    case 'clause':
      select({ type, id })
      break
  }
}
