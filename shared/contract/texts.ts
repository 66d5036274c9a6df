import { z } from 'zod'
import { id } from '../model/entities.ts'
import * as model from '../model/institution.ts'
import {
  claimBases,
  claimStances,
  evidenceStates,
  replicability,
  textStatuses,
} from '../model/institution-kinds.ts'
import { define, newName } from './define.ts'

const nothing = z.object({})

/** A range of a source; a passage is made there if there is none. */
export const place = z.object({
  sourceId: id,
  start: z.number().int().min(0).describe('UTF-16 code units, inclusive'),
  end: z.number().int().min(0).describe('UTF-16 code units, exclusive'),
})

/** A passage that exists, or a range that becomes one. */
export const passageOrPlace = z.union([z.object({ passageId: id }), place])

/** A claim made together with what it is about. */
export const evidence = z.object({
  basis: z.enum(claimBases),
  stance: z.enum(claimStances).optional().describe('default: supports'),
  passages: z.array(passageOrPlace).optional(),
  reference: z.string().optional(),
  note: z.string().optional(),
})

const textFields = {
  aliases: z.array(z.string()).optional(),
  genre: z.string().optional(),
  issuer: z.string().optional(),
  level: z.string().optional(),
  rank: z.number().nullable().optional(),
  version: z.string().optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  locator: z.string().optional(),
  replicable: z.enum(replicability).optional(),
  medium: z.string().optional(),
  usedBy: z.string().optional(),
  usedWhere: z.string().optional(),
  usedWhen: z.string().optional(),
  status: z.enum(textStatuses).optional(),
  sourceIds: z.array(id).optional(),
  note: z.string().optional(),
}

const versionFields = {
  version: z.string().optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  note: z.string().optional(),
}

const clauseFields = {
  locator: z.string().optional(),
  wording: z.string().optional(),
  target: model.target.nullable().optional(),
  version: z.string().optional(),
  note: z.string().optional(),
}

/** An end that is there, or a text that is registered in the same step. */
const linkEndOrNew = z.union([model.linkEnd, z.object({ newText: z.string().min(1) })])

const linkFields = {
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  note: z.string().optional(),
}

export const textCommands = {
  'texts.create': define(
    'Registers an institutional text; it need not be in the project.',
    z.object({
      title: z.string().min(1),
      ...textFields,
      mentionedAt: passageOrPlace.optional().describe('where it was first met; kept as a passage'),
    }),
    model.institutionalText,
  ),
  'texts.update': define(
    'Changes fields of texts; several at once for status, level, issuer and genre.',
    z.object({ textIds: z.array(id).min(1), title: z.string().min(1).optional(), ...textFields }),
    nothing,
  ),
  'texts.merge': define(
    'Makes two records of one text into one: titles become aliases, links, clauses and activations move.',
    z.object({ textIds: z.array(id).min(1), intoId: id }),
    nothing,
  ),
  'texts.delete': define(
    'Removes texts from the register with their links and clauses; can be undone.',
    z.object({ textIds: z.array(id).min(1) }),
    nothing,
  ),
  'texts.import': define(
    'Adds the texts of a table (.csv, .xlsx) with the columns of the inventory; those known by title or alias are kept.',
    z.object({ path: z.string() }),
    z.object({ created: z.number(), kept: z.number(), notes: z.array(z.string()) }),
  ),
  'textVersions.create': define(
    'Adds an earlier or later version of a text.',
    z.object({ textId: id, ...versionFields, version: z.string().min(1) }),
    model.textVersion,
  ),
  'textVersions.update': define(
    'Changes a version of a text.',
    z.object({ textVersionId: id, ...versionFields }),
    nothing,
  ),
  'textVersions.delete': define(
    'Removes versions of texts; can be undone.',
    z.object({ textVersionIds: z.array(id).min(1) }),
    nothing,
  ),
  'clauses.create': define(
    'Makes a clause of a text, from a selection in a boss text or by hand.',
    z.object({
      textId: id.optional().describe('default: the text that holds the source of the selection'),
      newText: newName.describe('title of a text to register in the same step'),
      ...clauseFields,
      at: passageOrPlace.optional().describe('where it stands; gives the wording unless given'),
    }),
    model.clause,
  ),
  'clauses.update': define(
    'Changes a clause.',
    z.object({
      clauseId: id,
      ...clauseFields,
      target: model.target.partial().nullable().optional().describe('what is left out stays'),
      at: passageOrPlace.nullable().optional(),
    }),
    nothing,
  ),
  'clauses.delete': define(
    'Removes clauses; can be undone.',
    z.object({ clauseIds: z.array(id).min(1) }),
    nothing,
  ),
  'relations.create': define(
    'Adds a relation of the project’s own.',
    z.object({
      name: z.string().min(1),
      inverse: z.string().optional(),
      upward: z.boolean().optional(),
    }),
    model.relation,
  ),
  'relations.update': define(
    'Renames a relation of the project’s own.',
    z.object({
      relationId: id,
      name: z.string().min(1).optional(),
      inverse: z.string().optional(),
      upward: z.boolean().optional(),
    }),
    nothing,
  ),
  'relations.delete': define(
    'Removes own relations that no link uses; can be undone.',
    z.object({ relationIds: z.array(id).min(1) }),
    nothing,
  ),
  'links.create': define(
    'Links two texts, clauses, steps or actors, with its evidence in the same step.',
    z.object({
      from: linkEndOrNew,
      relation: z.string().min(1).describe('built-in name, or name or id of an own relation'),
      to: linkEndOrNew,
      ...linkFields,
      evidence: z.array(evidence).optional(),
    }),
    model.link,
  ),
  'links.update': define(
    'Changes a link: its ends, relation, validity or note.',
    z.object({
      linkId: id,
      from: linkEndOrNew.optional(),
      relation: z.string().min(1).optional(),
      to: linkEndOrNew.optional(),
      ...linkFields,
    }),
    nothing,
  ),
  'links.delete': define(
    'Removes links with their claims; can be undone.',
    z.object({ linkIds: z.array(id).min(1) }),
    nothing,
  ),
  'claims.create': define(
    'Adds evidence for or against a link, step, flow or disjuncture.',
    evidence.extend({ about: model.claim.shape.about }),
    model.claim,
  ),
  'claims.update': define('Changes a claim.', evidence.partial().extend({ claimId: id }), nothing),
  'claims.delete': define(
    'Removes claims; can be undone.',
    z.object({ claimIds: z.array(id).min(1) }),
    nothing,
  ),
}

const hierarchyNode = z.object({
  ref: model.linkEnd,
  label: z.string(),
  rank: z.number().describe('0 stands highest'),
  level: z.string(),
  status: z.enum(textStatuses).nullable().describe('of a text'),
  replicable: z.enum(replicability).nullable(),
  standpoint: z.boolean(),
})

export const textQueries = {
  'texts.list': define(
    'The text register, highest level first; filtered by level, issuer, genre and status.',
    z.object({
      level: z.string().optional(),
      issuer: z.string().optional(),
      genre: z.string().optional(),
      status: z.enum(textStatuses).optional(),
      sourceId: id.optional().describe('texts that this source holds'),
    }),
    z.object({ items: z.array(model.institutionalText) }),
  ),
  'texts.get': define('One text.', z.object({ textId: id }), model.institutionalText),
  'texts.mentions': define(
    'Where the title or an alias of a text stands in the sources.',
    z.object({ textId: id, limit: z.number().int().min(1).max(10000).optional() }),
    z.object({
      items: z.array(
        place.extend({
          sourceTitle: z.string(),
          name: z.string().describe('the words found'),
          paragraph: z.number(),
          speaker: z.string(),
          excerpt: z.string(),
        }),
      ),
      total: z.number(),
    }),
  ),
  'things.uses': define(
    'Where a text, clause, actor, site, process, step or flow is used; asked before deleting it.',
    z.object({ thing: model.thing, language: z.enum(['en', 'nb']).optional() }),
    z.object({
      items: z.array(z.object({ type: z.string(), id, label: z.string() })),
    }),
  ),
  'clauses.list': define(
    'Clauses in the order of their texts.',
    z.object({ textId: id.optional() }),
    z.object({ items: z.array(model.clause) }),
  ),
  'relations.list': define(
    'All relations, built-in and own.',
    nothing,
    z.object({
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          inverse: z.string(),
          upward: z.boolean(),
          builtIn: z.boolean(),
          links: z.number(),
        }),
      ),
    }),
  ),
  'links.list': define(
    'Links, with how much evidence each has.',
    z.object({
      thing: model.linkEnd.optional().describe('links that begin or end there'),
      state: z.enum(evidenceStates).optional(),
    }),
    z.object({ items: z.array(model.link) }),
  ),
  'claims.list': define(
    'Claims, all or about one thing or resting on one passage.',
    z.object({ about: model.claim.shape.about.optional(), passageId: id.optional() }),
    z.object({ items: z.array(model.claim) }),
  ),
  'hierarchy.get': define(
    'The hierarchy of texts as a graph with ranks, whole or around one text, filtered.',
    z.object({
      focus: model.linkEnd.optional(),
      up: z.number().int().min(0).max(50).optional().describe('steps up from the focus'),
      down: z.number().int().min(0).max(50).optional(),
      relations: z.array(z.string()).optional().describe('only these'),
      levels: z.array(z.string()).optional(),
      bases: z.array(z.enum(claimBases)).optional().describe('links with such a claim'),
      at: z.string().optional().describe('ISO date: what was in force then'),
      standpoint: z
        .boolean()
        .optional()
        .describe('only what reaches an actor from whose standpoint the inquiry starts'),
    }),
    z.object({ nodes: z.array(hierarchyNode), links: z.array(model.link) }),
  ),
  'hierarchy.paths': define(
    'Ways from one thing to another along the links, shortest first.',
    z.object({
      from: model.linkEnd,
      to: model.linkEnd,
      limit: z.number().int().min(1).max(50).optional(),
    }),
    z.object({ items: z.array(z.object({ linkIds: z.array(id), labels: z.array(z.string()) })) }),
  ),
}
