import type { CommandInput } from '../../../shared/contract/index.ts'
import type { MapNode, Thing, WorkMap } from '../../../shared/model/institution.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { listEntities, updateEntity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { hierarchyOf } from '../texts/hierarchy.ts'
import { listClaims } from '../texts/claims.ts'
import { endLabels, listLinks } from '../texts/text-list.ts'
import { requireWords } from '../texts/new-text.ts'
import { listFlows, listSteps } from '../work/work-list.ts'
import { requireProcess } from '../work/process-commands.ts'
import { modelOfMap } from './map-model.ts'
import { mapAsKept, nodeKey, nodesForProcesses, stepNodes, withNodes } from './map-nodes.ts'

type NodeRef = MapNode['ref']
type PlacedNode = CommandInput<'maps.place'>['nodes'][number]

export const mapCommands: CommandHandlers<
  'maps.create' | 'maps.update' | 'maps.setProcesses' | 'maps.place' | 'maps.remove' | 'maps.delete'
> = {
  'maps.create': ({ name, nodes, ...fields }, { project }) => {
    const processIds = fields.processIds ?? []
    for (const id of processIds) requireProcess(project, id)
    for (const node of nodes ?? []) thingById(project, node.ref.type, node.ref.id)
    const kind = fields.kind ?? 'process'
    const placed: readonly PlacedNode[] =
      nodes ?? nodesOfModel(project, kind, processIds).map((ref) => ({ ref }))
    const id = makeThing(project, 'map', 'maps.create', {
      name: requireWords(name),
      kind,
      axis: fields.axis ?? (kind === 'hierarchy' ? 'rank' : 'none'),
      lanesBy: fields.lanesBy ?? (kind === 'hierarchy' ? 'none' : 'site and actor'),
      preset: fields.preset ?? 'notation',
      processIds,
      nodes: placed.map(({ ref, x, y }) => ({ ref, x: x ?? null, y: y ?? null })),
      frames: fields.frames ?? [],
      note: fields.note ?? '',
    })
    return mapById(project, id)
  },
  'maps.update': ({ mapId, ...fields }, { project }) => {
    for (const id of fields.processIds ?? []) requireProcess(project, id)
    const name = fields.name === undefined ? undefined : requireWords(fields.name)
    changeThings(project, 'map', 'maps.update', [mapId], { ...fields, name })
    return {}
  },
  'maps.setProcesses': ({ mapId, processIds }, { project }) => {
    for (const id of processIds) requireProcess(project, id)
    const map = mapAsKept(project, mapId)
    const nodes = nodesForProcesses(project, map, processIds)
    changeMap(project, 'maps.setProcesses', map, { processIds, nodes })
    return {}
  },
  'maps.place': ({ mapId, nodes }, { project }) => {
    const map = mapAsKept(project, mapId)
    for (const node of nodes) thingById(project, node.ref.type, node.ref.id)
    changeMap(project, 'maps.place', map, { nodes: withNodes(map.nodes, nodes) })
    return {}
  },
  'maps.remove': ({ mapId, refs }, { project }) => {
    const map = mapAsKept(project, mapId)
    const gone = new Set(refs.map(nodeKey))
    const nodes = map.nodes.filter((node) => !gone.has(nodeKey(node.ref)))
    changeMap(project, 'maps.remove', map, { nodes })
    return {}
  },
  'maps.delete': ({ mapIds }, { project }) => {
    deleteThings(project, 'map', 'maps.delete', mapIds)
    return {}
  },
}

export const mapQueries: QueryHandlers<'maps.list' | 'maps.get' | 'maps.model'> = {
  'maps.list': ({ thing, passageId }, { project }) => {
    const ends = lineEnds(project)
    const said = passageId === undefined ? null : listClaims(project, { passageId })
    return {
      items: listMaps(project).filter(
        (map) =>
          (!thing || isOnMap(map, thing, ends)) &&
          (!said || said.some(({ about }) => isOnMap(map, about, ends))),
      ),
    }
  },
  'maps.get': ({ mapId }, { project }) => mapById(project, mapId),
  'maps.model': ({ mapId, language = 'en', preset }, { project }) =>
    modelOfMap(project, mapById(project, mapId), language, preset),
}

export function mapById(project: Project, id: string): WorkMap {
  return withLivingNodes(mapAsKept(project, id), endLabels(project))
}

function listMaps(project: Project): WorkMap[] {
  const labels = endLabels(project)
  return (listEntities(project, 'maps') as unknown as WorkMap[])
    .map((map) => withLivingNodes(map, labels))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'))
}

function withLivingNodes(map: WorkMap, labels: ReadonlyMap<string, string>): WorkMap {
  return { ...map, nodes: map.nodes.filter((node) => labels.has(nodeKey(node.ref))) }
}

/** What a new map shows: the steps of its processes with their texts, or all that links join. */
function nodesOfModel(
  project: Project,
  kind: WorkMap['kind'],
  processIds: readonly string[],
): NodeRef[] {
  if (kind === 'hierarchy') return hierarchyOf(project, {}).nodes.map((node) => node.ref)
  return stepNodes(processIds.flatMap((processId) => listSteps(project, { processId })))
}

/** Whether a map shows a thing: a node, a process that it is of, a line between two of its nodes. */
function isOnMap(map: WorkMap, thing: Thing, ends: LineEnds): boolean {
  if (thing.type === 'process') return map.processIds.includes(thing.id)
  const keys = ends.get(nodeKey(thing)) ?? [nodeKey(thing)]
  return keys.every((key) => map.nodes.some((node) => nodeKey(node.ref) === key))
}

/** Links and flows with the keys of their two ends. */
type LineEnds = ReadonlyMap<string, readonly string[]>

function lineEnds(project: Project): LineEnds {
  return new Map([
    ...listLinks(project).map(
      (link) => [`link:${link.id}`, [nodeKey(link.from), nodeKey(link.to)]] as const,
    ),
    ...listFlows(project).map(
      (flow) => [`flow:${flow.id}`, [`step:${flow.fromId}`, `step:${flow.toId}`]] as const,
    ),
  ])
}

function changeMap(
  project: Project,
  command: string,
  map: WorkMap,
  fields: { nodes: MapNode[]; processIds?: string[] },
): void {
  project.change({ command, label: map.name, entities: [map.id] }, (edit) =>
    edit('project', (doc) => updateEntity(project, doc, 'maps', map.id, fields)),
  )
}
