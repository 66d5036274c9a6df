import type { Actor, Flow, Process, Site, Step } from '../../../shared/model/institution.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { evidenceByThing } from '../texts/claims.ts'
import { countBy } from '../texts/text-list.ts'

export function listActors(project: Project): Actor[] {
  const sites = livingIds(project, 'sites')
  return (listEntities(project, 'actors') as unknown as Actor[])
    .map((actor) => ({
      ...actor,
      siteId: actor.siteId !== null && sites.has(actor.siteId) ? actor.siteId : null,
    }))
    .sort(byOrder)
}

export function listSites(project: Project): Site[] {
  return (listEntities(project, 'sites') as unknown as Site[]).sort(byOrder)
}

export function listProcesses(project: Project): Process[] {
  const steps = countBy(listSteps(project, {}).map((step) => step.processId))
  return (listEntities(project, 'processes') as unknown as Process[])
    .map((process) => ({ ...process, steps: steps.get(process.id) ?? 0 }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb') || byId(a, b))
}

/** Steps of living processes in their order; those merged into another one only when asked for. */
export function listSteps(
  project: Project,
  filter: { processId?: string | undefined; merged?: boolean | undefined },
): Step[] {
  const processes = new Set(listEntities(project, 'processes').map((process) => process.id))
  const all = listEntities(project, 'steps') as unknown as Step[]
  const living = new Set(all.map((step) => step.id))
  const things = {
    actors: livingIds(project, 'actors'),
    sites: livingIds(project, 'sites'),
    texts: livingIds(project, 'texts'),
  }
  const evidence = evidenceByThing(project)
  return all
    .map((step) => ({
      ...step,
      actorIds: step.actorIds.filter((id) => things.actors.has(id)),
      siteId: step.siteId !== null && things.sites.has(step.siteId) ? step.siteId : null,
      textInIds: step.textInIds.filter((id) => things.texts.has(id)),
      textOutIds: step.textOutIds.filter((id) => things.texts.has(id)),
      mergedIntoId:
        step.mergedIntoId !== null && living.has(step.mergedIntoId) ? step.mergedIntoId : null,
      ...evidence({ type: 'step', id: step.id }),
    }))
    .filter(
      (step) =>
        processes.has(step.processId) &&
        (filter.processId === undefined || step.processId === filter.processId) &&
        (filter.merged === true || step.mergedIntoId === null),
    )
    .sort((a, b) => byId({ id: a.processId }, { id: b.processId }) || byOrder(a, b))
}

/** Flows whose steps are both there; the ends of a merged step are those of the step it went into. */
export function listFlows(
  project: Project,
  filter: { processId?: string | undefined } = {},
): Flow[] {
  const steps = new Map(listSteps(project, { merged: true }).map((step) => [step.id, step]))
  const shown = (id: string): Step | undefined => {
    const seen = new Set<string>()
    let step = steps.get(id)
    while (step && step.mergedIntoId !== null && !seen.has(step.id)) {
      seen.add(step.id)
      step = steps.get(step.mergedIntoId)
    }
    return step
  }
  const evidence = evidenceByThing(project)
  return (listEntities(project, 'flows') as unknown as Flow[])
    .flatMap((flow) => {
      const [from, to] = [shown(flow.fromId), shown(flow.toId)]
      const isInner = from === to && flow.fromId !== flow.toId
      if (!from || !to || isInner) return []
      const ends = { processId: from.processId, fromId: from.id, toId: to.id }
      return [{ ...flow, ...ends, ...evidence({ type: 'flow', id: flow.id }) }]
    })
    .filter((flow) => filter.processId === undefined || flow.processId === filter.processId)
}

function livingIds(project: Project, map: 'actors' | 'sites' | 'texts'): Set<string> {
  return new Set(listEntities(project, map).map((entity) => entity.id))
}

function byOrder(a: { order: number; id: string }, b: { order: number; id: string }): number {
  return a.order - b.order || byId(a, b)
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
