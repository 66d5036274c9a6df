import { reaches } from '../../../shared/analysis/graph.ts'
import type {
  MapModel,
  MapModelEdge,
  MapModelNode,
  MapWords,
} from '../../../shared/analysis/map/map-model.ts'
import type { QueryOutput } from '../../../shared/contract/index.ts'
import type { Link } from '../../../shared/model/institution.ts'
import { levelRelations } from '../../../shared/model/institution-kinds.ts'
import { endKey } from '../links/link-ends.ts'
import type { Relations } from '../links/relations.ts'

export type Hierarchy = QueryOutput<'hierarchy.get'>
type HierarchyNode = Hierarchy['nodes'][number]

/** A link between two things of the hierarchy, read from what governs to what is governed. */
export interface Way {
  link: Link
  /** Keys, `type:id`. */
  upper: string
  lower: string
  /** Its arrow points upward: to what stands higher. */
  isUpward: boolean
  /** There is a way back along other links. */
  isInCycle: boolean
}

/** The links as ways downward, those on cycles marked. */
export function waysOf({ nodes, links }: Hierarchy, relations: Relations): Way[] {
  const rank = new Map(nodes.map((node) => [endKey(node.ref), node.rank]))
  const ways = links.map((link) => {
    const [from, to] = [endKey(link.from), endKey(link.to)]
    const isTurned = relations.of(link.relation)?.isUpward === true
    const isUpward =
      !levelRelations.includes(link.relation) && (rank.get(to) ?? 0) < (rank.get(from) ?? 0)
    return { link, upper: isTurned ? to : from, lower: isTurned ? from : to, isUpward }
  })
  const ranking = ways
    .filter(({ link }) => !levelRelations.includes(link.relation))
    .map(({ upper, lower }) => ({ from: upper, to: lower }))
  return ways.map((way) => ({
    ...way,
    isInCycle:
      !levelRelations.includes(way.link.relation) && reaches(ranking, way.lower, way.upper),
  }))
}

export interface HierarchyWords {
  title: string
  words: MapWords
  relation: (id: string) => string
  rank: (rank: number) => string
  kind: (type: 'clause' | 'step' | 'actor') => string
  lane: (type: 'clause' | 'step' | 'actor') => string
}

/** What the layout needs: ranks as lanes with the names of their levels, links as lines. */
export function hierarchyModel(
  { nodes }: Hierarchy,
  ways: readonly Way[],
  activations: ReadonlyMap<string, number>,
  words: HierarchyWords,
): MapModel {
  return {
    title: words.title,
    description: '',
    axis: 'rank',
    preset: 'notation',
    lanes: lanesOf(nodes, words),
    processes: [],
    counterparts: [],
    nodes: nodes.map((node) => modelNode(node, activations, words)),
    edges: ways.map((way) => modelEdge(way, words)),
    frames: [],
    words: words.words,
  }
}

function lanesOf(nodes: readonly HierarchyNode[], words: HierarchyWords): MapModel['lanes'] {
  const ranks = [...new Set(nodes.map((node) => node.rank))].toSorted((a, b) => a - b)
  return ranks.map((rank) => {
    const members = nodes.filter((node) => node.rank === rank)
    const levels = [...new Set(members.map((node) => node.level).filter((level) => level !== ''))]
    return {
      key: String(rank),
      label: levels.length > 0 ? levels.join(', ') : nameOfRank(members, rank, words),
      group: '',
      // The lane of the standpoint is laid at the bottom, so only the lowest one can be it.
      isStandpoint: rank === ranks.at(-1) && members.some((node) => node.standpoint),
    }
  })
}

function nameOfRank(
  members: readonly HierarchyNode[],
  rank: number,
  words: HierarchyWords,
): string {
  const types = new Set(members.map(({ ref }) => ref.type))
  const [only = 'text'] = types
  return types.size > 1 || only === 'text' ? words.rank(rank) : words.lane(only)
}

const shapes = { text: 'text', clause: 'clause', step: 'work', actor: 'actor' } as const

function modelNode(
  { ref, label, rank, status, replicable }: HierarchyNode,
  activations: ReadonlyMap<string, number>,
  words: HierarchyWords,
): MapModelNode {
  const isMissing = status === 'presumed missing' || status === 'sought, not found'
  const isHeardOf = status === 'mentioned' || status === 'requested'
  return {
    key: endKey(ref),
    label,
    detail: ref.type === 'text' ? '' : words.kind(ref.type),
    shape: shapes[ref.type],
    outline: isMissing ? 'dotted' : isHeardOf ? 'dashed' : 'solid',
    isReplicable: replicable === 'template',
    lane: String(rank),
    rank,
    weekFrom: null,
    weekTo: null,
    x: null,
    y: null,
    passages: ref.type === 'text' ? (activations.get(ref.id) ?? 0) : 0,
    isUnsupported: false,
    variants: [],
    also: [],
    notes: [],
  }
}

function modelEdge({ link, isUpward, isInCycle }: Way, words: HierarchyWords): MapModelEdge {
  const marks = `${isUpward ? ' ↑' : ''}${isInCycle ? ' ↺' : ''}`
  return {
    key: `link:${link.id}`,
    from: endKey(link.from),
    to: endKey(link.to),
    style: styleOf(link.relation),
    isDotted: link.state === 'unsupported' || (link.state === 'supported' && link.inferred),
    isContradicted: link.state === 'contradicted',
    isBackward: isUpward,
    label: words.relation(link.relation) + marks,
    passages: link.passages,
    isOnCircuit: isInCycle,
  }
}

function styleOf(relation: string): MapModelEdge['style'] {
  if (relation === 'conflicts with' || relation === 'contests') return 'conflict'
  if (relation === 'reports to' || relation === 'measures' || relation === 'reproduces')
    return 'reports'
  if (relation === 'input to' || relation === 'produced by' || relation === 'template for')
    return 'text moves'
  return 'governs'
}
