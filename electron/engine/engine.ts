import { rmSync } from 'node:fs'
import type { z } from 'zod'
import {
  commands,
  isCommandName,
  isQueryName,
  queries,
  type CommandName,
  type CommandOutput,
  type EventName,
  type EventPayload,
  type QueryName,
  type QueryOutput,
} from '../../shared/contract/index.ts'
import type { Result } from '../../shared/contract/errors.ts'
import { texts } from '../../shared/i18n/index.ts'
import { agreementCommands, agreementQueries } from './agreement/agreement-handlers.ts'
import { analysisCommands, analysisQueries } from './analysis/analysis-handlers.ts'
import { figureCommands, figureQueries } from './figures/figure-handlers.ts'
import { codeCommands } from './codes/code-commands.ts'
import { codeQueries } from './codes/code-queries.ts'
import { compareCommands, compareQueries } from './compare/compare-handlers.ts'
import { conflictCommands, conflictQueries } from './compare/conflict-handlers.ts'
import { discussionCommands, discussionQueries } from './compare/discussions.ts'
import { accountFileCommands } from './export/account/account-export.ts'
import { exportCommands, exportQueries } from './export/export-handlers.ts'
import { mapFileCommands } from './export/map-export.ts'
import { tableCommands, tableQueries } from './export/tables/table-handlers.ts'
import { everythingChanged } from './everything-changed.ts'
import type { CommandHandlers, Context, QueryHandlers } from './handlers.ts'
import { findingsCommands } from './indexing/findings-commands.ts'
import { indexingCommands } from './indexing/indexing-commands.ts'
import { indexingQueries } from './indexing/indexing-queries.ts'
import { questionCommands } from './indexing/questions.ts'
import { leakCommands, leakQueries } from './leaks/leak-handlers.ts'
import { mapCommands, mapQueries } from './maps/map-handlers.ts'
import { memoCommands, memoQueries } from './memos/memo-handlers.ts'
import { passageCommands } from './passages/passage-commands.ts'
import { passageQueries } from './passages/passage-queries.ts'
import { attributeCommands } from './people/attribute-commands.ts'
import { caseCommands } from './people/case-commands.ts'
import { peopleCommands } from './people/people-handlers.ts'
import { peopleQueries } from './people/people-queries.ts'
import { accountCommands, accountQueries } from './quotes/account-handlers.ts'
import { quoteCommands, quoteQueries } from './quotes/quote-handlers.ts'
import { restoreBackup } from './project/backups.ts'
import { trailQueries } from './project/project-queries.ts'
import { Session } from './project/session.ts'
import { withdrawSources } from './protection/withdraw.ts'
import { Refusal, refusalToFailure } from './refusal.ts'
import { reportCommands, reportQueries } from './reports/report-handlers.ts'
import { roundCommands } from './rounds/round-commands.ts'
import { roundQueries } from './rounds/round-queries.ts'
import { fillSample } from './sample/create-sample.ts'
import { searchCommands } from './search/search-commands.ts'
import { searchQueries } from './search/search-queries.ts'
import { importCommands } from './sources/import-commands.ts'
import { sourceCommands } from './sources/source-commands.ts'
import { sourceQueries } from './sources/source-queries.ts'
import { folderCommands, folderQueries } from './sync/folder/folder-handlers.ts'
import { joinProject } from './sync/join-project.ts'
import { liveCommands, liveQueries } from './sync/live/live-handlers.ts'
import { joinLive } from './sync/live/join-live.ts'
import { Live } from './sync/live/live.ts'
import { syncCommands, syncQueries } from './sync/sync-handlers.ts'
import { Task } from './task.ts'
import { clauseCommands } from './texts/clause-commands.ts'
import { linkCommands } from './texts/link-commands.ts'
import { supersedesRings } from './texts/supersedes.ts'
import { textCommands } from './texts/text-commands.ts'
import { textQueries } from './texts/text-queries.ts'
import { actorCommands } from './work/actor-commands.ts'
import { processCommands } from './work/process-commands.ts'
import { stepCommands } from './work/step-commands.ts'
import { workQueries } from './work/work-queries.ts'

type Listener = <N extends EventName>(event: N, payload: EventPayload<N>) => void

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
    this.#commands = {
      ...this.#projectCommands(),
      ...peopleCommands,
      ...attributeCommands,
      ...caseCommands,
      ...sourceCommands,
      ...importCommands,
      ...codeCommands,
      ...passageCommands,
      ...memoCommands,
      ...textCommands,
      ...clauseCommands,
      ...linkCommands,
      ...actorCommands,
      ...processCommands,
      ...stepCommands,
      ...mapCommands,
      ...indexingCommands,
      ...findingsCommands,
      ...questionCommands,
      ...exportCommands,
      ...leakCommands,
      ...tableCommands,
      ...agreementCommands,
      ...mapFileCommands,
      ...syncCommands,
      ...folderCommands(this.#session),
      ...conflictCommands,
      ...discussionCommands,
      ...compareCommands,
      ...liveCommands(this.#live),
      ...roundCommands,
      ...reportCommands,
      ...searchCommands,
      ...analysisCommands,
      ...quoteCommands,
      ...accountCommands,
      ...accountFileCommands,
      ...figureCommands,
    }
    this.#queries = {
      ...this.#projectQueries(),
      ...trailQueries,
      ...peopleQueries,
      ...sourceQueries,
      ...passageQueries,
      ...codeQueries,
      ...memoQueries,
      ...searchQueries,
      ...textQueries,
      ...workQueries,
      ...mapQueries,
      ...indexingQueries,
      ...syncQueries,
      ...folderQueries(this.#session),
      ...conflictQueries,
      ...discussionQueries,
      ...compareQueries,
      ...liveQueries(this.#live),
      ...roundQueries,
      ...reportQueries,
      ...exportQueries,
      ...leakQueries,
      ...tableQueries,
      ...agreementQueries,
      ...analysisQueries,
      ...figureQueries,
      ...quoteQueries,
      ...accountQueries,
    }
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
    const progress: Context['progress'] = (task, done, total, label) => {
      if (task !== '') this.#listen('task.progress', { task, done, total, label })
    }
    return {
      get project() {
        return session.project
      },
      progress,
      signal,
      task: (name) =>
        new Task(signal(name), (done, total, label) => progress(name ?? '', done, total, label)),
    }
  }

  #projectCommands(): Pick<CommandHandlers<CommandName>, ProjectCommand> {
    const session = this.#session
    return {
      'project.create': (input) => session.create(withoutUndefined(input)),
      'project.createSample': async ({ path, language, task }, context) => {
        const { title, analyst } = texts[language].start.sample
        session.create({ path, title, analyst })
        const tools = {
          run: async (name: CommandName, args: unknown) =>
            valueOf(await this.#carryOut(name, args)) as never,
          runAny: async (name: string, args: unknown) => {
            if (!isCommandName(name)) throw new Refusal('args.unknownName', { name })
            return valueOf(await this.#carryOut(name, args))
          },
          textOf: async (sourceId: string) =>
            valueOf(await this.ask('sources.text', { sourceId })).text,
        }
        try {
          await session.atOnce(() => fillSample(tools, language, context.task(task)))
        } catch (error) {
          session.close()
          for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
          throw error
        }
        return session.info()
      },
      'sources.withdraw': (input) => withdrawSources(session, input),
      'project.join': (input) => joinProject(session, withoutUndefined(input)),
      'project.joinLive': (input, { signal }) =>
        joinLive(session, this.#live, input, signal(input.task)),
      'project.open': (input) => session.open(withoutUndefined(input)),
      'project.close': async () => {
        await session.folder.finish()
        session.close()
        this.#listen('project.closed', {})
        return {}
      },
      'project.rename': ({ title }, { project }) => {
        project.change({ command: 'project.rename', label: title, entities: [] }, (edit) =>
          edit('project', (doc) => doc.getMap('meta').set('title', title)),
        )
        return {}
      },
      'project.setPassword': async ({ password, task }, context) => {
        await session.setPassword(password, context.task(task))
        this.#listen('project.changed', {
          topics: ['project'],
          sourceIds: [],
          textChanged: [],
          memoIds: [],
        })
        return {}
      },
      'project.repair': async ({ path, password, task }, context) => {
        const wasOpen = session.isOpen
        try {
          return await session.repair({ path, password }, context.task(task))
        } finally {
          if (session.isOpen) this.#listen('project.changed', everythingChanged)
          else if (wasOpen) this.#listen('project.closed', {})
        }
      },
      'backups.create': ({ path, task }, context) => session.backup(path, context.task(task)),
      'backups.restore': async ({ backup, path, task }, context) => {
        await restoreBackup(backup, path, context.task(task))
        return { path }
      },
      'backups.chooseFolder': ({ folder }) => {
        session.chooseBackupFolder(folder)
        return {}
      },
      'history.undo': (_, { project }) => project.undo(),
      'history.redo': (_, { project }) => project.redo(),
      'tasks.cancel': ({ task }) => {
        this.#taskNamed(task).abort()
        return {}
      },
    }
  }

  #projectQueries(): Pick<
    QueryHandlers<QueryName>,
    'project.info' | 'project.check' | 'backups.list'
  > {
    const session = this.#session
    return {
      'project.info': () => session.info(),
      'project.check': async ({ rebuild = false, task }, context) => {
        const found = await session.check(rebuild, context.task(task))
        return { ...found, toSettle: found.clean ? supersedesRings(context.project) : [] }
      },
      'backups.list': () => ({ items: session.backups() }),
    }
  }
}

type ProjectCommand =
  | 'project.create'
  | 'project.createSample'
  | 'project.open'
  | 'project.join'
  | 'project.joinLive'
  | 'sources.withdraw'
  | 'project.close'
  | 'project.rename'
  | 'project.setPassword'
  | 'project.repair'
  | 'backups.create'
  | 'backups.restore'
  | 'backups.chooseFolder'
  | 'history.undo'
  | 'history.redo'
  | 'tasks.cancel'

/** What a command within a command gave; the reason it was refused for is the outer one's too. */
function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`${result.error.code}: ${result.error.message}`)
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
  const parsed = schema.safeParse(args ?? {})
  if (parsed.success) return parsed.data
  const problem = parsed.error.issues
    .map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '))
    .join('; ')
  throw new Refusal('args.invalid', { problem })
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Defined<T>
}
