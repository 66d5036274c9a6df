import type { MapModel, MapModelNode } from './map-model.ts'
import { printScale } from './page.ts'
import type { Placement, Seat } from './seats.ts'
import { compare, orderedLanes } from './seats.ts'

/** Hierarchies: ranks from top to bottom, in lanes if there are any; a wide rank takes more rows. */
export function arrangeRanks(model: MapModel): Placement {
  const named = orderedLanes(model)
  const known = new Map(named.map((lane, index) => [lane.key, index]))
  const hasStray = named.length > 0 && model.nodes.some((node) => !known.has(node.lane))
  const lanes = hasStray
    ? [{ key: '', label: '', group: '', isStandpoint: false }, ...named]
    : named
  const laneOf = (node: MapModelNode) =>
    Math.max(
      0,
      lanes.findIndex((lane) => lane.key === (known.has(node.lane) ? node.lane : '')),
    )
  const levels = new Map<string, MapModelNode[]>()
  const levelKey = (node: MapModelNode) =>
    `${String(laneOf(node)).padStart(4, '0')} ${String(node.rank + 5000).padStart(6, '0')}`
  for (const node of model.nodes)
    levels.set(levelKey(node), [...(levels.get(levelKey(node)) ?? []), node])
  const sorted = [...levels].toSorted(([a], [b]) => compare(a, b)).map(([, nodes]) => nodes)
  const ordered = withFewCrossings(sorted, model)
  const columnCount = bestColumnCount(ordered.map((nodes) => nodes.length))

  const seats: Seat[] = []
  const laneRows: [number, number][] = lanes.length === 0 ? [[0, 0]] : lanes.map(() => [-1, -1])
  let row = 0
  for (const nodes of ordered) {
    const rowCount = Math.max(1, Math.ceil(nodes.length / columnCount))
    const perRow = Math.ceil(nodes.length / rowCount)
    const rows = [row, row + rowCount - 1] as const
    for (const [index, node] of nodes.entries()) {
      const at = Math.floor(index / rowCount)
      const column = Math.min(
        columnCount - 1,
        Math.floor(((at + 0.5) * columnCount) / Math.max(1, perRow)),
      )
      seats.push({
        node,
        row: row + (index % rowCount),
        column,
        rows,
        columns: [0, columnCount - 1],
        home: (columnCount - 1) / 2,
        pull: 0.02,
      })
    }
    const lane = nodes[0] && lanes.length > 0 ? laneOf(nodes[0]) : 0
    const range = laneRows[lane]
    if (range) laneRows[lane] = [range[0] < 0 ? row : range[0], row + rowCount - 1]
    row += rowCount
  }
  return {
    lanes,
    ...withLaneRows(laneRows, seats, row),
    columnCount,
    seats,
    ticks: [],
  }
}

/** A lane without nodes gets a row between its neighbours. */
function withLaneRows(laneRows: [number, number][], seats: Seat[], rowCount: number) {
  let count = rowCount
  const result: [number, number][] = []
  for (const [first, last] of laneRows) {
    if (first >= 0) {
      result.push([first + count - rowCount, last + count - rowCount])
      continue
    }
    const at = (result.at(-1)?.[1] ?? -1) + 1
    for (const seat of seats)
      if (seat.row >= at) {
        seat.row += 1
        seat.rows = [seat.rows[0] + 1, seat.rows[1] + 1]
      }
    result.push([at, at])
    count += 1
  }
  return { laneRows: result, rowCount: Math.max(1, count) }
}

/** As many columns as let the sheet be printed largest on A4 across. */
function bestColumnCount(sizes: readonly number[]): number {
  const widest = Math.max(1, ...sizes)
  let best = widest
  let bestScale = 0
  for (let columns = Math.min(3, widest); columns <= widest; columns += 1) {
    const rows = sizes.reduce((sum, size) => sum + Math.ceil(size / columns), 0)
    const width = columns * 158 + 60
    const height = rows * 118 + 60
    const scale = printScale({ width, height })
    if (scale > bestScale + 1e-6) {
      bestScale = scale
      best = columns
    }
  }
  return best
}

/** Order within each level by the mean place of what its nodes are linked to, swept up and down. */
function withFewCrossings(levels: MapModelNode[][], model: MapModel): MapModelNode[][] {
  const near = new Map<string, string[]>()
  for (const edge of model.edges) {
    near.set(edge.from, [...(near.get(edge.from) ?? []), edge.to])
    near.set(edge.to, [...(near.get(edge.to) ?? []), edge.from])
  }
  const at = new Map<string, number>()
  const number = (nodes: readonly MapModelNode[]): void => {
    for (const [index, node] of nodes.entries()) at.set(node.key, (index + 0.5) / nodes.length)
  }
  let current = levels
  for (const nodes of current) number(nodes)
  for (let sweep = 0; sweep < 12; sweep += 1) {
    const order = sweep % 2 === 0 ? current.keys() : [...current.keys()].toReversed()
    const next = [...current]
    for (const level of order) {
      const nodes = next[level] ?? []
      const wish = new Map(
        nodes.map((node) => {
          const places = (near.get(node.key) ?? []).flatMap((key) => at.get(key) ?? [])
          const own = at.get(node.key) ?? 0
          if (places.length === 0) return [node.key, own]
          return [node.key, places.reduce((a, b) => a + b, 0) / places.length]
        }),
      )
      next[level] = nodes.toSorted(
        (a, b) => (wish.get(a.key) ?? 0) - (wish.get(b.key) ?? 0) || compare(a.key, b.key),
      )
      number(next[level])
    }
    current = next
  }
  return current
}
