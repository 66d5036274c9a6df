import { breaksOf } from '../../../shared/analysis/closed-walk.ts'
import { cyclesOf } from '../../../shared/analysis/graph.ts'
import type { QueryOutput } from '../../../shared/contract/index.ts'
import type {
  Circuit,
  Disjuncture,
  Term,
  TermUse,
  Thing,
  Thread,
} from '../../../shared/model/institution.ts'
import { listEntities } from '../project/entities.ts'
import type { ProjectMap } from '../project/documents.ts'
import type { Project } from '../project/project.ts'
import { citedLivingPassages } from '../passages/visible.ts'
import { Refusal } from '../refusal.ts'
import { countBy, endLabels } from '../texts/text-list.ts'
import { downwardEdges } from '../texts/hierarchy.ts'
import { listFlows, listSteps } from '../work/work-list.ts'
import { passingsOf } from './circuit-passings.ts'
import { listEntries } from './index-entries.ts'

export function listTerms(project: Project): Term[] {
  const uses = countBy(listEntries<TermUse>(project, 'termUses').map((use) => use.termId))
  return list<Term>(project, 'terms')
    .map((term) => ({ ...term, uses: uses.get(term.id) ?? 0 }))
    .sort((a, b) => a.term.localeCompare(b.term, 'nb'))
}

export function listDisjunctures(project: Project): Disjuncture[] {
  const living = citedLivingPassages(project)
  return list<Disjuncture>(project, 'disjunctures').map((each) => {
    const sideAPassageIds = each.sideAPassageIds.filter((id) => living.has(id))
    const sideBPassageIds = each.sideBPassageIds.filter((id) => living.has(id))
    const isEvidenced = sideAPassageIds.length > 0 && sideBPassageIds.length > 0
    return { ...each, sideAPassageIds, sideBPassageIds, isEvidenced }
  })
}

/** A passage that is gone leaves a gap, visible as such. */
export function listThreads(project: Project): Thread[] {
  const living = citedLivingPassages(project)
  return list<Thread>(project, 'threads').map((thread) => {
    const items = thread.items.map((item) => ({
      ...item,
      passageId: item.passageId !== null && living.has(item.passageId) ? item.passageId : null,
    }))
    return { ...thread, items, gaps: items.filter((item) => item.passageId === null).length }
  })
}

/** A member that is gone, or does not lead to the next one, is a break, visible as such. */
export function listCircuits(project: Project): Circuit[] {
  const passings = passingsOf(project)
  return list<Circuit>(project, 'circuits').map((circuit) => {
    const isAlone = circuit.members.length === 1
    const breaks = breaksOf(circuit.members.map((member) => passings(member, isAlone)))
    return { ...circuit, breaks, isClosed: breaks.length === 0 && circuit.members.length > 0 }
  })
}

export const termById = (project: Project, id: string) => one(listTerms(project), 'term', id)
export const disjunctureById = (project: Project, id: string) =>
  one(listDisjunctures(project), 'disjuncture', id)
export const threadById = (project: Project, id: string) => one(listThreads(project), 'thread', id)
export const circuitById = (project: Project, id: string) =>
  one(listCircuits(project), 'circuit', id)

/** Closed walks through links, flows, and texts that steps take in or give out. */
export function findCircuits(project: Project, limit: number): QueryOutput<'circuits.find'> {
  const labels = endLabels(project)
  const edges: { from: string; to: string; member: Thing }[] = [
    ...downwardEdges(project).map(({ from, to, link }) => ({
      from,
      to,
      member: { type: 'link' as const, id: link.id },
    })),
    ...listFlows(project).map((flow) => ({
      from: `step:${flow.fromId}`,
      to: `step:${flow.toId}`,
      member: { type: 'flow' as const, id: flow.id },
    })),
    ...listSteps(project, {}).flatMap((step) => {
      const member = { type: 'step' as const, id: step.id }
      return [
        ...step.textInIds.map((id) => ({ from: `text:${id}`, to: `step:${step.id}`, member })),
        ...step.textOutIds.map((id) => ({ from: `step:${step.id}`, to: `text:${id}`, member })),
      ]
    }),
  ]
  const known = new Set(listCircuits(project).map((circuit) => walkKey(circuit.members)))
  const { cycles, isComplete } = cyclesOf(edges, limit + known.size)
  const items = cycles
    .map((cycle) => ({
      members: distinct(cycle.map((edge) => edge.member)),
      labels: cycle.map((edge) => labels.get(edge.from) ?? ''),
    }))
    .filter((walk) => walk.members.length > 0 && !known.has(walkKey(walk.members)))
  return { items: items.slice(0, limit), isComplete: isComplete && items.length <= limit }
}

/** A closed walk has no beginning: two are the same if they pass the same, whatever stations are told. */
function walkKey(members: readonly Thing[]): string {
  return members
    .filter(({ type }) => type !== 'text' && type !== 'clause' && type !== 'actor')
    .map((member) => `${member.type}:${member.id}`)
    .toSorted()
    .join(' ')
}

function distinct(members: readonly Thing[]): Thing[] {
  return [...new Map(members.map((member) => [`${member.type}:${member.id}`, member])).values()]
}

function list<T>(project: Project, map: ProjectMap): T[] {
  return listEntities(project, map) as unknown as T[]
}

function one<T extends { id: string }>(items: readonly T[], type: string, id: string): T {
  const found = items.find((item) => item.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type })
  return found
}
