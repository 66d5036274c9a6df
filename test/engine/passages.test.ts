import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compactAll } from './support/compact.ts'
import { expectInvariants } from './support/invariants.ts'
import { newProject, newSource, temporaryFolder } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

test('P7 one range is one passage, one code on it one coding, and overlaps are unlimited', async () => {
  const engine = await newProject()
  const sourceId = await newSource(engine, 'en to tre fire fem seks')
  const a = await engine.do('codes.create', { name: 'A' })
  const b = await engine.do('codes.create', { name: 'B' })
  const range = { sourceId, start: 3, end: 9 }
  const first = await engine.do('passages.code', { ...range, codeIds: [a.id, b.id, a.id] })
  const again = await engine.do('passages.code', { ...range, codeId: a.id })
  expect(again.passageId).toBe(first.passageId)
  expect(again.codingIds).toEqual(first.codingIds.slice(0, 1))
  for (let start = 0; start < 15; start++) {
    await engine.do('passages.code', { sourceId, start, end: start + 8, codeId: b.id })
  }
  expect((await engine.get('sources.passages', { sourceId })).items).toHaveLength(16)
  await expectInvariants(engine)
})

test('P3 words typed at the edges of a passage do not belong to it', async () => {
  const engine = await newProject()
  const sourceId = await newSource(engine, 'en to tre')
  const { id } = await engine.do('codes.create', { name: 'A' })
  await engine.do('passages.code', { sourceId, start: 3, end: 5, codeId: id })
  await engine.do('sources.editText', { sourceId, start: 5, end: 5, text: 'xx' })
  await engine.do('sources.editText', { sourceId, start: 3, end: 3, text: 'yy' })
  const { items } = await engine.get('sources.passages', { sourceId })
  expect(items).toMatchObject([{ start: 5, end: 7, quote: 'to' }])
  await expectInvariants(engine)
})

test('P2 a range that cuts a character takes the whole of it', async () => {
  const engine = await newProject()
  const sourceId = await newSource(engine, 'a😀b😀c')
  const { id } = await engine.do('codes.create', { name: 'A' })
  const coded = await engine.do('passages.code', { sourceId, start: 2, end: 5, codeId: id })
  expect(coded).toMatchObject({ start: 1, end: 6, quote: '😀b😀' })
  await engine.do('sources.editText', { sourceId, start: 2, end: 2, text: 'x' })
  expect((await engine.get('sources.text', { sourceId })).text).toBe('ax😀b😀c\n')
  for (const range of [
    { start: 5, end: 5 },
    { start: 6, end: 3 },
    { start: 0, end: 99 },
  ]) {
    const refused = await engine.refusal('passages.code', { sourceId, ...range, codeId: id })
    expect(refused.code).toBe('passage.rangeInvalid')
  }
  await expectInvariants(engine)
})

test('L8 folding the log into snapshots loses nothing', async () => {
  const path = join(temporaryFolder(), 'a.standpoint')
  const engine = await newProject(path)
  const sourceId = await newSource(engine, 'en to tre fire fem seks sju åtte '.repeat(4))
  for (let n = 0; n < 20; n++) {
    const newCode = { name: `kode ${n}` }
    await engine.do('passages.code', { sourceId, start: n, end: n + 9, newCode })
    if (n % 3 === 0) {
      await engine.do('sources.editText', { sourceId, start: n, end: n + 4, text: '😀' })
      if (n % 2 === 0) await engine.do('history.undo', {})
    }
  }
  engine.close()
  const before = projectedRows(path)
  compactAll(path)
  await engine.do('project.open', { path })
  await expectInvariants(engine)
  expect(projectedRows(path)).toEqual(before)
  await engine.do('sources.editText', { sourceId, start: 0, end: 2, text: 'null' })
  await expectInvariants(engine)
})

test('P9 an edit of an older text is refused where it says so, and changes nothing', async () => {
  const engine = await newProject()
  const sourceId = await newSource(engine, 'en to tre')
  const first = await engine.get('sources.text', { sourceId })
  const { revision } = await engine.do('sources.editText', {
    sourceId,
    start: 0,
    end: 0,
    text: 'null ',
    revision: first.revision,
  })
  const second = await engine.get('sources.text', { sourceId })
  expect(second.text).toBe('null en to tre\n')
  expect(second.revision).toBe(revision)

  const late = { sourceId, start: 3, end: 5, text: 'TO' }
  const refused = await engine.refusal('sources.editText', { ...late, revision: first.revision })
  expect(refused.code).toBe('source.textChanged')
  expect(refused.message).toContain('Written')
  expect(await engine.get('sources.text', { sourceId })).toEqual(second)

  // The same characters are the same revision, by whichever way they came back.
  await engine.do('history.undo', {})
  expect((await engine.get('sources.text', { sourceId })).revision).toBe(first.revision)
  await engine.do('sources.editText', { ...late, revision: first.revision })
  expect((await engine.get('sources.text', { sourceId })).text).toBe('en TO tre\n')

  // Without a revision the places are taken as they are given.
  await engine.do('sources.editText', late)
  expect((await engine.get('sources.text', { sourceId })).text).toBe('en TO tre\n')
})
