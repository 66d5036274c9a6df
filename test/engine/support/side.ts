import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LiveStatus } from '../../../shared/contract/live.ts'
import type { Result } from '../../../shared/contract/errors.ts'
import { failureIn } from '../../../shared/i18n/failure.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const file = join(root, 'dist', 'engine', 'engine-process.mjs')

/** An engine in a process of its own. */
export class Side {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>()
  #last = 0
  #said = Promise.withResolvers<void>()

  constructor() {
    this.#child = fork(file, [], { serialization: 'advanced', execArgv: [] })
    this.#child.on('message', (message: { id?: number; result?: Result<unknown> }) => {
      if (message.id === undefined) {
        this.#said.resolve()
        this.#said = Promise.withResolvers()
        return
      }
      if (message.result) this.#answer(message.id, message.result)
    })
    // Nobody waits for ever for an answer that was killed on its way.
    this.#child.on('exit', () => {
      for (const id of this.#waiting.keys()) this.#answer(id, failed('engine.stopped'))
      this.#said.resolve()
    })
  }

  #answer(id: number, result: Result<unknown>): void {
    this.#waiting.get(id)?.(result)
    this.#waiting.delete(id)
  }

  /** Its answer, also a refusal; `engine.stopped` if it was killed before it answered. */
  async result(kind: 'command' | 'query', name: string, args: unknown): Promise<Result<unknown>> {
    if (!this.#child.connected) return failed('engine.stopped')
    this.#last += 1
    const id = this.#last
    const answer = new Promise<Result<unknown>>((resolve) => this.#waiting.set(id, resolve))
    this.#child.send({ id, kind, name, args })
    return await answer
  }

  async ask(kind: 'command' | 'query', name: string, args: unknown): Promise<unknown> {
    const result = await this.result(kind, name, args)
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`)
    return result.value
  }

  /** Sends a command whose answer may never come. */
  fire(name: string, args: unknown): void {
    this.#last += 1
    this.#child.send({ id: this.#last, kind: 'command', name, args })
  }

  status(): Promise<LiveStatus> {
    return this.ask('query', 'live.status', {}) as Promise<LiveStatus>
  }

  /** Waits until `check` holds, looking again whenever this engine or one of the others says anything. */
  async until(check: () => Promise<boolean>, others: readonly Side[] = []): Promise<void> {
    for (;;) {
      const said = [this, ...others].map((side) => side.#said.promise)
      if (await check()) return
      await Promise.race(said)
    }
  }

  /** Ends as when its window is closed. */
  async close(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.disconnect()
    await ended
  }

  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }
}

function failed(code: 'engine.stopped'): Result<never> {
  return { ok: false, error: failureIn('en', code, {}) }
}

/** A process with this project open. */
export async function opened(path: string): Promise<Side> {
  const side = new Side()
  await side.ask('command', 'project.open', { path })
  return side
}

/** What it holds, as a text that is the same for the same. */
export async function stateOf(side: Side): Promise<string> {
  return ((await side.ask('query', 'sync.state', {})) as { state: string }).state
}
