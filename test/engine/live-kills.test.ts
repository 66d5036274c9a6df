import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LiveStatus } from '../../shared/contract/live.ts'
import type { Result } from '../../shared/contract/errors.ts'
import { newLivePair } from './support/live.ts'
import { TestEngine } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

/** Each side as a process of its own, as a window has it, so that it can be killed. */
const rounds = Number(process.env.STANDPOINT_KILLS ?? 200) / 40
const seed = Number(process.env.STANDPOINT_SEED ?? Math.floor(Math.random() * 2 ** 31))
const root = fileURLToPath(new URL('../../', import.meta.url))

let file = ''
beforeAll(async () => {
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const folder = mkdtempSync(join(root, 'test-results', 'engine-'))
  file = join(folder, 'engine.mjs')
  await build({
    entryPoints: [join(root, 'electron/engine/engine-process.ts')],
    ...{ outfile: file, bundle: true, platform: 'node', format: 'esm', packages: 'external' },
    logLevel: 'error',
  })
})
afterAll(() => rmSync(join(file, '..'), { recursive: true, force: true }))

/** An engine in a process of its own. */
class Side {
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
      if (message.result) this.#waiting.get(message.id)?.(message.result)
    })
  }

  async ask(kind: 'command' | 'query', name: string, args: unknown): Promise<unknown> {
    this.#last += 1
    const id = this.#last
    const answer = new Promise<Result<unknown>>((resolve) => this.#waiting.set(id, resolve))
    this.#child.send({ id, kind, name, args })
    const result = await answer
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

  async until(check: () => Promise<boolean>): Promise<void> {
    for (;;) {
      const said = this.#said.promise
      if (await check()) return
      await said
    }
  }

  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }
}

test(`V7 either side killed at random moments: both end with the same rows (seed ${seed})`, async () => {
  const pair = await newLivePair()
  const { sourceId, codeId, paths } = pair
  pair.anna.close()
  pair.bo.close()
  let anna = await opened(paths.anna)
  let bo = await opened(paths.bo)
  await anna.ask('command', 'live.host', { address: '127.0.0.1' })
  const { link } = (await anna.ask('command', 'live.invite', {})) as { link: string }
  await bo.ask('command', 'live.join', { invitation: link })
  await anna.until(async () => (await anna.status()).knocks.length > 0)
  const [knock] = (await anna.status()).knocks
  await anna.ask('command', 'live.admit', { guest: knock?.guest })
  await bo.until(async () => (await bo.status()).phase === 'connected')
  const random = randomFrom(seed)
  for (let round = 0; round < rounds; round++) {
    const number = 5 + Math.floor(random() * 25)
    for (let each = 0; each < number; each++) {
      const side = random() < 0.5 ? anna : bo
      const start = Math.floor(random() * 60)
      const [name, args] =
        random() < 0.3
          ? ['codes.create', { name: `${round} ${each}` }]
          : ['passages.code', { sourceId, start, end: start + 12, codeId }]
      if (random() < 0.3) await side.ask('command', String(name), args)
      else side.fire(String(name), args)
    }
    if (random() < 0.5) {
      await anna.kill()
      anna = await opened(paths.anna)
      await anna.ask('command', 'live.host', { address: '127.0.0.1' })
    } else {
      await bo.kill()
      bo = await opened(paths.bo)
      await bo.ask('command', 'live.join', {})
    }
  }
  await bo.until(async () => (await bo.status()).phase === 'connected')
  await bo.until(async () => {
    const [mine, theirs] = await Promise.all([stateOf(anna), stateOf(bo)])
    return mine === theirs
  })
  await Promise.all([anna.kill(), bo.kill()])
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  const engine = new TestEngine()
  await engine.do('project.open', { path: paths.anna })
  expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
  expect((await engine.get('codings.list', {})).items.length).toBeGreaterThan(rounds)
  engine.close()
})

async function opened(path: string): Promise<Side> {
  const side = new Side()
  await side.ask('command', 'project.open', { path })
  return side
}

async function stateOf(side: Side): Promise<string> {
  return ((await side.ask('query', 'sync.state', {})) as { state: string }).state
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
