import { z } from 'zod'
import { activity, analyst, id } from '../model/entities.ts'
import { define, task } from './define.ts'

const nothing = z.object({})

/** What a check of a project looks at, in this order. */
export const checkParts = ['pages', 'documents', 'quotes', 'codings', 'projection'] as const
export type CheckPart = (typeof checkParts)[number]

export const projectInfo = z.object({
  id,
  path: z.string(),
  title: z.string(),
  readOnly: z.boolean(),
  encrypted: z.boolean(),
  analystId: id,
  isNewDevice: z
    .boolean()
    .describe('this file was copied or moved here: who works here should be asked'),
  analysts: z.array(analyst),
  backupFolder: z.string().nullable().describe('null: beside the project'),
  cloudService: z
    .string()
    .nullable()
    .describe(
      'the service that seems to copy the folder of the project to other machines, which can damage it',
    ),
  problems: z.array(z.string()).describe('what was repaired or found while opening'),
})
export type ProjectInfo = z.infer<typeof projectInfo>

const backup = z.object({ id: z.string(), path: z.string(), time: z.string(), bytes: z.number() })

const namedThing = z.object({
  type: z.enum([
    'text',
    'clause',
    'map',
    'process',
    'step',
    'actor',
    'site',
    'disjuncture',
    'account',
  ]),
  id,
  name: z.string(),
  otherNames: z.array(z.string()),
  within: z.string().describe('text of a clause, process of a step, variant of a process'),
  withinId: id.nullable().describe('text of a clause, process of a step'),
})
export type NamedThing = z.infer<typeof namedThing>

export const projectCommands = {
  'project.create': define(
    'Makes a new project file and opens it.',
    z.object({
      path: z.string().min(1),
      title: z.string().optional().describe('the name of the file if left out or blank'),
      analyst: z.string().optional(),
      password: z.string().min(1).optional(),
    }),
    projectInfo,
  ),
  'project.createSample': define(
    'Makes a new project file with the sample project and opens it.',
    z.object({ path: z.string().min(1), language: z.enum(['en', 'nb']), task }),
    projectInfo,
  ),
  'project.open': define(
    'Opens a project file; refuses when another program has it open, unless read-only.',
    z.object({
      path: z.string().min(1),
      password: z.string().optional(),
      readOnly: z.boolean().optional(),
    }),
    projectInfo,
  ),
  'project.close': define('Closes the open project.', nothing, nothing),
  'project.rename': define(
    'Changes the title of the project.',
    z.object({ title: z.string().min(1) }),
    nothing,
  ),
  'project.setPassword': define(
    'Sets, changes or (with null) removes the password of the project file; once it is being rewritten it cannot be cancelled.',
    z.object({ password: z.string().min(1).nullable(), task }),
    nothing,
  ),
  'analysts.create': define(
    'Adds an analyst.',
    z.object({ name: z.string().min(1), initials: z.string().optional() }),
    analyst,
  ),
  'analysts.update': define(
    'Changes an analyst.',
    z.object({
      analystId: id,
      name: z.string().min(1).optional(),
      initials: z.string().optional(),
      hue: z.number().optional(),
      position: z.string().optional(),
    }),
    nothing,
  ),
  'analysts.use': define(
    'Says which analyst sits at this device.',
    z.object({ analystId: id }),
    nothing,
  ),
  'backups.create': define(
    'Writes a backup of the project with the online backup of SQLite.',
    z.object({ path: z.string().optional().describe('default: the next rolling backup'), task }),
    backup.extend({
      withheld: z
        .number()
        .describe('blind layers left out of a copy at a chosen place, which others may be given'),
    }),
  ),
  'backups.restore': define(
    'Restores a backup as a new project file, leaving the present one as it is.',
    z.object({ backup: z.string().describe('path of the backup'), path: z.string(), task }),
    z.object({ path: z.string() }),
  ),
  'backups.chooseFolder': define(
    'Chooses where rolling backups are kept; null means beside the project.',
    z.object({ folder: z.string().nullable() }),
    nothing,
  ),
  'project.repair': define(
    'Makes a project whole again: the projection anew from the log, and a damaged file from what can be read. The open project is closed for it and opened again.',
    z.object({
      path: z.string().optional().describe('default: the open project'),
      password: z.string().optional(),
      task,
    }),
    z.object({
      path: z.string(),
      unread: z.array(z.string()).describe('what could not be read and is lost to this file'),
      kept: z.string().nullable().describe('where the damaged file is kept'),
    }),
  ),
  'history.undo': define(
    'Undoes the last command of this analyst on this device.',
    nothing,
    z.object({ label: z.string(), command: z.string() }),
  ),
  'history.redo': define(
    'Does again what was undone last.',
    nothing,
    z.object({ label: z.string(), command: z.string() }),
  ),
  'tasks.cancel': define('Cancels a long task.', z.object({ task: z.string() }), nothing),
}

/** What of the activity trail is looked for; all that is given must fit. */
export const activityFilter = {
  analystId: id.optional(),
  kind: z.string().optional().describe('first part of the command, such as codings'),
  entity: z.string().optional().describe('id of a source, a code … it was done to'),
  from: z.string().optional().describe('ISO time, included'),
  to: z.string().optional().describe('ISO time, not included'),
  words: z.string().optional().describe('in what was done, to what or by whom, in either language'),
}
const filter = z.object(activityFilter)
export type ActivityFilter = z.infer<typeof filter>

export const projectQueries = {
  'project.info': define('The open project.', nothing, projectInfo),
  'project.counts': define(
    'Number of things in the project, for the navigator.',
    nothing,
    z.object({
      sources: z.number(),
      codes: z.number(),
      codings: z.number(),
      passages: z.number(),
      memos: z.number(),
      accounts: z.number(),
      persons: z.number(),
      texts: z.number(),
      work: z.number().describe('work processes'),
      maps: z.number(),
      analysis: z.number().describe('disjunctures, threads and circuits'),
    }),
  ),
  'project.names': define(
    'Texts, clauses, maps, processes, steps, actors, sites and disjunctures by name, to be found by a few letters.',
    nothing,
    z.object({ items: z.array(namedThing) }),
  ),
  'project.check': define(
    'Checks the file, the log and the projection; with rebuild compares a rebuilt projection row for row.',
    z.object({ rebuild: z.boolean().optional(), task }),
    z.object({
      clean: z.boolean(),
      problems: z.array(z.string()),
      checked: z.array(z.string()),
      toSettle: z
        .array(z.string())
        .describe('contradictions that a merge kept, for people to settle; the file is whole'),
      parts: z
        .array(z.object({ part: z.enum(checkParts), problems: z.array(z.string()) }))
        .describe('the same by what was checked'),
    }),
  ),
  'activity.list': define(
    'Who did what, newest first.',
    z.object({
      limit: z.number().int().min(1).max(10000).optional(),
      before: z.number().optional(),
      ...activityFilter,
    }),
    z.object({ items: z.array(activity) }),
  ),
  'backups.list': define('Backups, newest first.', nothing, z.object({ items: z.array(backup) })),
  'history.state': define(
    'What undo and redo would do.',
    nothing,
    z.object({
      undo: z.object({ label: z.string(), command: z.string() }).nullable(),
      redo: z.object({ label: z.string(), command: z.string() }).nullable(),
    }),
  ),
}
