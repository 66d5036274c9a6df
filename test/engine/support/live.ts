import { onTestFinished } from 'vitest'
import type { EventName, EventPayload } from '../../../shared/contract/index.ts'
import type { LiveStatus } from '../../../shared/contract/live.ts'
import { join } from 'node:path'
import { interview, type Pair } from './pair.ts'
import { newSource, temporaryFolder, TestEngine } from './project.ts'

/** An engine whose events can be waited for. */
export class LiveEngine extends TestEngine {
  readonly #watchers: Set<() => void>
  readonly heard: { event: EventName; payload: unknown }[]

  constructor() {
    const watchers = new Set<() => void>()
    const heard: { event: EventName; payload: unknown }[] = []
    super((event, payload) => {
      heard.push({ event, payload })
      for (const watch of watchers) watch()
    })
    this.#watchers = watchers
    this.heard = heard
  }

  /** Waits until `check` gives something, looking again whenever one of the engines says anything. */
  async until<T>(
    what: string,
    check: () => Promise<T | null | undefined | false>,
    others: readonly LiveEngine[] = [],
  ): Promise<T> {
    const engines = [this, ...others]
    const limit = AbortSignal.timeout(120_000)
    for (;;) {
      const { promise, resolve } = Promise.withResolvers<void>()
      for (const engine of engines) engine.#watchers.add(resolve)
      limit.addEventListener('abort', () => resolve(), { once: true })
      const found = await check()
      if (found) return found
      if (limit.aborted) throw new Error(`waited in vain: ${what}`)
      await promise
      for (const engine of engines) engine.#watchers.delete(resolve)
    }
  }

  async status(what: string, check: (status: LiveStatus) => boolean): Promise<LiveStatus> {
    return await this.until(what, async () => {
      const status = await this.get('live.status', {})
      return check(status) ? status : null
    })
  }

  last<N extends EventName>(event: N): EventPayload<N> | undefined {
    return this.heard.findLast((each) => each.event === event)?.payload as
      EventPayload<N> | undefined
  }
}

export interface LivePair extends Pair {
  anna: LiveEngine
  bo: LiveEngine
}

/** As `newPair`, with engines whose events can be waited for. */
export async function newLivePair(): Promise<LivePair> {
  const folder = temporaryFolder()
  const paths = { anna: join(folder, 'anna.standpoint'), bo: join(folder, 'bo.standpoint') }
  const anna = new LiveEngine()
  onTestFinished(() => anna.close())
  await anna.do('project.create', { path: paths.anna, title: 'Test', analyst: 'Anna Analytiker' })
  const sourceId = await newSource(anna, interview)
  const { id: codeId } = await anna.do('codes.create', { name: 'venting' })
  const bo = await newCopy(anna, folder, 'Bo Bakken', paths.bo)
  return { folder, anna, bo, paths, sourceId, codeId }
}

/** A copy of the project for one more analyst. */
export async function newCopy(
  from: TestEngine,
  folder: string,
  analyst: string,
  path: string,
): Promise<LiveEngine> {
  const bundle = join(folder, `for ${analyst}.bundle`)
  await from.do('sync.bundle', { path: bundle })
  const engine = new LiveEngine()
  onTestFinished(() => engine.close())
  await engine.do('project.join', { bundle, path, analyst })
  return engine
}

/** Opens a session on this machine only. */
export async function host(engine: LiveEngine): Promise<LiveStatus> {
  return await engine.do('live.host', { address: '127.0.0.1' })
}

/** Lets a guest in: invitation, knock, admission, until it is connected. */
export async function letIn(anna: LiveEngine, guest: LiveEngine): Promise<void> {
  const { link } = await anna.do('live.invite', {})
  await guest.do('live.join', { invitation: link })
  const { knocks } = await anna.status('a knock', ({ knocks: waiting }) => waiting.length > 0)
  await anna.do('live.admit', { guest: knocks[0]?.guest ?? '' })
  await guest.status('connected', ({ phase }) => phase === 'connected')
}

/** Waits until all copies hold the same: documents, trail and originals. */
export async function same(first: LiveEngine, ...others: LiveEngine[]): Promise<void> {
  const check = async () => {
    const states = await Promise.all([first, ...others].map(stateOf))
    return new Set(states).size === 1
  }
  await first.until('all the same', check, others)
}

async function stateOf(engine: TestEngine): Promise<string> {
  return (await engine.get('sync.state', {})).state
}
