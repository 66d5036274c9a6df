import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EventName } from '../../shared/contract/index.ts'
import { corpusPath } from './support/corpus.ts'
import { expectInvariants } from './support/invariants.ts'
import { newProject, temporaryFolder, TestEngine } from './support/project.ts'

describe('the corpus', () => {
  test('E1 is imported into its paragraphs, coded, edited, read again with its lines as they were', async () => {
    const path = corpusPath()
    if (path === null) return
    const engine = await newProject()
    const { items } = await engine.do('sources.import', { paths: [path] })
    const sourceId = items[0]?.sourceIds[0] ?? ''
    expect(items).toMatchObject([{ ok: true, error: null }])
    const { text, blocks } = await engine.get('sources.text', { sourceId })
    expect(blocks.length).toBeGreaterThan(400)
    expect(blocks.length).toBeLessThan(900)
    const code = await engine.do('codes.create', { name: 'A' })
    for (let n = 0; n < 300; n++) {
      const start = 2000 + n * 900
      await engine.do('passages.code', { sourceId, start, end: start + 80, codeId: code.id })
    }
    await engine.do('sources.editText', { sourceId, start: 10, end: 40, text: 'byttet ut\n' })
    await expectInvariants(engine)
    const before = await engine.get('sources.passages', { sourceId })
    const redone = await engine.do('sources.redoImport', { sourceId, options: { reflow: 'off' } })
    expect(redone.placed + redone.lost).toBe(before.items.length)
    expect(redone.lost).toBeLessThan(before.items.length / 20)
    const after = await engine.get('sources.passages', { sourceId })
    const words = (quote: string) => quote.replace(/\s+/g, '')
    const quotes = new Map(before.items.map((passage) => [passage.id, words(passage.quote)]))
    for (const passage of after.items) {
      if (passage.state === 'placed') expect(words(passage.quote)).toBe(quotes.get(passage.id))
    }
    await expectInvariants(engine)
    await engine.do('history.undo', {})
    expect((await engine.get('sources.passages', { sourceId })).items).toEqual(before.items)
    await engine.do('history.undo', {})
    expect((await engine.get('sources.text', { sourceId })).text).toBe(text)
    await expectInvariants(engine)
  })
})

describe('files', () => {
  test('E2 the same file twice is recognised, under another name too, and can be wanted', async () => {
    const { folder, engine } = await withFiles(0)
    const first = file(folder, 'a.txt', 'Et intervju.\n')
    const second = file(folder, 'b.txt', 'Et intervju.\n')
    const { items } = await engine.do('sources.import', { paths: [first, first, second] })
    const id = items[0]?.sourceIds[0]
    expect(items.map((item) => item.ok)).toEqual([true, false, false])
    expect(items.slice(1)).toMatchObject([
      { duplicateOf: id, sourceIds: [], error: { code: 'source.duplicate' } },
      { duplicateOf: id, sourceIds: [], error: { code: 'source.duplicate' } },
    ])
    const again = await engine.do('sources.import', {
      paths: [second],
      options: { duplicates: 'import' },
    })
    expect(again.items).toMatchObject([{ ok: true }])
    expect((await engine.get('sources.list', {})).items).toHaveLength(2)
    await engine.do('sources.delete', { sourceIds: [id ?? ''] })
    await expectInvariants(engine)
  })

  test('E3 a bad file among good ones is told, and only it stays out', async () => {
    const { folder, engine, paths } = await withFiles(3)
    const bad = [
      file(folder, 'tom.txt', ''),
      file(folder, 'program.docx', 'MZ\u0090\u0000\u0003'),
      join(folder, 'finnes ikke.txt'),
      file(folder, 'bilde.txt', '\u0000\u0001\u0002\u0000'.repeat(50)),
    ]
    const { items } = await engine.do('sources.import', {
      paths: [paths[0] ?? '', ...bad, ...paths.slice(1)],
    })
    expect(items.map((item) => item.ok)).toEqual([true, false, false, false, false, true, true])
    for (const item of items) {
      if (item.ok) continue
      expect(item.error?.message).toContain(item.path)
      expect(item.error?.hint).toMatch(/\.$/)
    }
    expect((await engine.get('sources.list', {})).items).toHaveLength(3)
    await expectInvariants(engine)
  })

  test('E4 an import that is stopped keeps what came before and has nothing half', async () => {
    const folder = temporaryFolder()
    let stopped = 0
    const engine: TestEngine = new TestEngine((event: EventName, payload: object) => {
      if (event !== 'task.progress' || !('done' in payload) || payload.done !== 7) return
      stopped += 1
      void engine.run('tasks.cancel', { task: 'import 1' })
    })
    await engine.do('project.create', { path: join(folder, 'a.standpoint') })
    const paths = manyFiles(folder, 30)
    const { items } = await engine.do('sources.import', { paths, task: 'import 1' })
    expect(stopped).toBe(1)
    const done = items.filter((item) => item.ok)
    expect(done).toHaveLength(7)
    expect(items).toHaveLength(30)
    for (const item of items.slice(7)) expect(item.error?.code).toBe('import.cancelled')
    const { items: sources } = await engine.get('sources.list', {})
    expect(sources.map((source) => source.id).sort()).toEqual(
      done.flatMap((item) => item.sourceIds).sort(),
    )
    await expectInvariants(engine)
    const rest = await engine.do('sources.import', { paths, task: 'import 2' })
    expect(rest.items.filter((item) => item.ok)).toHaveLength(23)
    await expectInvariants(engine)
    engine.close()
  })
})

test('E5 positions behind an emoji point at the right words', async () => {
  const { folder, engine } = await withFiles(0)
  const words = Array.from({ length: 20 }, (_, n) => `ord${n}😀nummer${n}`)
  const path = file(folder, 'emoji.txt', `👩‍👩‍👧 Først 😀.\n\nBerit: ${words.join(' ')}\n`)
  const { items } = await engine.do('sources.import', { paths: [path] })
  const sourceId = items[0]?.sourceIds[0] ?? ''
  const { text } = await engine.get('sources.text', { sourceId })
  const code = await engine.do('codes.create', { name: 'A' })
  for (const word of words) {
    const start = text.indexOf(word)
    const end = start + word.length
    const coded = await engine.do('passages.code', { sourceId, start, end, codeId: code.id })
    expect(coded.quote).toBe(word)
  }
  await engine.do('sources.editText', { sourceId, start: 0, end: 0, text: '😀😀 ' })
  const { items: passages } = await engine.get('sources.passages', { sourceId })
  expect(passages.map((passage) => passage.quote)).toEqual(words)
  const found = await engine.get('search.text', { query: 'nummer13' })
  expect(found.items.map((hit) => hit.quote)).toEqual(['nummer13'])
  await expectInvariants(engine)
})

test('E6 an import done anew with other options finds every coding by its words', async () => {
  const { folder, engine } = await withFiles(0)
  const lines = Array.from(
    { length: 40 },
    (_, n) =>
      `Linje ${n} i en tekst som er brutt av et program,\n\nog går videre på neste ${n}.\n\n`,
  )
  const path = file(folder, 'brutt.txt', lines.join(''))
  const { items } = await engine.do('sources.import', { paths: [path], options: { reflow: 'off' } })
  const sourceId = items[0]?.sourceIds[0] ?? ''
  const code = await engine.do('codes.create', { name: 'A' })
  const { text } = await engine.get('sources.text', { sourceId })
  for (let n = 0; n < 40; n++) {
    const start = text.indexOf(`Linje ${n} i`)
    await engine.do('passages.code', { sourceId, start, end: start + 30, codeId: code.id })
  }
  const before = await engine.get('sources.passages', { sourceId })
  const redone = await engine.do('sources.redoImport', { sourceId, options: { reflow: 'on' } })
  expect(redone).toMatchObject({ placed: 40, lost: 0 })
  const after = await engine.get('sources.passages', { sourceId })
  expect(after.items.map((passage) => passage.quote)).toEqual(
    before.items.map((passage) => passage.quote),
  )
  await expectInvariants(engine)
  await engine.do('history.undo', {})
  expect(await engine.get('sources.passages', { sourceId })).toEqual(before)
  await expectInvariants(engine)
})

async function withFiles(count: number) {
  const folder = temporaryFolder()
  const engine = await newProject(join(folder, 'a.standpoint'))
  return { folder, engine, paths: manyFiles(folder, count) }
}

function manyFiles(folder: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) =>
    file(folder, `fil ${n}.txt`, `I: Spørsmål ${n}?\nBerit: Svar ${n} 😀.\n`.repeat(20)),
  )
}

function file(folder: string, name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
