import { useQuery } from '../../app/engine-client.ts'
import { AddClaim, ClaimList } from './claims.tsx'

export function LinkCard({ linkId }: { linkId: string }) {
  const link = useQuery('links.list', {}, ['texts', 'work', 'passages']).data?.items.find(
    (item) => item.id === linkId,
  )
  if (link === undefined) return null
  const about = { type: 'link' as const, id: linkId }
  return (
    <article className="link-card" aria-label={link.relationName}>
      <ClaimList about={about} />
      <AddClaim about={about} />
    </article>
  )
}
