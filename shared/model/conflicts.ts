import { z } from 'zod'
import { id, time } from './entities.ts'

/** What merging alone cannot decide. */
export const conflictKinds = ['field', 'map', 'deletedUsed', 'sameName', 'text'] as const

const side = z.object({
  value: z
    .unknown()
    .describe('field: its value; map: places by node; text: the paragraph; otherwise a number'),
  analystId: id.describe('whose it is, as far as it can be said'),
})

export const conflict = z.object({
  id: z.string().describe('the same on every copy that finds it'),
  kind: z.enum(conflictKinds),
  thing: z
    .object({ map: z.string(), id: z.string() })
    .describe(
      'where it is kept: a map of the project document, or codings, passages … of a source',
    ),
  field: z.string().describe('empty if it is the thing as a whole'),
  sourceId: z.string().describe('empty if it is no part of a source'),
  place: z
    .object({ start: z.string(), end: z.string() })
    .nullable()
    .describe('text: Yjs positions of the paragraph, base64'),
  sides: z.array(side).length(2).describe('A and B, in the same order on every copy'),
  created: time,
})
export type Conflict = z.infer<typeof conflict>
export type ConflictSide = Conflict['sides'][number]
