import { z } from 'zod'
import { id } from '../model/entities.ts'
import { define, task } from './define.ts'
import { findings, masks } from './leaving.ts'
import { tableFormats } from './tables.ts'

export const codebookFormats = [...tableFormats, 'qdc'] as const

const options = {
  language: z.enum(['en', 'nb']).optional(),
  layout: z.enum(['sections', 'table']).optional(),
  examples: z.number().int().min(0).max(20).optional().describe('examples per code, default 2'),
  codeSetId: id.optional().describe('only the codes of a set'),
}

export const exportCommands = {
  'export.codebook': define(
    'Writes the codebook to a file.',
    z.object({ format: z.enum(codebookFormats), path: z.string().min(1), task, masks, ...options }),
    z.object({ path: z.string(), bytes: z.number(), codes: z.number(), findings }),
  ),
}

export const exportQueries = {
  'export.preview': define(
    'The codebook as an HTML fragment without script, as it would be exported.',
    z.object(options),
    z.object({ html: z.string() }),
  ),
}
