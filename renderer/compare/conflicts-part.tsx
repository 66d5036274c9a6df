import { Merge } from 'lucide-react'
import { shortVersions } from '../../shared/analysis/compare/short-versions.ts'
import { conflictKinds } from '../../shared/model/conflicts.ts'
import { act, ask, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { EmptyState } from '../ui/index.ts'
import { itemStates } from './compare-data.ts'
import type { ConflictItem, SettleItem, Side, Sides } from './compare-data.ts'
import { conflictWords, ConflictVersions, labelsOf } from './conflict-versions.tsx'
import { SettleDesk } from './settle-desk.tsx'
import { StateMark } from './settle-list.tsx'
import { useFilters } from './use-filters.tsx'

type Item = ConflictItem & SettleItem
/** Two versions are never agreed on by themselves. */
const states = itemStates.filter((state) => state !== 'agreed')

/** What merging could not decide, with both versions. */
export function ConflictsPart({ isActive }: { isActive: boolean }) {
  const t = useT()
  const { analysts } = useProject()
  const { data } = useQuery('conflicts.list', {}, ['settlements', 'codes', 'project', 'sources'])
  const all = data?.items.map((item): Item => ({ ...item, isAgreed: false })) ?? []
  const { items, within, filters, showAll } = useFilters(
    all,
    [
      {
        label: t('compare.kind'),
        any: t('compare.anyKind'),
        of: ({ kind }) => kind,
        options: conflictKinds.map((value) => ({
          value,
          label: t(`compare.conflictKinds.${value}`),
        })),
      },
    ],
    states,
  )
  if (data === undefined) return null
  if (all.length === 0) {
    return (
      <EmptyState icon={Merge} title={t('compare.noConflicts')}>
        {t('compare.noConflictsText')}
      </EmptyState>
    )
  }
  const sideOf = (item: Item, at: 0 | 1): Side => {
    const letter = at === 0 ? 'A' : 'B'
    const analyst = analysts.find(({ id }) => id === item.sides[at]?.analystId)
    // Two versions of one person, from two machines, need other names than the initials.
    const isAlone = item.sides[0]?.analystId !== item.sides[1]?.analystId
    return {
      name: analyst?.name ?? letter,
      initials: isAlone ? (analyst?.initials ?? letter) : letter,
      hue: analyst?.hue ?? 0,
    }
  }
  const sidesOf = (item: Item): Sides => ({ a: sideOf(item, 0), b: sideOf(item, 1) })
  return (
    <SettleDesk
      items={items}
      within={within}
      isActive={isActive}
      filters={filters}
      sidesOf={sidesOf}
      mayRecode={mayRecode}
      openLabel={t('compare.openThing')}
      open={(item) => void openConflict(item)}
      settle={(item, decision) => act('conflicts.settle', { conflictId: item.id, ...decision })}
      onShowAll={showAll}
      row={(item) => (
        <>
          <span className="pair-row-head">
            <span className="pair-code">{item.title || conflictWords(item)}</span>
            <span className="pair-where">{conflictWords(item)}</span>
          </span>
          <span className="pair-row-text pair-row-versions">
            {shortVersions(labelsOf(item)).map((label, at) => (
              <span key={at === 0 ? 'a' : 'b'}>{label || t('compare.emptySide')}</span>
            ))}
          </span>
          <span className="pair-row-foot">
            <span>{t(`compare.conflictKinds.${item.kind}`)}</span>
            <StateMark item={item} />
          </span>
        </>
      )}
      detail={(item) => (
        <>
          <h2 className="pair-item-head">{item.title || conflictWords(item)}</h2>
          <p className="pair-kind">
            {conflictWords(item)} · {t(`compare.conflictKinds.${item.kind}`)}
          </p>
          <ConflictVersions item={item} sides={sidesOf(item)} />
        </>
      )}
    />
  )
}

/** A code or a coding, but not codings of a round: a closed layer is nobody's to change. */
function mayRecode({ id, kind, thing }: Item): boolean {
  const isOfRound = kind === 'deletedUsed' && id.split('/').length > 4
  return (thing.map === 'codes' || thing.map === 'codings') && !isOfRound
}

/** Shows what a conflict is about, where it has a page of its own. */
async function openConflict({ thing, sourceId }: Item): Promise<void> {
  if (thing.map === 'codes') openView({ type: 'code', id: thing.id })
  else if (thing.map === 'texts') openView({ type: 'text', id: thing.id })
  else if (thing.map === 'memos') openView({ type: 'memo', id: thing.id })
  else if (thing.map === 'accounts') openView({ type: 'account', id: thing.id })
  else if (thing.map === 'maps') openView({ type: 'map', id: thing.id })
  else if (thing.map === 'processes') openView({ type: 'process', id: thing.id })
  else if (thing.map === 'sources') openView({ type: 'source', id: thing.id })
  else if (sourceId !== '') {
    const answer = await ask('passages.get', { passageId: thing.id })
    const at = answer.ok ? { at: { start: answer.value.start, end: answer.value.end } } : {}
    openView({ type: 'source', id: sourceId, ...at })
  }
}
