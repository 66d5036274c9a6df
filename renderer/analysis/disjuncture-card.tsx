import { act, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { openView } from '../app/workspace.ts'
import { AddClaim, ClaimList } from '../texts/links/claims.tsx'
import { Button } from '../ui/index.ts'
import './analysis.css'
import { DisjunctureSides } from './disjunctures/disjuncture-sides.tsx'
import { LacksEvidence } from './disjunctures/disjunctures-page.tsx'
import { deleteFinding } from './finding-acts.ts'
import { FindingHead, FindingNote } from './finding-fields.tsx'

/** A disjuncture beside what is being read: its sides take the passage in hand. */
export function DisjunctureCard({ disjunctureId }: { disjunctureId: string }) {
  const t = useT()
  const found = useQuery('disjunctures.list', {}, ['findings', 'passages', 'sources']).data
  const disjuncture = found?.items.find((each) => each.id === disjunctureId)
  if (disjuncture === undefined) return null
  const about = { type: 'disjuncture' as const, id: disjunctureId }
  const { title, note } = disjuncture
  return (
    <article className="finding-card" aria-label={title}>
      <FindingHead
        finding={disjuncture}
        level={3}
        mark={disjuncture.isEvidenced ? null : <LacksEvidence />}
        onSave={(fields) => void act('disjunctures.update', { disjunctureId, ...fields })}
        onDelete={() => void deleteFinding('disjuncture', disjunctureId, title)}
      />
      <DisjunctureSides disjuncture={disjuncture} />
      <FindingNote
        note={note}
        onSave={(next) => void act('disjunctures.update', { disjunctureId, note: next })}
      />
      <h4>{t('analysis.claims')}</h4>
      <ClaimList about={about} />
      <AddClaim about={about} />
      <Button
        size="small"
        className="finding-card-open"
        onClick={() => openView({ type: 'findings', part: 'disjunctures' })}
      >
        {t('analysis.openLedger')}
      </Button>
    </article>
  )
}
