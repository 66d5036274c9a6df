import { beginning } from '../../../shared/text/surroundings.ts'
import type {
  Clause,
  InstitutionalText,
  Link,
  Relation,
  TextVersion,
} from '../../../shared/model/institution.ts'
import {
  builtInRelations,
  relationInverses,
  upwardRelations,
} from '../../../shared/model/institution-kinds.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { citedLivingPassages } from '../passages/visible.ts'
import { Refusal } from '../refusal.ts'
import { evidenceByThing } from './claims.ts'

/**
 * The register: highest rank first, texts without a rank last, then by title. Sources that were deleted
 * are not named; they come back with the undo.
 */
export function listTexts(project: Project): InstitutionalText[] {
  const versions = Map.groupBy(
    listEntities(project, 'textVersions') as unknown as TextVersion[],
    (version) => version.textId,
  )
  const clauses = countBy(listClauses(project).map((clause) => clause.textId))
  const links = countBy(
    listLinks(project).flatMap(({ from, to }) =>
      [from, to].filter((end) => end.type === 'text').map((end) => end.id),
    ),
  )
  const activations = activationCounts(project, 'textId')
  const sources = new Set(listEntities(project, 'sources').map((source) => source.id))
  const texts = (listEntities(project, 'texts') as unknown as InstitutionalText[]).map((text) => ({
    ...text,
    sourceIds: text.sourceIds.filter((id) => sources.has(id)),
    versions: (versions.get(text.id) ?? []).sort((a, b) => compare(a.validFrom, b.validFrom)),
    clauses: clauses.get(text.id) ?? 0,
    links: links.get(text.id) ?? 0,
    activations: activations.get(text.id) ?? 0,
  }))
  return texts.sort(
    (a, b) =>
      (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
      a.title.localeCompare(b.title, 'nb'),
  )
}

export function textById(project: Project, id: string): InstitutionalText {
  const found = listTexts(project).find((text) => text.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type: 'text' })
  return found
}

/** Clauses of living texts, by text and in the order of their making. */
export function listClauses(project: Project): Clause[] {
  const titles = new Map(
    listEntities(project, 'texts').map((text) => [text.id, String(text.title)]),
  )
  const activations = activationCounts(project, 'clauseId')
  const passages = citedLivingPassages(project)
  return (listEntities(project, 'clauses') as unknown as Clause[])
    .filter((clause) => titles.has(clause.textId))
    .map((clause) => ({
      ...clause,
      passageId:
        clause.passageId !== null && passages.has(clause.passageId) ? clause.passageId : null,
      textTitle: titles.get(clause.textId) ?? '',
      activations: activations.get(clause.id) ?? 0,
    }))
    .sort((a, b) => a.textTitle.localeCompare(b.textTitle, 'nb') || compare(a.id, b.id))
}

/** Links whose ends are both there. */
export function listLinks(project: Project): Link[] {
  const labels = endLabels(project)
  const relations = new Map(listOwnRelations(project).map((own) => [own.id, own.name]))
  const evidence = evidenceByThing(project)
  return (listEntities(project, 'links') as unknown as Link[]).flatMap((link) => {
    const fromLabel = labels.get(`${link.from.type}:${link.from.id}`)
    const toLabel = labels.get(`${link.to.type}:${link.to.id}`)
    if (fromLabel === undefined || toLabel === undefined) return []
    return [
      {
        ...link,
        relationName: relations.get(link.relation) ?? link.relation,
        fromLabel,
        toLabel,
        ...evidence({ type: 'link', id: link.id }),
      },
    ]
  })
}

export function listOwnRelations(project: Project): Relation[] {
  return listEntities(project, 'relations') as unknown as Relation[]
}

export function listRelations(project: Project): {
  id: string
  name: string
  inverse: string
  upward: boolean
  builtIn: boolean
  links: number
}[] {
  const uses = countBy(listLinks(project).map((link) => link.relation))
  const builtIn = builtInRelations.map((name) => ({
    id: name,
    name,
    inverse: relationInverses[name],
    upward: upwardRelations.includes(name),
    builtIn: true,
    links: uses.get(name) ?? 0,
  }))
  const own = listOwnRelations(project).map(({ id, name, inverse, upward }) => ({
    id,
    name,
    inverse,
    upward,
    builtIn: false,
    links: uses.get(id) ?? 0,
  }))
  return [...builtIn, ...own]
}

/** How a clause is called where its text is not beside it. */
export function clauseLabel(clause: Clause): string {
  const place = clause.locator || beginning(clause.wording)
  return `${clause.textTitle}: ${place}`
}

/** `type:id` → name of everything that can be the end of a link. */
export function endLabels(project: Project): Map<string, string> {
  const texts = listEntities(project, 'texts')
  const processes = new Set(listEntities(project, 'processes').map((process) => process.id))
  return new Map([
    ...texts.map((text) => [`text:${text.id}`, String(text.title)] as const),
    ...listClauses(project).map((clause) => [`clause:${clause.id}`, clauseLabel(clause)] as const),
    ...listEntities(project, 'actors').map(
      (actor) => [`actor:${actor.id}`, String(actor.name)] as const,
    ),
    ...listEntities(project, 'steps')
      .filter((step) => processes.has(String(step.processId)))
      .map((step) => [`step:${step.id}`, String(step.action)] as const),
  ])
}

function activationCounts(project: Project, field: 'textId' | 'clauseId'): Map<string, number> {
  const rows = project.db
    .prepare<[string], { id: string | null; count: number }>(
      `SELECT data ->> ? id, count(*) count FROM index_entries
       WHERE kind = 'activations'
         AND source_id IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)
       GROUP BY 1`,
    )
    .all(`$.${field}`)
  return new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row.count]])))
}

export function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
