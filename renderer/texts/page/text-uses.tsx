import type { Thing } from '../../../shared/model/institution.ts'
import { claimBases, flowKinds } from '../../../shared/model/institution-kinds.ts'
import { useQuery } from '../../app/engine-client.ts'
import type { QueryState } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { showNavigator } from '../../app/side-panels.ts'
import { openView, select } from '../../app/workspace.ts'
import { useRelations } from '../links/relations.ts'

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
  const nameOf = useUseNames(thing)
  const { data } = useQuery('things.uses', { thing }, [
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
                  name={nameOf(use)}
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

/** Names of uses in the reader's language: links with their relation in words. */
function useUseNames(thing: Thing): (use: Use) => string {
  const t = useT()
  const relations = useRelations()
  const { type, id } = thing
  const isEnd = type === 'text' || type === 'clause' || type === 'step' || type === 'actor'
  const links = useQuery('links.list', isEnd ? { thing: { type, id } } : null, ['texts', 'work'])
    .data?.items
  return (use) => {
    if (use.type === 'claim') {
      const basis = claimBases.find((each) => each === use.label)
      return basis === undefined ? use.label : t(`institution.basis.${basis}`)
    }
    if (use.type === 'flow') {
      const kind = flowKinds.find((each) => each === use.label)
      return kind === undefined ? use.label : t(`institution.flow.${kind}`)
    }
    const link = use.type === 'link' ? links?.find((each) => each.id === use.id) : undefined
    if (link === undefined) return use.label
    const relation = relations.of(link.relation)?.forward ?? link.relationName
    return `${link.fromLabel} ${relation} ${link.toLabel}`
  }
}

function UseName({ use, name, onOpen }: { use: Use; name: string; onOpen: () => void }) {
  const canOpen = ['step', 'map', 'link', 'clause', 'code', 'circuit', 'flow', 'actor']
  if (!canOpen.includes(use.type)) return <span className="text-use">{name}</span>
  return (
    <button type="button" className="text-use" onClick={onOpen}>
      {name}
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
