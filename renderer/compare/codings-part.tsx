import { GitCompareArrows } from 'lucide-react'
import { useMemo } from 'react'
import { alignmentKinds } from '../../shared/contract/compare.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { openView } from '../app/workspace.ts'
import { useCodes } from '../codes/code-data.ts'
import { CodeMark } from '../codes/code-kind-icon.tsx'
import { EmptyState } from '../ui/index.ts'
import type { ComparedItem, SettleItem, Sides } from './compare-data.ts'
import { MarkedText } from './marked-text.tsx'
import { SettleDesk } from './settle-desk.tsx'
import { StateMark } from './settle-list.tsx'
import { MarkedBy, TextBeside } from './text-beside.tsx'
import { useFilters } from './use-filters.tsx'

type Item = ComparedItem & SettleItem

interface Props {
  /** Ids of the analysts and, of a round, its layer. */
  a: { analystId: string; layer?: string }
  b: { analystId: string; layer?: string }
  sides: Sides
  isActive: boolean
}

/** The codings of two analysts, aligned by place. */
export function CodingsPart({ a, b, sides, isActive }: Props) {
  const t = useT()
  const { codes } = useCodes()
  const sources = useQuery('sources.list', {}, ['sources', 'folders']).data?.items ?? []
  const { data } = useQuery('compare.codings', { a, b }, [
    'passages',
    'settlements',
    'codes',
    'sources',
    'rounds',
  ])
  const all = useMemo(
    () => data?.items.map((item): Item => ({ ...item, isAgreed: item.kind === 'same' })) ?? [],
    [data],
  )
  const initials = { a: sides.a.initials, b: sides.b.initials }
  const used = (pick: (item: Item) => string) => new Set(all.map(pick))
  const [usedCodes, usedSources] = [used(({ codeId }) => codeId), used(({ sourceId }) => sourceId)]
  const { items, within, filters, showAll } = useFilters(all, [
    {
      label: t('compare.kind'),
      any: t('compare.anyKind'),
      of: ({ kind }) => kind,
      options: alignmentKinds.map((value) => ({
        value,
        label: t(`compare.kindOptions.${value}`, initials),
      })),
    },
    {
      label: t('compare.code'),
      any: t('compare.anyCode'),
      of: ({ codeId }) => codeId,
      options: codes
        .filter(({ id }) => usedCodes.has(id))
        .map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      label: t('compare.source'),
      any: t('compare.anySource'),
      of: ({ sourceId }) => sourceId,
      options: sources
        .filter(({ id }) => usedSources.has(id))
        .map(({ id, title }) => ({ value: id, label: title })),
    },
  ])
  const codeById = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes])
  const sourceById = new Map(sources.map((source) => [source.id, source]))
  if (data === undefined) return null
  if (all.length === 0) {
    return (
      <EmptyState icon={GitCompareArrows} title={t('compare.nothing')}>
        {t('compare.nothingText')}
      </EmptyState>
    )
  }
  const head = (item: Item) => {
    const code = codeById.get(item.codeId)
    return (
      <>
        {code !== undefined && <CodeMark kind={code.kind} hue={code.hue} isGroup={false} />}
        <span className="pair-code">{code?.name}</span>
        <span className="pair-where">{sourceById.get(item.sourceId)?.title}</span>
      </>
    )
  }
  return (
    <SettleDesk
      items={items}
      within={within}
      isActive={isActive}
      filters={filters}
      sidesOf={() => sides}
      mayRecode={() => true}
      openLabel={t('compare.openPassage')}
      open={({ sourceId, start, end }) =>
        openView({ type: 'source', id: sourceId, at: { start, end } })
      }
      settle={(item, decision) => act('compare.settle', { a, b, itemId: item.id, ...decision })}
      onShowAll={showAll}
      row={(item) => (
        <>
          <span className="pair-row-head">{head(item)}</span>
          <span className="pair-row-text">
            <MarkedText
              text={item.context.text.replaceAll('\n', ' ')}
              start={item.context.start}
              a={item.a}
              b={item.b}
              sides={sides}
            />
          </span>
          <span className="pair-row-foot">
            <span>{t(`compare.kinds.${item.kind}`, initials)}</span>
            <StateMark item={item} />
          </span>
        </>
      )}
      detail={(item) => (
        <>
          <h2 className="pair-item-head">{head(item)}</h2>
          <p className="pair-kind">{t(`compare.kinds.${item.kind}`, initials)}</p>
          <TextBeside item={item} sides={sides} />
          <MarkedBy item={item} sides={sides} />
        </>
      )}
    />
  )
}
