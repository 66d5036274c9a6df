import type {
  MapModel,
  MapModelEdge,
  MapModelNode,
} from '../../../shared/analysis/map/map-model.ts'
import { institution } from '../../../shared/i18n/en/institution.ts'

/** Words as an English map has them. */
export const words: MapModel['words'] = {
  week: institution.week,
  sheet: institution.sheet,
  orderNotFixed: institution.axis.none,
  standpoint: institution.standpoint,
  legend: institution.legend,
}

export function node(key: string, more: Partial<MapModelNode> = {}): MapModelNode {
  return {
    ...{ key, label: key, detail: '', shape: 'work', outline: 'solid', isReplicable: false },
    ...{ lane: '', rank: 0, weekFrom: null, weekTo: null, x: null, y: null },
    ...{ passages: 0, isUnsupported: false, variants: [], also: [], notes: [] },
    ...more,
  }
}

export function edge(from: string, to: string, more: Partial<MapModelEdge> = {}): MapModelEdge {
  const style = more.style ?? 'sequence'
  return {
    ...{ key: `${style}:${from}>${to}`, from, to, style, isDotted: false, isContradicted: false },
    ...{ isBackward: false, label: '', passages: 0, isOnCircuit: false },
    ...more,
  }
}

export function model(more: Partial<MapModel>): MapModel {
  return {
    ...{ title: 'Map', description: 'A map', axis: 'none', preset: 'notation' },
    ...{ lanes: [], processes: [], nodes: [], counterparts: [], edges: [], frames: [], words },
    ...more,
  }
}
