import type { TextKey } from '../../shared/i18n/index.ts'
import type { Thing } from '../../shared/model/institution.ts'
import { useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { select } from '../app/workspace.ts'
import { showOnMap } from '../maps/show-on-map.ts'
import './work-cards.css'

export interface UseOfThing {
  type: string
  id: string
  label: string
}

const topics = ['work', 'texts', 'maps', 'findings', 'indexing', 'codes'] as const

/** Where a thing is used, maps apart; each place opens. `except`: kinds that are told elsewhere. */
export function WhereUsed({ thing, except }: { thing: Thing; except: readonly string[] }) {
  const t = useT()
  const language = useLanguage()
  const uses = useQuery('things.uses', { thing, language }, [...topics]).data?.items
  const maps = useQuery('maps.list', { thing }, ['maps', 'work']).data?.items
  const places = uses?.filter((use) => use.type !== 'map' && !except.includes(use.type))
  return (
    <>
      <h4>{t('work.usedIn')}</h4>
      {places?.length === 0 && <p className="work-card-none">{t('work.unused')}</p>}
      <ul className="work-uses">
        {places?.map((use) => (
          <li key={use.id}>
            <span className="work-use-type">{t(`work.use.${use.type}` as TextKey)}</span>
            <UseName use={use} />
          </li>
        ))}
      </ul>
      <h4>{t('work.maps')}</h4>
      {maps?.length === 0 && <p className="work-card-none">{t('work.noMaps')}</p>}
      <ul className="work-uses">
        {maps?.map((map) => (
          <li key={map.id}>
            <button type="button" onClick={() => showOnMap(map.id, thing)}>
              {map.name}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function UseName({ use }: { use: UseOfThing }) {
  const { type, id, label } = use
  switch (type) {
    case 'link':
    case 'clause':
    case 'actor':
    case 'step':
    case 'flow':
    case 'code':
      return (
        <button type="button" onClick={() => select({ type, id })}>
          {label === '' ? '…' : label}
        </button>
      )
    default:
      return <span>{label}</span>
  }
}
