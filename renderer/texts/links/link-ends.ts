import { beginning } from '../../../shared/text/surroundings.ts'
import { useMemo } from 'react'
import type { LinkEnd } from '../../../shared/model/institution.ts'
import { useQuery } from '../../app/engine-client.ts'
import { openView, select } from '../../app/workspace.ts'

/** Something that can be the end of a link. */
export interface EndOption {
  ref: LinkEnd
  label: string
  /** Aliases and the like, found by typing too. */
  otherNames: string[]
}

/** An end that is there, or a text that is registered when the link is made or changed. */
export type EndOrNew = LinkEnd | { newText: string }

export function endKey({ type, id }: LinkEnd): string {
  return `${type}:${id}`
}

/** The thing of a key `type:id`. */
export function endOf(key: string): LinkEnd {
  const at = key.indexOf(':')
  return { type: key.slice(0, at) as LinkEnd['type'], id: key.slice(at + 1) }
}

/** Texts, clauses, steps and actors of the project, texts first. */
export function useLinkEnds(): EndOption[] {
  const texts = useQuery('texts.list', {}, ['texts']).data?.items
  const clauses = useQuery('clauses.list', {}, ['texts']).data?.items
  const steps = useQuery('steps.list', {}, ['work']).data?.items
  const actors = useQuery('actors.list', {}, ['work']).data?.items
  return useMemo(
    () => [
      ...(texts ?? []).map((text) => ({
        ref: { type: 'text' as const, id: text.id },
        label: text.title,
        otherNames: text.aliases,
      })),
      ...(clauses ?? []).map((clause) => ({
        ref: { type: 'clause' as const, id: clause.id },
        label: `${clause.textTitle}: ${clause.locator === '' ? beginning(clause.wording) : clause.locator}`,
        otherNames: [clause.wording],
      })),
      ...(steps ?? []).map((step) => ({
        ref: { type: 'step' as const, id: step.id },
        label: step.action,
        otherNames: [],
      })),
      ...(actors ?? []).map((actor) => ({
        ref: { type: 'actor' as const, id: actor.id },
        label: actor.name,
        otherNames: [],
      })),
    ],
    [texts, clauses, steps, actors],
  )
}

/** Shows a thing: a text on its page, the others in the inspector. */
export function openEnd(ref: LinkEnd, beside = false): void {
  if (ref.type === 'text') openView({ type: 'text', id: ref.id }, { beside })
  select(ref)
}
