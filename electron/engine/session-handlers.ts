import { rmSync } from 'node:fs'
import {
  isCommandName,
  type CommandName,
  type EventName,
  type EventPayload,
  type QueryName,
  type QueryOutput,
} from '../../shared/contract/index.ts'
import type { Result } from '../../shared/contract/errors.ts'
import { texts } from '../../shared/i18n/index.ts'
import { everythingChanged } from './everything-changed.ts'
import type { CommandHandlers, QueryHandlers } from './handlers.ts'
import { restoreBackup } from './project/backups.ts'
import type { Session } from './project/session.ts'
import { withdrawSources } from './protection/withdraw.ts'
import { Refusal } from './refusal.ts'
import { fillSample } from './sample/create-sample.ts'
import { joinProject } from './sync/join-project.ts'
import { joinLive } from './sync/live/join-live.ts'
import type { Live } from './sync/live/live.ts'
import { supersedesRings } from './texts/supersedes.ts'

export type Listener = <N extends EventName>(event: N, payload: EventPayload<N>) => void

/** What the engine is made of, for handlers that need more than the open project. */
export interface EngineParts {
  session: Session
  live: Live
  listen: Listener
  engine: {
    /** Carries out a command within the one whose turn it is. */
    carryOut: (name: CommandName, args: unknown) => Promise<Result<unknown>>
    ask: <N extends QueryName>(name: N, args: unknown) => Promise<Result<QueryOutput<N>>>
    /** Stops the task of this name, now or when its turn comes. */
    cancel: (task: string) => void
  }
}

type SessionCommand =
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

/** What is done to a project as a whole, and to the session that has it open. */
export function sessionCommands({
  session,
  live,
  engine,
  listen,
}: EngineParts): Pick<CommandHandlers<CommandName>, SessionCommand> {
  return {
    'project.create': (input) => session.create(withoutUndefined(input)),
    'project.createSample': async ({ path, language, task }, context) => {
      const { title, analyst } = texts[language].start.sample
      session.create({ path, title, analyst })
      const tools = {
        run: async (name: CommandName, args: unknown) =>
          valueOf(await engine.carryOut(name, args)) as never,
        runAny: async (name: string, args: unknown) => {
          if (!isCommandName(name)) throw new Refusal('args.unknownName', { name })
          return valueOf(await engine.carryOut(name, args))
        },
        textOf: async (sourceId: string) =>
          valueOf(await engine.ask('sources.text', { sourceId })).text,
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
    'project.joinLive': (input, { signal, progress }) =>
      joinLive(session, live, input, signal(input.task), (isReached) =>
        progress(input.task ?? '', isReached ? 1 : 0, 2, ''),
      ),
    'project.open': (input) => session.open(withoutUndefined(input)),
    'project.close': async () => {
      // Who closes waits; a window that does not answer is closed in 5 s.
      await live.leave(2000)
      await session.folder.finish()
      session.close()
      listen('project.closed', {})
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
      listen('project.changed', {
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
        if (session.isOpen) listen('project.changed', everythingChanged)
        else if (wasOpen) listen('project.closed', {})
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
      engine.cancel(task)
      return {}
    },
  }
}

export function sessionQueries(
  session: Session,
): Pick<QueryHandlers<QueryName>, 'project.info' | 'project.check' | 'backups.list'> {
  return {
    'project.info': () => session.info(),
    'project.check': async ({ rebuild = false, task }, context) => {
      const found = await session.check(rebuild, context.task(task))
      return { ...found, toSettle: found.clean ? supersedesRings(context.project) : [] }
    },
    'backups.list': () => ({ items: session.backups() }),
  }
}

/** What a command within a command gave; the reason it was refused for is the outer one's too. */
function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`${result.error.code}: ${result.error.message}`)
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Defined<T>
}
