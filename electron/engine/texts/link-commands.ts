import type { Claim, Link, LinkEnd } from '../../../shared/model/institution.ts'
import { builtInRelations } from '../../../shared/model/institution-kinds.ts'
import { reaches } from '../../../shared/analysis/graph.ts'
import type { CommandHandlers } from '../handlers.ts'
import { passageMaker } from '../passages/passage-at.ts'
import { createEntity, given, listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import {
  changeThings,
  deleteThings,
  makeThing,
  requireThing,
  thingById,
} from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { listClaims, proveEvidence, textsOf, textsOfEnds, writeClaims } from './claims.ts'
import { MadeToo } from '../work/made-too.ts'
import { requireWords } from './new-text.ts'
import { listLinks, listOwnRelations, listRelations } from './text-list.ts'

export const linkCommands: CommandHandlers<
  | 'relations.create'
  | 'relations.update'
  | 'relations.delete'
  | 'links.create'
  | 'links.update'
  | 'links.delete'
  | 'claims.create'
  | 'claims.update'
  | 'claims.delete'
> = {
  'relations.create': ({ name, inverse, upward }, { project }) => {
    const words = requireFreeRelation(project, name)
    const id = makeThing(project, 'relation', 'relations.create', {
      name: words,
      inverse: inverse ?? '',
      upward: upward ?? false,
    })
    return thingById(project, 'relation', id) as never
  },
  'relations.update': ({ relationId, name, ...fields }, { project }) => {
    const words = name === undefined ? undefined : requireFreeRelation(project, name, relationId)
    changeThings(project, 'relation', 'relations.update', [relationId], { ...fields, name: words })
    return {}
  },
  'relations.delete': ({ relationIds }, { project }) => {
    const used = listRelations(project).find(
      (relation) => relationIds.includes(relation.id) && relation.links > 0,
    )
    if (used) throw new Refusal('relation.inUse', { name: used.name, count: used.links })
    deleteThings(project, 'relation', 'relations.delete', relationIds)
    return {}
  },
  'links.create': ({ from: begin, to: end, relation, evidence, ...fields }, { project }) => {
    const name = relationId(project, relation)
    const too = new MadeToo(project)
    const [from, to] = [endIn(too, begin), endIn(too, end)]
    proveLink(project, { from, to, relation: name }, null, too.ids)
    const known = [from, to].filter(({ id }) => !too.ids.includes(id))
    const texts =
      too.ids.length === 0
        ? textsOfEnds(project, known)
        : [...too.ids, ...(textsOfEnds(project, known) ?? [])]
    const proved = proveEvidence(project, evidence ?? [], texts)
    const id = project.newId()
    project.change(
      { command: 'links.create', label: relation, entities: [id, from.id, to.id] },
      (edit) => {
        const passageOf = passageMaker(project, edit)
        const metAt = proved[0]?.places[0]
        too.write(edit, metAt ? passageOf(metAt) : null)
        edit('project', (doc) =>
          createEntity(project, doc, 'links', id, {
            from,
            to,
            relation: name,
            validFrom: '',
            validTo: '',
            note: '',
            ...given(fields),
          }),
        )
        writeClaims(project, edit, { type: 'link', id }, proved, passageOf)
      },
    )
    return linkById(project, id)
  },
  'links.update': ({ linkId, relation, from: begin, to: end, ...fields }, { project }) => {
    const before = linkById(project, linkId)
    const name = relation === undefined ? before.relation : relationId(project, relation)
    const too = new MadeToo(project)
    const [from, to] = [endIn(too, begin), endIn(too, end)]
    proveLink(
      project,
      { from: from ?? before.from, to: to ?? before.to, relation: name },
      linkId,
      too.ids,
    )
    changeThings(project, 'link', 'links.update', [linkId], (edit) => {
      too.write(edit)
      return { ...fields, from, to, relation: name }
    })
    return {}
  },
  'links.delete': ({ linkIds }, { project }) => {
    deleteThings(project, 'link', 'links.delete', linkIds)
    return {}
  },
  'claims.create': ({ about, ...item }, { project }) => {
    const proved = proveEvidence(project, [item], textsOf(project, about))
    const [id = ''] = project.change(
      { command: 'claims.create', label: item.basis, entities: [about.id] },
      (edit) => writeClaims(project, edit, about, proved),
    )
    return claimById(project, id)
  },
  'claims.update': ({ claimId, passages, ...fields }, { project }) => {
    const claim = claimById(project, claimId)
    const [proved] = proveEvidence(
      project,
      [
        {
          basis: fields.basis ?? claim.basis,
          passages: passages ?? claim.passageIds.map((passageId) => ({ passageId })),
        },
      ],
      textsOf(project, claim.about),
    )
    changeThings(project, 'claim', 'claims.update', [claimId], (edit) => ({
      ...fields,
      passageIds: passages && proved ? proved.places.map(passageMaker(project, edit)) : undefined,
    }))
    return {}
  },
  'claims.delete': ({ claimIds }, { project }) => {
    deleteThings(project, 'claim', 'claims.delete', claimIds)
    return {}
  },
}

/** The end itself, or the text that is registered in the same step to be one. */
function endIn<E extends LinkEnd | undefined>(too: MadeToo, given: E | { newText: string }) {
  return given !== undefined && 'newText' in given
    ? ({ type: 'text', id: too.text(given.newText) } satisfies LinkEnd)
    : given
}

function linkById(project: Project, id: string): Link {
  const found = listLinks(project).find((link) => link.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type: 'link' })
  return found
}

function claimById(project: Project, id: string): Claim {
  const found = listClaims(project).find((claim) => claim.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type: 'claim' })
  return found
}

/** A built-in relation is known by its name, one of the project's own by its id. */
function relationId(project: Project, nameOrId: string): string {
  const wanted = nameOrId.trim()
  if ((builtInRelations as readonly string[]).includes(wanted)) return wanted
  const own = listOwnRelations(project).find(
    (relation) => relation.id === wanted || sameWords(relation.name, wanted),
  )
  if (!own) throw new Refusal('relation.notFound', { name: wanted })
  return own.id
}

function requireFreeRelation(project: Project, name: string, exceptId?: string): string {
  const words = requireWords(name)
  const taken = listRelations(project).find(
    (relation) => relation.id !== exceptId && sameWords(relation.name, words),
  )
  if (taken) throw new Refusal('relation.nameTaken', { name: taken.name })
  return words
}

function sameWords(a: string, b: string): boolean {
  return a.toLocaleLowerCase('nb') === b.toLocaleLowerCase('nb')
}

/** Both ends are there and differ, and no text supersedes itself over others (invariant 6). */
function proveLink(
  project: Project,
  { from, to, relation }: { from: LinkEnd; to: LinkEnd; relation: string },
  exceptId: string | null,
  newIds: readonly string[] = [],
): void {
  for (const end of [from, to]) if (!newIds.includes(end.id)) requireThing(project, end)
  if (from.type === to.type && from.id === to.id) throw new Refusal('link.toItself')
  if (relation !== 'supersedes') return
  const edges = (listEntities(project, 'links') as unknown as Link[])
    .filter((link) => link.relation === 'supersedes' && link.id !== exceptId)
    .map((link) => ({ from: keyOf(link.from), to: keyOf(link.to) }))
  if (reaches(edges, keyOf(to), keyOf(from))) throw new Refusal('link.supersedesCycle')
}

const keyOf = (end: LinkEnd) => `${end.type}:${end.id}`
