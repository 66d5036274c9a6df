/**
 * The contract between the engine and everybody who speaks with it: window, command line, tests.
 * Commands change, queries read, events say what changed. Arguments are checked against `input`
 * by the engine, whoever calls.
 */
import { z } from 'zod'
import { agreementCommands, agreementQueries } from './agreement.ts'
import { analysisCommands, analysisQueries } from './analysis.ts'
import { codeCommands, codeQueries } from './codes.ts'
import { exportCommands, exportQueries } from './export.ts'
import { figureCommands, figureQueries } from './figures.ts'
import { folderCommands, folderQueries } from './folder.ts'
import { indexingCommands, indexingQueries } from './indexing.ts'
import { leakCommands, leakQueries } from './leaks.ts'
import { liveCommands, liveEvents, liveQueries } from './live.ts'
import { memoCommands, memoQueries } from './memos.ts'
import { peopleCommands, peopleQueries } from './people.ts'
import { projectCommands, projectQueries } from './project.ts'
import { quoteCommands, quoteQueries } from './quotes.ts'
import { reportCommands, reportQueries } from './reports.ts'
import { roundCommands, roundQueries } from './rounds.ts'
import { searchCommands, searchQueries } from './search.ts'
import { sourceCommands, sourceQueries } from './sources.ts'
import { compareCommands, compareQueries } from './compare.ts'
import { syncCommands, syncQueries } from './sync.ts'
import { tableCommands, tableQueries } from './tables.ts'
import { textCommands, textQueries } from './texts.ts'
import { workCommands, workQueries } from './work.ts'

export const commands = {
  ...projectCommands,
  ...sourceCommands,
  ...searchCommands,
  ...peopleCommands,
  ...codeCommands,
  ...memoCommands,
  ...textCommands,
  ...workCommands,
  ...indexingCommands,
  ...exportCommands,
  ...leakCommands,
  ...tableCommands,
  ...agreementCommands,
  ...syncCommands,
  ...folderCommands,
  ...compareCommands,
  ...liveCommands,
  ...roundCommands,
  ...reportCommands,
  ...analysisCommands,
  ...quoteCommands,
  ...figureCommands,
}

export const queries = {
  ...projectQueries,
  ...sourceQueries,
  ...peopleQueries,
  ...searchQueries,
  ...codeQueries,
  ...memoQueries,
  ...textQueries,
  ...workQueries,
  ...indexingQueries,
  ...syncQueries,
  ...folderQueries,
  ...compareQueries,
  ...liveQueries,
  ...roundQueries,
  ...reportQueries,
  ...exportQueries,
  ...leakQueries,
  ...tableQueries,
  ...agreementQueries,
  ...analysisQueries,
  ...figureQueries,
  ...quoteQueries,
}

/** Payloads of the engine's events. */
export const events = {
  'project.changed': {
    doc: 'Something changed; says which parts have to be read again.',
    payload: z.object({
      /** Names of what changed. */
      topics: z.array(
        z.enum([
          'project',
          'sources',
          'codes',
          'passages',
          'memos',
          'persons',
          'folders',
          'texts',
          'work',
          'maps',
          'findings',
          'indexing',
          'rounds',
          'settlements',
          'folder',
          'searches',
          'quotes',
          'history',
        ]),
      ),
      /** Sources whose text, passages or codings changed. */
      sourceIds: z.array(z.string()),
      /** Sources whose text changed. */
      textChanged: z.array(z.string()),
      /** Memos and accounts whose text changed. */
      memoIds: z.array(z.string()),
    }),
  },
  'task.progress': {
    doc: 'A long task has come further.',
    payload: z.object({
      task: z.string(),
      done: z.number(),
      total: z.number(),
      label: z.string(),
      mayStop: z.boolean().describe('false at a last step, which is done whole'),
    }),
  },
  ...liveEvents,
  'project.closed': { doc: 'The project has been closed.', payload: z.object({}) },
}

export type Commands = typeof commands
export type Queries = typeof queries
export type Events = typeof events
export type CommandName = keyof Commands
export type QueryName = keyof Queries
export type EventName = keyof Events
export type CommandInput<N extends CommandName> = z.input<Commands[N]['input']>
export type CommandOutput<N extends CommandName> = z.output<Commands[N]['output']>
export type QueryInput<N extends QueryName> = z.input<Queries[N]['input']>
export type QueryOutput<N extends QueryName> = z.output<Queries[N]['output']>
export type EventPayload<N extends EventName> = z.output<Events[N]['payload']>

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}

export function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(queries, name)
}
