import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  QueryInput,
  QueryName,
  QueryOutput,
} from '../../../shared/contract/index.ts'
import type { Failure, Result } from '../../../shared/contract/errors.ts'
import { Engine } from '../../../electron/engine/engine.ts'

/** A folder that goes when the test has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An engine whose answers are values or fail the test. */
export class TestEngine extends Engine {
  async do<N extends CommandName>(name: N, args: CommandInput<N>): Promise<CommandOutput<N>> {
    return valueOf(name, await this.run(name, args))
  }

  async get<N extends QueryName>(name: N, args: QueryInput<N>): Promise<QueryOutput<N>> {
    return valueOf(name, await this.ask(name, args))
  }

  /** The reason for which a command must be refused. */
  async refusal<N extends CommandName>(name: N, args: CommandInput<N>): Promise<Failure> {
    return failureOf(name, await this.run(name, args))
  }
}

/** A new project, closed when the test has ended. */
export async function newProject(
  path: string = join(temporaryFolder(), 'project.standpoint'),
  password?: string,
): Promise<TestEngine> {
  const engine = new TestEngine()
  onTestFinished(() => engine.close())
  await engine.do('project.create', {
    path,
    title: 'Test',
    analyst: 'Anna Analytiker',
    ...(password === undefined ? {} : { password }),
  })
  return engine
}

/** A source that holds `text`, written in the program. */
export async function newSource(engine: TestEngine, text: string): Promise<string> {
  const { id } = await engine.do('sources.create', { title: 'Written' })
  if (text !== '') await engine.do('sources.editText', { sourceId: id, start: 0, end: 0, text })
  return id
}

export function valueOf<T>(name: string, result: Result<T>): T {
  if (result.ok) return result.value
  throw new Refused(name, result.error)
}

/** What a test asked for was not done, or not told. */
export class Refused extends Error {
  readonly failure: Failure

  constructor(name: string, failure: Failure) {
    super(`${name} was refused: ${failure.code}: ${failure.message}`)
    this.failure = failure
  }
}

export function failureOf(name: string, result: Result<unknown>): Failure {
  if (!result.ok) return result.error
  throw new Error(`${name} was carried out, but had to be refused`)
}
