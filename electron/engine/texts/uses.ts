import type { Thing } from '../../../shared/model/institution.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import { wordsIn } from '../export/tables/table-model.ts'
import { listEntities, type Entity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { kinds, requireThing, type KindName } from '../project/things.ts'
import { listLinks } from './text-list.ts'

/** A place where a thing is used: its type, id and name, for people to read. */
export interface Use {
  type: string
  id: string
  label: string
}

/** Kinds whose entities can speak of a thing, in the order in which they are told. */
const users: readonly KindName[] = [
  'clause',
  'textVersion',
  'actor',
  'step',
  'flow',
  'map',
  'circuit',
]

/** Everything that speaks of a thing and goes unseen, or loses it, when it is deleted. */
export function usesOf(project: Project, thing: Thing, language: Language): Use[] {
  requireThing(project, thing)
  const words = wordsIn(language)
  const speaks = (data: unknown) => JSON.stringify(data).includes(`"${thing.id}"`)
  const links = listLinks(project)
    .filter((link) => [link.from, link.to].some((end) => end.id === thing.id))
    .map((link) => ({
      type: 'link',
      id: link.id,
      label: `${link.fromLabel} ${words('relation', link.relationName)} ${link.toLabel}`,
    }))
  const step = (id: unknown) => {
    const entity = project.map('steps').get(String(id))?.toJSON() ?? {}
    return kinds.step.label(entity)
  }
  const labelOf = (kind: KindName, entity: Entity) =>
    kind === 'flow'
      ? `${step(entity.fromId)} → ${step(entity.toId)} (${words('flow', String(entity.kind))})`
      : kinds[kind].label(entity)
  const others = users.flatMap((kind) =>
    listEntities(project, kinds[kind].map)
      .filter((entity) => entity.id !== thing.id && speaks(entity))
      .map((entity) => ({ type: kind, id: entity.id, label: labelOf(kind, entity) })),
  )
  const codes = listEntities(project, 'codes')
    .filter((code) => speaks(code.entity ?? null))
    .map((code) => ({ type: 'code', id: code.id, label: String(code.name) }))
  const claims = listEntities(project, 'claims')
    .filter((claim) => speaks(claim.about))
    .map((claim) => ({ type: 'claim', id: claim.id, label: words('basis', String(claim.basis)) }))
  const activations = project.db
    .prepare<[string, string, string], { id: string; label: string }>(
      `SELECT index_entries.id, passages.quote label FROM index_entries
       JOIN passages ON passages.id = index_entries.passage_id
       WHERE index_entries.kind = 'activations' AND (index_entries.data ->> '$.textId' = ?
         OR index_entries.data ->> '$.clauseId' = ? OR index_entries.data ->> '$.actorId' = ?)`,
    )
    .all(thing.id, thing.id, thing.id)
    .map((row) => ({ type: 'activation', ...row }))
  return [...links, ...others, ...codes, ...claims, ...activations]
}
