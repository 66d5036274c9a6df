import { useMemo } from 'react'
import type { Claim } from '../../../shared/model/institution.ts'
import { useQuery } from '../../app/engine-client.ts'
import type { InHand } from '../in-hand.ts'
import { endOf } from '../index-data.ts'

/** Institutional texts that a source holds. */
export function useTextsOfSource(sourceId: string): ReadonlySet<string> {
  const items = useQuery('texts.list', { sourceId }, ['texts']).data?.items
  return useMemo(() => new Set((items ?? []).map((text) => text.id)), [items])
}

/**
 * What a claim from these words rests on: somebody who speaks, the text itself where its source is
 * read, otherwise what was seen. `ends` are choices such as `text:…`; without them any text will do.
 */
export function basisFor(
  { speaker }: InHand,
  held: ReadonlySet<string>,
  ends?: readonly string[],
): Claim['basis'] {
  if (speaker !== '') return 'an informant says'
  const isOfText = ends === undefined ? held.size > 0 : ends.some((end) => held.has(endOf(end).id))
  return isOfText ? 'the text says' : 'observed'
}
