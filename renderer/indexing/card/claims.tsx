import { Ban, Check } from 'lucide-react'
import type { Claim } from '../../../shared/model/institution.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { relationName } from '../index-data.ts'
import { CardPart, Remove, takeAway } from './card-parts.tsx'

/** Claims that rest on a passage: what it is evidence for, or against. */
export function RestingClaims({ passageId }: { passageId: string }) {
  const t = useT()
  const items = useQuery('claims.list', { passageId }, ['texts']).data?.items ?? []
  const labelOf = useLabels(items)
  const takeOff = (claim: Claim): void => {
    const passages = claim.passageIds
      .filter((id) => id !== passageId)
      .map((id) => ({ passageId: id }))
    const said = t('indexing.card.removed.claim')
    if (passages.length === 0) void takeAway('claims.delete', { claimIds: [claim.id] }, said)
    else void takeAway('claims.update', { claimId: claim.id, passages }, said)
  }
  return (['supports', 'contradicts'] as const).map((stance) => (
    <CardPart
      key={stance}
      title={t(stance === 'supports' ? 'indexing.card.claims' : 'indexing.card.claimsAgainst')}
    >
      {items
        .filter((claim) => claim.stance === stance)
        .map((claim) => {
          const { about } = claim
          const label = labelOf(about)
          const Icon = stance === 'supports' ? Check : Ban
          return (
            <article key={claim.id} className="passage-index-item is-claim" aria-label={label}>
              <header>
                <button
                  type="button"
                  className="passage-index-name"
                  title={t('indexing.card.openThing', { label })}
                  onClick={() => select(about)}
                >
                  <Icon size={13} strokeWidth={2} aria-hidden />
                  {label}
                </button>
                <Remove
                  label={t('indexing.card.remove', { what: label })}
                  onRemove={() => takeOff(claim)}
                />
              </header>
              <p className="passage-index-basis">{t(`institution.basis.${claim.basis}`)}</p>
            </article>
          )
        })}
    </CardPart>
  ))
}

/** What claims are about, in words; asks only for the kinds that occur. */
function useLabels(claims: readonly Claim[]): (about: Claim['about']) => string {
  const t = useT()
  const has = (type: Claim['about']['type']): Record<string, never> | null =>
    claims.some((claim) => claim.about.type === type) ? {} : null
  const links = useQuery('links.list', has('link'), ['texts', 'work']).data?.items
  const steps = useQuery('steps.list', has('step') ?? has('flow'), ['work']).data?.items
  const flows = useQuery('flows.list', has('flow'), ['work']).data?.items
  const broken = useQuery('disjunctures.list', has('disjuncture'), ['findings']).data?.items
  const actionOf = (id: string): string => steps?.find((step) => step.id === id)?.action ?? ''
  return ({ type, id }) => {
    if (type === 'step') return [t('indexing.card.step'), actionOf(id)].join(': ')
    if (type === 'disjuncture') {
      const title = broken?.find((each) => each.id === id)?.title ?? ''
      return [t('indexing.card.disjuncture'), title].join(': ')
    }
    if (type === 'flow') {
      const flow = flows?.find((each) => each.id === id)
      return flow === undefined ? '' : `${actionOf(flow.fromId)} → ${actionOf(flow.toId)}`
    }
    const link = links?.find((each) => each.id === id)
    if (link === undefined) return ''
    const relation = relationName(t, link.relation, link.relationName, 'relation')
    return `${link.fromLabel} ${relation} ${link.toLabel}`
  }
}
