import type { z } from 'zod'

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
