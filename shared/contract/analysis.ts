import { z } from 'zod'
import { axis, crossing, measures } from '../analysis/question/axis.ts'
import { question } from '../analysis/question/question.ts'
import { id, passageInContext, time } from '../model/entities.ts'
import { define, task } from './define.ts'

const nothing = z.object({})

const counts = {
  total: z.number().describe('passages'),
  sources: z.number().describe('in which they lie'),
  words: z.number().describe('of their quotes, added up'),
  codings: z.number().describe('that made them answers'),
}

export const savedQuestion = z.object({
  id,
  created: time,
  createdBy: id.describe('analyst'),
  changed: time,
  name: z.string(),
  question,
  note: z.string(),
})
export type SavedQuestion = z.infer<typeof savedQuestion>

const line = z.object({
  id: z.string(),
  label: z.string(),
  question,
  total: z.number().describe('of the whole line, each passage counted once'),
})

export const analysisCommands = {
  'savedQuestions.create': define(
    'Keeps a question under a name.',
    z.object({ name: z.string().min(1), question, note: z.string().optional() }),
    savedQuestion,
  ),
  'savedQuestions.update': define(
    'Changes a kept question.',
    z.object({
      savedQuestionId: id,
      name: z.string().min(1).optional(),
      question: question.optional(),
      note: z.string().optional(),
    }),
    nothing,
  ),
  'savedQuestions.delete': define(
    'Deletes kept questions; can be undone.',
    z.object({ savedQuestionIds: z.array(id).min(1) }),
    nothing,
  ),
  'analysis.code': define(
    'Codes every passage that answers a question, as one step; those that have the coding are left alone. Lost passages are not coded.',
    z.object({
      question,
      codeId: id.optional(),
      newCode: z
        .object({ name: z.string().min(1), parentId: id.nullable().optional() })
        .optional()
        .describe('made in the same step'),
      task,
    }),
    z.object({
      codeId: id,
      passages: z.number().describe('that answered'),
      coded: z.number().describe('that were not coded so before'),
    }),
  ),
}

export const analysisQueries = {
  'analysis.ask': define(
    'The passages that answer a question, with the codings that made them answers; by source and place. What counts is said in shared/analysis/question/SPEC.md.',
    z.object({
      question,
      limit: z.number().int().min(0).max(100000).optional().describe('default 100; 0: counts only'),
      offset: z.number().int().min(0).optional(),
    }),
    z.object({
      items: z.array(
        passageInContext.extend({
          matched: z.array(id).describe('its codings that made it an answer'),
        }),
      ),
      ...counts,
    }),
  ),
  'analysis.group': define(
    'How many passages, sources, words or codings of the answers fall on each source, person or code.',
    z.object({ question, by: axis, measure: z.enum(measures).optional() }),
    z.object({ items: z.array(line) }),
  ),
  'analysis.matrix': define(
    'Counts in rows and columns. Only cells that are not empty are listed; the question of each is made by cellQuestion in shared/analysis/question/axis.ts and answers with exactly what was counted.',
    z.object({
      rows: axis,
      columns: axis,
      measure: z.enum(measures).optional().describe('default: passages'),
      scope: question.optional(),
      crossing: crossing
        .optional()
        .describe('the column stands beside the row, on another passage or the same'),
    }),
    z.object({
      rows: z.array(line),
      columns: z.array(line),
      cells: z
        .array(z.number())
        .describe(
          'row, column and value of each, one after another: flat, because a window takes in numbers much faster than lists of them',
        ),
      total: z.number().describe('of the scope'),
    }),
  ),
  'analysis.names': define(
    'Everything a question can name.',
    nothing,
    z.object({
      items: z.array(
        z.object({
          kind: z.string(),
          id: z.string(),
          name: z.string(),
          type: z
            .string()
            .optional()
            .describe('type of an attribute, kind of a code or source, relation of a link'),
          of: z.string().optional().describe('whose attribute; the text of a clause'),
          options: z.array(z.string()).optional().describe('of an attribute'),
        }),
      ),
    }),
  ),
  'savedQuestions.list': define(
    'Kept questions by name.',
    nothing,
    z.object({ items: z.array(savedQuestion) }),
  ),
}
