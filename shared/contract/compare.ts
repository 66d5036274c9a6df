import { z } from 'zod'
import { conflict } from '../model/conflicts.ts'
import { id, time } from '../model/entities.ts'
import { define } from './define.ts'

/** What people decided about two versions. */
export const outcomes = ['A', 'B', 'both', 'recode', 'defer'] as const

export const settlement = z.object({
  id,
  outcome: z.enum(outcomes),
  reason: z.string(),
  dissent: z.string().describe('what one of them holds against it; empty if nothing'),
  code: z.object({ id, name: z.string() }).nullable().describe('recode: the code used instead'),
  created: time,
  createdBy: id,
})
export type Settlement = z.infer<typeof settlement>

export const decision = {
  outcome: z.enum(outcomes),
  reason: z.string().describe('needed unless it is deferred'),
  dissent: z.string().optional(),
  codeId: id.optional().describe('recode: the code to use instead'),
}

const conflictItem = conflict.extend({
  title: z.string().describe('what it is about, readable; empty if it is gone'),
  labels: z.array(z.string()).length(2).describe('A and B, readable'),
  settlement: settlement.nullable().describe('the latest decision'),
})
export type ConflictItem = z.infer<typeof conflictItem>

const layerOf = z.object({
  analystId: id,
  layer: z.string().optional().describe('a round’s id; left out: the working layer'),
})

const compared = {
  a: layerOf,
  b: layerOf,
  sourceIds: z.array(id).optional().describe('left out: all'),
  codeIds: z.array(id).optional().describe('left out: all'),
}

export const alignmentKinds = ['same', 'overlapping', 'onlyA', 'onlyB'] as const

const comparedCoding = z.object({
  codingId: id,
  passageId: id,
  start: z.number(),
  end: z.number(),
  quote: z.string(),
  comment: z.string(),
  weight: z.number().nullable(),
})

const comparedItem = z.object({
  id: z.string().describe('the same as long as the codings are'),
  sourceId: id,
  codeId: id,
  kind: z.enum(alignmentKinds),
  start: z.number().describe('of what either covers; UTF-16 code units'),
  end: z.number(),
  context: z
    .object({ start: z.number(), text: z.string() })
    .describe('the words in their surroundings; what is very long is cut. Start: of this piece'),
  a: comparedCoding.nullable(),
  b: comparedCoding.nullable(),
  settlement: settlement.nullable(),
})
export type ComparedItem = z.infer<typeof comparedItem>

/** Words of `institution` in the texts that may stand in what is said of a thing. */
export const saidGroups = [
  'basis',
  'stanceOfClaim',
  'stance',
  'mode',
  'relation',
  'stepKind',
  'flow',
] as const

export const comparedThingKinds = ['link', 'step', 'flow', 'disjuncture', 'activation'] as const

const comparedThing = z.object({
  id: z.string(),
  type: z.enum(comparedThingKinds),
  thingId: id.describe('activation: its passage'),
  title: z.string(),
  kind: z
    .enum(['same', 'different', 'onlyA', 'onlyB'])
    .describe(
      'different: one supports what the other contradicts, or mode, stance, relation or the like differ',
    ),
  a: z.array(z.string()).describe('what A says of it, readable'),
  b: z.array(z.string()),
  settlement: settlement.nullable(),
})
export type ComparedThing = z.infer<typeof comparedThing>

const remark = z.object({
  id,
  item: z.string().describe('a difference or a conflict'),
  text: z.string(),
  created: time,
  createdBy: id,
})
export type Remark = z.infer<typeof remark>

export const compareCommands = {
  'discussions.add': define(
    'Adds to what was said about an item that is to be settled, or was; nothing is taken away from it.',
    z.object({ item: z.string().min(1), text: z.string().trim().min(1) }),
    remark,
  ),
  'compare.settle': define(
    'Settles a difference between two analysts: what is decided is written into the layer “settled”, both codings stay as they are. Settling again replaces what was written before.',
    z.object({ ...compared, itemId: z.string().min(1), ...decision }),
    settlement,
  ),
  'conflicts.settle': define(
    'Settles what merging could not decide: A or B takes effect, both leaves both standing, recode gives another code, defer leaves it open. Both versions stay with the item.',
    z.object({ conflictId: z.string().min(1), ...decision }),
    settlement,
  ),
}

export const compareQueries = {
  'discussions.list': define(
    'What was said about items to settle, oldest first.',
    z.object({ item: z.string().optional().describe('left out: about all') }),
    z.object({ items: z.array(remark) }),
  ),
  'compare.codings': define(
    'The codings of two analysts beside each other, aligned by code and place, in the order of the text.',
    z.object(compared),
    z.object({
      items: z.array(comparedItem),
      counts: z.object({
        same: z.number(),
        overlapping: z.number(),
        onlyA: z.number(),
        onlyB: z.number(),
        settled: z.number().describe('of all that are not the same'),
      }),
    }),
  ),
  'compare.things': define(
    'What two analysts say of links, steps, flows and disjunctures, by their claims or by having made them, and of activations.',
    z.object({ a: layerOf, b: layerOf }),
    z.object({ items: z.array(comparedThing) }),
  ),
  'conflicts.list': define(
    'What merging could not decide, oldest first, with what was decided since.',
    z.object({ isOpen: z.boolean().optional().describe('only what is not settled, or deferred') }),
    z.object({ items: z.array(conflictItem) }),
  ),
}
