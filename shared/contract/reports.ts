import { z } from 'zod'
import { question } from '../analysis/question/question.ts'
import { checklistNames } from '../analysis/reports/checklists.ts'
import { id, time } from '../model/entities.ts'
import { memoKinds, memoStatuses } from '../model/kinds.ts'
import { codebookFormats } from './export.ts'
import { define, task } from './define.ts'
import { findings, masks } from './leaving.ts'
import { mapFormats, tableFormats } from './tables.ts'

const nothing = z.object({})

export const reportKinds = ['segments', 'memos', 'sources', 'methods', 'checklist'] as const
export const segmentGroups = ['codes', 'sources', 'persons', 'cases', 'none'] as const

/** What is reported. Fields that do not belong to a kind are left alone. */
const report = {
  kind: z
    .enum(reportKinds)
    .describe(
      'coded segments; memo book; table of sources; counts for the method chapter; a checklist for reporting, prefilled',
    ),
  language: z.enum(['en', 'nb']).optional(),
  question: question.optional().describe('segments: only its answers'),
  codeIds: z.array(id).optional().describe('segments: only these codes, in the order of the tree'),
  by: z.enum(segmentGroups).optional().describe('segments: how they are grouped; default: codes'),
  context: z
    .boolean()
    .optional()
    .describe('segments: with the words before and after, at most 240 code units'),
  memoKinds: z.array(z.enum(memoKinds)).optional(),
  memoStatus: z.enum(memoStatuses).optional(),
  checklist: z.enum(checklistNames).optional().describe('default: COREQ'),
}

const output = z.discriminatedUnion('command', [
  z.object({
    command: z.literal('export.report'),
    name: z.string().min(1).describe('of the file, without its extension'),
    input: z.object({ ...report, format: z.enum(tableFormats) }),
  }),
  z.object({
    command: z.literal('export.codebook'),
    name: z.string().min(1),
    input: z.object({
      format: z.enum(codebookFormats),
      language: z.enum(['en', 'nb']).optional(),
      layout: z.enum(['sections', 'table']).optional(),
      examples: z.number().int().min(0).max(20).optional(),
      codeSetId: id.optional(),
    }),
  }),
  z.object({
    command: z.literal('export.table'),
    name: z.string().min(1),
    input: z.object({
      table: z.string().min(1),
      format: z.enum(tableFormats),
      language: z.enum(['en', 'nb']).optional(),
    }),
  }),
  z.object({
    command: z.literal('export.map'),
    name: z.string().min(1),
    input: z.object({
      mapId: id,
      format: z.enum(mapFormats),
      language: z.enum(['en', 'nb']).optional(),
    }),
  }),
])

export const reportPreset = z.object({
  id,
  created: time,
  createdBy: id.describe('analyst'),
  changed: time,
  name: z.string(),
  outputs: z.array(output),
})

const answer = z.object({
  checklist: z.enum(checklistNames),
  item: z.string().min(1).describe('number of the item, as printed'),
})

export const reportCommands = {
  'export.report': define(
    'Writes a report to a file.',
    z.object({ ...report, format: z.enum(tableFormats), path: z.string().min(1), task, masks }),
    z.object({ path: z.string(), bytes: z.number(), items: z.number(), findings }),
  ),
  'reports.answer': define(
    'Answers an item of a checklist in own words; empty goes back to what the project knows.',
    z.object({ ...answer.shape, text: z.string() }),
    nothing,
  ),
  'reportPresets.create': define(
    'Keeps a set of outputs that can be made again at one stroke.',
    z.object({ name: z.string().min(1), outputs: z.array(output).min(1) }),
    reportPreset,
  ),
  'reportPresets.update': define(
    'Changes a set of outputs.',
    z.object({
      presetId: id,
      name: z.string().min(1).optional(),
      outputs: z.array(output).optional(),
    }),
    nothing,
  ),
  'reportPresets.delete': define(
    'Deletes sets of outputs; can be undone.',
    z.object({ presetIds: z.array(id).min(1) }),
    nothing,
  ),
  'reports.make': define(
    'Makes all files of a set of outputs in a folder. What cannot be made is told, the others go on.',
    z.object({ presetId: id, folder: z.string().min(1), task, masks }),
    z.object({
      items: z.array(
        z.object({
          path: z.string(),
          ok: z.boolean(),
          findings,
          problem: z.string().describe('why it could not be made; empty if it was'),
        }),
      ),
      findings,
    }),
  ),
}

export const reportQueries = {
  'reports.preview': define(
    'A report as an HTML fragment without script, as it would be exported; at most its first 200 parts.',
    z.object(report),
    z.object({ html: z.string(), items: z.number().describe('segments, memos or rows in all') }),
  ),
  'reports.checklist': define(
    'A checklist for reporting: what the project knows of each item, and what was answered.',
    z.object({
      checklist: z.enum(checklistNames),
      language: z.enum(['en', 'nb']).optional(),
    }),
    z.object({
      items: z.array(
        z.object({
          item: z.string(),
          domain: z.string(),
          topic: z.string(),
          ask: z.string().describe('what is to be told'),
          known: z.string().describe('what the project knows; empty if nothing'),
          answer: z.string().describe('in own words; empty if not given'),
        }),
      ),
      open: z.number().describe('items that are neither known nor answered'),
    }),
  ),
  'reportPresets.list': define(
    'Sets of outputs by name.',
    nothing,
    z.object({ items: z.array(reportPreset) }),
  ),
}

export type ReportPreset = z.infer<typeof reportPreset>
export type ReportOutput = z.infer<typeof output>
