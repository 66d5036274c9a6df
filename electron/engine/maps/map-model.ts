import type { MapLane, MapModel, MapModelNode } from '../../../shared/analysis/map/map-model.ts'
import { texts as allTexts, translate, type Language } from '../../../shared/i18n/index.ts'
import type {
  InstitutionalText,
  Process,
  Step,
  WorkMap,
} from '../../../shared/model/institution.ts'
import type { Project } from '../project/project.ts'
import { hierarchyOf, keyOf } from '../texts/hierarchy.ts'
import { clauseLabel, listClauses, listTexts } from '../texts/text-list.ts'
import { listActors, listProcesses, listSites, listSteps } from '../work/work-list.ts'
import { processName, weeks } from '../export/tables/work-tables.ts'
import { wordsIn } from '../export/tables/table-model.ts'
import { counterpartsOf } from './counterparts.ts'
import { edgesOf } from './map-edges.ts'

/** What a map shows, from the model as it is now; `preset` instead of the map's own. */
export function modelOfMap(
  project: Project,
  map: WorkMap,
  language: Language,
  preset: WorkMap['preset'] = map.preset,
): MapModel {
  const things = thingsOf(project, map, language)
  const onMap = new Set(map.nodes.map((node) => keyOf(node.ref)))
  const lanes = lanesOf(map, things)
  const laneKeys = new Set(lanes.map((lane) => lane.key))
  const ranks = new Map(
    map.axis === 'rank'
      ? hierarchyOf(project, {}).nodes.map((node) => [keyOf(node.ref), node.rank] as const)
      : [],
  )
  const nodes = map.nodes.flatMap(({ ref, x, y }): MapModelNode[] => {
    const key = keyOf(ref)
    const look = lookOf(ref, things, language, map.processIds.length > 1)
    if (!look) return []
    const lane = laneOf(map, key, things)
    return [
      {
        ...look,
        key,
        x,
        y,
        rank: ranks.get(key) ?? 0,
        lane: laneKeys.has(lane) ? lane : '',
      },
    ]
  })
  return {
    title: map.name,
    description: map.note,
    axis: map.axis,
    preset,
    lanes,
    processes: map.processIds.flatMap((id) => {
      const name = things.processes.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
    nodes: textsIntoLanes(nodes, lanes, things),
    counterparts: counterpartsOf(project, map, things, language),
    edges: edgesOf(project, onMap, [...things.steps.values()], language),
    frames: map.frames.map((frame) => ({
      key: `frame:${frame.id}`,
      title: frame.title,
      members: (frame.stepIds.length > 0
        ? frame.stepIds.map((id) => `step:${id}`)
        : [...onMap].filter((key) => key.startsWith('step:'))
      ).filter((key) => onMap.has(key)),
      texts: frame.textIds.map((id) => `text:${id}`).filter((key) => onMap.has(key)),
    })),
    words: {
      week: allTexts[language].institution.week,
      sheet: allTexts[language].institution.sheet,
      orderNotFixed: translate(language, 'institution.axis.none'),
      standpoint: translate(language, 'institution.standpoint'),
      legend: allTexts[language].institution.legend,
    },
  }
}

interface Things {
  texts: Map<string, InstitutionalText>
  clauses: Map<string, string>
  steps: Map<string, Step>
  actors: Map<string, { name: string; siteId: string | null; standpoint: boolean; order: number }>
  sites: Map<string, { name: string; setting: string; order: number }>
  processes: Map<string, string>
}

function thingsOf(project: Project, map: WorkMap, language: Language): Things {
  return {
    texts: byId(listTexts(project)),
    clauses: new Map(listClauses(project).map((clause) => [clause.id, clauseLabel(clause)])),
    steps: byId(listSteps(project, {})),
    actors: byId(listActors(project)),
    sites: byId(listSites(project)),
    processes: namesOnMap(project, map, language),
  }
}

/**
 * Names that tell the processes of a map apart, as short as they can be: where all are told of one
 * process, the variant or the perspective alone.
 */
function namesOnMap(project: Project, map: WorkMap, language: Language): Map<string, string> {
  const all = listProcesses(project)
  const own = all.filter(({ id }) => map.processIds.includes(id))
  const perspective = (process: Process) => wordsIn(language)('perspective', process.perspective)
  const ways: ((process: Process) => string)[] = [
    (process) => (own.every(({ name }) => name === process.name) ? process.variant : ''),
    (process) =>
      own.every(({ name }) => name === process.name) ? process.variant || perspective(process) : '',
    processName,
    (process) => `${processName(process)} · ${perspective(process)}`,
  ]
  const isTelling = (way: (process: Process) => string) => {
    const names = own.map(way)
    return new Set(names).size === names.length && !names.includes('')
  }
  const name = own.length > 1 ? (ways.find(isTelling) ?? processName) : processName
  return new Map(all.map((process) => [process.id, name(process)]))
}

type Look = Omit<MapModelNode, 'key' | 'x' | 'y' | 'rank' | 'lane'>

function lookOf(
  ref: WorkMap['nodes'][number]['ref'],
  things: Things,
  language: Language,
  severalProcesses: boolean,
): Look | null {
  const plain: Omit<Look, 'label' | 'shape'> = {
    detail: '',
    outline: 'solid',
    isReplicable: false,
    weekFrom: null,
    weekTo: null,
    passages: 0,
    isUnsupported: false,
    variants: [],
    also: [],
    notes: [],
  }
  if (ref.type === 'step') {
    const step = things.steps.get(ref.id)
    if (!step) return null
    return {
      ...plain,
      label: step.action,
      detail: weeks(step, language),
      shape: step.kind === 'meeting' ? 'meeting' : 'work',
      outline: step.visibility === 'invisible' ? 'dashed' : 'solid',
      weekFrom: step.weekFrom ?? step.weekTo,
      weekTo: step.weekTo ?? step.weekFrom,
      passages: step.passages,
      isUnsupported: step.state === 'unsupported',
      variants: severalProcesses ? [things.processes.get(step.processId) ?? ''] : [],
    }
  }
  if (ref.type === 'text') {
    const text = things.texts.get(ref.id)
    if (!text) return null
    return {
      ...plain,
      label: text.title,
      detail: text.version,
      shape: 'text',
      outline: outlineOf(text.status),
      isReplicable: text.replicable === 'template',
      passages: text.activations,
    }
  }
  if (ref.type === 'clause') {
    const label = things.clauses.get(ref.id)
    return label === undefined ? null : { ...plain, label, shape: 'clause' }
  }
  const actor = things.actors.get(ref.id)
  return actor ? { ...plain, label: actor.name, shape: 'actor' } : null
}

function outlineOf(status: InstitutionalText['status']): MapModelNode['outline'] {
  if (status === 'presumed missing' || status === 'sought, not found') return 'dotted'
  return status === 'mentioned' || status === 'requested' ? 'dashed' : 'solid'
}

/** Lanes of what is on the map: extra-local sites above, the standpoint at the bottom. */
function lanesOf(map: WorkMap, things: Things): MapLane[] {
  if (map.lanesBy === 'none') return []
  const steps = map.nodes.flatMap(({ ref }) =>
    ref.type === 'step' ? (things.steps.get(ref.id) ?? []) : [],
  )
  const lanes = new Map<string, MapLane & { sort: number[] }>()
  for (const step of steps) {
    const actor = things.actors.get(step.actorIds[0] ?? '')
    const siteId = step.siteId ?? actor?.siteId ?? null
    const site = things.sites.get(siteId ?? '')
    const bySite = map.lanesBy === 'site'
    const key = laneKey(map, step.actorIds[0] ?? '', siteId ?? '')
    const isStandpoint = !bySite && actor?.standpoint === true
    lanes.set(key, {
      key,
      label: (bySite ? site?.name : actor?.name) ?? '',
      group: map.lanesBy === 'site and actor' ? (site?.name ?? '') : '',
      isStandpoint,
      sort: [
        isStandpoint ? 1 : 0,
        site?.setting === 'extra-local' ? 0 : 1,
        site?.order ?? Number.MAX_SAFE_INTEGER,
        actor?.order ?? Number.MAX_SAFE_INTEGER,
      ],
    })
  }
  return [...lanes.values()]
    .sort((a, b) => compareAll(a.sort, b.sort) || (a.key < b.key ? -1 : 1))
    .map(({ sort: _sort, ...lane }) => lane)
}

function laneOf(map: WorkMap, key: string, things: Things): string {
  const step = things.steps.get(key.replace(/^step:/, ''))
  if (!step || map.lanesBy === 'none') return ''
  const actorId = step.actorIds[0] ?? ''
  return laneKey(map, actorId, step.siteId ?? things.actors.get(actorId)?.siteId ?? '')
}

function laneKey(map: WorkMap, actorId: string, siteId: string): string {
  if (map.lanesBy === 'actor') return actorId
  return map.lanesBy === 'site' ? siteId : `${siteId}/${actorId}`
}

/** A text stands in the lane of the first step that gives it out, or else takes it in. */
function textsIntoLanes(
  nodes: readonly MapModelNode[],
  lanes: readonly MapLane[],
  things: Things,
): MapModelNode[] {
  const first = lanes[0]?.key ?? ''
  const laneOfStep = new Map(nodes.map((node) => [node.key.replace(/^step:/, ''), node.lane]))
  const weekOfText = (id: string, steps: readonly Step[]): Partial<MapModelNode> => {
    const by =
      steps.find((step) => step.textOutIds.includes(id)) ??
      steps.find((step) => step.textInIds.includes(id))
    if (!by) return { lane: first }
    const week = by.weekFrom ?? by.weekTo
    return { lane: laneOfStep.get(by.id) ?? first, weekFrom: week, weekTo: week }
  }
  const steps = [...things.steps.values()].filter((step) => laneOfStep.has(step.id))
  return nodes.map((node) =>
    node.shape === 'work' || node.shape === 'meeting'
      ? { ...node, lane: node.lane || first }
      : { ...node, ...weekOfText(node.key.slice(node.key.indexOf(':') + 1), steps) },
  )
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}

function compareAll(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0
    if (value !== other) return value - other
  }
  return 0
}
