import { z } from 'zod'
import { reasons } from '../analysis/agreement/coefficient.ts'
import { id, time } from '../model/entities.ts'
import { tableFormats } from './tables.ts'
import { define } from './define.ts'
import { findings, masks } from './leaving.ts'

/** What is judged as coded or not: how text is cut before coders are compared. */
export const agreementUnits = ['character', 'token', 'sentence', 'turn', 'passage'] as const
/** Whether text that none of the coders coded counts. */
export const agreementScopes = ['all', 'coded'] as const

/** Coefficients by the names they have in the literature, in the order they are shown. */
export const agreementMeasures = [
  'percent',
  'codedOnly',
  'holsti',
  'po',
  'pe',
  'kappa',
  'kappaMax',
  'fleissKappa',
  'pi',
  'S',
  'alphaNominal',
  'alphaOrdinal',
  'alphaInterval',
  'alphaRatio',
  'alphaU',
  'uAlpha',
  'uAlphaBinary',
  'cuAlpha',
  'kuAlpha',
  'coverage',
] as const
export type AgreementMeasure = (typeof agreementMeasures)[number]

const coefficient = z.discriminatedUnion('computable', [
  z.object({ computable: z.literal(true), value: z.number() }),
  z.object({ computable: z.literal(false), reason: z.enum(reasons) }),
])

const parameters = {
  analystIds: z.array(id).min(2).max(20),
  unit: z.enum(agreementUnits),
  scope: z.enum(agreementScopes).describe('whether text that nobody coded counts'),
  overlap: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      'share of a token, sentence or turn that has to be coded; of the longer of two passages that they have to share; default 0.5',
    ),
  sourceIds: z.array(id).optional().describe('default: all, or those of the round'),
  codeIds: z.array(id).optional().describe('default: all'),
  roundId: id.optional().describe('compares the layers of this round, which all have closed'),
}

const row = z.object({
  codeId: id.nullable().describe('null: all codes together'),
  name: z.string(),
  codedBy: z.array(z.number()).describe('units each analyst coded, in the order of analysts'),
  codedByAll: z.number(),
  codedByAny: z.number(),
  units: z.number().describe('units that were compared'),
  measures: z.partialRecord(z.enum(agreementMeasures), coefficient),
})

const result = z.object({
  layer: z.string().describe('of the codings that were compared'),
  unit: z.enum(agreementUnits),
  scope: z.enum(agreementScopes),
  overlap: z.number(),
  analysts: z.array(z.object({ id, name: z.string() })),
  sources: z.array(z.object({ id, title: z.string() })),
  characters: z.number().describe('UTF-16 code units of the sources'),
  units: z.number().describe('units that were compared'),
  uncodedUnits: z.number().describe('of them, those that nobody coded with any of the codes'),
  overall: row,
  codes: z.array(row).describe('in the order of the code tree'),
})

const run = z.object({
  id,
  created: time,
  createdBy: id.describe('analyst'),
  note: z.string(),
  parameters: z.object(parameters),
  result,
})

const language = z.enum(['en', 'nb']).optional()

export const agreementCommands = {
  'agreement.keep': define(
    'Computes agreement and keeps parameters and result in the project.',
    z.object({ ...parameters, note: z.string().optional() }),
    run,
  ),
  'agreement.delete': define(
    'Deletes kept computations of agreement.',
    z.object({ runIds: z.array(id).min(1) }),
    z.object({}),
  ),
  'agreement.show': define(
    'Says whether agreement measures are offered in this project; they are not until it is said.',
    z.object({ shown: z.boolean() }),
    z.object({}),
  ),
  'export.agreement': define(
    'Writes the table of agreement to a file: computed now, or as it was kept.',
    z.object({
      ...parameters,
      analystIds: parameters.analystIds.optional(),
      unit: parameters.unit.optional(),
      scope: parameters.scope.optional(),
      runId: id.optional().describe('a kept computation instead of the parameters'),
      format: z.enum(tableFormats),
      path: z.string().min(1),
      language,
      masks,
    }),
    z.object({ path: z.string(), bytes: z.number(), rows: z.number(), findings }),
  ),
}

export const agreementQueries = {
  'agreement.compute': define(
    'How far analysts agree in their codings: every coefficient, per code and for all codes together. Codings of deleted codes and sources do not count.',
    z.object(parameters),
    result,
  ),
  'agreement.list': define(
    'Kept computations of agreement, the newest first, and whether agreement measures are offered.',
    z.object({}),
    z.object({ shown: z.boolean(), items: z.array(run) }),
  ),
}

export type AgreementParameters = z.infer<z.ZodObject<typeof parameters>>
export type AgreementResult = z.infer<typeof result>
export type AgreementRow = z.infer<typeof row>
export type AgreementRun = z.infer<typeof run>
