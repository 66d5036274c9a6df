import type { MapLane, MapModel } from './map-model.ts'
import { overlaid } from './overlaid.ts'

/**
 * Which of several processes are seen: all over each other, each in lanes of its own, or the one with
 * this id.
 */
export type ShownPart = 'over' | 'apart' | { process: string }

/** The processes that have something on a map, in the order in which their steps stand on it. */
export function processesOf(model: MapModel): MapModel['processes'] {
  const names = new Set(model.nodes.flatMap((node) => node.variants))
  return [...names].flatMap(
    (name) => model.processes.find((process) => process.name === name) ?? [],
  )
}

/**
 * The part of a map that is looked at. Apart, every lane comes once for each process, under its
 * name, and places that a hand has set do not count.
 */
export function shownPart(model: MapModel, part: ShownPart): MapModel {
  if (part === 'over') return overlaid(model)
  if (part === 'apart') return apart(model)
  const process = model.processes.find(({ id }) => id === part.process)
  return process === undefined ? model : single(model, process.name)
}

function single(model: MapModel, process: string): MapModel {
  const hidden = new Set(
    model.nodes
      .filter(({ variants }) => variants.length > 0 && !variants.includes(process))
      .map(({ key }) => key),
  )
  const edges = model.edges.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to))
  // A text that only the hidden steps move says nothing here.
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const wasJoined = new Set(model.edges.flatMap(({ from, to }) => [from, to]))
  const nodes = model.nodes.filter(
    ({ key, variants }) =>
      !hidden.has(key) && (variants.length > 0 || joined.has(key) || !wasJoined.has(key)),
  )
  return within(model, nodes, model.lanes)
}

function apart(model: MapModel): MapModel {
  const names = processesOf(model).map(({ name }) => name)
  const nameOf = new Map(model.nodes.map(({ key, variants }) => [key, variants[0] ?? '']))
  for (const { from, to } of model.edges) {
    if (nameOf.get(from) === '' && nameOf.get(to)) nameOf.set(from, nameOf.get(to) ?? '')
    if (nameOf.get(to) === '' && nameOf.get(from)) nameOf.set(to, nameOf.get(from) ?? '')
  }
  const nodes = model.nodes.map((node) => {
    const name = nameOf.get(node.key) || (names[0] ?? '')
    return { ...node, variants: [], x: null, y: null, lane: `${name}/${node.lane}` }
  })
  const lanes = names.flatMap((name) =>
    (model.lanes.length === 0 ? [noLane] : model.lanes).map((lane): MapLane => ({
      ...lane,
      key: `${name}/${lane.key}`,
      label: [lane.group, lane.label].filter((part) => part !== '').join(': '),
      group: name,
      isStandpoint: false,
    })),
  )
  return within(model, nodes, lanes)
}

const noLane: MapLane = { key: '', label: '', group: '', isStandpoint: false }

/** The model with these nodes, and what hangs together with them. */
function within(model: MapModel, nodes: MapModel['nodes'], lanes: readonly MapLane[]): MapModel {
  const keys = new Set(nodes.map(({ key }) => key))
  const used = new Set(nodes.map(({ lane }) => lane))
  return {
    ...model,
    nodes,
    lanes: lanes.filter(({ key }) => used.has(key)),
    edges: model.edges.filter(({ from, to }) => keys.has(from) && keys.has(to)),
    frames: model.frames
      .map((frame) => ({
        ...frame,
        members: frame.members.filter((key) => keys.has(key)),
        texts: frame.texts.filter((key) => keys.has(key)),
      }))
      .filter(({ members }) => members.length > 0),
  }
}
