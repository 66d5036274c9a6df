import { z } from 'zod'
import { id } from '../model/entities.ts'
import { mapPresets } from '../model/institution-kinds.ts'
import { activityFilter } from './project.ts'
import { define, task } from './define.ts'
import { findings, masks } from './leaving.ts'

export const tableNames = [
  'informants',
  'cases',
  'quotes',
  'inventory',
  'links',
  'steps',
  'flows',
  'clauses',
  'activations',
  'disjunctures',
  'threads',
  'who-did-what',
  'reconciliation',
  'discussion',
  'audit',
  'map nodes',
  'map edges',
] as const
export const tableFormats = ['docx', 'xlsx', 'csv', 'md', 'html', 'tex'] as const
export const mapFormats = ['svg', 'pdf', 'png', 'dot', 'mermaid', ...tableFormats] as const

const cell = z.union([z.string(), z.number()])

const which = {
  table: z.enum(tableNames),
  language: z.enum(['en', 'nb']).optional(),
  processId: id.optional().describe('for steps and flows'),
  mapId: id.optional().describe('for map nodes and edges'),
  activity: z.object(activityFilter).optional().describe('for audit: what is let through'),
}

const table = z.object({
  title: z.string(),
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  rows: z.array(
    z.object({
      ref: z.object({ type: z.string(), id }).nullable().describe('what the row is about'),
      cells: z.array(cell),
    }),
  ),
  notes: z.array(z.string()).describe('sentences below it, such as what lacks evidence'),
})

export const tableCommands = {
  'export.table': define(
    'Writes a table of the analysis to a file.',
    z.object({ ...which, format: z.enum(tableFormats), path: z.string().min(1), task, masks }),
    z.object({ path: z.string(), bytes: z.number(), rows: z.number(), findings }),
  ),
  'export.map': define(
    'Writes a map as a picture, as its table of nodes and edges, or as graph text.',
    z.object({
      mapId: id,
      format: z.enum(mapFormats),
      path: z.string().min(1),
      language: z.enum(['en', 'nb']).optional(),
      preset: z.enum(mapPresets).optional().describe('default: that of the map'),
      shown: z
        .enum(['over', 'apart'])
        .or(id)
        .optional()
        .describe(
          'processes over each other, steps that correspond as one (default), apart in lanes of their own, or the id of the only one',
        ),
      paper: z.enum(['A4', 'A3']).optional().describe('of a PDF; default: A4'),
      sheets: z
        .enum(['auto', 'one', 'several'])
        .optional()
        .describe('of a PDF; auto (default): several where one would have letters below 9 points'),
      task,
      masks,
    }),
    z.object({
      path: z.string(),
      bytes: z.number(),
      nodes: z.number(),
      edges: z.number(),
      findings,
      pages: z.number().optional().describe('of a PDF'),
      points: z.number().optional().describe('of a PDF or PNG: size of its smallest letters'),
      millimetres: z
        .object({ width: z.number(), height: z.number() })
        .optional()
        .describe('of a PNG: its size at its 300 dots to the inch'),
    }),
  ),
}

export const tableQueries = {
  'tables.get': define('A table of the analysis, as it would be exported.', z.object(which), table),
}

export type Table = z.infer<typeof table>
