import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  QueryInput,
  QueryName,
  QueryOutput,
} from '../../shared/contract/index.ts'
import type { Result } from '../../shared/contract/errors.ts'
import { projectedTables } from '../../electron/engine/project/projection.ts'
import { runAct, someActs, type Act, type Actor, type World } from './support/acts.ts'
import { runAnyCommand } from './support/any-command.ts'
import { passphrase } from './support/folder.ts'
import { expectInvariants } from './support/invariants.ts'
import { newCopy, newLivePair } from './support/live.ts'
import { Refused, TestEngine, valueOf } from './support/project.ts'
import { randomFrom } from './support/random.ts'
import { Side } from './support/side.ts'
import { projectedRows } from './support/tables.ts'

/**
 * Analysts who work at the same time, each in a process of its own, over all three ways to meet at
 * once: bundles late, twice or never, a shared folder, a live session that is left and joined again;
 * and any of them is killed at any moment. In the end all hold the same, row for row, and the trail of
 * each tells of everything that was answered for. `STANDPOINT_ACTS=100000 STANDPOINT_PEERS=6` for a long run,
 * with `STANDPOINT_MINUTES=60` one that has an end.
 */
const peers = Number(process.env.STANDPOINT_PEERS ?? 3)
const acts = Number(process.env.STANDPOINT_ACTS ?? 240)
const seed = Number(process.env.STANDPOINT_SEED ?? 20261122)
/** A long run ends after so many minutes of work, however many of its acts were done by then. */
const minutes = Number(process.env.STANDPOINT_MINUTES ?? Infinity)
/** Acts that choose from the same lists: one, but in a long run, where these hold tens of thousands. */
const actsPerLook = Math.ceil(acts / 1000)
/** In a long run they meet, and are killed, about as often in all as in one of two thousand acts. */
const rarity = Math.min(1, 2000 / acts)

test(
  `S3–S6, V4 ${peers} analysts, ${acts} acts at once over bundles, folder and live session, with kills (seed ${seed})`,
  { timeout: 240_000 + acts * 400 + peers ** 2 * 5_000 },
  async () => {
    const pair = await newLivePair()
    const names = Array.from({ length: peers - 2 }, (_, at) => `Analytiker ${at + 3}`)
    const copies = []
    for (const name of names)
      copies.push(
        await newCopy(pair.anna, pair.folder, name, join(pair.folder, `${name}.standpoint`)),
      )
    const shared = join(pair.folder, 'shared')
    mkdirSync(shared)
    const paths = []
    for (const engine of [pair.anna, pair.bo, ...copies]) {
      await engine.do('folder.use', { path: shared, passphrase })
      paths.push((await engine.get('project.info', {})).path)
      engine.close()
    }
    const port = await freePort()
    const all = paths.map((path, who) => new Peer(path, who, port, shared))
    await Promise.all(all.map((peer) => peer.open()))
    const [host, ...guests] = all
    if (!host) throw new Error('nobody is there')
    await host.do('live.host', { address: '127.0.0.1', port })
    for (const guest of guests) await host.letIn(guest)

    const drawn = fc.sample(someActs(60), { seed, numRuns: Math.ceil(acts / 8) }).flat()
    const until = performance.now() + minutes * 60_000
    const work = all.map((peer) => peer.work(drawn, Math.ceil(acts / peers), all, until))
    const done = (await Promise.all(work)).reduce((sum, count) => sum + count, 0)
    if (done > 1000) process.stdout.write(`${done} acts were done\n`)

    for (const peer of all) await peer.quit()
    for (const peer of all) await peer.closeRounds()
    // What a merge itself decides, as where a passage stands again, has to go round too.
    for (let round = 1; ; round++) {
      const unlike = unlikeRows(paths)
      if (unlike.length === 0) break
      if (round > 4) throw new Error(`unlike after four rounds of bundles:\n${unlike.join('\n')}`)
      for (const from of all) {
        const bundle = await from.bundle()
        for (const to of all) if (to !== from) await to.do('sync.merge', { path: bundle })
      }
    }
    for (const peer of all) await peer.kill()
    expect(unlikeRows(paths)).toEqual([])
    const engine = new TestEngine()
    await engine.do('project.open', { path: paths[0] ?? '' })
    await expectInvariants(engine)
    const promised = all.flatMap(({ answeredFor }) => answeredFor)
    for (const path of paths) {
      const told = new Set(madeCodes(path))
      expect(promised.filter((name) => !told.has(name))).toEqual([])
    }
    expect(promised.length).toBeGreaterThan(done / 40)
    engine.close()
  },
)

/** Rows that one of the copies holds otherwise than the first. */
function unlikeRows(paths: readonly string[]): string[] {
  const [first = {}, ...others] = paths.map(sharedRows)
  return others.flatMap((rows, at) =>
    differences(first, rows).map((line) => `copies 0 and ${at + 1}: ${line}`),
  )
}

type Rows = ReturnType<typeof projectedRows>

/** Without what was coded in a blind round that was deleted: it stays with whoever coded it (S8). */
function sharedRows(path: string): Rows {
  const rows = projectedRows(path)
  const columns = (row: string) => JSON.parse(row) as unknown[]
  const deleted = new Set<unknown>()
  for (const row of rows.entities ?? []) {
    const [kind, id, isDeleted] = columns(row)
    if (kind === 'rounds' && isDeleted === 1) deleted.add(id)
  }
  const without = (table: keyof typeof projectedTables) => {
    const layer = projectedTables[table].split(', ').indexOf('layer')
    return (rows[table] ?? []).filter((row) => !deleted.has(columns(row)[layer]))
  }
  return { ...rows, passages: without('passages'), codings: without('codings') }
}

/** Rows that only one of two copies has. */
function differences(one: Rows, other: Rows): string[] {
  const lines = (rows: Rows) =>
    Object.entries(rows).flatMap(([table, all]) =>
      all.map((row) => `${table} ${JSON.stringify(row)}`),
    )
  const [here, there] = [new Set(lines(one)), new Set(lines(other))]
  return [
    ...[...here].filter((line) => !there.has(line)).map((line) => `only one: ${line}`),
    ...[...there].filter((line) => !here.has(line)).map((line) => `only the other: ${line}`),
  ]
}

/** Names of all codes that were ever made, as the trail of a copy tells. */
function madeCodes(path: string): string[] {
  const db = new Database(path, { readonly: true })
  try {
    return db
      .prepare<[], string>(`SELECT label FROM activity WHERE command = 'codes.create'`)
      .pluck()
      .all()
  } finally {
    db.close()
  }
}

/** A port nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** One analyst: a project, and a process that is killed and started again. */
class Peer implements Actor {
  readonly path: string
  /** Names of codes whose making was answered, whatever became of them. */
  readonly answeredFor: string[] = []
  readonly #who: number
  readonly #port: number
  readonly #folder: string
  readonly #sent: string[] = []
  /** Lists as they were seen a moment ago. */
  readonly #seen = new Map<QueryName, unknown>()
  readonly #random: () => number
  #side = new Side()

  constructor(path: string, who: number, port: number, folder: string) {
    this.path = path
    this.#who = who
    this.#port = port
    this.#folder = join(folder, '..', `of ${who}`)
    mkdirSync(this.#folder)
    this.#random = randomFrom(seed * 31 + who)
  }

  async open(): Promise<void> {
    await this.do('project.open', { path: this.path })
  }

  async run<N extends CommandName>(
    name: N,
    args: CommandInput<N>,
  ): Promise<Result<CommandOutput<N>>> {
    return (await this.#side.result('command', name, args)) as Result<CommandOutput<N>>
  }

  async do<N extends CommandName>(name: N, args: CommandInput<N>): Promise<CommandOutput<N>> {
    return valueOf(name, await this.run(name, args))
  }

  /** People choose from what was on their screen a moment ago, and some of it is gone by then. */
  async get<N extends QueryName>(name: N, args: QueryInput<N>): Promise<QueryOutput<N>> {
    const isList = Object.keys(args).length === 0
    if (isList && this.#seen.has(name)) return this.#seen.get(name) as QueryOutput<N>
    const result = (await this.#side.result('query', name, args)) as Result<QueryOutput<N>>
    const value = valueOf(name, result)
    if (isList) this.#seen.set(name, value)
    return value
  }

  close(): void {
    throw new Error('acts must not close the project of somebody else’s process')
  }

  kill(): Promise<void> {
    return this.#side.kill()
  }

  async letIn(guest: Peer): Promise<void> {
    const { link } = await this.do('live.invite', {})
    await guest.do('live.join', { invitation: link })
    await this.#side.until(async () => (await this.#side.status()).knocks.length > 0)
    const { knocks } = await this.#side.status()
    await this.do('live.admit', { guest: knocks[0]?.guest ?? '' })
    await guest.#side.until(async () => (await guest.#side.status()).phase === 'connected')
  }

  /** Works through its part of the acts, and meets the others in between. */
  async work(
    drawn: readonly Act[],
    count: number,
    all: readonly Peer[],
    until: number,
  ): Promise<number> {
    const world: World<Actor> = {
      engine: this,
      path: this.path,
      folder: this.#folder,
      imported: this.#who * 10_000,
    }
    let number = 0
    for (; number < count && performance.now() < until; number++) {
      if (number % actsPerLook === 0) this.#seen.clear()
      const dice = this.#random() / rarity
      if (dice < 0.02) await this.#dieAndReturn()
      else if (dice < 0.05) await this.#meet('folder.exchange', {})
      else if (dice < 0.08) await this.#send(all)
      else if (dice < 0.12) await this.#receive(all)
      else if (dice < 0.14) await this.#leaveOrJoin()
      else if (number % 10 === 0) await this.#promise(number)
      else if (this.#random() < 0.5)
        await runAnyCommand(this, this.path, this.#random, (name) => this.#mayBe(name))
      else {
        const act = drawn[Math.floor(this.#random() * drawn.length)]
        if (act && act.kind !== 'reopen') await runAct(world, act).catch(onlyGone)
      }
    }
    return number
  }

  /** A withdrawal makes everybody write all files anew: in a long run not at every turn. */
  #mayBe(name: CommandName): boolean {
    return name !== 'sources.withdraw' || this.#random() < rarity * 10
  }

  /** Makes a code under a name that says that it was answered for. */
  async #promise(number: number): Promise<void> {
    const name = `lovet ${this.#who} ${number}`
    const made = await this.run('codes.create', { name })
    if (made.ok) this.answeredFor.push(name)
  }

  /** Killed in the middle of something, which may be done or not. */
  async #dieAndReturn(): Promise<void> {
    this.#side.fire('codes.create', { name: `kanskje ${this.#who}` })
    if (this.#random() < 0.5) this.#side.fire('folder.exchange', {})
    // Sometimes closed properly, with as much under way.
    await (this.#random() < 0.3 ? this.#side.close() : this.#side.kill())
    this.#side = new Side()
    await this.open()
    if (this.#who === 0) await this.do('live.host', { address: '127.0.0.1', port: this.#port })
    else await this.#meet('live.join', {})
  }

  async #leaveOrJoin(): Promise<void> {
    if (this.#who === 0) return
    const { phase } = await this.#side.status()
    await this.#meet(phase === 'off' ? 'live.join' : 'live.leave', {})
  }

  async bundle(): Promise<string> {
    const path = join(this.#folder, `${this.#sent.length}.bundle`)
    await this.do('sync.bundle', { path })
    this.#sent.push(path)
    return path
  }

  /** A bundle of everything, or of what somebody did not have a moment ago. */
  async #send(all: readonly Peer[]): Promise<void> {
    const other = all[Math.floor(this.#random() * all.length)]
    const known = await other?.stateNow()
    const since = this.#random() < 0.5 ? undefined : known
    const path = join(this.#folder, `${this.#sent.length}.bundle`)
    await this.#meet('sync.bundle', { path, ...(since === undefined ? {} : { since }) })
    this.#sent.push(path)
  }

  /** What it holds; nothing while it is dead. */
  async stateNow(): Promise<string | undefined> {
    const result = await this.#side.result('query', 'sync.state', {})
    return result.ok ? (result.value as QueryOutput<'sync.state'>).state : undefined
  }

  /** Any bundle that was ever sent by anybody, perhaps for the third time. */
  async #receive(all: readonly Peer[]): Promise<void> {
    const sent = all.flatMap((peer) => (peer === this ? [] : peer.#sent))
    const path = sent[Math.floor(this.#random() * sent.length)]
    if (path !== undefined) await this.#meet('sync.merge', { path })
  }

  /** A refusal with a reason is fine, a bug is not. */
  async #meet<N extends CommandName>(name: N, args: CommandInput<N>): Promise<void> {
    const result = await this.run(name, args)
    if (!result.ok && result.error.code === 'internal')
      throw new Error(`${name}: ${result.error.message}`)
  }

  /** Whoever coded apart here closes, so that the layers can meet. */
  async closeRounds(): Promise<void> {
    this.#seen.clear()
    const { items } = await this.get('rounds.list', {})
    // Analyst by analyst: after each switch the engine reads the project anew.
    for (const analystId of new Set(items.flatMap(({ analystIds }) => analystIds))) {
      await this.#meet('analysts.use', { analystId })
      for (const round of items)
        if (round.analystIds.includes(analystId))
          await this.#meet('rounds.close', { roundId: round.id })
    }
  }

  async quit(): Promise<void> {
    await this.#meet(this.#who === 0 ? 'live.stop' : 'live.leave', {})
    await this.#meet('folder.exchange', {})
  }
}

/** Between looking and acting, a colleague may have taken away what was seen. */
function onlyGone(error: unknown): void {
  if (!(error instanceof Refused && error.failure.code.endsWith('.notFound'))) throw error
}
