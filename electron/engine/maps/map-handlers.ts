import type { MapNode, Thing, WorkMap } from '../../../shared/model/institution.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { listEntities, updateEntity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { hierarchyOf } from '../texts/hierarchy.ts'
import { listClaims } from '../texts/claims.ts'
import { endLabels } from '../texts/text-list.ts'
import { requireWords } from '../texts/new-text.ts'
import { listSteps } from '../work/work-list.ts'
import { requireProcess } from '../work/process-commands.ts'
import { modelOfMap } from './map-model.ts'

type NodeRef = MapNode['ref']

export const mapCommands: CommandHandlers<
  'maps.create' | 'maps.update' | 'maps.place' | 'maps.remove' | 'maps.delete'
> = {
  'maps.create': ({ name, nodes, ...fields }, { project }) => {
    const processIds = fields.processIds ?? []
    for (const id of processIds) requireProcess(project, id)
    for (const node of nodes ?? []) thingById(project, node.ref.type, node.ref.id)
    const kind = fields.kind ?? 'process'
    const refs = nodes?.map((node) => node.ref) ?? nodesOfModel(project, kind, processIds)
    const id = makeThing(project, 'map', 'maps.create', {
      name: requireWords(name),
      kind,
      axis: fields.axis ?? (kind === 'hierarchy' ? 'rank' : 'none'),
      lanesBy: fields.lanesBy ?? (kind === 'hierarchy' ? 'none' : 'site and actor'),
      preset: fields.preset ?? 'notation',
      processIds,
      nodes: refs.map((ref) => ({ ref, x: null, y: null })),
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
  'maps.place': ({ mapId, nodes }, { project }) => {
    const map = mapAsKept(project, mapId)
    for (const node of nodes) thingById(project, node.ref.type, node.ref.id)
    const all = new Map(map.nodes.map((node) => [keyOf(node.ref), node]))
    for (const { ref, x, y } of nodes) {
      const before = all.get(keyOf(ref))
      all.set(keyOf(ref), {
        ref,
        x: x === undefined ? (before?.x ?? null) : x,
        y: y === undefined ? (before?.y ?? null) : y,
      })
    }
    changeNodes(project, 'maps.place', map, [...all.values()])
    return {}
  },
  'maps.remove': ({ mapId, refs }, { project }) => {
    const map = mapAsKept(project, mapId)
    const gone = new Set(refs.map(keyOf))
    changeNodes(
      project,
      'maps.remove',
      map,
      map.nodes.filter((node) => !gone.has(keyOf(node.ref))),
    )
    return {}
  },
  'maps.delete': ({ mapIds }, { project }) => {
    deleteThings(project, 'map', 'maps.delete', mapIds)
    return {}
  },
}

export const mapQueries: QueryHandlers<'maps.list' | 'maps.get' | 'maps.model'> = {
  'maps.list': ({ thing, passageId }, { project }) => {
    const wanted = passageId === undefined ? null : thingsOnPassage(project, passageId)
    return {
      items: listMaps(project).filter(
        (map) =>
          (!thing || isOnMap(map, thing)) &&
          (!wanted || map.nodes.some((node) => wanted.has(keyOf(node.ref)))),
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

/** With nodes whose things are deleted: their places wait for the deletion to be undone. */
function mapAsKept(project: Project, id: string): WorkMap {
  return thingById(project, 'map', id) as unknown as WorkMap
}

function listMaps(project: Project): WorkMap[] {
  const labels = endLabels(project)
  return (listEntities(project, 'maps') as unknown as WorkMap[])
    .map((map) => withLivingNodes(map, labels))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb'))
}

function withLivingNodes(map: WorkMap, labels: ReadonlyMap<string, string>): WorkMap {
  return { ...map, nodes: map.nodes.filter((node) => labels.has(keyOf(node.ref))) }
}

/** What a new map shows: the steps of its processes with their texts, or all that links join. */
function nodesOfModel(
  project: Project,
  kind: WorkMap['kind'],
  processIds: readonly string[],
): NodeRef[] {
  if (kind === 'hierarchy') return hierarchyOf(project, {}).nodes.map((node) => node.ref)
  const steps = processIds.flatMap((processId) => listSteps(project, { processId }))
  const texts = new Set(steps.flatMap((step) => [...step.textInIds, ...step.textOutIds]))
  return [
    ...steps.map((step) => ({ type: 'step' as const, id: step.id })),
    ...[...texts].map((id) => ({ type: 'text' as const, id })),
  ]
}

/** Steps and ends of links that a passage speaks for or against. */
function thingsOnPassage(project: Project, passageId: string): Set<string> {
  const links = new Map(listEntities(project, 'links').map((link) => [link.id, link]))
  return new Set(
    listClaims(project, { passageId }).flatMap(({ about }) => {
      const link = about.type === 'link' ? links.get(about.id) : undefined
      if (link) return [link.from, link.to].map((end) => keyOf(end as NodeRef))
      return [`${about.type}:${about.id}`]
    }),
  )
}

function isOnMap(map: WorkMap, thing: Thing): boolean {
  if (thing.type === 'process') return map.processIds.includes(thing.id)
  return map.nodes.some((node) => node.ref.type === thing.type && node.ref.id === thing.id)
}

function changeNodes(project: Project, command: string, map: WorkMap, nodes: MapNode[]): void {
  project.change({ command, label: map.name, entities: [map.id] }, (edit) =>
    edit('project', (doc) => updateEntity(project, doc, 'maps', map.id, { nodes })),
  )
}

function keyOf(ref: { type: string; id: string }): string {
  return `${ref.type}:${ref.id}`
}
