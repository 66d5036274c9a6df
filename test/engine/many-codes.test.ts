import { expect, onTestFinished, test, vi } from 'vitest'
import { newProject, newSource, type TestEngine } from './support/project.ts'

/** How many entities are read from the project while `work` goes on. */
async function readWhile(work: () => Promise<unknown>): Promise<number> {
  const parse = vi.spyOn(JSON, 'parse')
  onTestFinished(() => parse.mockRestore())
  await work()
  const count = parse.mock.calls.length
  parse.mockRestore()
  return count
}

async function makeCodes(engine: TestEngine, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n++) await engine.do('codes.create', { name: `Kode ${n}` })
}

test('C1 making a code reads no more of the project when there are many codes', async () => {
  const engine = await newProject()
  const sourceId = await newSource(engine, 'Vi fyller ut skjemaet når brevet kommer.')
  await makeCodes(engine, 0, 10)
  const alone = (name: string) => readWhile(() => engine.do('codes.create', { name }))
  const code = (start: number) =>
    readWhile(() =>
      engine.do('passages.code', {
        sourceId,
        start,
        end: start + 9,
        newCode: { name: `På stedet ${start}` },
      }),
    )
  const few = [await alone('Ny'), await code(0)]
  await makeCodes(engine, 10, 400)
  expect([await alone('Nyere'), await code(5)]).toEqual(few)
})

test('C2 names that are taken, free again, moved or brought back are known at once', async () => {
  const engine = await newProject()
  const a = await engine.do('codes.create', { name: 'Venting' })
  const under = await engine.do('codes.create', { name: 'Under' })
  const refused = async (name: string, parentId: string | null = null) =>
    (await engine.run('codes.create', { name, parentId })).ok ? 'made' : 'refused'
  expect(await refused('venting')).toBe('refused')
  await engine.do('codes.delete', { codeIds: [a.id] })
  await engine.do('history.undo', {})
  expect(await refused('VENTING')).toBe('refused')
  await engine.do('codes.update', { codeIds: [a.id], name: 'Brev' })
  expect(await refused('brev')).toBe('refused')
  await engine.do('codes.move', { codeIds: [a.id], parentId: under.id })
  expect(await refused('brev', under.id)).toBe('refused')
  expect(await refused('brev')).toBe('made')
  // Its parent gone, it stands at the top, where there is one of its name; and a new one comes last.
  const { items } = await engine.get('codes.list', {})
  const last = await engine.do('codes.create', { name: 'Sist' })
  expect(last.order).toBeGreaterThan(
    Math.max(...items.filter(({ parentId }) => parentId === null).map(({ order }) => order)),
  )
})
