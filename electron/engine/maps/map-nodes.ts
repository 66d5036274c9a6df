import type { CommandInput } from '../../../shared/contract/index.ts'
import type { MapNode, Step, WorkMap } from '../../../shared/model/institution.ts'
import type { Project } from '../project/project.ts'
import { thingById } from '../project/things.ts'
import { listLinks } from '../texts/text-list.ts'
import { listSteps } from '../work/work-list.ts'

type NodeRef = MapNode['ref']

/** With nodes whose things are deleted: their places wait for the deletion to be undone. */
export function mapAsKept(project: Project, id: string): WorkMap {
  return thingById(project, 'map', id) as unknown as WorkMap
}

/** The nodes of a map with these put on it or moved; what is not given of a place stays. */
export function withNodes(
  present: readonly MapNode[],
  nodes: CommandInput<'maps.place'>['nodes'],
): MapNode[] {
  const all = new Map(present.map((node) => [nodeKey(node.ref), node]))
  for (const { ref, x, y } of nodes) {
    const before = all.get(nodeKey(ref))
    all.set(nodeKey(ref), {
      ref,
      x: x === undefined ? (before?.x ?? null) : x,
      y: y === undefined ? (before?.y ?? null) : y,
    })
  }
  return [...all.values()]
}

/** Steps with the texts that they take in and give out. */
export function stepNodes(steps: readonly Step[]): NodeRef[] {
  return [
    ...steps.map((step) => ({ type: 'step' as const, id: step.id })),
    ...[...textsOf(steps)].map((id) => ({ type: 'text' as const, id })),
  ]
}

/**
 * The nodes of a map once it is of these processes: with the steps and texts of new ones, without the
 * steps of those that it is no longer of, and without texts that only these steps have brought.
 */
export function nodesForProcesses(
  project: Project,
  map: WorkMap,
  processIds: readonly string[],
): MapNode[] {
  const isNew = (id: string) => processIds.includes(id) && !map.processIds.includes(id)
  const isGone = (id: string) => map.processIds.includes(id) && !processIds.includes(id)
  const steps = listSteps(project, {})
  const going = new Set(steps.filter((step) => isGone(step.processId)).map(({ id }) => id))
  const kept = map.nodes.filter(({ ref }) => !(ref.type === 'step' && going.has(ref.id)))
  const onMap = new Set(kept.map(({ ref }) => nodeKey(ref)))
  const linked = new Set(
    listLinks(project)
      .map(({ from, to }) => [nodeKey(from), nodeKey(to)])
      .filter((ends) => ends.every((end) => onMap.has(end)))
      .flat(),
  )
  const stillMoved = textsOf(steps.filter(({ id }) => onMap.has(`step:${id}`)))
  const brought = textsOf(steps.filter(({ id }) => going.has(id)))
  const isLeftOver = ({ ref }: MapNode) =>
    ref.type === 'text' &&
    brought.has(ref.id) &&
    !stillMoved.has(ref.id) &&
    !linked.has(nodeKey(ref))
  const added = stepNodes(steps.filter((step) => isNew(step.processId)))
  return withNodes(
    kept.filter((node) => !isLeftOver(node)),
    added.map((ref) => ({ ref })),
  )
}

export function nodeKey(ref: { type: string; id: string }): string {
  return `${ref.type}:${ref.id}`
}

function textsOf(steps: readonly Step[]): Set<string> {
  return new Set(steps.flatMap((step) => [...step.textInIds, ...step.textOutIds]))
}
