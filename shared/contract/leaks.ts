import { z } from 'zod'
import { leakKinds } from '../analysis/leaks/find-leaks.ts'
import { id } from '../model/entities.ts'
import { define } from './define.ts'

/** Exports whose contents are looked through before they leave. */
export const checkedExports = [
  'export.codebook',
  'export.table',
  'export.map',
  'export.agreement',
  'export.account',
  'export.matrix',
  'export.report',
  'reports.make',
  'export.figure',
] as const

const leak = z.object({
  id: z.string(),
  kind: z.enum(leakKinds),
  text: z
    .string()
    .describe('the words found; what a small group has in common; the title of a source'),
  places: z.array(
    z.object({ place: z.string(), before: z.string(), text: z.string(), after: z.string() }),
  ),
  holders: z.number().describe('persons it is true of; 0 where that is not the question'),
  sourceId: id.nullable().describe('the source whose consent is in question'),
  pseudonym: z.string().nullable().describe('what the key file has for a name'),
})

const keyFile = z.object({
  path: z.string().nullable().describe('null: none is in use'),
  names: z.number().int().describe('people whose real names were read from it'),
})

export const leakCommands = {
  'leaks.useKeyFile': define(
    'Reads the real names of a key file (csv or xlsx) to look for them in exports. They stay in memory until the project is closed; the project never holds them.',
    z.object({ path: z.string().min(1) }),
    keyFile,
  ),
  'leaks.note': define(
    'Tells the activity trail of an export that was written in spite of findings while the project was open to read only.',
    z.object({
      label: z.string().min(1).describe('what was exported'),
      findings: z.number().int().min(1),
    }),
    z.object({}),
  ),
  'leaks.forgetKeyFile': define(
    'Forgets the real names read from a key file.',
    z.object({}),
    keyFile,
  ),
}

export const leakQueries = {
  'leaks.keyFile': define('Whether a key file is in use.', z.object({}), keyFile),
  'leaks.check': define(
    'What in an export could tell who somebody is, before it is written: names of the key file, national identity and phone numbers, e-mail and other addresses, places, small groups, roles of one person, and consents that forbid it.',
    z.object({
      command: z.enum(checkedExports),
      input: z
        .record(z.string(), z.unknown())
        .describe('the arguments of the export; format and path may be left out'),
    }),
    z.object({
      items: z.array(leak),
      total: z.number().int().describe('findings, each with all its places'),
    }),
  ),
}

export type Leak = z.infer<typeof leak>
