import { useMemo } from 'react'
import { relationInverses } from '../../shared/model/institution-kinds.ts'
import type { InstitutionalText } from '../../shared/model/institution.ts'
import type { TextKey } from '../../shared/i18n/index.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import type { Choice } from './index-form.ts'

type Translate = ReturnType<typeof useT>

/** Texts of the register by title and other names. */
export function useTexts(): readonly InstitutionalText[] {
  return useQuery('texts.list', {}, ['texts']).data?.items ?? noTexts
}
const noTexts: readonly InstitutionalText[] = []

export function textChoices(texts: readonly InstitutionalText[], detail?: string): Choice[] {
  return texts
    .map(({ id, title, aliases, level, issuer }) => ({
      id: `text:${id}`,
      label: title,
      aliases,
      detail: detail ?? ([level, issuer].filter((part) => part !== '').join(' · ') || undefined),
    }))
    .map(withoutUndefined)
}

/** Texts, and clauses after their text. */
export function useTextsAndClauses(): Choice[] {
  const t = useT()
  const texts = useTexts()
  const clauses = useQuery('clauses.list', {}, ['texts']).data?.items
  return useMemo(
    () => [
      ...textChoices(texts),
      ...(clauses ?? []).map((clause) => ({
        id: `clause:${clause.id}`,
        label: [clause.textTitle, clause.locator || shortened(clause.wording)].join(' › '),
        aliases: [clause.locator, clause.wording].filter((name) => name !== ''),
        detail: clause.locator === '' ? t('indexing.kind.clause') : shortened(clause.wording),
      })),
    ],
    [texts, clauses, t],
  )
}

/** Whatever a link can begin or end at. */
export function useLinkEnds(): Choice[] {
  const t = useT()
  const texts = useTextsAndClauses()
  const actors = useActors()
  const steps = useQuery('steps.list', {}, ['work']).data?.items
  const processes = useQuery('processes.list', {}, ['work']).data?.items
  return useMemo(() => {
    const names = new Map((processes ?? []).map((process) => [process.id, process.name]))
    return [
      ...texts,
      ...actors.map(({ id, label }) => ({
        id: `actor:${id}`,
        label,
        detail: t('indexing.kind.actor'),
      })),
      ...(steps ?? []).map((step) => ({
        id: `step:${step.id}`,
        label: step.action,
        detail: [t('indexing.kind.step'), names.get(step.processId) ?? ''].join(' · '),
      })),
    ]
  }, [texts, actors, steps, processes, t])
}

export function useActors(): Choice[] {
  const actors = useQuery('actors.list', {}, ['work']).data?.items
  return useMemo(
    () => (actors ?? []).map((actor) => ({ id: actor.id, label: actor.name })),
    [actors],
  )
}

/** Every relation, read forwards and backwards; the id of the latter begins with `<`. */
export function useRelations(): Choice[] {
  const t = useT()
  const relations = useQuery('relations.list', {}, ['texts']).data?.items
  return useMemo(
    () =>
      (relations ?? []).flatMap((relation) => {
        const forwards = relationName(t, relation.id, relation.name, 'relation')
        const backwards = relationName(t, relation.id, relation.inverse, 'inverse')
        const choice = { id: relation.id, label: forwards, aliases: [relation.name] }
        if (backwards === '' || backwards === forwards) return [choice]
        return [choice, { id: `<${relation.id}`, label: backwards, aliases: [relation.inverse] }]
      }),
    [relations, t],
  )
}

export function relationName(
  t: Translate,
  id: string,
  ownName: string,
  way: 'relation' | 'inverse',
): string {
  return id in relationInverses ? t(`institution.${way}.${id}` as TextKey) : ownName
}

/** Values of a closed list, as choices. */
export function listed(
  t: Translate,
  values: readonly string[],
  vocabulary:
    'mode' | 'stance' | 'stanceOfClaim' | 'textStatus' | 'basis' | 'visibility' | 'accountMode',
): Choice[] {
  return values.map((value) => ({
    id: value,
    label: t(`institution.${vocabulary}.${value}` as TextKey),
  }))
}

export function shortened(words: string, most = 60): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line
}

function withoutUndefined(choice: {
  id: string
  label: string
  aliases: readonly string[]
  detail: string | undefined
}): Choice {
  const { detail, ...rest } = choice
  return detail === undefined ? rest : { ...rest, detail }
}

/** What a choice of `text:…`, `clause:…`, `step:…` or `actor:…` means. */
export function endOf(value: string): { type: 'text' | 'clause' | 'step' | 'actor'; id: string } {
  const [type = '', id = ''] = value.split(/:(.*)/s)
  const known = (['text', 'clause', 'step', 'actor'] as const).find((each) => each === type)
  return { type: known ?? 'text', id }
}
