import { z } from 'zod'

/** Of every export: words that are replaced in it, and by what. The project keeps its own. */
export const masks = z
  .array(z.object({ text: z.string().min(1), by: z.string() }))
  .optional()
  .describe('words replaced in the file, as whole words; the project keeps its own')

/** What every export answers of what it found. */
export const findings = z
  .number()
  .int()
  .describe('things in it by which somebody could be known, in spite of which it was written')
