/** A way to pass a member of a walk: the node at which it is entered and the one at which it is left. */
export interface Passing {
  from: string
  to: string
}

/**
 * Where a walk through members that can each be passed in some ways does not go on: positions of
 * members that do not lead to the next one, the first one following the last. As few as there can be;
 * none if the walk is closed. A member that cannot be passed at all breaks the walk on both sides.
 */
export function breaksOf(members: readonly (readonly Passing[])[]): number[] {
  const [first] = members
  if (first === undefined) return []
  let best: readonly number[] | null = null
  // The walk may begin in each way to pass its first member; null: it cannot be passed.
  for (const start of first.length === 0 ? [null] : first) {
    let ways: Way[] = [{ at: start?.to ?? null, breaks: [] }]
    for (const [index, passings] of members.entries())
      if (index > 0) ways = onwards(ways, passings, index - 1)
    for (const way of ways) {
      const isClosed = way.at !== null && way.at === start?.from
      const breaks = isClosed ? way.breaks : [...way.breaks, members.length - 1]
      if (best === null || breaks.length < best.length) best = breaks
    }
  }
  return [...(best ?? [])]
}

/** A walk so far: the node it has come to, null behind what cannot be passed, and its breaks. */
interface Way {
  at: string | null
  breaks: readonly number[]
}

/** Walks one member longer, for each node that they come to the one with fewest breaks. */
function onwards(ways: readonly Way[], passings: readonly Passing[], previous: number): Way[] {
  const next = new Map<string | null, Way>()
  const offer = (way: Way): void => {
    const known = next.get(way.at)
    if (!known || way.breaks.length < known.breaks.length) next.set(way.at, way)
  }
  for (const way of ways) {
    const broken = [...way.breaks, previous]
    if (passings.length === 0) offer({ at: null, breaks: broken })
    for (const { from, to } of passings)
      offer({ at: to, breaks: from === way.at ? way.breaks : broken })
  }
  return [...next.values()]
}
