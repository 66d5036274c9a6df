import type { MapLane, MapModel, MapModelNode } from './map-model.ts'

/** Where a node stands in the grid, and which cells it could stand in without a false statement. */
export interface Seat {
  node: MapModelNode
  row: number
  column: number
  rows: readonly [first: number, last: number]
  columns: readonly [first: number, last: number]
  /** Cost of each column that it is away from `home`. */
  home: number
  pull: number
}

/** A map as a grid: rows in lanes, columns, at most one node to a cell. */
export interface Placement {
  lanes: MapLane[]
  /** First and last row of each lane. */
  laneRows: [number, number][]
  rowCount: number
  columnCount: number
  seats: Seat[]
  ticks: { column: number; label: string }[]
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Lanes from top to bottom; those of one site together, the site of the standpoint last. */
export function orderedLanes(model: MapModel): MapLane[] {
  const groups: MapLane[][] = []
  for (const lane of model.lanes) {
    const group =
      lane.group === '' ? undefined : groups.find(([first]) => first?.group === lane.group)
    if (group) group.push(lane)
    else groups.push([lane])
  }
  const isLast = (lanes: readonly MapLane[]) => Number(lanes.some((lane) => lane.isStandpoint))
  return groups
    .toSorted((a, b) => isLast(a) - isLast(b))
    .flatMap((lanes) => lanes.toSorted((a, b) => isLast([a]) - isLast([b])))
}
