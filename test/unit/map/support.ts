import type {
  MapModel,
  MapModelEdge,
  MapModelNode,
} from '../../../shared/analysis/map/map-model.ts'

/** Words as an English map has them. */
export const words: MapModel['words'] = {
  week: 'week {{week}}',
  orderNotFixed: 'order not fixed',
  standpoint: 'standpoint',
  legend: {
    text: 'text',
    'mentioned text': 'text only mentioned',
    'missing text': 'text presumed missing',
    form: 'form that is copied',
    work: 'work',
    'invisible work': 'invisible work',
    meeting: 'meeting',
    actor: 'actor',
    'text moves': 'a text moves',
    sequence: 'sequence',
    governs: 'governs',
    reports: 'reports, measures upward',
    conflict: 'conflict',
    inferred: 'inferred or without evidence',
    contradicted: 'contradicted',
    passages: 'number of passages',
    circuit: 'circuit',
    frame: 'holds for everything inside',
  },
}

export function node(key: string, more: Partial<MapModelNode> = {}): MapModelNode {
  return {
    ...{ key, label: key, detail: '', shape: 'work', outline: 'solid', isReplicable: false },
    ...{ lane: '', rank: 0, weekFrom: null, weekTo: null, x: null, y: null },
    ...{ passages: 0, isUnsupported: false, variants: [] },
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
    ...{ lanes: [], nodes: [], edges: [], frames: [], words },
    ...more,
  }
}
