import type { z } from 'zod'
import type {
  CommandName,
  CommandOutput,
  Commands,
  Queries,
  QueryName,
  QueryOutput,
} from '../../shared/contract/index.ts'
import type { Project } from './project/project.ts'
import type { Task } from './task.ts'

/** What a handler may use besides its arguments. */
export interface Context {
  /** The open project; refuses when none is open. */
  project: Project
  /** Tells how far a long task has come; it may be stopped unless that is denied. */
  progress: (task: string, done: number, total: number, label: string, mayStop?: boolean) => void
  /** Aborted when the task of this name is cancelled. */
  signal: (task: string | undefined) => AbortSignal
  /** Both in one: work of this name that tells how far it has come and stops when it is cancelled. */
  task: (name: string | undefined) => Task
}

export type CommandHandlers<N extends CommandName> = {
  [K in N]: (
    input: z.output<Commands[K]['input']>,
    context: Context,
  ) => CommandOutput<K> | Promise<CommandOutput<K>>
}

export type QueryHandlers<N extends QueryName> = {
  [K in N]: (
    input: z.output<Queries[K]['input']>,
    context: Context,
  ) => QueryOutput<K> | Promise<QueryOutput<K>>
}
