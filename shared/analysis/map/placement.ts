import type { MapModel } from './map-model.ts'
import { arrangeRanks } from './arrange-ranks.ts'
import { arrangeLanes } from './arrange-lanes.ts'
import { improve } from './improve.ts'
import { compare, type Placement } from './seats.ts'

/** Gives every node a cell. Depends on the content of the model only, not on the order in it. */
export function placeNodes(model: MapModel): Placement {
  const sorted = {
    ...model,
    nodes: model.nodes.toSorted((a, b) => compare(a.key, b.key)),
    edges: model.edges.toSorted((a, b) => compare(a.key, b.key)),
  }
  const isRanked = model.axis === 'rank'
  const placement = isRanked ? arrangeRanks(sorted) : arrangeLanes(sorted)
  improve(placement, sorted.edges, isRanked)
  return withoutEmpty(placement, model.axis === 'weeks')
}

/** Takes out rows and columns in which nothing came to stand; a lane keeps one row. */
function withoutEmpty(placement: Placement, keepsColumns: boolean): Placement {
  const { seats } = placement
  const usedRows = new Set(seats.map((seat) => seat.row))
  const usedColumns = new Set(seats.map((seat) => seat.column))
  for (const [first, last] of placement.laneRows) {
    let isEmpty = true
    for (let row = first; row <= last; row += 1) if (usedRows.has(row)) isEmpty = false
    if (isEmpty) usedRows.add(first)
  }
  if (keepsColumns) for (const tick of placement.ticks) usedColumns.add(tick.column)
  const rows = renumber(usedRows)
  const columns = renumber(usedColumns)
  return {
    ...placement,
    rowCount: Math.max(1, rows.size),
    columnCount: Math.max(1, columns.size),
    seats: seats.map((seat) => ({
      ...seat,
      row: rows.get(seat.row) ?? 0,
      column: columns.get(seat.column) ?? 0,
    })),
    laneRows: placement.laneRows.map(([first, last]) => {
      const kept = [...rows].filter(([row]) => row >= first && row <= last).map(([, to]) => to)
      return [Math.min(...kept), Math.max(...kept)]
    }),
    ticks: placement.ticks
      .filter((tick) => columns.has(tick.column))
      .map((tick) => ({ ...tick, column: columns.get(tick.column) ?? 0 })),
  }
}

function renumber(used: ReadonlySet<number>): Map<number, number> {
  return new Map([...used].toSorted((a, b) => a - b).map((old, index) => [old, index]))
}
