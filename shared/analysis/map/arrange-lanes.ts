import type { MapModel, MapModelEdge, MapModelNode } from './map-model.ts'
import type { Placement, Seat } from './seats.ts'
import { orderedLanes } from './seats.ts'

const noLane = { key: '', label: '', group: '', isStandpoint: false }

/** Process maps: lanes from top to bottom, weeks or the sequence of the flows from left to right. */
export function arrangeLanes(model: MapModel): Placement {
  const named = orderedLanes(model)
  const known = new Set(named.map((lane) => lane.key))
  const hasStray = model.nodes.some((node) => !known.has(node.lane))
  const lanes = hasStray || named.length === 0 ? [noLane, ...named] : named
  const laneOf = (node: MapModelNode) =>
    known.has(node.lane) ? lanes.findIndex((lane) => lane.key === node.lane) : 0
  const fixed = model.axis === 'weeks' ? weekColumns(model) : flowColumns(model)
  const { homes, columnCount } = withFollowers(model, fixed.columns, fixed.count)

  const taken = lanes.map(() => new Map<number, MapModelNode[]>())
  for (const node of byColumn(model.nodes, homes)) {
    const cells = taken[laneOf(node)] ?? new Map<number, MapModelNode[]>()
    const home = homes.get(node.key) ?? 0
    const column = fixed.columns.has(node.key) ? home : roomiest(cells, home, columnCount)
    cells.set(column, [...(cells.get(column) ?? []), node])
  }
  const laneRows: [number, number][] = []
  const seats: Seat[] = []
  let top = 0
  for (const cells of taken) {
    const depth = Math.max(1, ...[...cells.values()].map((nodes) => nodes.length))
    const rows = [top, top + depth - 1] as const
    for (const [column, nodes] of cells)
      for (const [index, node] of nodes.toSorted((a, b) => weight(a) - weight(b)).entries()) {
        const isFixed = fixed.columns.has(node.key)
        seats.push({
          node,
          row: top + index,
          column,
          rows,
          columns: isFixed ? [column, column] : [0, columnCount - 1],
          home: homes.get(node.key) ?? column,
          pull: isFixed ? 0 : 0.6,
        })
      }
    laneRows.push([...rows])
    top += depth
  }
  return {
    lanes: named.length === 0 ? [] : lanes,
    laneRows,
    rowCount: top,
    columnCount,
    seats,
    ticks: fixed.ticks,
  }
}

/** Work stands above the texts it uses, so that the line of steps is the first one reads. */
function weight(node: MapModelNode): number {
  return node.shape === 'work' || node.shape === 'meeting' ? 0 : 1
}

function byColumn(nodes: readonly MapModelNode[], homes: ReadonlyMap<string, number>) {
  return nodes.toSorted(
    (a, b) => weight(a) - weight(b) || (homes.get(a.key) ?? 0) - (homes.get(b.key) ?? 0),
  )
}

interface Columns {
  columns: Map<string, number>
  count: number
  ticks: { column: number; label: string }[]
}

function weekColumns(model: MapModel): Columns {
  const weeks = [
    ...new Set(model.nodes.flatMap((node) => (node.weekFrom === null ? [] : [node.weekFrom]))),
  ].toSorted((a, b) => a - b)
  const columns = new Map<string, number>()
  for (const node of model.nodes)
    if (node.weekFrom !== null) columns.set(node.key, weeks.indexOf(node.weekFrom))
  return {
    columns,
    count: Math.max(1, weeks.length),
    ticks: weeks.map((week, column) => ({
      column,
      label: model.words.week.replace('{{week}}', String(week)),
    })),
  }
}

/** Longest path along the flows that go forward; loops are left out where they close. */
function flowColumns(model: MapModel): Columns {
  const isStep = new Map(model.nodes.map((node) => [node.key, weight(node) === 0]))
  const flows = model.edges.filter(
    (edge) =>
      edge.style === 'sequence' &&
      !edge.isBackward &&
      edge.from !== edge.to &&
      isStep.get(edge.from) === true &&
      isStep.get(edge.to) === true,
  )
  const used = flows.length > 0 ? flows : model.edges.filter((edge) => edge.from !== edge.to)
  const keys = new Set(used.flatMap((edge) => [edge.from, edge.to]))
  const columns = longestPaths(
    model.nodes.map((node) => node.key).filter((key) => keys.has(key)),
    used,
  )
  return { columns, count: Math.max(1, ...[...columns.values()].map((at) => at + 1)), ticks: [] }
}

function longestPaths(keys: readonly string[], edges: readonly MapModelEdge[]) {
  const next = new Map<string, string[]>()
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to])
  const state = new Map<string, 'open' | 'done'>()
  const order: string[] = []
  const closing = new Set<string>()
  const visit = (key: string): void => {
    state.set(key, 'open')
    for (const to of next.get(key) ?? []) {
      const seen = state.get(to)
      if (seen === 'open') closing.add(`${key}\n${to}`)
      else if (seen === undefined) visit(to)
    }
    state.set(key, 'done')
    order.unshift(key)
  }
  const entered = new Set(edges.map((edge) => edge.to))
  for (const key of [...keys].toSorted((a, b) => +entered.has(a) - +entered.has(b)))
    if (!state.has(key)) visit(key)
  const columns = new Map<string, number>(keys.map((key) => [key, 0]))
  for (const key of order)
    for (const to of next.get(key) ?? []) {
      if (closing.has(`${key}\n${to}`)) continue
      columns.set(to, Math.max(columns.get(to) ?? 0, (columns.get(key) ?? 0) + 1))
    }
  return columns
}

/** Nodes without a place in time stand by those that they are linked to. */
function withFollowers(model: MapModel, fixed: ReadonlyMap<string, number>, count: number) {
  const homes = new Map(fixed)
  const near = new Map<string, string[]>()
  for (const edge of model.edges) {
    near.set(edge.from, [...(near.get(edge.from) ?? []), edge.to])
    near.set(edge.to, [...(near.get(edge.to) ?? []), edge.from])
  }
  for (let round = 0; round < 4; round += 1)
    for (const node of model.nodes) {
      if (fixed.has(node.key)) continue
      const columns = (near.get(node.key) ?? [])
        .flatMap((key) => homes.get(key) ?? [])
        .toSorted((a, b) => a - b)
      const middle = columns[Math.floor((columns.length - 1) / 2)]
      if (middle !== undefined) homes.set(node.key, middle)
    }
  const loose = model.nodes.filter((node) => !homes.has(node.key))
  const columnCount = Math.max(count, Math.ceil(Math.sqrt(loose.length)))
  for (const [index, node] of loose.entries()) homes.set(node.key, index % columnCount)
  return { homes, columnCount }
}

function roomiest(cells: ReadonlyMap<number, unknown[]>, home: number, count: number): number {
  let best = home
  let least = Infinity
  for (let column = 0; column < count; column += 1) {
    const cost = Math.abs(column - home) + 1.5 * (cells.get(column)?.length ?? 0)
    if (cost < least - 1e-9 || (cost < least + 1e-9 && column === home)) {
      least = cost
      best = column
    }
  }
  return best
}
