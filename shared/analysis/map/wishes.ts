import type { Box } from './drawing.ts'
import { isTie, tieEdges } from './frames.ts'
import type { MapModel, MapModelEdge } from './map-model.ts'
import { compare } from './seats.ts'
import type { Wish } from './route.ts'

/** An edge to be routed, between boxes known by their index. */
export interface LineWish extends Wish {
  edge: MapModelEdge
}

/**
 * What the edges of a map ask of the router, the shortest first, since they have the least choice.
 * Steps follow each other from left to right, loops go round below, ranks are linked top to bottom.
 */
export function wishesOf(
  model: MapModel,
  indexOf: ReadonlyMap<string, number>,
  boxes: readonly Box[],
): LineWish[] {
  return [...model.edges, ...tieEdges(model, indexOf, boxes)]
    .flatMap((edge) => {
      const [from, to] = [indexOf.get(edge.from), indexOf.get(edge.to)]
      const [a, b] = [boxes[from ?? -1], boxes[to ?? -1]]
      if (from === undefined || to === undefined || !a || !b) return []
      const across = b.x + b.width / 2 - a.x - a.width / 2
      const down = b.y + b.height / 2 - a.y - a.height / 2
      const sides = sidesFor(edge, model.axis === 'rank', across, down)
      return [{ edge, from, to, ...sides, length: Math.abs(across) + Math.abs(down) }]
    })
    .toSorted((a, b) => a.length - b.length || compare(a.edge.key, b.edge.key))
}

type Costs = Wish['leaving']

function sidesFor(edge: MapModelEdge, isRanked: boolean, across: number, down: number) {
  if (edge.from === edge.to) {
    const only: Costs = [0, 1e6, 1e6, 1e6]
    return { leaving: only, arriving: [1e6, 1e6, 1e6, 0] as Costs }
  }
  if (isTie(edge)) return both(down >= 0 ? [30, 0, 30, 60] : [30, 60, 30, 0])
  if (isRanked) {
    if (Math.abs(down) < 1) return both([0, 15, 0, 25])
    return both(down > 0 ? [55, 0, 55, 110] : [55, 110, 55, 0])
  }
  if (edge.style === 'sequence' && (edge.isBackward || across < -1))
    return { leaving: [45, 0, 60, 12] as Costs, arriving: [60, 14, 60, 0] as Costs }
  if (edge.style === 'sequence') return both([0, 25, 80, 25])
  return both(down >= 0 ? [14, 0, 14, 30] : [14, 30, 14, 0])
}

function both(costs: Costs): { leaving: Costs; arriving: Costs } {
  return { leaving: costs, arriving: costs }
}
