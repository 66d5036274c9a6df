import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { CommandInput, CommandName } from '../../shared/contract/index.ts'
import type { Result } from '../../shared/contract/errors.ts'
import { newSource, temporaryFolder, TestEngine } from './support/project.ts'

interface Told {
  task: string
  done: number
  total: number
  mayStop: boolean
}

function isTold(payload: object): payload is Told {
  return 'task' in payload && 'done' in payload && 'total' in payload
}

/** An engine in which a task is stopped when it tells for the n-th time how far it has come. */
class StoppedEngine extends TestEngine {
  stopAt = Number.POSITIVE_INFINITY
  told: Told[] = []

  constructor() {
    super((event, payload) => {
      if (event !== 'task.progress' || !isTold(payload)) return
      this.told.push(payload)
      if (this.told.length === this.stopAt) void this.run('tasks.cancel', { task: payload.task })
    })
  }

  /** Stops the command at its first word, its second … until it is carried out; says how often it was stopped. */
  async stopEverywhere<N extends CommandName>(
    name: N,
    args: CommandInput<N>,
    afterStop: () => unknown,
  ): Promise<number> {
    return this.#stopEverywhere(
      (task) => this.command(name, { ...(args as object), task }),
      afterStop,
    )
  }

  async stopCheck(afterStop: () => unknown): Promise<number> {
    return this.#stopEverywhere(
      (task) => this.query('project.check', { rebuild: true, task }),
      afterStop,
    )
  }

  async #stopEverywhere(
    begin: (task: string) => Promise<Result<unknown>>,
    afterStop: () => unknown,
  ): Promise<number> {
    for (let stops = 0; ; stops++) {
      this.told = []
      this.stopAt = stops + 1
      const result = await begin(`stopped ${stops}`)
      this.stopAt = Number.POSITIVE_INFINITY
      if (result.ok) return stops
      expect(result.error.code).toBe('task.cancelled')
      await afterStop()
    }
  }
}

/** A project with something of everything, and what lies in its folder. */
async function project(password?: string) {
  const path = join(temporaryFolder(), 'a.standpoint')
  const engine = new StoppedEngine()
  onTestFinished(() => engine.close())
  await engine.do('project.create', { path, ...(password === undefined ? {} : { password }) })
  const sourceId = await newSource(engine, 'Vi fyller ut skjemaet når brevet kommer.\n'.repeat(60))
  for (let n = 0; n < 120; n++) await engine.do('codes.create', { name: `Kode ${n}` })
  const [code] = (await engine.get('codes.list', {})).items
  await engine.do('passages.code', { sourceId, start: 3, end: 30, codeIds: [code?.id ?? ''] })
  const text = await engine.do('texts.create', { title: 'Skjema' })
  const { id: processId } = await engine.do('processes.create', { name: 'Oppfølging' })
  const step = await engine.do('steps.create', { processId, action: 'Fyller ut' })
  const map = await engine.do('maps.create', {
    name: 'Kart',
    processIds: [processId],
    nodes: [{ ref: { type: 'step', id: step.id } }],
  })
  const files = () => readdirSync(dirname(path)).filter((name) => !/-(?:wal|shm)$/.test(name))
  return { engine, path, folder: dirname(path), files, mapId: map.id, text, step }
}

test('T1 an export that is stopped leaves the older file, and nothing beside it', async () => {
  const { engine, folder, files, mapId } = await project()
  const out = join(folder, 'out.docx')
  writeFileSync(out, 'older')
  const before = files()
  const isUntouched = () => {
    expect(readFileSync(out, 'utf8')).toBe('older')
    expect(files()).toEqual(before)
  }
  const stops = [
    await engine.stopEverywhere('export.codebook', { format: 'docx', path: out }, isUntouched),
  ]
  for (const format of ['xlsx', 'md'] as const) {
    writeFileSync(out, 'older')
    const args = { table: 'inventory' as const, format, path: out }
    stops.push(await engine.stopEverywhere('export.table', args, isUntouched))
  }
  writeFileSync(out, 'older')
  stops.push(
    await engine.stopEverywhere('export.map', { mapId, format: 'pdf', path: out }, isUntouched),
  )
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  expect(Math.min(...stops)).toBeGreaterThan(1)
})

test('T2 a backup or a restored copy that is stopped leaves nothing, and says how far it has come', async () => {
  const { engine, path, folder, files } = await project()
  const before = files()
  const isUntouched = () => expect(files()).toEqual(before)
  const backup = join(folder, 'b.standpoint')
  expect(
    await engine.stopEverywhere('backups.create', { path: backup }, isUntouched),
  ).toBeGreaterThan(1)
  expect(engine.told.some(({ done, total }) => done === total)).toBe(true)
  const copy = join(folder, 'c.standpoint')
  const withBackup = files()
  const stops = await engine.stopEverywhere('backups.restore', { backup, path: copy }, () =>
    expect(files()).toEqual(withBackup),
  )
  expect(stops).toBeGreaterThan(1)
  expect(statSync(copy).size).toBe(statSync(backup).size)
  await engine.do('project.open', { path: copy })
  expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
  expect(path).not.toBe(copy)
})

test('T3 a password that is stopped before the file is rewritten is not set', async () => {
  const { engine, path } = await project()
  const stops = await engine.stopEverywhere('project.setPassword', { password: 'ny' }, async () => {
    expect((await engine.get('project.info', {})).encrypted).toBe(false)
  })
  expect(stops).toBe(1)
  engine.close()
  await engine.do('project.open', { path, password: 'ny' })
  expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
})

test('T4 an encrypted backup can be stopped before it is written', async () => {
  const { engine, folder, files } = await project('hemmelig')
  const before = files()
  const stops = await engine.stopEverywhere(
    'backups.create',
    { path: join(folder, 'b.standpoint') },
    () => expect(files()).toEqual(before),
  )
  expect(stops).toBeGreaterThan(0)
})

test('T5 a check and a repair can be stopped at every step, and change nothing when they are', async () => {
  const { engine } = await project()
  const codes = async () => (await engine.get('codes.list', {})).items.length
  const before = await codes()
  expect(await engine.stopCheck(async () => expect(await codes()).toBe(before))).toBeGreaterThan(4)
  const stops = await engine.stopEverywhere('project.repair', {}, async () => {
    expect(await codes()).toBe(before)
    expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
  })
  expect(stops).toBeGreaterThan(1)
  expect(await codes()).toBe(before)
})

test('T6 what is asked while a check goes on is answered from the project as it is; what changes it waits', async () => {
  const { engine } = await project()
  const order: string[] = []
  const check = engine.get('project.check', { rebuild: true }).then(({ clean }) => {
    order.push(`checked ${String(clean)}`)
  })
  const created = engine.do('codes.create', { name: 'Ny' }).then(() => order.push('created'))
  const counted = engine.get('project.counts', {}).then(({ codes }) => order.push(`${codes} codes`))
  await Promise.all([check, created, counted])
  expect(order).toEqual(['120 codes', 'checked true', 'created'])
})

test('T7 a sample project that is stopped leaves no file', async () => {
  const folder = temporaryFolder()
  const engine = new StoppedEngine()
  onTestFinished(() => engine.close())
  engine.stopAt = 2
  const path = join(folder, 'sample.standpoint')
  const failure = await engine.refusal('project.createSample', { path, language: 'nb', task: 's' })
  expect(failure.code).toBe('task.cancelled')
  expect(readdirSync(folder)).toEqual([])
  expect((await engine.ask('project.info', {})).ok).toBe(false)
})

test('T8 a task that still waits for its turn can be stopped', async () => {
  const { engine, folder, files } = await project()
  const before = files()
  const long = engine.get('project.check', { rebuild: true })
  const waiting = engine.run('backups.create', { path: join(folder, 'b.standpoint'), task: 'w' })
  await engine.do('tasks.cancel', { task: 'w' })
  const result = await waiting
  await long
  expect(result.ok ? 'carried out' : result.error.code).toBe('task.cancelled')
  expect(files()).toEqual(before)
})

test('T9 a merge that is stopped before it is written changes nothing', async () => {
  const { engine, path, folder } = await project()
  const partners = join(folder, 'partner.standpoint')
  const first = join(folder, 'first.bundle')
  await engine.do('sync.bundle', { path: first })
  const partner = new TestEngine()
  onTestFinished(() => partner.close())
  await partner.do('project.join', { bundle: first, path: partners, analyst: 'Bo Bakken' })
  await newSource(partner, 'Så ringer jeg.\n')
  await partner.do('codes.create', { name: 'fra Bo' })
  const back = join(folder, 'back.bundle')
  await partner.do('sync.bundle', { path: back })
  partner.close()
  for (const from of [back, partners]) {
    const { codes } = await engine.get('project.counts', {})
    const stops = await engine.stopEverywhere('sync.merge', { path: from }, async () => {
      expect((await engine.get('project.counts', {})).codes).toBe(codes)
      expect((await engine.get('sync.peers', {})).items).toHaveLength(from === back ? 0 : 1)
    })
    expect(stops).toBeGreaterThan(0)
    expect(engine.told.at(-1)).toMatchObject({ done: engine.told.at(-1)?.total })
    // Writing is one step, told as it goes, that is said not to be stopped any more, and is not.
    const last = engine.told.findIndex(({ mayStop }) => !mayStop)
    expect(engine.told.slice(0, last).every(({ mayStop }) => mayStop)).toBe(true)
    expect(engine.told.slice(last).every(({ mayStop }) => !mayStop)).toBe(true)
    expect(stops).toBe(last + 1)
    expect(engine.told[last]).toMatchObject({ done: 0 })
    expect(engine.told.slice(last).length).toBeGreaterThan(1)
  }
  const names = (await engine.get('codes.list', {})).items.map(({ name }) => name)
  expect(names).toContain('fra Bo')
  expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
  expect(path).not.toBe(partners)
})

test('T1 an import that is done again and stopped leaves text, codings and the original as they were', async () => {
  const { engine, folder } = await project()
  const file = join(folder, 'brev.html')
  const lines = Array.from({ length: 400 }, (_, n) => `<p>Linje ${n} om brevet.</p>`)
  writeFileSync(file, lines.join('\n'))
  const { items } = await engine.do('sources.import', { paths: [file] })
  const sourceId = items[0]?.sourceIds[0] ?? ''
  await engine.do('passages.code', { sourceId, start: 3, end: 30, newCode: { name: 'brev' } })
  await engine.do('sources.editText', { sourceId, start: 0, end: 5, text: 'Rettet' })
  const state = async () => [
    await engine.get('sources.text', { sourceId }),
    await engine.get('sources.passages', { sourceId }),
    await engine.get('history.state', {}),
  ]
  const before = await state()
  let stops = 0
  for (let turns = 0; turns < 60; turns += 4) {
    const task = `again ${turns}`
    const again = engine.command('sources.redoImport', { sourceId, options: {}, task })
    for (let turn = 0; turn < turns; turn++) await Promise.resolve()
    await engine.do('tasks.cancel', { task })
    const result = await again
    if (result.ok) break
    expect(result.error.code).toMatch(/cancelled$/)
    expect(await state()).toEqual(before)
    stops += 1
  }
  expect(stops).toBeGreaterThan(1)
  await engine.do('sources.redoImport', { sourceId, options: {} })
  expect((await engine.get('sources.text', { sourceId })).text).toMatch(/^Linje 0/)
  await engine.do('history.undo', {})
  expect(await engine.get('sources.text', { sourceId })).toEqual(before[0])
})
