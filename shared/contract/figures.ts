import { z } from 'zod'
import { lineOrder } from '../analysis/figures/shown-matrix.ts'
import { axis, crossing, measures } from '../analysis/question/axis.ts'
import { question } from '../analysis/question/question.ts'
import { define, task } from './define.ts'
import { findings, masks } from './leaving.ts'
import { tableFormats } from './tables.ts'

/** What a matrix is of, and how it is laid out. */
export const matrixChoice = z.object({
  rows: axis,
  columns: axis,
  measure: z.enum(measures).optional().describe('default: passages'),
  scope: question.optional(),
  crossing: crossing.optional(),
  rowOrder: lineOrder.optional(),
  columnOrder: lineOrder.optional(),
  withEmpty: z.boolean().optional().describe('rows and columns without anything in them too'),
  withQuotes: z.boolean().optional().describe('cells hold the quotes themselves'),
})
export type MatrixChoice = z.infer<typeof matrixChoice>

export const figureCommands = {
  'export.matrix': define(
    'Writes a matrix to a file as it is shown: totals in the last column and row, each passage counted once.',
    matrixChoice.extend({
      format: z.enum(tableFormats),
      path: z.string().min(1),
      language: z.enum(['en', 'nb']).optional(),
      task,
      masks,
    }),
    z.object({ path: z.string(), bytes: z.number(), rows: z.number(), findings }),
  ),
}
