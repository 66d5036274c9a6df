import { z } from 'zod'
import { id } from '../../model/entities.ts'
import {
  accountModes,
  activationModes,
  activationStances,
  claimBases,
  claimStances,
  visibilities,
} from '../../model/institution-kinds.ts'
import { sourceKinds, sourceLanguages, sourceLevels } from '../../model/kinds.ts'

/**
 * A question to the coding: a tree of conditions. Its answer is a set of passages, and what each
 * condition means is said in SPEC.md. Lists inside a condition mean “one of these”; fields that are
 * not given do not restrict. A question can be kept, sent and read aloud: print.ts, parse.ts.
 */
const ids = z.array(id).min(1)

/** Times from the beginning of `from` to the end of `to`: 2024, 2024-05, 2024-05-17 or longer. */
export const period = z.object({ from: z.string().optional(), to: z.string().optional() })

const anything = z.object({ type: z.literal('anything') })

const coded = z.object({
  type: z.literal('coded'),
  codeIds: ids.optional().describe('none and no sets: any code'),
  codeSetIds: ids.optional(),
  subcodes: z.literal(true).optional().describe('codes under these count too'),
  analystIds: ids.optional(),
  layer: z
    .string()
    .min(1)
    .optional()
    .describe('working, settled, or the id of a round; without it what is in sight'),
  weight: z.object({ from: z.number().optional(), to: z.number().optional() }).optional(),
  created: period.optional().describe('when the coding was made'),
})

const source = z.object({
  type: z.literal('source'),
  sourceIds: ids.optional(),
  kinds: z.array(z.enum(sourceKinds)).min(1).optional(),
  levels: z.array(z.enum(sourceLevels)).min(1).optional(),
  languages: z.array(z.enum(sourceLanguages)).min(1).optional(),
  folderIds: ids.optional().describe('with the folders inside them'),
  dated: period.optional(),
})

/** As whom somebody belongs to a passage: who says it, or who takes part in its source. */
export const presences = ['speaker', 'participant'] as const

const person = z.object({
  type: z.literal('person'),
  personIds: ids.optional(),
  roles: z.array(z.string().min(1)).min(1).optional(),
  as: z.enum(presences),
})

const inCase = z.object({ type: z.literal('case'), caseIds: ids })

const attribute = z.object({
  type: z.literal('attribute'),
  attributeId: id,
  values: z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .min(1)
    .optional(),
  between: z
    .object({
      from: z.union([z.string(), z.number()]).optional(),
      to: z.union([z.string(), z.number()]).optional(),
    })
    .optional()
    .describe('numbers, or dates as in a period'),
  isSet: z.boolean().optional(),
  as: z.enum(presences).optional().describe('for attributes of persons; default: speaker'),
})

const activation = z.object({
  type: z.literal('activation'),
  textIds: ids.optional(),
  clauseIds: ids.optional(),
  actorIds: ids.optional(),
  modes: z.array(z.enum(activationModes)).min(1).optional(),
  stances: z.array(z.enum(activationStances)).min(1).optional(),
})

const workAccount = z.object({
  type: z.literal('work account'),
  visibilities: z.array(z.enum(visibilities)).min(1).optional(),
  modes: z.array(z.enum(accountModes)).min(1).optional(),
})

const term = z.object({ type: z.literal('term'), termIds: ids.optional() })

const answer = z.object({ type: z.literal('answer'), questionIds: ids.optional() })

/** What evidence can be about. A disjuncture has it in its two sides and in claims. */
export const evidenceKinds = ['link', 'step', 'flow', 'disjuncture'] as const

const evidence = z.object({
  type: z.literal('evidence'),
  kind: z.enum(evidenceKinds).optional(),
  aboutIds: ids.optional(),
  bases: z.array(z.enum(claimBases)).min(1).optional(),
  stances: z.array(z.enum(claimStances)).min(1).optional(),
})

const text = z.object({
  type: z.literal('text'),
  search: z.string().min(1).describe('as in the search field'),
  forms: z.literal(true).optional().describe('words also in their other forms'),
  spellings: z.literal(true).optional().describe('words also as they are spelt otherwise'),
  compounds: z.literal(true).optional().describe('words also inside longer ones'),
})

/** A condition that has no others inside it. */
export const leaf = z.discriminatedUnion('type', [
  anything,
  coded,
  source,
  person,
  inCase,
  attribute,
  activation,
  workAccount,
  term,
  answer,
  evidence,
  text,
])
export type Leaf = z.infer<typeof leaf>
export type LeafOf<T extends Leaf['type']> = Extract<Leaf, { type: T }>

export const relationKinds = [
  'overlapping',
  'within',
  'containing',
  'same turn',
  'near',
  'followed by',
  'preceded by',
] as const
export type RelationKind = (typeof relationKinds)[number]

export const distanceUnits = ['characters', 'paragraphs', 'turns'] as const
export const distance = z.object({ count: z.number().int().min(0), unit: z.enum(distanceUnits) })
export type Distance = z.infer<typeof distance>

export interface Group {
  type: 'and' | 'or'
  parts: Question[]
}

export interface Negation {
  type: 'not'
  part: Question
}

/** Passages of `of` for which there is one of `to` in the same source that stands to it like this. */
export interface Related {
  type: 'related'
  how: RelationKind
  distance?: Distance | undefined
  of: Question
  to: Question
}

export type Question = Leaf | Group | Negation | Related
export type QuestionType = Question['type']

export const question: z.ZodType<Question, Question> = z.lazy(() =>
  z.union([
    leaf,
    z.object({ type: z.enum(['and', 'or']), parts: z.array(question).min(2) }),
    z.object({ type: z.literal('not'), part: question }),
    z.object({
      type: z.literal('related'),
      how: z.enum(relationKinds),
      distance: distance.optional(),
      of: question,
      to: question,
    }),
  ]),
)

/** All of these; one of them stands for itself, none for anything. */
export function allOf(parts: readonly Question[]): Question {
  const [first, ...others] = parts
  if (!first) return { type: 'anything' }
  return others.length === 0 ? first : { type: 'and', parts: [...parts] }
}

/** The question and everything inside it, outermost first. */
export function everyPart(whole: Question): Question[] {
  return [whole, ...partsOf(whole).flatMap(everyPart)]
}

export function partsOf(whole: Question): Question[] {
  if (whole.type === 'and' || whole.type === 'or') return whole.parts
  if (whole.type === 'not') return [whole.part]
  return whole.type === 'related' ? [whole.of, whole.to] : []
}

/**
 * Conditions that say which codings of a passage made it an answer: those on codings that are not
 * denied and do not only speak of the other side of a relation.
 */
export function codedParts(whole: Question): LeafOf<'coded'>[] {
  switch (whole.type) {
    case 'coded':
      return [whole]
    case 'and':
    case 'or':
      return whole.parts.flatMap(codedParts)
    case 'related':
      return codedParts(whole.of)
    default:
      return []
  }
}
