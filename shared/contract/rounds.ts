import { z } from 'zod'
import { id } from '../model/entities.ts'
import { codingViews, round } from '../model/rounds.ts'
import { define } from './define.ts'

const nothing = z.object({})

/** Which layer of codings is looked at, and whose. */
export const codingLayer = {
  layer: id
    .optional()
    .describe(
      'working, settled, or a round; default: the common layers, or the round this device is in',
    ),
  view: z
    .enum(codingViews)
    .optional()
    .describe('differences: codings that no other analyst has on exactly the same words'),
}

const counts = z.object({ passages: z.number(), codings: z.number() })

const listedRound = round.extend({
  isCurrent: z.boolean().describe('this device is in the round'),
  mayEnter: z.boolean().describe('the analyst who sits here belongs to it and has not closed it'),
  missing: z
    .array(id)
    .describe('analysts of a closed round whose layer has not come to this copy yet'),
  counts: z
    .array(counts.extend({ analystId: id }))
    .describe('what each has coded: of a blind round that is open only one’s own'),
})
export type ListedRound = z.infer<typeof listedRound>

export const roundCommands = {
  'rounds.create': define(
    'Makes a round in which analysts code the same sources, each into an own layer. Who takes part, and whether it is blind, stays as it is.',
    z.object({
      name: z.string().min(1),
      sourceIds: z.array(id).min(1),
      analystIds: z.array(id).min(1),
      codeIds: z.array(id).min(1).nullable().optional().describe('codes to use; null: all'),
      isBlind: z.boolean(),
    }),
    listedRound,
  ),
  'rounds.update': define(
    'Renames a round; its sources and codes can be changed until somebody has coded or closed.',
    z.object({
      roundId: id,
      name: z.string().min(1).optional(),
      sourceIds: z.array(id).min(1).optional(),
      codeIds: z.array(id).min(1).nullable().optional(),
    }),
    nothing,
  ),
  'rounds.enter': define(
    'From now on, codings in the sources of the round go to one’s own layer on this device; null: no longer.',
    z.object({ roundId: id.nullable() }),
    nothing,
  ),
  'rounds.close': define(
    'Closes the round for the analyst who sits here. When all have closed, the layers are sent and shown; that cannot be taken back.',
    z.object({ roundId: id }),
    z.object({ state: round.shape.state }),
  ),
  'rounds.reopen': define(
    'Takes one’s own closing back, as long as not all have closed.',
    z.object({ roundId: id }),
    nothing,
  ),
  'rounds.delete': define(
    'Deletes a round; its layers are hidden with it. Can be undone.',
    z.object({ roundId: id }),
    counts.describe('what is in it, as far as it may be seen'),
  ),
  'rounds.adopt': define(
    'Takes what all analysts of a closed round agree on, the same code on exactly the same words, into the settled layer. Twice is the same as once.',
    z.object({ roundId: id }),
    z.object({ adopted: z.number(), known: z.number().describe('were settled already') }),
  ),
}

export const roundQueries = {
  'rounds.list': define(
    'Rounds, newest first.',
    nothing,
    z.object({ items: z.array(listedRound) }),
  ),
  'rounds.get': define('One round.', z.object({ roundId: id }), listedRound),
}
