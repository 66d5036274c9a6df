import type { Claim } from '../../../shared/model/institution.ts'
import { useQuery } from '../../app/engine-client.ts'

/** What a passage most likely is evidence by: the text itself, an observation, or what somebody says. */
export function useLikelyBasis(sourceId: string | undefined): Claim['basis'] {
  const args = sourceId === undefined ? null : {}
  const texts = useQuery('texts.list', args, ['texts']).data?.items
  const sources = useQuery('sources.list', args, ['sources']).data?.items
  if (sourceId === undefined) return 'we infer'
  if (texts?.some((text) => text.sourceIds.includes(sourceId)) === true) return 'the text says'
  const kind = sources?.find((source) => source.id === sourceId)?.kind
  return kind === 'field note' || kind === 'observation' ? 'observed' : 'an informant says'
}
