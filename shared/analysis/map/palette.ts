import type { MapModel, MapModelEdge, MapModelNode } from './map-model.ts'

/** Colours of a preset. Shape and dash carry the meaning; in black and white nothing is lost. */
export interface Palette {
  ink: string
  muted: string
  rule: string
  paper: string
  week: string
  standpoint: string
  circuit: string
  frame: string
  nodes: Record<MapModelNode['shape'], { stroke: string; fill: string; fold: string }>
  edges: Record<MapModelEdge['style'], string>
}

const white = '#ffffff'
const work = { stroke: '#8a3a34', fill: white, fold: white }
const text = { stroke: '#2b4f86', fill: white, fold: '#dde7f5' }

const notation: Palette = {
  ink: '#1b1b1a',
  muted: '#55554f',
  rule: '#c9c8c1',
  paper: white,
  week: '#faf9f7',
  standpoint: '#e9f0fa',
  circuit: '#f2c14e',
  frame: '#55554f',
  nodes: {
    text,
    clause: text,
    work,
    meeting: work,
    actor: { stroke: '#55554f', fill: white, fold: white },
  },
  edges: {
    'text moves': '#1b1b1a',
    sequence: '#85847d',
    governs: '#2559a5',
    reports: '#1b7348',
    conflict: '#b3261e',
  },
}

const redStep = { stroke: '#a32b22', fill: '#f7d9d5', fold: '#f7d9d5' }
const blueText = { stroke: '#24528f', fill: '#d7e5f7', fold: '#b3cdef' }
const redBlueGrey: Palette = {
  ...notation,
  nodes: {
    text: blueText,
    clause: blueText,
    work: redStep,
    meeting: redStep,
    actor: { stroke: '#62625c', fill: '#e4e4e1', fold: '#e4e4e1' },
  },
  edges: {
    'text moves': '#24528f',
    sequence: '#77766f',
    governs: '#24528f',
    reports: '#55554f',
    conflict: '#a32b22',
  },
}

const black = '#000000'
const plain = { stroke: black, fill: white, fold: white }
const blackAndWhite: Palette = {
  ink: black,
  muted: black,
  rule: '#9a9a9a',
  paper: white,
  week: white,
  standpoint: '#efefef',
  circuit: '#bdbdbd',
  frame: black,
  nodes: { text: plain, clause: plain, work: plain, meeting: plain, actor: plain },
  edges: {
    'text moves': black,
    sequence: '#5c5c5c',
    governs: black,
    reports: black,
    conflict: black,
  },
}

export function paletteOf(preset: MapModel['preset']): Palette {
  if (preset === 'black and white') return blackAndWhite
  return preset === 'red-blue-grey' ? redBlueGrey : notation
}
