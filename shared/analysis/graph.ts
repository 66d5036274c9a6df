/**
 * Directed graphs of nodes known by a key. Several edges between two nodes, cycles and edges of a node
 * to itself are allowed everywhere. Results depend on the order of the input alone.
 */
export interface Edge {
  from: string
  to: string
}

/** Whether there is a way from one node to another along the edges; a node reaches itself. */
export function reaches(edges: readonly Edge[], from: string, to: string): boolean {
  return within(edges, from, Number.POSITIVE_INFINITY).has(to)
}

/** The nodes that are at most `steps` edges away, with their distance; the start is at 0. */
export function within(edges: readonly Edge[], start: string, steps: number): Map<string, number> {
  const next = successors(edges)
  const distance = new Map([[start, 0]])
  let border = [start]
  for (let step = 1; step <= steps && border.length > 0; step += 1) {
    const found: string[] = []
    for (const node of border) {
      for (const edge of next.get(node) ?? []) {
        if (distance.has(edge.to)) continue
        distance.set(edge.to, step)
        found.push(edge.to)
      }
    }
    border = found
  }
  return distance
}

export function reversed<E extends Edge>(edges: readonly E[]): E[] {
  return edges.map((edge) => ({ ...edge, from: edge.to, to: edge.from }))
}

/**
 * Ways without a repeated node from one node to another, shortest first, at most `limit`; each is its
 * edges in order. Looks at no more than `effort` beginnings of ways.
 */
export function pathsBetween<E extends Edge>(
  edges: readonly E[],
  from: string,
  to: string,
  limit: number,
  effort = 50_000,
): E[][] {
  const next = successors(edges)
  const toEnd = within(reversed(edges), to, Number.POSITIVE_INFINITY)
  const found: E[][] = []
  let ways: { at: string; edges: E[]; seen: ReadonlySet<string> }[] = [
    { at: from, edges: [], seen: new Set([from]) },
  ]
  let looked = 0
  while (ways.length > 0 && found.length < limit && looked < effort) {
    const longer: typeof ways = []
    for (const way of ways) {
      for (const edge of next.get(way.at) ?? []) {
        looked += 1
        if (looked > effort || way.seen.has(edge.to) || !toEnd.has(edge.to)) continue
        const edgesSoFar = [...way.edges, edge]
        if (edge.to === to) {
          if (found.length < limit) found.push(edgesSoFar)
        } else
          longer.push({ at: edge.to, edges: edgesSoFar, seen: new Set([...way.seen, edge.to]) })
      }
    }
    ways = longer
  }
  return found
}

/**
 * Closed walks without a repeated node, shortest first, each once and beginning at its first node in
 * the order of the input; at most `limit`, none longer than `longest` edges.
 */
export function cyclesOf<E extends Edge>(
  edges: readonly E[],
  limit: number,
  longest = 12,
): { cycles: E[][]; isComplete: boolean } {
  const component = components(edges)
  const inside = edges.filter((edge) => component.get(edge.from) === component.get(edge.to))
  const order = new Map([...new Set(inside.flatMap((e) => [e.from, e.to]))].map((n, i) => [n, i]))
  const next = successors(inside)
  const cycles: E[][] = []
  let looked = 0
  const effort = 200_000
  for (const [start, place] of order) {
    const back = within(reversed(inside), start, longest)
    const walk = (at: string, way: E[], seen: Set<string>): void => {
      for (const edge of next.get(at) ?? []) {
        looked += 1
        if (looked > effort) return
        if (edge.to === start) cycles.push([...way, edge])
        else if (
          !seen.has(edge.to) &&
          (order.get(edge.to) ?? -1) > place &&
          way.length + 1 + (back.get(edge.to) ?? Number.POSITIVE_INFINITY) <= longest
        ) {
          seen.add(edge.to)
          walk(edge.to, [...way, edge], seen)
          seen.delete(edge.to)
        }
      }
    }
    walk(start, [], new Set([start]))
  }
  cycles.sort((a, b) => a.length - b.length)
  return { cycles: cycles.slice(0, limit), isComplete: looked <= effort && cycles.length <= limit }
}

/**
 * A rank for every node so that edges lead from a smaller number to a larger one, as far as given
 * ranks and cycles allow: nodes on one cycle share a rank, a given rank stands whatever the edges say.
 */
export function ranksOf(
  nodes: readonly string[],
  edges: readonly Edge[],
  given: ReadonlyMap<string, number>,
): Map<string, number> {
  const known = new Set(nodes)
  const used = edges.filter((edge) => known.has(edge.from) && known.has(edge.to))
  const component = components(used)
  const groupOf = (node: string) => component.get(node) ?? node
  const members = Map.groupBy(nodes, groupOf)
  const before = new Map<string, Set<string>>()
  for (const edge of used) {
    const [from, to] = [groupOf(edge.from), groupOf(edge.to)]
    if (from === to) continue
    const set = before.get(to) ?? new Set<string>()
    before.set(to, set.add(from))
  }
  const ranks = new Map<string, number>()
  const rankOf = (group: string): number => {
    const found = ranks.get(group)
    if (found !== undefined) return found
    let rank = 0
    for (const above of before.get(group) ?? []) rank = Math.max(rank, lowest(above) + 1)
    ranks.set(group, rank)
    return rank
  }
  const lowest = (group: string): number => {
    const own = (members.get(group) ?? []).flatMap((node) => given.get(node) ?? [])
    return own.length > 0 ? Math.max(...own) : rankOf(group)
  }
  return new Map(nodes.map((node) => [node, given.get(node) ?? rankOf(groupOf(node))]))
}

/** Node → name of its strongly connected component; only nodes that edges touch. After Tarjan. */
function components(edges: readonly Edge[]): Map<string, string> {
  const next = successors(edges)
  const component = new Map<string, string>()
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  for (const root of new Set(edges.flatMap((edge) => [edge.from, edge.to]))) {
    if (index.has(root)) continue
    const work = [enter(root)]
    while (work.length > 0) {
      const here = work[work.length - 1]
      if (!here) break
      const edge = here.left.pop()
      if (edge === undefined) {
        work.pop()
        leave(here.node, work[work.length - 1]?.node)
      } else if (!index.has(edge.to)) work.push(enter(edge.to))
      else if (onStack.has(edge.to)) lower(here.node, index.get(edge.to))
    }
  }
  return component

  function enter(node: string): { node: string; left: Edge[] } {
    index.set(node, index.size)
    low.set(node, index.size - 1)
    stack.push(node)
    onStack.add(node)
    return { node, left: [...(next.get(node) ?? [])].reverse() }
  }
  function leave(node: string, parent: string | undefined): void {
    if (low.get(node) === index.get(node)) {
      let member: string | undefined
      do {
        member = stack.pop()
        if (member === undefined) break
        onStack.delete(member)
        component.set(member, node)
      } while (member !== node)
    }
    if (parent !== undefined) lower(parent, low.get(node))
  }
  function lower(node: string, value: number | undefined): void {
    if (value !== undefined) low.set(node, Math.min(low.get(node) ?? value, value))
  }
}

function successors<E extends Edge>(edges: readonly E[]): Map<string, E[]> {
  return Map.groupBy(edges, (edge) => edge.from)
}
