import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectInvariants } from './support/invariants.ts'
import { newProject, newSource, temporaryFolder } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

test('P4 words that were deleted and brought back still hold their passages when the project is opened anew', async () => {
  // Undo brings words back as new characters. Which old ones they were was known in memory alone,
  // so the passage was there until the next day and then lost.
  const path = join(temporaryFolder(), 'a.standpoint')
  const engine = await newProject(path)
  const sourceId = await newSource(engine, 'en to tre fire fem')
  const code = await engine.do('codes.create', { name: 'A' })
  await engine.do('passages.code', { sourceId, start: 3, end: 9, codeId: code.id })
  const edit = { sourceId, start: 0, end: 14, text: '' }
  expect((await engine.do('sources.editText', edit)).lost).toHaveLength(1)
  for (let round = 0; round < 3; round++) {
    await engine.do('history.undo', {})
    await expectInvariants(engine)
    await engine.do('history.redo', {})
    await expectInvariants(engine)
  }
  await engine.do('history.undo', {})
  await engine.do('project.open', { path })
  const { items } = await engine.get('sources.passages', { sourceId })
  expect(items).toMatchObject([{ quote: 'to tre', state: 'placed', start: 3 }])
  await engine.do('sources.editText', { sourceId, start: 0, end: 0, text: 'null ' })
  const moved = await engine.get('sources.passages', { sourceId })
  expect(moved.items).toMatchObject([{ quote: 'to tre', state: 'placed', start: 8 }])
  await expectInvariants(engine)
})

test('L4 a command that changes a document several times is undone in one step', async () => {
  // Each transaction was a step of its own, and undo took back the last: merging two codes and then
  // undoing left the codings of the first with the wrong code, in a deleted state.
  const path = join(temporaryFolder(), 'a.standpoint')
  const engine = await newProject(path)
  const sourceId = await newSource(engine, 'en to tre fire fem')
  const ids: string[] = []
  for (const [index, name] of ['A', 'B', 'C'].entries()) {
    const { id } = await engine.do('codes.create', { name })
    ids.push(id)
    await engine.do('passages.code', { sourceId, start: index * 3, end: index * 3 + 2, codeId: id })
  }
  const before = projectedRows(path)
  const [a = '', b = '', c = ''] = ids
  await engine.do('codes.merge', { codeIds: [a, b], intoId: c })
  const merged = projectedRows(path)
  await engine.do('history.undo', {})
  expect(projectedRows(path)).toEqual(before)
  await engine.do('history.redo', {})
  expect(projectedRows(path)).toEqual(merged)
})

test('L4 an import of a table with a source for each row is undone whole', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a.standpoint')
  const engine = await newProject(path)
  const before = projectedRows(path)
  const table = join(folder, 'svar.csv')
  writeFileSync(table, 'Navn,Svar\nA,ja takk\nB,nei takk\nC,vet ikke\n')
  const options = { survey: { by: 'row' as const } }
  const { items } = await engine.do('sources.import', { paths: [table], options })
  expect(items[0]?.sourceIds).toHaveLength(3)
  const imported = projectedRows(path)
  await engine.do('history.undo', {})
  expect(projectedRows(path)).toEqual(before)
  expect((await engine.get('project.counts', {})).sources).toBe(0)
  await engine.do('history.redo', {})
  expect(projectedRows(path)).toEqual(imported)
})

test('L4 a command that changes nothing is no step and leaves what can be redone', async () => {
  const engine = await newProject()
  const code = await engine.do('codes.create', { name: 'A' })
  await engine.do('codes.update', { codeIds: [code.id], definition: 'one' })
  await engine.do('history.undo', {})
  await engine.do('codes.update', { codeIds: [code.id], definition: '' })
  expect((await engine.get('history.state', {})).redo).toMatchObject({ command: 'codes.update' })
  await engine.do('history.redo', {})
  expect(await engine.get('codes.get', { codeId: code.id })).toMatchObject({ definition: 'one' })
})

test('L4 a refused command leaves what can be undone', async () => {
  const engine = await newProject()
  const memo = await engine.do('memos.create', { title: 'M', text: 'a' })
  await engine.do('codes.create', { name: 'A' })
  const refused = await engine.refusal('memos.write', { memoId: memo.id, update: 'AAECAwQFBg==' })
  expect(refused.code).toBe('memo.badUpdate')
  expect((await engine.get('history.state', {})).undo).toMatchObject({ command: 'codes.create' })
  await engine.do('history.undo', {})
  expect((await engine.get('codes.list', {})).items).toEqual([])
})
