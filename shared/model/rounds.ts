import { z } from 'zod'
import { id, time } from './entities.ts'

/** Reading the same sources apart, each into an own layer of codings. */
export const round = z.object({
  id,
  created: time,
  createdBy: id,
  changed: time,
  name: z.string(),
  sourceIds: z.array(id),
  analystIds: z.array(id),
  codeIds: z.array(id).nullable().describe('the codes to use; null: all'),
  isBlind: z.boolean().describe('nobody sees the codings of others before all have closed'),
  closedBy: z.array(id).describe('analysts who have closed their part'),
  state: z.enum(['open', 'closed']).describe('closed: all analysts have closed it'),
})
export type Round = z.infer<typeof round>

/** Whose codings are looked at, of the layer that is looked at. */
export const codingViews = ['all', 'mine', 'partner', 'settled', 'differences'] as const
export type CodingView = (typeof codingViews)[number]
