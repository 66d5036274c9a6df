import type { MapModel, MapModelEdge, MapModelNode } from './map-model.ts'

/**
 * All processes of a map over each other: steps that correspond are one box, which names those that
 * have it and what differs; lines that they share are one line, and one that only some of them have
 * names these.
 */
export function overlaid(model: MapModel): MapModel {
  if (model.counterparts.length === 0) return model
  const byKey = new Map(model.nodes.map((node) => [node.key, node]))
  const boxOf = new Map<string, MapModelNode>()
  for (const { keys, notes } of model.counterparts) {
    const nodes = keys.flatMap((key) => byKey.get(key) ?? [])
    const box = nodes.length > 1 ? oneBox(nodes, notes) : undefined
    if (box !== undefined) for (const { key } of nodes) boxOf.set(key, box)
  }
  const keyOf = (key: string) => boxOf.get(key)?.key ?? key
  const nodes = model.nodes.map((node) => boxOf.get(node.key) ?? node)
  return {
    ...model,
    nodes: [...new Set(nodes)],
    edges: oneLineEach(model.edges, keyOf, byKey, boxOf),
    frames: model.frames.map((frame) => ({
      ...frame,
      members: [...new Set(frame.members.map(keyOf))],
    })),
  }
}

/** The keys of these boxes with those of the counterparts that are drawn in them. */
export function withCounterparts(
  nodes: readonly MapModelNode[],
  keys: readonly string[],
): readonly string[] {
  const also = new Map(nodes.map((node) => [node.key, node.also]))
  return keys.flatMap((key) => [key, ...(also.get(key) ?? [])])
}

/** Stands for the counterpart that has evidence to open, in the place where a hand has put one. */
function oneBox(nodes: readonly MapModelNode[], notes: string[]): MapModelNode | undefined {
  const first = nodes.find(({ passages }) => passages > 0) ?? nodes[0]
  if (first === undefined) return undefined
  const rest = nodes.filter((node) => node !== first)
  const placed = [first, ...rest].find(({ x, y }) => x !== null && y !== null)
  return {
    ...first,
    also: rest.map(({ key }) => key),
    // What the box itself says needs no note.
    notes: notes.filter((note) => note !== `${first.variants[0] ?? ''}: ${first.label}`),
    x: placed?.x ?? null,
    y: placed?.y ?? null,
    detail: sharedDetail(nodes),
    outline: nodes.every(({ outline }) => outline === first.outline) ? first.outline : 'solid',
    passages: nodes.reduce((sum, { passages }) => sum + passages, 0),
    isUnsupported: nodes.every(({ isUnsupported }) => isUnsupported),
    variants: [...new Set([...first.variants, ...rest.flatMap(({ variants }) => variants)])],
  }
}

/** “weeks 1–4”; where they are not the same, each with the process: “week 1 (Oslo), week 4 (Bergen)”. */
function sharedDetail(nodes: readonly MapModelNode[]): string {
  const details = new Set(nodes.map(({ detail }) => detail))
  if (details.size === 1) return nodes[0]?.detail ?? ''
  return nodes
    .filter(({ detail }) => detail !== '')
    .map(({ detail, variants }) => `${detail} (${variants.join(', ')})`)
    .join(', ')
}

interface Line {
  edge: MapModelEdge
  variants: Set<string>
}

function oneLineEach(
  edges: readonly MapModelEdge[],
  keyOf: (key: string) => string,
  byKey: ReadonlyMap<string, MapModelNode>,
  boxOf: ReadonlyMap<string, MapModelNode>,
): MapModelEdge[] {
  const lines = new Map<string, Line>()
  for (const edge of edges) {
    const [from, to] = [keyOf(edge.from), keyOf(edge.to)]
    const name = JSON.stringify([from, to, edge.style, edge.label, edge.isBackward])
    const variants = [edge.from, edge.to].flatMap((key) => byKey.get(key)?.variants ?? [])
    const known = lines.get(name)
    if (known === undefined) {
      lines.set(name, { edge: { ...edge, from, to }, variants: new Set(variants) })
      continue
    }
    for (const variant of variants) known.variants.add(variant)
    const before = known.edge
    known.edge = {
      ...before,
      // The one that has evidence is the one that opens.
      key: before.passages === 0 && edge.passages > 0 ? edge.key : before.key,
      passages: before.passages + edge.passages,
      isDotted: before.isDotted && edge.isDotted,
      isContradicted: before.isContradicted || edge.isContradicted,
      isOnCircuit: before.isOnCircuit || edge.isOnCircuit,
    }
  }
  return [...lines.values()].map(({ edge, variants }) => {
    const ends = [edge.from, edge.to].map(
      (key) => (boxOf.get(key) ?? byKey.get(key))?.variants ?? [],
    )
    const [a = [], b = []] = ends.filter((names) => names.length > 0)
    const could = ends.every((names) => names.length > 0) ? a.filter((name) => b.includes(name)) : a
    const isShared = could.every((name) => variants.has(name))
    if (isShared || variants.size === 0) return edge
    const names = [...variants].join(', ')
    return { ...edge, label: edge.label === '' ? names : `${edge.label} (${names})` }
  })
}
