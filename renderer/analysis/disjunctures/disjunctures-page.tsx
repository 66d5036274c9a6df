import { Split } from 'lucide-react'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { select, useWorkspace } from '../../app/workspace.ts'
import type { Disjuncture } from '../../../shared/model/institution.ts'
import { deleteFinding } from '../finding-acts.ts'
import { FindingHead, FindingNote } from '../finding-fields.tsx'
import { FindingsPage } from '../findings-page.tsx'
import { DisjunctureSides } from './disjuncture-sides.tsx'

/** The ledger: every disjuncture with its two sides beside each other. */
export function DisjuncturesPage() {
  const t = useT()
  const items = useQuery('disjunctures.list', {}, ['findings', 'passages', 'sources']).data?.items
  const lacking = items?.filter((each) => !each.isEvidenced).length ?? 0
  return (
    <FindingsPage
      part="disjunctures"
      icon={Split}
      count={items?.length}
      isWide
      facts={lacking === 0 ? '' : t('analysis.lackEvidence', { count: lacking })}
    >
      {items?.map((each) => (
        <LedgerEntry key={each.id} disjuncture={each} />
      ))}
    </FindingsPage>
  )
}

function LedgerEntry({ disjuncture }: { disjuncture: Disjuncture }) {
  const { id, title, note } = disjuncture
  const isSelected = useWorkspace(
    ({ selection }) => selection.type === 'disjuncture' && selection.id === id,
  )
  const save = (
    fields: Omit<Parameters<typeof act<'disjunctures.update'>>[1], 'disjunctureId'>,
  ): void => void act('disjunctures.update', { disjunctureId: id, ...fields })
  const show = (): void => select({ type: 'disjuncture', id })
  return (
    <article
      className={isSelected ? 'finding is-current' : 'finding'}
      data-finding={id}
      aria-label={title}
      onFocus={show}
      onClick={show}
    >
      <FindingHead
        finding={disjuncture}
        level={2}
        mark={disjuncture.isEvidenced ? null : <LacksEvidence />}
        onSave={save}
        onDelete={() => void deleteFinding('disjuncture', id, title)}
      />
      <DisjunctureSides disjuncture={disjuncture} />
      <FindingNote note={note} onSave={(next) => save({ note: next })} />
    </article>
  )
}

export function LacksEvidence() {
  const t = useT()
  return (
    <span className="finding-lacks">
      <span className="claims-none-mark" aria-hidden />
      {t('analysis.lacksEvidence')}
    </span>
  )
}
