import { z } from 'zod'
import { id, time } from './entities.ts'
import {
  accountModes,
  activationModes,
  activationStances,
  claimBases,
  claimStances,
  comparisons,
  evidenceStates,
  findingStatuses,
  flowKinds,
  mapAxes,
  mapKinds,
  mapPresets,
  perspectives,
  replicability,
  settings,
  stepKinds,
  textStatuses,
  visibilities,
} from './institution-kinds.ts'

const stamped = { id, created: time, createdBy: id.describe('analyst'), changed: time }
const date = z.string().describe('as written, ISO where possible; empty if unknown')

/** A thing that links, claims, maps and circuits speak of. */
export const thingTypes = [
  'text',
  'clause',
  'link',
  'actor',
  'site',
  'process',
  'step',
  'flow',
  'disjuncture',
] as const
export const thing = z.object({ type: z.enum(thingTypes), id })
export const linkEnd = z.object({ type: z.enum(['text', 'clause', 'step', 'actor']), id })

/** How much evidence a link, step, flow or disjuncture has. */
const evidenced = {
  state: z.enum(evidenceStates).describe('contradicted: at least one claim that counts says no'),
  supports: z.number().describe('claims for it that count'),
  contradicts: z.number().describe('claims against it that count'),
  passages: z.number().describe('distinct passages in the claims that count'),
  inferred: z.boolean().describe('nothing but our own inference speaks for it'),
}

export const textVersion = z.object({
  ...stamped,
  textId: id,
  version: z.string(),
  validFrom: date,
  validTo: date,
  note: z.string(),
})

export const institutionalText = z.object({
  ...stamped,
  title: z.string(),
  aliases: z.array(z.string()),
  genre: z.string(),
  issuer: z.string(),
  level: z.string().describe('label of the level, such as “county”'),
  rank: z.number().nullable().describe('0 stands highest; null: found from the links'),
  version: z.string(),
  validFrom: date,
  validTo: date,
  locator: z.string().describe('address, archive number, ISBN'),
  replicable: z.enum(replicability),
  medium: z.string(),
  usedBy: z.string().describe('who reads it or fills it in'),
  usedWhere: z.string(),
  usedWhen: z.string(),
  status: z.enum(textStatuses),
  sourceIds: z.array(id).describe('sources of the project that hold it'),
  note: z.string(),
  versions: z.array(textVersion).describe('earlier and later versions, oldest first'),
  clauses: z.number(),
  links: z.number(),
  activations: z.number(),
})

export const target = z.object({
  comparison: z.enum(comparisons),
  value: z.number(),
  upTo: z.number().nullable().optional().describe('with “between”'),
  unit: z.string(),
})

export const clause = z.object({
  ...stamped,
  textId: id,
  locator: z.string(),
  wording: z.string(),
  target: target.nullable(),
  passageId: id.nullable().describe('where it stands in a source'),
  version: z.string().describe('version of the text it belongs to; empty: all'),
  note: z.string(),
  textTitle: z.string(),
  activations: z.number(),
})

export const relation = z.object({
  ...stamped,
  name: z.string(),
  inverse: z.string(),
  upward: z.boolean().describe('its target stands above its start'),
})

export const link = z.object({
  ...stamped,
  from: linkEnd,
  relation: z.string().describe('name of a built-in relation, or id of one of the project’s own'),
  to: linkEnd,
  validFrom: date,
  validTo: date,
  note: z.string(),
  relationName: z.string(),
  fromLabel: z.string(),
  toLabel: z.string(),
  ...evidenced,
})

export const claim = z.object({
  ...stamped,
  about: z.object({ type: z.enum(['link', 'step', 'flow', 'disjuncture']), id }),
  basis: z.enum(claimBases),
  stance: z.enum(claimStances),
  passageIds: z.array(id),
  reference: z.string().describe('for literature: what is cited'),
  note: z.string(),
  copyOf: id.optional().describe('the claim of a merged step that it was taken over from'),
  problem: z
    .enum(['', 'no passage', 'not in a source of the text', 'no speaker'])
    .describe('why it does not count as evidence; empty: it does'),
})

export const actor = z.object({
  ...stamped,
  name: z.string(),
  siteId: id.nullable(),
  standpoint: z.boolean().describe('the inquiry starts from where this actor stands'),
  order: z.number(),
  note: z.string(),
})

export const site = z.object({
  ...stamped,
  name: z.string(),
  setting: z.enum(settings),
  order: z.number(),
  note: z.string(),
})

export const process = z.object({
  ...stamped,
  name: z.string(),
  perspective: z.enum(perspectives),
  variant: z.string().describe('service, office or person; empty: general'),
  anchor: z.string().describe('what week 0 is'),
  note: z.string(),
  steps: z.number(),
})

export const step = z.object({
  ...stamped,
  processId: id,
  action: z.string(),
  kind: z.enum(stepKinds),
  actorIds: z.array(id),
  siteId: id.nullable(),
  textInIds: z.array(id),
  textOutIds: z.array(id),
  weekFrom: z.number().nullable().describe('weeks from the anchor'),
  weekTo: z.number().nullable(),
  duration: z.string(),
  visibility: z.enum(visibilities),
  changes: z.string().describe('what is added, dropped or translated'),
  note: z.string(),
  order: z.number(),
  counterpartId: id
    .nullable()
    .describe('the same step in another process it is a variant of; its own id: it stands alone'),
  mergedIntoId: id.nullable().describe('the step it was merged into'),
  ...evidenced,
})

export const flow = z.object({
  ...stamped,
  processId: id,
  fromId: id,
  toId: id,
  kind: z.enum(flowKinds),
  condition: z.string(),
  note: z.string(),
  ...evidenced,
})

export const activation = z.object({
  ...stamped,
  sourceId: id,
  passageId: id,
  textId: id,
  clauseId: id.nullable(),
  actorId: id.nullable(),
  mode: z.enum(activationModes),
  stance: z.enum(activationStances).nullable(),
  note: z.string(),
})

export const workAccount = z.object({
  ...stamped,
  sourceId: id,
  passageId: id,
  doing: z.string(),
  withWhom: z.string(),
  resources: z.string().describe('with what: tools, texts'),
  circumstances: z.string(),
  timeAndEffort: z.string(),
  visibility: z.enum(visibilities),
  mode: z.enum(accountModes),
})

export const termUse = z.object({
  ...stamped,
  sourceId: id,
  passageId: id,
  termId: id,
  meaning: z.string(),
})

export const answer = z.object({
  ...stamped,
  sourceId: id,
  passageId: id,
  questionId: id,
  note: z.string(),
})

export const question = z.object({
  id,
  text: z.string().describe('empty for a built-in one: the words are the interface’s'),
  builtIn: z.boolean(),
  order: z.number(),
})

export const term = z.object({
  ...stamped,
  term: z.string(),
  variants: z.array(z.string()),
  note: z.string(),
  uses: z.number().describe('uses that have been given a meaning'),
})

export const disjuncture = z.object({
  ...stamped,
  title: z.string(),
  standpoint: z.string().describe('from where it is seen'),
  sideA: z.string(),
  sideAPassageIds: z.array(id),
  sideB: z.string(),
  sideBPassageIds: z.array(id),
  status: z.enum(findingStatuses),
  note: z.string(),
  isEvidenced: z.boolean().describe('both sides have passages'),
})

export const threadItem = z.object({
  id,
  passageId: id.nullable().describe('null: a gap'),
  note: z.string().describe('for a gap: what is missing'),
})

export const thread = z.object({
  ...stamped,
  title: z.string(),
  standpoint: z.string(),
  items: z.array(threadItem),
  status: z.enum(findingStatuses),
  note: z.string(),
  gaps: z.number(),
})

export const circuit = z.object({
  ...stamped,
  title: z.string(),
  members: z.array(thing).describe('the links, flows and steps of the closed walk, in order'),
  status: z.enum(findingStatuses),
  note: z.string(),
  breaks: z
    .array(z.number().int())
    .describe(
      'positions of members that do not lead to the next one, or from the last to the first',
    ),
  isClosed: z.boolean(),
})

export const mapNode = z.object({
  ref: z.object({ type: z.enum(['text', 'clause', 'actor', 'step']), id }),
  x: z.number().nullable().describe('where a hand put it, in pixels; null: automatic'),
  y: z.number().nullable(),
})

export const mapFrame = z.object({
  id,
  title: z.string(),
  textIds: z.array(id).describe('texts that affect everything inside'),
  stepIds: z.array(id).describe('steps inside; empty: all'),
})

export const map = z.object({
  ...stamped,
  name: z.string(),
  kind: z.enum(mapKinds),
  axis: z.enum(mapAxes),
  lanesBy: z.enum(['site and actor', 'actor', 'site', 'none']),
  preset: z.enum(mapPresets),
  processIds: z.array(id),
  nodes: z.array(mapNode),
  frames: z.array(mapFrame),
  note: z.string(),
})

export type Thing = z.infer<typeof thing>
export type LinkEnd = z.infer<typeof linkEnd>
export type InstitutionalText = z.infer<typeof institutionalText>
export type TextVersion = z.infer<typeof textVersion>
export type Target = z.infer<typeof target>
export type Clause = z.infer<typeof clause>
export type Relation = z.infer<typeof relation>
export type Link = z.infer<typeof link>
export type Claim = z.infer<typeof claim>
export type Actor = z.infer<typeof actor>
export type Site = z.infer<typeof site>
export type Process = z.infer<typeof process>
export type Step = z.infer<typeof step>
export type Flow = z.infer<typeof flow>
export type Activation = z.infer<typeof activation>
export type WorkAccount = z.infer<typeof workAccount>
export type TermUse = z.infer<typeof termUse>
export type Answer = z.infer<typeof answer>
export type Question = z.infer<typeof question>
export type Term = z.infer<typeof term>
export type Disjuncture = z.infer<typeof disjuncture>
export type Thread = z.infer<typeof thread>
export type Circuit = z.infer<typeof circuit>
export type WorkMap = z.infer<typeof map>
export type MapNode = z.infer<typeof mapNode>
