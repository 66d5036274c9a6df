import { z } from 'zod'
import { id } from '../../model/entities.ts'
import { crossing, measures, timeUnits } from '../question/axis.ts'
import type { TimeUnit } from '../question/periods.ts'
import { question, type Question } from '../question/question.ts'

const scope = question.optional().describe('only passages that answer this')
const codeSetId = id.optional().describe('only codes of a set')
const measure = z.enum(measures).optional().describe('default: passages')

/** Which figure, and what it is of. */
export const figureSpec = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('frequencies'),
    subcodes: z.literal(true).optional(),
    ...{ measure, codeSetId, scope },
  }),
  z.object({ kind: z.literal('network'), crossing: crossing.optional(), codeSetId, scope }),
  z.object({ kind: z.literal('attribute'), attributeId: id, measure, codeSetId, scope }),
  z.object({ kind: z.literal('tree'), measure, codeSetId, scope }),
  z.object({
    kind: z.literal('saturation'),
    order: z.enum(['sources', 'dates']).describe('as they are numbered, or by their dates'),
    ...{ codeSetId, scope },
  }),
  z.object({
    kind: z.literal('time'),
    of: z.enum(['codings', 'sources']),
    unit: z.enum(timeUnits),
    ...{ codeSetId, scope },
  }),
  z.object({ kind: z.literal('portrait'), sourceId: id, codeSetId, scope }),
  z.object({ kind: z.literal('talk'), sourceId: id.optional() }),
])
export type FigureSpec = z.infer<typeof figureSpec>
export type FigureKind = FigureSpec['kind']

/** Where a mark leads that stands for one passage. */
export interface MarkPlace {
  passageId: string
  sourceId: string
  start: number
  end: number
}

/** A row of the table behind a figure; marks are rows, by their place in the table. */
export interface FigureRow {
  cells: (string | number)[]
  /** The number that is drawn. */
  value: number
  /** Its passages are what was counted; null where it counts something else. */
  question: Question | null
  place: MarkPlace | null
}

/** How rows are drawn. All numbers named `row` are places in the table. */
export type FigureShape =
  | { type: 'bars'; series: string[]; groups: { label: string; rows: number[] }[] }
  | {
      type: 'network'
      nodes: { row: number; label: string }[]
      links: { row: number; from: number; to: number }[]
    }
  | { type: 'tree'; nodes: { row: number; label: string; parent: number | null }[] }
  | { type: 'curve'; points: { row: number; sum: number }[]; words: { x: string; y: string } }
  | {
      type: 'time'
      unit: TimeUnit
      /** Number of the first period (question/periods.ts). */
      first: number
      /** Periods from the first to the last, empty ones too. */
      count: number
      lines: string[]
      /** `at` is in periods from the first. */
      cells: { row: number; line: number; at: number }[]
    }
  | {
      type: 'strips'
      length: number
      lines: { row: number; label: string }[]
      marks: { row: number; line: number; start: number; end: number }[]
    }

/** A figure: what is drawn, the table behind it, and words proposed for it. */
export interface FigureData {
  caption: string
  /** For those who do not see it. */
  description: string
  columns: string[]
  rows: FigureRow[]
  shape: FigureShape
}
