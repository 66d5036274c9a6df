import { pathsBetween, ranksOf, reaches, reversed, within } from '../../../shared/analysis/graph.ts'
import type { QueryInput, QueryOutput } from '../../../shared/contract/index.ts'
import type { InstitutionalText, Link, LinkEnd } from '../../../shared/model/institution.ts'
import { levelRelations, upwardRelations } from '../../../shared/model/institution-kinds.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { listClaims } from './claims.ts'
import { endLabels, listClauses, listLinks, listOwnRelations, listTexts } from './text-list.ts'

type HierarchyInput = QueryInput<'hierarchy.get'>
type Hierarchy = QueryOutput<'hierarchy.get'>
type Node = Hierarchy['nodes'][number]

/** A link with the keys of its ends, pointing from what governs to what is governed. */
export interface DownwardEdge {
  from: string
  to: string
  link: Link
}

export const keyOf = (end: LinkEnd) => `${end.type}:${end.id}`

/** The graph of texts, clauses, steps and actors that links join, with ranks; filtered. */
export function hierarchyOf(project: Project, input: HierarchyInput): Hierarchy {
  const texts = new Map(listTexts(project).map((text) => [text.id, text]))
  const all = downwardEdges(project)
  let edges = all.filter(({ link }) => passes(link, input, texts))
  if (input.bases) {
    const based = linksWithBasis(project, new Set(input.bases))
    edges = edges.filter(({ link }) => based.has(link.id))
  }
  let keys = new Set(edges.flatMap((edge) => [edge.from, edge.to]))
  const isWhole = !input.focus && !input.standpoint && !input.relations && !input.bases
  if (isWhole)
    for (const text of texts.values())
      if (input.at === undefined || isInForce(text, input.at)) keys.add(`text:${text.id}`)
  if (input.levels) {
    const levels = new Set(input.levels)
    const stays = (key: string) =>
      !key.startsWith('text:') || levels.has(texts.get(key.slice(5))?.level ?? '')
    keys = new Set([...keys].filter(stays))
  }
  if (input.standpoint) {
    const stands = standpointKeys(project)
    const above = new Set(
      stands.flatMap((key) => [...within(reversed(edges), key, Number.POSITIVE_INFINITY).keys()]),
    )
    keys = new Set([...keys].filter((key) => above.has(key)))
  }
  if (input.focus) {
    const focus = keyOf(input.focus)
    const up = within(reversed(edges), focus, input.up ?? Number.POSITIVE_INFINITY)
    const down = within(edges, focus, input.down ?? Number.POSITIVE_INFINITY)
    keys = new Set([focus, ...[...keys].filter((key) => up.has(key) || down.has(key))])
  }
  const shown = edges.filter((edge) => keys.has(edge.from) && keys.has(edge.to))
  return {
    nodes: nodesOf(project, [...keys], texts, all),
    links: shown.map((edge) => edge.link),
  }
}

export function pathsOf(
  project: Project,
  { from, to, limit = 10 }: QueryInput<'hierarchy.paths'>,
): QueryOutput<'hierarchy.paths'> {
  const labels = endLabels(project)
  const edges = downwardEdges(project)
  const [start, end] = reaches(edges, keyOf(from), keyOf(to)) ? [from, to] : [to, from]
  return {
    items: pathsBetween(edges, keyOf(start), keyOf(end), limit).map((path) => ({
      linkIds: path.map((edge) => edge.link.id),
      labels: [keyOf(start), ...path.map((edge) => edge.to)].map((key) => labels.get(key) ?? ''),
    })),
  }
}

/** Links as edges from the governing end to the governed one. */
export function downwardEdges(project: Project): DownwardEdge[] {
  const upward = new Set([
    ...upwardRelations,
    ...listOwnRelations(project).flatMap((own) => (own.upward ? [own.id] : [])),
  ])
  return listLinks(project).map((link) => {
    const [from, to] = [keyOf(link.from), keyOf(link.to)]
    return upward.has(link.relation) ? { from: to, to: from, link } : { from, to, link }
  })
}

function passes(
  link: Link,
  input: HierarchyInput,
  texts: ReadonlyMap<string, InstitutionalText>,
): boolean {
  if (input.relations && !input.relations.includes(link.relation)) return false
  const { at } = input
  if (at === undefined) return true
  const ends = [link.from, link.to].flatMap((end) =>
    end.type === 'text' ? (texts.get(end.id) ?? []) : [],
  )
  return isInForce(link, at) && ends.every((text) => isInForce(text, at))
}

/** Dates are compared as far as they are written: “2019” is in force on 2019-12-31. */
export function isInForce(
  { validFrom, validTo }: { validFrom: string; validTo: string },
  at: string,
): boolean {
  const began = validFrom === '' || validFrom <= at
  const ended = validTo !== '' && validTo < at.slice(0, validTo.length)
  return began && !ended
}

function linksWithBasis(project: Project, bases: ReadonlySet<string>): Set<string> {
  return new Set(
    listClaims(project)
      .filter((claim) => claim.about.type === 'link' && bases.has(claim.basis))
      .map((claim) => claim.about.id),
  )
}

function standpointKeys(project: Project): string[] {
  const actors = listEntities(project, 'actors').filter((actor) => actor.standpoint === true)
  const ids = new Set(actors.map((actor) => actor.id))
  const steps = listEntities(project, 'steps').filter(
    (step) => Array.isArray(step.actorIds) && step.actorIds.some((id: string) => ids.has(id)),
  )
  return [...actors.map((actor) => `actor:${actor.id}`), ...steps.map((step) => `step:${step.id}`)]
}

function nodesOf(
  project: Project,
  keys: readonly string[],
  texts: ReadonlyMap<string, InstitutionalText>,
  edges: readonly DownwardEdge[],
): Node[] {
  const labels = endLabels(project)
  const clauses = new Map(listClauses(project).map((clause) => [clause.id, clause]))
  const actors = new Map(listEntities(project, 'actors').map((actor) => [actor.id, actor]))
  const given = new Map(
    [...texts.values()].flatMap((text) =>
      text.rank === null ? [] : [[`text:${text.id}`, text.rank] as const],
    ),
  )
  const ranking = edges.filter(({ link }) => !levelRelations.includes(link.relation))
  const all = [...new Set([...keys, ...ranking.flatMap((edge) => [edge.from, edge.to])])]
  const ranks = ranksOf(all, ranking, given)
  return keys.map((key) => {
    const [type = '', id = ''] = key.split(':')
    const text = texts.get(type === 'clause' ? (clauses.get(id)?.textId ?? '') : id)
    return {
      ref: { type: type as LinkEnd['type'], id },
      label: labels.get(key) ?? '',
      rank: ranks.get(key) ?? 0,
      level: text?.level ?? '',
      status: type === 'text' && text ? text.status : null,
      replicable: type === 'text' && text ? text.replicable : null,
      standpoint: actors.get(id)?.standpoint === true,
    }
  })
}
