import type { MapLane, MapModelEdge, MapModelNode } from './map-model.ts'

/** A map laid out: everything in pixels of a sheet that begins at 0, 0. */
export interface Drawing {
  width: number
  height: number
  lanes: (MapLane & Box)[]
  /** Bands of lanes of one site. */
  groups: ({ label: string } & Box)[]
  /** Weeks or ranks along the axis. */
  ticks: { label: string; x: number; y: number }[]
  nodes: DrawnNode[]
  edges: DrawnEdge[]
  frames: ({ key: string; title: string } & Box)[]
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface DrawnNode extends Box {
  node: MapModelNode
  /** The label broken into lines that fit. */
  lines: string[]
  detail: string[]
}

export interface DrawnEdge {
  edge: MapModelEdge
  /** Corners of the line, from the border of one node to that of the other; right angles between. */
  points: { x: number; y: number }[]
  /** Where its label stands, if it has one; collides with no node and no other label. */
  label: (Box & { lines: string[] }) | null
  /** Where the number of evidence passages stands. */
  badge: { x: number; y: number } | null
}
