import { useMemo } from 'react'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import type { TextKey } from '../../app/i18n.ts'
import type { Thing } from '../../../shared/model/institution.ts'
import { builtInRelations } from '../../../shared/model/institution-kinds.ts'

/** What a member of a circuit says, such as “the guideline specifies the form”; null: it is gone. */
export function useMemberWords(): (member: Thing) => string | null {
  const t = useT()
  const texts = useQuery('texts.list', {}, ['texts']).data?.items
  const links = useQuery('links.list', {}, ['texts', 'work', 'passages']).data?.items
  const steps = useQuery('steps.list', {}, ['work']).data?.items
  const processes = useQuery('processes.list', {}, ['work']).data?.items
  const actors = useQuery('actors.list', {}, ['work']).data?.items
  const sites = useQuery('sites.list', {}, ['work']).data?.items
  const clauses = useQuery('clauses.list', {}, ['texts', 'passages']).data?.items
  const flows = useQuery('flows.list', {}, ['work']).data?.items
  return useMemo(() => {
    const titleOf = new Map(texts?.map((text) => [text.id, text.title]))
    const actionOf = new Map(steps?.map((step) => [step.id, step.action]))
    const words = new Map<string, string>()
    for (const [id, title] of titleOf) words.set(`text:${id}`, title)
    for (const { id, name } of actors ?? []) words.set(`actor:${id}`, name)
    for (const { id, name } of sites ?? []) words.set(`site:${id}`, name)
    for (const { id, name } of processes ?? []) words.set(`process:${id}`, name)
    for (const clause of clauses ?? []) {
      const place = [titleOf.get(clause.textId), clause.locator].filter(Boolean).join(' ')
      words.set(`clause:${clause.id}`, place)
    }
    for (const link of links ?? []) {
      const isBuiltIn = (builtInRelations as readonly string[]).includes(link.relationName)
      const relation = isBuiltIn
        ? t(`institution.relation.${link.relationName}` as TextKey)
        : link.relationName
      words.set(`link:${link.id}`, `${link.fromLabel} ${relation} ${link.toLabel}`)
    }
    // Variants of a process have the same steps: which one it is must be said.
    const processOf = (id: string): string => {
      const process = processes?.find((each) => each.id === id)
      if (process === undefined || processes === undefined || processes.length < 2) return ''
      const kind = process.variant || t(`institution.perspective.${process.perspective}`)
      return ` (${process.name}, ${kind})`
    }
    const named = (ids: readonly string[]) => ids.map((id) => titleOf.get(id) ?? '').join(', ')
    for (const step of steps ?? []) {
      const ends = [
        step.textInIds.length > 0 ? t('analysis.takesIn', { texts: named(step.textInIds) }) : '',
        step.textOutIds.length > 0 ? t('analysis.givesOut', { texts: named(step.textOutIds) }) : '',
      ].filter((part) => part !== '')
      const what = [step.action, ends.join('; ')].filter(Boolean).join(': ')
      words.set(`step:${step.id}`, `${what}${processOf(step.processId)}`)
    }
    for (const flow of flows ?? []) {
      const kind = t(`institution.flow.${flow.kind}`)
      words.set(
        `flow:${flow.id}`,
        `${actionOf.get(flow.fromId) ?? ''} → ${kind} → ${actionOf.get(flow.toId) ?? ''}${processOf(flow.processId)}`,
      )
    }
    return (member) => words.get(`${member.type}:${member.id}`) ?? null
  }, [texts, links, steps, flows, processes, actors, sites, clauses, t])
}
