import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runAct, someActs, type Act, type World } from './support/acts.ts'
import { expectInvariants } from './support/invariants.ts'
import { newProject, newSource, temporaryFolder, TestEngine } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

/** What happens among the copies of a project: somebody works, sends, or takes in what was sent. */
interface Move {
  kind: 'work' | 'sendAll' | 'sendPart' | 'receive' | 'settle' | 'withdraw'
  who: number
  what: number
  acts: Act[]
}

const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom(
    'work',
    'work',
    'work',
    'work',
    'sendAll',
    'sendPart',
    'receive',
    'receive',
    'receive',
    'settle',
    'withdraw',
  ),
  who: fc.nat(9),
  what: fc.nat(999),
  acts: someActs(6),
})

const runs = Number(process.env.STANDPOINT_RUNS ?? 8)

test(
  `S3–S6, S9, S12 copies that worked apart, and got packets twice, late or never, agree in the end (${runs} times)`,
  { timeout: 900_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 4 }),
        fc.array(move, { minLength: 8, maxLength: 24 }),
        async (count, moves) => {
          const worlds = await copies(count)
          const mail = new Mail(worlds)
          for (const { kind, who, what, acts } of moves) {
            const world = worlds[who % count]
            if (world) await carryOut(world, mail, kind, what, acts)
          }
          await mail.everythingToAll()
          const [first, ...others] = worlds
          if (!first) return
          const rows = projectedRows(first.path)
          for (const other of others) expect(projectedRows(other.path)).toEqual(rows)
          await expectInvariants(first.engine)
          for (const world of worlds) {
            expect((await world.engine.get('project.check', { rebuild: true })).problems).toEqual(
              [],
            )
            world.engine.close()
          }
        },
      ),
      { numRuns: runs, endOnFailure: true },
    )
  },
)

async function carryOut(
  world: World,
  mail: Mail,
  kind: Move['kind'],
  what: number,
  acts: Act[],
): Promise<void> {
  const { engine } = world
  if (kind === 'work') for (const act of acts) await runAct(world, act)
  else if (kind === 'sendAll') await mail.send(world)
  else if (kind === 'sendPart') await mail.send(world, what)
  else if (kind === 'receive') await mail.receive(world, what)
  else if (kind === 'settle') {
    const { items } = await engine.get('conflicts.list', { isOpen: true })
    const item = items[what % items.length]
    const outcome = (['A', 'B', 'both'] as const)[what % 3] ?? 'A'
    if (item)
      await allowed(engine.run('conflicts.settle', { conflictId: item.id, outcome, reason: 'x' }))
  } else if (what % 3 === 0) {
    const { items } = await engine.get('sources.list', {})
    const source = items[what % items.length]
    if (source) await engine.do('sources.withdraw', { sourceIds: [source.id] })
  }
}

/** Packets on their way. */
class Mail {
  readonly #worlds: readonly World[]
  readonly #sent: string[] = []
  readonly #states: string[] = []
  constructor(worlds: readonly World[]) {
    this.#worlds = worlds
  }

  /** Everything, or what is new since a state that somebody had at some time. */
  async send(world: World, since?: number): Promise<string> {
    const path = join(world.folder, `${this.#sent.length}.bundle`)
    const state = since === undefined ? undefined : this.#states[since % this.#states.length]
    await world.engine.do('sync.bundle', { path, ...(state === undefined ? {} : { since: state }) })
    this.#states.push((await world.engine.get('sync.state', {})).state)
    this.#sent.push(path)
    return path
  }

  /** One of all that were ever sent; what rests on what is not here is refused. */
  async receive(world: World, which: number): Promise<void> {
    const path = this.#sent[which % this.#sent.length]
    if (path !== undefined) await allowed(world.engine.run('sync.merge', { path }))
  }

  async everythingToAll(): Promise<void> {
    for (let round = 0; round < 2; round++) {
      for (const from of this.#worlds) {
        const path = await this.send(from)
        for (const to of this.#worlds) if (to !== from) await to.engine.do('sync.merge', { path })
      }
    }
  }
}

/** A refusal with a reason is fine, a bug is not. */
async function allowed(work: ReturnType<TestEngine['run']>): Promise<void> {
  const result = await work
  if (!result.ok && result.error.code === 'internal') throw new Error(result.error.message)
}

async function copies(count: number): Promise<World[]> {
  const folder = temporaryFolder()
  const path = join(folder, '0.standpoint')
  const engine = await newProject(path)
  await newSource(engine, 'Jeg ringer legen og venter.\nSå ringer han ikke.\n')
  await engine.do('codes.create', { name: 'venting' })
  const bundle = join(folder, 'begin.bundle')
  await engine.do('sync.bundle', { path: bundle })
  const worlds: World[] = [{ engine, path, folder, imported: 0 }]
  for (let number = 1; number < count; number++) {
    const other = new TestEngine()
    const place = join(folder, `${number}.standpoint`)
    await other.do('project.join', { bundle, path: place, analyst: `Analytiker ${number}` })
    worlds.push({ engine: other, path: place, folder, imported: number * 1000 })
  }
  return worlds
}
