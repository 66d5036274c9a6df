import type {
  MapModel,
  MapModelEdge,
  MapModelNode,
} from '../../../../shared/analysis/map/map-model.ts'
import type { Language } from '../../../../shared/i18n/index.ts'
import { mapById } from '../../maps/map-handlers.ts'
import { modelOfMap } from '../../maps/map-model.ts'
import type { Project } from '../../project/project.ts'
import { Refusal } from '../../refusal.ts'
import { tableOf, type Column, type TableData } from './table-model.ts'

export function mapNodeTable({ nodes, lanes }: MapModel, language: Language): TableData {
  const laneOf = new Map(
    lanes.map((lane) => [lane.key, [lane.group, lane.label].filter(Boolean).join(': ')]),
  )
  const columns: Column<MapModelNode>[] = [
    { key: 'what', value: (node) => node.label, weight: 40 },
    { key: 'kind', value: (node) => node.shape, weight: 10 },
    { key: 'site', value: (node) => laneOf.get(node.lane) ?? '', weight: 20 },
    { key: 'time', value: (node) => node.detail, weight: 12 },
    { key: 'passages', value: (node) => node.passages, weight: 8 },
    { key: 'id', value: (node) => idOf(node.key), weight: 10 },
  ]
  return tableOf({ name: 'map nodes', language }, columns, nodes, (node) => refOf(node.key))
}

export function mapEdgeTable({ nodes, edges }: MapModel, language: Language): TableData {
  const labels = new Map(nodes.map((node) => [node.key, node.label]))
  const columns: Column<MapModelEdge>[] = [
    { key: 'from', value: (edge) => labels.get(edge.from) ?? '', weight: 30 },
    { key: 'kind', value: (edge) => edge.style, weight: 12 },
    { key: 'condition', value: (edge) => edge.label, weight: 18 },
    { key: 'to', value: (edge) => labels.get(edge.to) ?? '', weight: 30 },
    { key: 'passages', value: (edge) => edge.passages, weight: 8 },
    { key: 'id', value: (edge) => idOf(edge.key), weight: 10 },
  ]
  return tableOf({ name: 'map edges', language }, columns, edges, (edge) => refOf(edge.key))
}

/** The model that the tables of a map are of. */
export function tableModelOf(
  project: Project,
  language: Language,
  mapId: string | undefined,
): MapModel {
  if (mapId === undefined) throw new Refusal('thing.notFound', { id: '', type: 'map' })
  return modelOfMap(project, mapById(project, mapId), language)
}

/** `step:ID` and `in:STEP:TEXT` both stand for the step. */
function refOf(key: string): { type: string; id: string } {
  const [type = ''] = key.split(':')
  return { type: type === 'in' || type === 'out' ? 'step' : type, id: idOf(key) }
}

function idOf(key: string): string {
  return key.split(':')[1] ?? ''
}
