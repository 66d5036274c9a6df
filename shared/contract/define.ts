import { z } from 'zod'

/** The name under which a long command tells how far it has come, and can be cancelled. */
export const task = z.string().optional().describe('a name for its progress and for cancelling it')

/** The name of a thing that a command makes on the way, as a part of the same step. */
export const newName = z.string().min(1).optional()

/** One entry of the contract. `input` and `output` are zod schemas, `doc` is one sentence. */
export interface Definition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  doc: string
  input: I
  output: O
}

export function define<I extends z.ZodType, O extends z.ZodType>(
  doc: string,
  input: I,
  output: O,
): Definition<I, O> {
  return { doc, input, output }
}
