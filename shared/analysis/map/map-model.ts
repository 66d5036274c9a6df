import { z } from 'zod'
import { mapAxes, mapPresets } from '../../model/institution-kinds.ts'

/** What a legend can explain, in the order in which it does. */
export const legendEntries = [
  'text',
  'mentioned text',
  'missing text',
  'form',
  'work',
  'invisible work',
  'meeting',
  'actor',
  'text moves',
  'sequence',
  'governs',
  'reports',
  'conflict',
  'inferred',
  'contradicted',
  'passages',
  'circuit',
  'frame',
] as const

const mapLane = z.object({
  key: z.string(),
  label: z.string(),
  group: z.string().describe('lanes of one site stand together under its name; empty: none'),
  isStandpoint: z.boolean(),
})

const mapModelNode = z.object({
  key: z.string().describe('type:id of the thing'),
  label: z.string(),
  detail: z.string().describe('small print, such as who does it or when; may be empty'),
  shape: z
    .enum(['text', 'clause', 'work', 'meeting', 'actor'])
    .describe('text and clause: box with a folded corner; work, meeting: rounded; actor: plain'),
  outline: z
    .enum(['solid', 'dashed', 'dotted'])
    .describe('solid: read; dashed: mentioned, or invisible work; dotted: presumed missing'),
  isReplicable: z.boolean().describe('a form that is copied: double edge'),
  lane: z.string().describe('key of a lane; empty where there are none'),
  rank: z.number().describe('0 stands highest; for the axis rank'),
  weekFrom: z.number().nullable().describe('weeks from the anchor; for the axis weeks'),
  weekTo: z.number().nullable(),
  x: z
    .number()
    .nullable()
    .describe('where a hand put its upper left corner, in pixels; null: the layout decides'),
  y: z.number().nullable(),
  passages: z.number().describe('number of evidence passages'),
  isUnsupported: z.boolean(),
  variants: z.array(z.string()).describe('processes that have the step, where several are shown'),
  also: z.array(z.string()).describe('keys of counterparts that are drawn in the same box'),
  notes: z.array(z.string()).describe('what differs between the processes that have the step'),
})

const mapModelEdge = z.object({
  key: z
    .string()
    .describe('type:id of the link or flow; of a text that moves in:STEP:TEXT or out:STEP:TEXT'),
  from: z.string(),
  to: z.string(),
  style: z
    .enum(['text moves', 'sequence', 'governs', 'reports', 'conflict'])
    .describe('solid arrow; thin grey; dashed with hollow head; dash-dot; zigzag'),
  isDotted: z.boolean().describe('inferred or unsupported'),
  isContradicted: z.boolean().describe('a claim that counts says no'),
  isBackward: z.boolean().describe('against the order: a loop, or a link upward'),
  label: z.string().describe('relation or condition; may be empty'),
  passages: z.number(),
  isOnCircuit: z.boolean().describe('on a named circuit: shaded'),
})

const mapModelFrame = z.object({
  key: z.string(),
  title: z.string(),
  members: z.array(z.string()).describe('nodes inside'),
  texts: z.array(z.string()).describe('texts that affect everything inside, on its edge'),
})

/**
 * What a map shows, before anything is laid out. Made from the project by the engine; every node and
 * edge refers to a thing of the model, whose evidence it opens.
 */
export const mapModel = z.object({
  title: z.string(),
  description: z.string(),
  axis: z.enum(mapAxes),
  preset: z.enum(mapPresets),
  lanes: z
    .array(mapLane)
    .describe('from top to bottom; that of the standpoint is marked and at the bottom'),
  processes: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .describe('those that the map is of, by the names in `variants`'),
  nodes: z.array(mapModelNode),
  counterparts: z
    .array(z.object({ keys: z.array(z.string()), notes: z.array(z.string()) }))
    .describe('steps of several processes that correspond, and what differs in them'),
  edges: z.array(mapModelEdge),
  frames: z.array(mapModelFrame),
  words: z
    .object({
      week: z.string().describe('“week {{week}}”'),
      orderNotFixed: z.string(),
      sheet: z.string().describe('“sheet {{number}} of {{count}}”'),
      standpoint: z.string(),
      legend: z.record(z.enum(legendEntries), z.string()),
    })
    .describe('words that are drawn, in the reader’s language'),
})

export type MapModel = z.infer<typeof mapModel>
export type MapWords = MapModel['words']
export type MapLane = z.infer<typeof mapLane>
export type MapModelNode = z.infer<typeof mapModelNode>
export type MapModelEdge = z.infer<typeof mapModelEdge>
export type MapModelFrame = z.infer<typeof mapModelFrame>
export type LegendEntry = (typeof legendEntries)[number]
