import { GitCompareArrows } from 'lucide-react'
import { useMemo } from 'react'
import { comparedThingKinds } from '../../shared/contract/compare.ts'
import { act, ask, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { showInspector } from '../app/side-panels.ts'
import { openView, select } from '../app/workspace.ts'
import { EmptyState } from '../ui/index.ts'
import type { ComparedThing, SettleItem, Side, Sides } from './compare-data.ts'
import { SettleDesk } from './settle-desk.tsx'
import { StateMark } from './settle-list.tsx'
import { sayWords } from './thing-words.ts'
import { useFilters } from './use-filters.tsx'

type Item = ComparedThing & SettleItem
const kinds = ['different', 'onlyA', 'onlyB', 'same'] as const

interface Props {
  a: { analystId: string; layer?: string }
  b: { analystId: string; layer?: string }
  sides: Sides
  isActive: boolean
}

/** What the two say of links, steps, flows, disjunctures and activations. */
export function ThingsPart({ a, b, sides, isActive }: Props) {
  const t = useT()
  const { data } = useQuery('compare.things', { a, b }, [
    'texts',
    'work',
    'findings',
    'indexing',
    'settlements',
    'passages',
  ])
  const all = useMemo(
    () => data?.items.map((item): Item => ({ ...item, isAgreed: item.kind === 'same' })) ?? [],
    [data],
  )
  const initials = { a: sides.a.initials, b: sides.b.initials }
  const { items, within, filters, showAll } = useFilters(all, [
    {
      label: t('compare.kind'),
      any: t('compare.anyKind'),
      of: ({ kind }) => kind,
      options: kinds.map((value) => ({
        value,
        label: t(`compare.kindOptions.${value}`, initials),
      })),
    },
    {
      label: t('compare.thing'),
      any: t('compare.anyThing'),
      of: ({ type }) => type,
      options: comparedThingKinds.map((value) => ({ value, label: t(`compare.things.${value}`) })),
    },
  ])
  if (data === undefined) return null
  if (all.length === 0) {
    return (
      <EmptyState icon={GitCompareArrows} title={t('compare.nothingThings')}>
        {t('compare.nothingThingsText')}
      </EmptyState>
    )
  }
  return (
    <SettleDesk
      items={items}
      within={within}
      isActive={isActive}
      filters={filters}
      sidesOf={() => sides}
      mayRecode={() => false}
      openLabel={t('compare.openThing')}
      open={(item) => void openThing(item)}
      settle={(item, { outcome, reason, dissent }) =>
        act('compare.settle', { a, b, itemId: item.id, outcome, reason, dissent })
      }
      onShowAll={showAll}
      row={(item) => (
        <>
          <span className="pair-row-head">
            <span className="pair-code">{t(`compare.things.${item.type}`)}</span>
          </span>
          <span className="pair-row-text">{item.title}</span>
          <span className="pair-row-foot">
            <span>{t(`compare.kinds.${item.kind}`, initials)}</span>
            <StateMark item={item} />
          </span>
        </>
      )}
      detail={(item) => (
        <>
          <h2 className="pair-item-head">{item.title}</h2>
          <p className="pair-kind">
            {t(`compare.things.${item.type}`)} · {t(`compare.kinds.${item.kind}`, initials)}
          </p>
          <dl className="pair-marked">
            <Says side={sides.a} words={item.a} />
            <Says side={sides.b} words={item.b} />
          </dl>
        </>
      )}
    />
  )
}

function Says({ side, words }: { side: Side; words: readonly string[] }) {
  const t = useT()
  return (
    <div>
      <dt>{t('compare.says', { name: side.name, initials: side.initials })}</dt>
      {words.length === 0 && <dd className="pair-none">{t('compare.saysNothing')}</dd>}
      {words.map((said, index) => (
        <dd key={`${index} ${said}`}>{sayWords(said)}</dd>
      ))}
    </div>
  )
}

async function openThing({ type, thingId }: Item): Promise<void> {
  if (type !== 'activation') {
    select({ type, id: thingId })
    showInspector()
    return
  }
  const answer = await ask('passages.get', { passageId: thingId })
  if (!answer.ok) return
  const { sourceId, start, end } = answer.value
  openView({ type: 'source', id: sourceId, at: { start, end } })
}
