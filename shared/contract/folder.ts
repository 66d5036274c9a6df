import { z } from 'zod'
import { define } from './define.ts'
import { errorCodes } from './errors.ts'

const device = {
  device: z.string(),
  analystId: z.string(),
  analyst: z.string().describe('name'),
  number: z.number(),
}

const problem = z.object({
  code: z.enum(errorCodes).describe('a reason as refusals have it, with its details'),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type FolderProblem = z.infer<typeof problem>

const status = z.object({
  on: z.boolean(),
  path: z.string().nullable().describe('the folder that was chosen, also when it is off'),
  exchanged: z.string().nullable().describe('when this program last exchanged with it'),
  written: z.string().nullable().describe('when something of this device was last written'),
  devices: z
    .array(
      z.object({
        ...device,
        written: z.string().nullable().describe('when it wrote the last part that was received'),
        received: z.string().nullable(),
      }),
    )
    .describe('the others, with the number of the last part that was received'),
  waitsFor: z
    .array(z.object({ ...device, since: z.string() }))
    .describe('parts that are missing although later ones are there, or that are not whole yet'),
  problems: z.array(problem),
})
export type FolderStatus = z.infer<typeof status>

const nothing = z.object({})

export const folderCommands = {
  'folder.use': define(
    'Turns on meeting through a shared folder: this device writes parts of its own there, sealed with the passphrase, and receives those of others.',
    z.object({ path: z.string().min(1), passphrase: z.string().min(1) }),
    status,
  ),
  'folder.leave': define(
    'Turns it off and forgets the passphrase; what was written stays in the folder.',
    nothing,
    nothing,
  ),
  'folder.exchange': define('Exchanges with the shared folder now.', nothing, status),
}

export const folderQueries = {
  'folder.status': define(
    'The shared folder: whether it is on, what came and went, what is waited for.',
    nothing,
    status,
  ),
}
