import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newProject, newSource, temporaryFolder } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

async function coded() {
  const path = join(temporaryFolder(), 'a.standpoint')
  const engine = await newProject(path)
  const sourceId = await newSource(engine, 'en to tre fire fem')
  const parent = await engine.do('codes.create', { name: 'work', kind: 'work', hue: 25 })
  const code = await engine.do('codes.create', { name: 'waiting', parentId: parent.id, hue: 75 })
  for (const start of [0, 3, 6])
    await engine.do('passages.code', { sourceId, start, end: start + 2, codeId: code.id })
  const { items } = await engine.get('codings.list', { codeId: code.id })
  return { path, engine, sourceId, parent, code, codingIds: items.map(({ id }) => id) }
}

test('a code is split to a new code and an old one in one step, and one undo takes both back', async () => {
  const { path, engine, parent, code, codingIds } = await coded()
  const before = projectedRows(path)
  const [first = '', second = ''] = codingIds
  const done = await engine.do('codes.split', {
    codeId: code.id,
    newCodes: [{ name: 'for an answer' }],
    deal: [
      { codingId: first, newCode: 0 },
      { codingId: second, codeId: parent.id },
    ],
  })
  expect(done).toEqual({ codings: 2, codes: 2 })
  const { items } = await engine.get('codes.list', {})
  expect(items.map(({ name, codings }) => `${name} ${codings}`)).toEqual([
    'work 1',
    'waiting 1',
    'for an answer 1',
  ])
  expect(items[2]).toMatchObject({ parentId: parent.id, kind: 'work', hue: 75 })
  await engine.do('history.undo', {})
  expect(projectedRows(path)).toEqual(before)
})

test('a split that names no code, or a name that is taken, changes nothing', async () => {
  const { path, engine, code, codingIds } = await coded()
  const before = projectedRows(path)
  const [codingId = ''] = codingIds
  const split = (newCodes: { name: string }[], newCode: number) =>
    engine.run('codes.split', { codeId: code.id, newCodes, deal: [{ codingId, newCode }] })
  expect(await split([], 0)).toMatchObject({ ok: false, error: { code: 'code.notFound' } })
  expect(await split([{ name: 'Waiting' }], 0)).toMatchObject({
    ok: false,
    error: { code: 'code.nameTaken' },
  })
  expect(await split([{ name: 'a' }, { name: 'A' }], 0)).toMatchObject({
    ok: false,
    error: { code: 'code.nameTaken' },
  })
  expect(projectedRows(path)).toEqual(before)
})

test('what deleting touches has everything below; what merging moves has not', async () => {
  const { engine, sourceId, parent, code } = await coded()
  await engine.do('passages.code', { sourceId, start: 10, end: 14, codeId: parent.id })
  expect(await engine.get('codes.affected', { codeIds: [parent.id] })).toEqual({
    codings: 4,
    sources: 1,
    codes: 2,
    subcodes: 1,
  })
  expect(await engine.get('codes.affected', { codeIds: [parent.id], own: true })).toEqual({
    codings: 1,
    sources: 1,
    codes: 1,
    subcodes: 1,
  })
  expect(await engine.get('codes.affected', { codeIds: [parent.id, code.id] })).toMatchObject({
    codes: 2,
    subcodes: 0,
  })
})

test('the history of a code says where it was moved', async () => {
  const { engine, parent, code } = await coded()
  await engine.do('codes.move', { codeIds: [code.id], parentId: null })
  await engine.do('codes.move', { codeIds: [code.id], parentId: parent.id })
  const { items } = await engine.get('codes.history', { codeId: code.id })
  expect(items.slice(0, 2).map(({ changes }) => changes)).toEqual([{ path: 'work' }, { path: '' }])
})

test('a move changes what is moved and nothing beside it, wherever it goes and however often', async () => {
  const { engine, parent } = await coded()
  const others = []
  for (const name of ['one', 'two', 'three']) others.push(await engine.do('codes.create', { name }))
  const [one, two, three] = others.map(({ id }) => id)
  const tops = async () =>
    (await engine.get('codes.list', {})).items.filter(({ parentId }) => parentId === null)
  const before = await tops()
  for (const beforeId of [one, two, parent.id, two, null, one])
    await engine.do('codes.move', {
      codeIds: [three ?? ''],
      parentId: null,
      beforeId: beforeId ?? null,
    })
  const after = await tops()
  expect(after.map(({ name }) => name)).toEqual(['work', 'three', 'one', 'two'])
  const beside = (codes: typeof after) => codes.filter(({ id }) => id !== three)
  expect(beside(after)).toEqual(beside(before))

  // Where there is no room left between two, they are numbered anew, in the same order.
  for (let times = 0; times < 40; times += 1)
    await engine.do('codes.move', {
      codeIds: [times % 2 === 0 ? (two ?? '') : (three ?? '')],
      parentId: null,
      beforeId: one ?? null,
    })
  expect((await tops()).map(({ name }) => name)).toEqual(['work', 'two', 'three', 'one'])
})

test('no move and no merge brings two codes of one name together', async () => {
  const { path, engine, parent, code } = await coded()
  const other = await engine.do('codes.create', { name: 'rest' })
  const same = await engine.do('codes.create', { name: 'Waiting', parentId: other.id })
  const loose = await engine.do('codes.create', { name: 'phone' })
  const before = projectedRows(path)
  const refused = { ok: false, error: { code: 'code.nameTaken', details: { name: 'waiting' } } }
  // Two that are moved together, from two parents.
  expect(
    await engine.run('codes.move', { codeIds: [code.id, same.id], parentId: loose.id }),
  ).toMatchObject(refused)
  // A sub-code that comes along when its parent is merged, to a parent that has the name already.
  expect(await engine.run('codes.merge', { codeIds: [other.id], intoId: parent.id })).toMatchObject(
    refused,
  )
  // Sub-codes of two codes that are merged into a third.
  expect(
    await engine.run('codes.merge', { codeIds: [parent.id, other.id], intoId: loose.id }),
  ).toMatchObject(refused)
  expect(projectedRows(path)).toEqual(before)

  // The one that has the name goes as well: its name is free.
  await engine.do('codes.merge', { codeIds: [other.id, code.id], intoId: parent.id })
  const { items } = await engine.get('codes.list', {})
  expect(items.map(({ name, parentId }) => [name, parentId])).toEqual([
    ['work', null],
    ['Waiting', parent.id],
    ['phone', null],
  ])
})

test('a deleted code is in no set, and in its sets again when the deletion is undone', async () => {
  const path = join(temporaryFolder(), 'a.standpoint')
  const engine = await newProject(path)
  const made = async (name: string) => (await engine.do('codes.create', { name })).id
  const [ring, skriv, reis] = [await made('ringe'), await made('skrive'), await made('reise')]
  const { id } = await engine.do('codeSets.create', { name: 'Arbeid', codeIds: [ring, skriv] })
  const codesInSet = async () => (await engine.get('codes.list', {})).sets[0]?.codeIds.toSorted()
  await engine.do('codes.delete', { codeIds: [ring] })
  expect(await codesInSet()).toEqual([skriv])
  await engine.do('history.undo', {})
  expect(await codesInSet()).toEqual([ring, skriv].toSorted())
  await engine.do('history.redo', {})
  // Who changes the set meanwhile does not take out what is not to be seen.
  await engine.do('codeSets.update', { codeSetId: id, codeIds: [reis] })
  expect(await codesInSet()).toEqual([reis])
  await engine.do('project.close', {})
  const kept = projectedRows(path).entities?.filter((row) => row.includes('Arbeid'))
  expect(kept).toHaveLength(1)
  expect(kept?.[0]).toContain(ring)
})
