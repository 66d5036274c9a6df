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

export const compareCommands = {
  'conflicts.settle': define(
    'Settles what merging could not decide: A or B takes effect, both leaves both standing, recode gives another code, defer leaves it open. Both versions stay with the item.',
    z.object({ conflictId: z.string().min(1), ...decision }),
    settlement,
  ),
}

export const compareQueries = {
  'conflicts.list': define(
    'What merging could not decide, oldest first, with what was decided since.',
    z.object({ isOpen: z.boolean().optional().describe('only what is not settled, or deferred') }),
    z.object({ items: z.array(conflictItem) }),
  ),
}
