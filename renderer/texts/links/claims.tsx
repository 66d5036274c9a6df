import { Ban, Check, TriangleAlert } from 'lucide-react'
import type { Claim } from '../../../shared/model/institution.ts'
import { claimBases, claimStances } from '../../../shared/model/institution-kinds.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { usePassageInHand } from '../../passages/passage-in-hand.ts'
import { DeleteButton, IconButton, InlineEdit, Select } from '../../ui/index.ts'
import { ClaimPassage } from './claim-passage.tsx'
import './claims.css'

export { AddClaim } from './add-claim.tsx'

/** The evidence of a link, step, flow or disjuncture: what speaks for it beside what speaks against it. */
export function ClaimList({ about }: { about: Claim['about'] }) {
  const t = useT()
  const { data } = useQuery('claims.list', { about }, ['texts', 'passages', 'sources'])
  if (data === undefined) return null
  if (data.items.length === 0) {
    return (
      <p className="claims-none">
        <span className="claims-none-mark" aria-hidden="true" />
        {t('links.noClaims')}
      </p>
    )
  }
  return (
    <div className="claims">
      {claimStances.map((stance) => {
        const claims = data.items.filter((claim) => claim.stance === stance)
        if (claims.length === 0) return null
        return (
          <section key={stance} className="claims-side" aria-label={t(`links.side_${stance}`)}>
            <h5 className={`claims-stance is-${stance}`}>
              <StanceMark stance={stance} />
              {t(`links.side_${stance}`)}
            </h5>
            {claims.map((claim) => (
              <OneClaim key={claim.id} claim={claim} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function StanceMark({ stance }: { stance: Claim['stance'] }) {
  const Icon = stance === 'supports' ? Check : Ban
  return <Icon size={13} strokeWidth={2} aria-hidden />
}

function OneClaim({ claim }: { claim: Claim }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const inHand = usePassageInHand()
  const { id: claimId, basis } = claim
  const update = (fields: Omit<Parameters<typeof act<'claims.update'>>[1], 'claimId'>): void =>
    void act('claims.update', { claimId, ...fields })
  const remove = async (): Promise<void> => {
    const done = await act('claims.delete', { claimIds: [claimId] })
    if (done !== undefined) toastWithUndo(t('links.claimRemoved'))
  }
  const passages = claim.passageIds.map((passageId) => ({ passageId }))
  const takeOff = async (passageId: string): Promise<void> => {
    const rest = passages.filter((passage) => passage.passageId !== passageId)
    const done = await act('claims.update', { claimId, passages: rest })
    if (done !== undefined) toastWithUndo(t('links.passageTakenOff'))
  }
  return (
    <article className="claim" aria-label={t(`institution.basis.${basis}`)}>
      <header className="claim-head">
        <Select
          isQuiet
          className="claim-basis"
          aria-label={t('links.basis')}
          value={basis}
          disabled={isReadOnly}
          options={claimBases.map((value) => ({ value, label: t(`institution.basis.${value}`) }))}
          onValue={(value) => update({ basis: value })}
        />
        <IconButton
          icon={claim.stance === 'supports' ? Ban : Check}
          size="small"
          label={t(claim.stance === 'supports' ? 'links.makeContradict' : 'links.makeSupport')}
          disabled={isReadOnly}
          onClick={() =>
            update({ stance: claim.stance === 'supports' ? 'contradicts' : 'supports' })
          }
        />
        <DeleteButton
          size="small"
          label={t('links.removeClaim')}
          disabled={isReadOnly}
          onClick={() => void remove()}
        />
      </header>
      {claim.problem !== '' && (
        <p className="claim-problem">
          <TriangleAlert size={13} strokeWidth={1.75} aria-hidden />
          {t(`links.problem.${claim.problem}`)}
        </p>
      )}
      {claim.passageIds.map((passageId) => (
        <ClaimPassage
          key={passageId}
          passageId={passageId}
          onTakeOff={isReadOnly ? undefined : () => void takeOff(passageId)}
        />
      ))}
      {(basis === 'literature' || claim.reference !== '') && (
        <InlineEdit
          className="claim-reference"
          label={t('links.reference')}
          placeholder={t('links.referencePlaceholder')}
          value={claim.reference}
          onSave={(reference) => update({ reference })}
        />
      )}
      <InlineEdit
        isLong
        className="claim-note"
        label={t('links.note')}
        placeholder={t('links.notePlaceholder')}
        value={claim.note}
        onSave={(note) => update({ note })}
      />
      {inHand !== undefined && !isReadOnly && (
        <button
          type="button"
          className="claim-attach"
          title={inHand.quote}
          onClick={() => update({ passages: [...passages, inHand.at] })}
        >
          {t('links.attachPassage')}
        </button>
      )}
    </article>
  )
}
