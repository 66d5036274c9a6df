import { z } from 'zod'
import { figureSpec } from '../analysis/figures/figure.ts'
import { figurePresets } from '../analysis/figures/inks.ts'
import { lineOrder } from '../analysis/figures/shown-matrix.ts'
import { axis, crossing, measures, timeUnits } from '../analysis/question/axis.ts'
import { question } from '../analysis/question/question.ts'
import { id } from '../model/entities.ts'
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

/** A matrix can be a page of its own, too. */
export const figureFormats = ['svg', 'pdf', 'png'] as const

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
  'export.figure': define(
    'Writes a figure as a picture with its caption and alt text.',
    z.object({
      figure: figureSpec,
      format: z.enum(figureFormats),
      path: z.string().min(1),
      language: z.enum(['en', 'nb']).optional(),
      preset: z.enum(figurePresets).optional(),
      caption: z.string().optional().describe('default: as proposed'),
      altText: z.string().optional().describe('default: as proposed'),
      withCaption: z.boolean().optional().describe('drawn below it; default: true'),
      task,
      masks,
    }),
    z.object({ path: z.string(), bytes: z.number(), marks: z.number(), findings }),
  ),
}

const row = z.number().int().describe('place in rows')

export const figureQueries = {
  'analysis.figure': define(
    'The numbers of a figure. Each row is a mark and a line of the table behind it; its question answers with exactly the passages that were counted.',
    z.object({ figure: figureSpec, language: z.enum(['en', 'nb']).optional() }),
    z.object({
      caption: z.string().describe('proposed'),
      description: z.string().describe('proposed alt text'),
      columns: z.array(z.string()),
      rows: z.array(
        z.object({
          cells: z.array(z.union([z.string(), z.number()])),
          value: z.number(),
          question: question.nullable(),
          place: z
            .object({ passageId: id, sourceId: id, start: z.number(), end: z.number() })
            .nullable(),
        }),
      ),
      shape: z.discriminatedUnion('type', [
        z.object({
          type: z.literal('bars'),
          series: z.array(z.string()),
          groups: z.array(z.object({ label: z.string(), rows: z.array(row) })),
        }),
        z.object({
          type: z.literal('network'),
          nodes: z.array(z.object({ row, label: z.string() })),
          links: z.array(z.object({ row, from: z.number(), to: z.number() })),
        }),
        z.object({
          type: z.literal('tree'),
          nodes: z.array(z.object({ row, label: z.string(), parent: z.number().nullable() })),
        }),
        z.object({
          type: z.literal('curve'),
          points: z.array(z.object({ row, sum: z.number() })),
          words: z.object({ x: z.string(), y: z.string() }),
        }),
        z.object({
          type: z.literal('time'),
          unit: z.enum(timeUnits),
          first: z.number().int().describe('number of the first period'),
          count: z.number().int().describe('periods to the last, empty ones too'),
          lines: z.array(z.string()),
          cells: z.array(
            z.object({ row, line: z.number(), at: z.number().describe('periods from the first') }),
          ),
        }),
        z.object({
          type: z.literal('strips'),
          length: z.number(),
          lines: z.array(z.object({ row, label: z.string() })),
          marks: z.array(z.object({ row, line: z.number(), start: z.number(), end: z.number() })),
        }),
      ]),
    }),
  ),
}
