import { z } from 'zod'
import { define, task } from './define.ts'
import { projectInfo } from './project.ts'

const mergeCount = z.object({
  kind: z
    .string()
    .describe(
      'a kind of thing: codes, codings, links, memos …; sourceTexts: the words of a source',
    ),
  analystId: z.string().describe('who added, changed or removed them; empty if it cannot be said'),
  added: z.number(),
  changed: z.number(),
  removed: z.number(),
})
export type MergeCount = z.infer<typeof mergeCount>

const sender = z.object({
  device: z.string(),
  analystId: z.string(),
  analyst: z.string().describe('name'),
  time: z.string(),
})

const merged = z.object({
  from: sender,
  documents: z.number().describe('documents that changed'),
  counts: z.array(mergeCount),
})

const file = {
  path: z.string().min(1).describe('a bundle, or another copy of the project'),
  passphrase: z.string().optional().describe('of the bundle, or the password of the copy'),
}

export const syncCommands = {
  'sync.merge': define(
    'Takes over what a bundle or a copy of this project holds and this one does not; one step that can be undone; twice is the same as once.',
    z.object({ ...file, task: z.string().optional() }),
    merged,
  ),
  'sync.bundle': define(
    'Writes a bundle for a partner: everything, or what is new since a state of the partner.',
    z.object({
      path: z.string().min(1),
      since: z
        .string()
        .optional()
        .describe(
          'the name or id of an analyst whose last known state is meant, a bundle or copy of theirs, or a state as sync.state gives it',
        ),
      passphrase: z.string().min(1).optional(),
      task: z.string().optional(),
    }),
    z.object({
      path: z.string(),
      bytes: z.number(),
      state: z.string().describe('what this copy holds, for a later "since"'),
      documents: z.number(),
      withheld: z.number().describe('blind layers that are not sent before their round is closed'),
    }),
  ),
  'project.join': define(
    'Makes a project of one’s own from a bundle that holds everything, and opens it.',
    z.object({
      bundle: z.string().min(1),
      path: z.string().min(1),
      passphrase: z.string().optional(),
      password: z.string().min(1).optional(),
      analyst: z.string().min(1).describe('name of who works here; a new one is added'),
    }),
    projectInfo,
  ),
  'project.joinLive': define(
    'Makes a project of one’s own from an invitation to a live session, opens it and goes into the session. Knocks again while the host cannot be reached and the invitation lasts, of which task.progress tells (done: 1 of 2 once it is reached, 0 before); answers when the host has admitted or refused.',
    z.object({
      invitation: z.string().min(1).describe('link of the host'),
      path: z.string().min(1),
      password: z.string().min(1).optional(),
      analyst: z.string().min(1).describe('name of who works here; a new one is added'),
      task,
    }),
    projectInfo,
  ),
}

export const syncQueries = {
  'sync.preview': define(
    'What a bundle or copy would bring, by who did it; changes nothing.',
    z.object(file),
    merged,
  ),
  'sync.state': define(
    'What this copy holds, for a partner’s "since".',
    z.object({}),
    z.object({ state: z.string() }),
  ),
  'sync.peers': define(
    'Other devices that were met, and when.',
    z.object({}),
    z.object({ items: z.array(sender) }),
  ),
}
