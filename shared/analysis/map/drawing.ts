import type { MapLane, MapModelEdge, MapModelNode } from './map-model.ts'

/** A map laid out: everything in pixels of a sheet that begins at 0, 0. */
export interface Drawing {
  width: number
  height: number
  lanes: (MapLane & Box)[]
  /** Bands of lanes of one site. */
  groups: ({ label: string } & Box)[]
  /** Weeks along the axis: the middle of their column, the line of their text, and their column. */
  ticks: { label: string; x: number; y: number; left: number; right: number }[]
  /** Where “order not fixed” stands, if the map has no axis. */
  note: { label: string; x: number; y: number } | null
  nodes: DrawnNode[]
  edges: DrawnEdge[]
  frames: DrawnFrame[]
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
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
  points: Point[]
  /**
   * Where its words and its badge stand, if it has any; collides with no node and no other label.
   * The lines begin at the left of the box, the badge stands at its right.
   */
  label: (Box & { lines: string[] }) | null
  /** Middle of the number of evidence passages. */
  badge: Point | null
}

export interface DrawnFrame extends Box {
  key: string
  title: string
  /** Where the title begins, and its base line. */
  titleAt: Point
  /** Lines leave no room beside each other for the title: it stands on one, which it interrupts. */
  isTitleCrossed: boolean
  /** Lines from the texts outside to the border of the frame. */
  ties: { text: string; points: Point[] }[]
}
