import type { mapAxes, mapPresets } from '../../model/institution-kinds.ts'

/**
 * What a map shows, before anything is laid out. Made from the project by the engine; every node and
 * edge refers to a thing of the model, whose evidence it opens.
 */
export interface MapModel {
  title: string
  description: string
  axis: (typeof mapAxes)[number]
  preset: (typeof mapPresets)[number]
  /** From top to bottom; the lane of the standpoint is marked and stands at the bottom. */
  lanes: MapLane[]
  nodes: MapModelNode[]
  edges: MapModelEdge[]
  frames: MapModelFrame[]
  words: MapWords
}

/** Words that are drawn, in the reader's language. */
export interface MapWords {
  /** “week {{week}}”. */
  week: string
  orderNotFixed: string
  standpoint: string
  legend: Record<LegendEntry, string>
}

/** What a legend can explain, in the order in which it does. */
export const legendEntries = [
  'text',
  'mentioned text',
  'missing text',
  'form',
  'work',
  'invisible work',
  'meeting',
  'actor',
  'text moves',
  'sequence',
  'governs',
  'reports',
  'conflict',
  'inferred',
  'contradicted',
  'passages',
  'circuit',
  'frame',
] as const
export type LegendEntry = (typeof legendEntries)[number]

export interface MapLane {
  key: string
  label: string
  /** Lanes of one site stand together under its name; empty: none. */
  group: string
  isStandpoint: boolean
}

export interface MapModelNode {
  /** `type:id` of the thing. */
  key: string
  label: string
  /** A line of small print, such as who does it or when; may be empty. */
  detail: string
  /** `text` and `clause`: box with a folded corner. `work` and `meeting`: rounded. `actor`: plain. */
  shape: 'text' | 'clause' | 'work' | 'meeting' | 'actor'
  /** `solid`: read. `dashed`: only mentioned, or invisible work. `dotted`: presumed missing, with “?”. */
  outline: 'solid' | 'dashed' | 'dotted'
  /** A form that is copied: double edge. */
  isReplicable: boolean
  /** Key of a lane; empty where there are none. */
  lane: string
  /** 0 stands highest; for the axis `rank`. */
  rank: number
  /** Weeks from the anchor; for the axis `weeks`. */
  weekFrom: number | null
  weekTo: number | null
  /** Where a hand put its upper left corner, in pixels; null: the layout decides. */
  x: number | null
  y: number | null
  /** Number of evidence passages. */
  passages: number
  isUnsupported: boolean
  /** Set when processes are overlaid: which of them have the step, and whether they agree. */
  variants: string[]
}

export interface MapModelEdge {
  /** `type:id` of the link or flow; of a text that moves, `in:STEP:TEXT` or `out:STEP:TEXT`. */
  key: string
  from: string
  to: string
  /**
   * `text moves`: solid arrow. `sequence`: thin grey. `governs`: dashed with hollow head. `reports`:
   * dash-dot. `conflict`: zigzag.
   */
  style: 'text moves' | 'sequence' | 'governs' | 'reports' | 'conflict'
  /** Inferred or unsupported: dotted. */
  isDotted: boolean
  /** A claim that counts says no. */
  isContradicted: boolean
  /** Drawn against the order, such as a loop or a link upward. */
  isBackward: boolean
  /** Relation or condition; may be empty. */
  label: string
  passages: number
  /** On a named circuit: shaded. */
  isOnCircuit: boolean
}

/** Texts that affect everything inside. */
export interface MapModelFrame {
  key: string
  title: string
  /** Nodes inside. */
  members: string[]
  /** Texts drawn outside on its edge. */
  texts: string[]
}
