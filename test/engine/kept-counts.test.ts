import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runAnyCommand } from './support/any-command.ts'
import { newProject, newSource, temporaryFolder, TestEngine } from './support/project.ts'
import { randomFrom } from './support/random.ts'

const acts = Number(process.env.STANDPOINT_ACTS ?? 400)
const seed = Number(process.env.STANDPOINT_SEED ?? 20261122)

/** The answers that rest on counted codings. */
async function counted(engine: TestEngine) {
  const { items: sources } = await engine.get('sources.list', {})
  const { items: codes } = await engine.get('codes.list', {})
  return { sources, codes, counts: await engine.get('project.counts', {}) }
}

/** The same from an engine that has counted nothing before. */
async function countedAnew(path: string) {
  const engine = new TestEngine()
  await engine.do('project.open', { path, readOnly: true })
  try {
    return await counted(engine)
  } finally {
    engine.close()
  }
}

/** What commands drawn from the contract seldom do: a coding of a text with a code that is there. */
async function codeAnything(engine: TestEngine, random: () => number): Promise<void> {
  const one = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]
  const source = one((await engine.get('sources.list', {})).items)
  const code = one((await engine.get('codes.list', {})).items)
  if (!source || !code || source.characters < 2) return
  const end = 1 + Math.floor(random() * (source.characters - 1))
  await engine.run('passages.code', { sourceId: source.id, start: 0, end, codeIds: [code.id] })
}

test(`counts that are kept are those of a fresh count, after ${acts} commands of every kind (seed ${seed})`, async () => {
  const path = join(temporaryFolder(), 'project.standpoint')
  const engine = await newProject(path)
  const random = randomFrom(seed)
  for (const name of ['en', 'to', 'tre']) {
    await newSource(engine, 'Jeg ringte, og så ventet jeg på svar.')
    await engine.do('codes.create', { name })
    for (let act = 0; act < 4; act++) await codeAnything(engine, random)
  }
  let most = 0
  for (let act = 0; act < acts; act++) {
    const name = await runAnyCommand(engine, path, random)
    if (random() < 0.5) await codeAnything(engine, random)
    if (random() < 0.1) await engine.run('history.undo', {})
    if (random() < 0.05) await engine.run('history.redo', {})
    // Asked each time, so that each change is counted by itself.
    const kept = await counted(engine)
    most = Math.max(most, kept.counts.codings)
    if (random() < 0.25) expect(kept, `after ${name}`).toEqual(await countedAnew(path))
  }
  expect(most).toBeGreaterThan(5)
  expect(await counted(engine)).toEqual(await countedAnew(path))
})

test('counts that are kept follow deletions, blind rounds and who sits here', async () => {
  const path = join(temporaryFolder(), 'project.standpoint')
  const engine = await newProject(path)
  const [first, second] = [
    await newSource(engine, 'En to tre'),
    await newSource(engine, 'Fire fem'),
  ]
  const code = await engine.do('codes.create', { name: 'kode' })
  const seen = async (): Promise<number[]> => {
    const { sources, codes, counts } = await counted(engine)
    expect(await countedAnew(path)).toEqual({ sources, codes, counts })
    const sum = (items: readonly { codings: number }[]) =>
      items.reduce((all, { codings }) => all + codings, 0)
    expect(sum(sources)).toBe(counts.codings)
    expect(sum(codes)).toBe(counts.codings)
    return [counts.codings, counts.passages]
  }
  const place = (sourceId: string, end: number) => ({ sourceId, start: 0, end, codeIds: [code.id] })
  expect(await seen()).toEqual([0, 0])
  await engine.do('passages.code', place(first, 2))
  await engine.do('passages.code', place(second, 4))
  expect(await seen()).toEqual([2, 2])
  await engine.do('history.undo', {})
  expect(await seen()).toEqual([1, 1])
  await engine.do('history.redo', {})
  expect(await seen()).toEqual([2, 2])
  await engine.do('sources.delete', { sourceIds: [second] })
  expect(await seen()).toEqual([1, 1])
  await engine.do('history.undo', {})
  await engine.do('codes.delete', { codeIds: [code.id] })
  expect(await seen()).toEqual([0, 0])
  await engine.do('history.undo', {})
  expect(await seen()).toEqual([2, 2])
  const me = (await engine.get('project.info', {}))?.analystId ?? ''
  const { id: other } = await engine.do('analysts.create', { name: 'Bo' })
  const { id: roundId } = await engine.do('rounds.create', {
    name: 'Blind',
    analystIds: [me, other],
    sourceIds: [first],
    isBlind: true,
  })
  await engine.do('rounds.enter', { roundId })
  expect(await seen()).toEqual([1, 1])
  await engine.do('passages.code', place(first, 2))
  expect(await seen()).toEqual([2, 2])
  await engine.do('analysts.use', { analystId: other })
  expect(await seen()).toEqual([2, 2])
  await engine.do('rounds.enter', { roundId })
  expect(await seen()).toEqual([1, 1])
})
