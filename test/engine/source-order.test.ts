import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectInvariants } from './support/invariants.ts'
import { newProject, temporaryFolder, type TestEngine } from './support/project.ts'

async function titles(engine: TestEngine): Promise<string> {
  const { items } = await engine.get('sources.list', {})
  return items.map((source) => source.title).join(' ')
}

async function withSources(engine: TestEngine, names: string): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const title of names.split(' '))
    ids.set(title, (await engine.do('sources.create', { title })).id)
  return ids
}

test('sources stand where they were put, also after an opening, and undo puts them back', async () => {
  const path = join(temporaryFolder(), 'a.standpoint')
  const engine = await newProject(path)
  const ids = await withSources(engine, 'A B C D')
  const id = (title: string) => ids.get(title) ?? ''
  const move = (moved: string, beforeId: string | null, folderId: string | null = null) =>
    engine.do('sources.move', { sourceIds: moved.split(' ').map(id), folderId, beforeId })
  await move('D', id('B'))
  expect(await titles(engine)).toBe('A D B C')
  await move('A D', null)
  expect(await titles(engine)).toBe('B C A D')
  await move('C', id('B'))
  expect(await titles(engine)).toBe('C B A D')
  await engine.do('sources.create', { title: 'E' })
  expect(await titles(engine)).toBe('C B A D E')
  await engine.do('project.open', { path })
  expect(await titles(engine)).toBe('C B A D E')
  await expectInvariants(engine)
  for (const order of ['C B A D', 'B C A D', 'A D B C', 'A B C D']) {
    await engine.do('history.undo', {})
    expect(await titles(engine)).toBe(order)
  }
  expect((await engine.get('history.state', {})).redo).toMatchObject({ command: 'sources.move' })
})

test('a source goes into a folder at its place; the list is in the order of the navigator', async () => {
  const engine = await newProject()
  const ids = await withSources(engine, 'A B C D E')
  const id = (title: string) => ids.get(title) ?? ''
  const outer = await engine.do('folders.create', { name: 'outer' })
  const inner = await engine.do('folders.create', { name: 'inner', parentId: outer.id })
  const into = (folderId: string | null, moved: string, beforeId: string | null = null) =>
    engine.do('sources.move', { sourceIds: moved.split(' ').map(id), folderId, beforeId })
  await into(outer.id, 'C D')
  await into(outer.id, 'A', id('D'))
  await into(inner.id, 'E')
  expect(await titles(engine)).toBe('E C A D B')
  // A source of another folder is no place in this one.
  await into(null, 'C', id('D'))
  expect(await titles(engine)).toBe('E A D B C')
  expect(
    (await engine.refusal('sources.move', { sourceIds: [id('A')], folderId: 'none' })).code,
  ).toBe('folder.notFound')
})

test('the room between two sources does not run out', async () => {
  const engine = await newProject()
  const ids = await withSources(engine, 'A B C')
  const [a = '', b = '', c = ''] = ids.values()
  for (let n = 0; n < 60; n++) {
    const [moved, title] = n % 2 === 0 ? [c, 'A C B'] : [b, 'A B C']
    await engine.do('sources.move', {
      sourceIds: [moved],
      folderId: null,
      beforeId: moved === c ? b : c,
    })
    expect(await titles(engine)).toBe(title)
  }
  await engine.do('sources.move', { sourceIds: [a], folderId: null })
  expect(await titles(engine)).toBe('B C A')
})
