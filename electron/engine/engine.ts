import type { z } from 'zod'
import {
  commands,
  isCommandName,
  isQueryName,
  queries,
  type CommandName,
  type CommandOutput,
  type QueryName,
  type QueryOutput,
} from '../../shared/contract/index.ts'
import type { Result } from '../../shared/contract/errors.ts'
import { wellFormed } from '../../shared/text/well-formed.ts'
import { allCommands, allQueries } from './all-handlers.ts'
import type { CommandHandlers, Context, QueryHandlers } from './handlers.ts'
import { Session } from './project/session.ts'
import { Refusal, refusalToFailure } from './refusal.ts'
import type { Listener } from './session-handlers.ts'
import { Live } from './sync/live/live.ts'
import { Task } from './task.ts'

/**
 * The engine: one project, spoken to by the contract. The same in the window's helper process, in a
 * terminal and in tests. Commands are carried out one after the other in the order they came.
 */
export class Engine {
  readonly #listen: Listener
  readonly #session: Session
  readonly #live: Live
  readonly #tasks = new Map<string, AbortController>()
  #last: Promise<unknown> = Promise.resolve()
  readonly #commands: CommandHandlers<CommandName>
  readonly #queries: QueryHandlers<QueryName>

  constructor(listen: Listener = () => {}) {
    this.#listen = listen
    this.#live = new Live(listen)
    this.#session = new Session(
      (changed) => listen('project.changed', changed),
      () => this.#live.stop(),
      (work) => {
        const turn = this.#last.then(work)
        this.#last = turn.catch(() => {})
        return turn
      },
    )
    const parts = {
      session: this.#session,
      live: this.#live,
      listen,
      engine: {
        carryOut: (name: CommandName, args: unknown) => this.#carryOut(name, args),
        ask: <N extends QueryName>(name: N, args: unknown) => this.ask(name, args),
        cancel: (task: string) => this.#taskNamed(task).abort(),
      },
    }
    this.#commands = allCommands(parts)
    this.#queries = allQueries(parts)
  }

  /** Carries out a command whose name and arguments come from outside. */
  async command(name: string, args: unknown): Promise<Result<unknown>> {
    if (!isCommandName(name)) return refused(new Refusal('args.unknownName', { name }))
    // Cancelling must not wait for the task it cancels.
    if (name === 'tasks.cancel') return this.#carryOut(name, args)
    return this.#inTurn(() => this.#carryOut(name, args))
  }

  /** Answers a query whose name and arguments come from outside. */
  async query(name: string, args: unknown): Promise<Result<unknown>> {
    if (!isQueryName(name)) return refused(new Refusal('args.unknownName', { name }))
    const handler = this.#queries[name] as (input: unknown, context: Context) => unknown
    const answer = () =>
      settle(() => handler(checked(queries[name].input, args), this.#context)).finally(() =>
        this.#forgetTask(args),
      )
    // A check compares the file with itself at leisure, so nothing may be written to it meanwhile.
    return name === 'project.check' ? this.#inTurn(answer) : answer()
  }

  run<N extends CommandName>(name: N, args: unknown): Promise<Result<CommandOutput<N>>> {
    return this.command(name, args) as Promise<Result<CommandOutput<N>>>
  }

  ask<N extends QueryName>(name: N, args: unknown): Promise<Result<QueryOutput<N>>> {
    return this.query(name, args) as Promise<Result<QueryOutput<N>>>
  }

  close(): void {
    this.#session.close()
  }

  async #carryOut(name: CommandName, args: unknown): Promise<Result<unknown>> {
    const handler = this.#commands[name] as (input: unknown, context: Context) => unknown
    const done = settle(() => handler(checked(commands[name].input, args), this.#context))
    return name === 'tasks.cancel' ? done : done.finally(() => this.#forgetTask(args))
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn
    return turn
  }

  /** The one a task is cancelled by, made by whoever comes first: it may still wait for its turn. */
  #taskNamed(task: string): AbortController {
    const known = this.#tasks.get(task)
    if (known) return known
    const controller = new AbortController()
    this.#tasks.set(task, controller)
    return controller
  }

  #forgetTask(args: unknown): void {
    if (typeof args === 'object' && args !== null && 'task' in args)
      this.#tasks.delete(String(args.task))
  }

  get #context(): Context {
    const session = this.#session
    const signal = (task: string | undefined) =>
      task === undefined || task === ''
        ? new AbortController().signal
        : this.#taskNamed(task).signal
    const progress: Context['progress'] = (task, done, total, label, mayStop = true) => {
      if (task !== '') this.#listen('task.progress', { task, done, total, label, mayStop })
    }
    return {
      get project() {
        return session.project
      },
      progress,
      signal,
      task: (name) =>
        new Task(signal(name), (done, total, label, mayStop) =>
          progress(name ?? '', done, total, label, mayStop),
        ),
    }
  }
}

async function settle(work: () => unknown): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return refused(error)
  }
}

function refused(error: unknown): Result<never> {
  return { ok: false, error: refusalToFailure(error) }
}

function checked(schema: z.ZodType, args: unknown): unknown {
  const parsed = schema.safeParse(wellFormed(args ?? {}))
  if (parsed.success) return parsed.data
  const problem = parsed.error.issues
    .map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '))
    .join('; ')
  throw new Refusal('args.invalid', { problem })
}
