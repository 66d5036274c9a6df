import type { ComparedThing } from '../../../shared/contract/compare.ts'
import { listDisjunctures } from '../indexing/findings-list.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { listLinks } from '../texts/text-list.ts'
import { listFlows, listSteps } from '../work/work-list.ts'

/** A thing somebody made; who makes another with the same `key` has seen the same. */
export interface MadeThing {
  type: Exclude<ComparedThing['type'], 'activation'>
  id: string
  key: string
  title: string
  createdBy: string
  /** What is said of it, readable, in parts with “ · ” between. */
  says: string
}

/** All links, steps, flows and disjunctures that are there, each known by its ends or its words. */
export function madeThings(project: Project): MadeThing[] {
  const actors = new Map(listEntities(project, 'actors').map(({ id, name }) => [id, String(name)]))
  const steps = listSteps(project, {})
  const actions = new Map(steps.map(({ id, action }) => [id, action]))
  return [
    ...listLinks(project).map(({ id, createdBy, from, to, fromLabel, toLabel, relationName }) => ({
      ...{ type: 'link' as const, id, createdBy, says: relationName },
      key: `${from.type} ${from.id} ${to.type} ${to.id}`,
      title: `${fromLabel} → ${toLabel}`,
    })),
    ...steps.map(({ id, createdBy, processId, action, kind, actorIds, weekFrom, weekTo }) => ({
      ...{ type: 'step' as const, id, createdBy, title: action },
      key: `${processId} ${plain(action)}`,
      says: parts(
        kind,
        actorIds.map((actor) => actors.get(actor)).join(', '),
        weeks(weekFrom, weekTo),
      ),
    })),
    ...listFlows(project).map(({ id, createdBy, processId, fromId, toId, kind, condition }) => {
      const [from, to] = [actions.get(fromId) ?? '', actions.get(toId) ?? '']
      return {
        ...{ type: 'flow' as const, id, createdBy, title: `${from} → ${to}` },
        key: `${processId} ${plain(from)} → ${plain(to)}`,
        says: parts(kind, condition),
      }
    }),
    ...listDisjunctures(project).map(({ id, createdBy, title, sideA, sideB }) => ({
      ...{ type: 'disjuncture' as const, id, createdBy, title },
      key: plain(title),
      says: parts(sideA, sideB),
    })),
  ]
}

function plain(words: string): string {
  return words.trim().replaceAll(/\s+/gu, ' ').toLowerCase()
}

function parts(...said: readonly string[]): string {
  return said.filter((part) => part !== '').join(' · ')
}

function weeks(from: number | null, to: number | null): string {
  return from === null && to === null ? '' : `${from ?? '…'}–${to ?? '…'}`
}
