import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSampleFiles } from '../../electron/engine/sample/sample-files.ts'
import { standpoint } from './support/command-line.ts'
import { TestEngine, temporaryFolder } from './support/project.ts'

async function newSample(language: 'en' | 'nb' = 'nb'): Promise<TestEngine> {
  const engine = new TestEngine()
  onTestFinished(() => engine.close())
  const path = join(temporaryFolder(), 'sample.standpoint')
  await engine.do('project.createSample', { path, language })
  return engine
}

test('the sample project holds what is promised of it', async () => {
  const engine = await newSample()
  const { items: sources } = await engine.get('sources.list', {})
  const ofKind = (kind: string) => sources.filter((source) => source.kind === kind)
  expect(ofKind('interview')).toHaveLength(6)
  for (const { title, words } of ofKind('interview')) {
    expect(words, title).toBeGreaterThanOrEqual(3000)
  }
  expect(ofKind('field note')).toHaveLength(2)
  expect(ofKind('boss text')).toHaveLength(4)
  const counts = await engine.get('project.counts', {})
  expect(counts.texts).toBe(15)
  expect(counts.codings).toBeGreaterThanOrEqual(120)
  expect(counts.memos).toBeGreaterThanOrEqual(6)
  const { items: codes } = await engine.get('codes.list', {})
  for (const { name, definition } of codes) expect(definition, name).not.toBe('')

  const { items: links } = await engine.get('links.list', {})
  expect(links.length).toBeGreaterThanOrEqual(20)
  expect(new Set(links.map(({ state }) => state))).toEqual(
    new Set(['supported', 'unsupported', 'contradicted']),
  )
  expect(
    (await engine.get('claims.list', {})).items.filter(({ problem }) => problem !== ''),
  ).toEqual([])
  const { items: clauses } = await engine.get('clauses.list', {})
  expect(clauses.filter(({ target }) => target !== null).length).toBeGreaterThanOrEqual(5)

  const { items: processes } = await engine.get('processes.list', {})
  expect(processes.map(({ perspective, variant }) => `${perspective} ${variant}`.trim())).toEqual([
    'told Fjellvik',
    'told Strandby',
    'formal',
  ])
  const { rows } = await engine.get('processes.compare', {
    processIds: processes.map(({ id }) => id),
  })
  expect(rows.some(({ stepIds }) => stepIds.every((id) => id !== null))).toBe(true)
  const { items: steps } = await engine.get('steps.list', {})
  for (const { action, state } of steps) expect(state, action).toBe('supported')

  const { items: disjunctures } = await engine.get('disjunctures.list', {})
  for (const { title, isEvidenced } of disjunctures) expect(isEvidenced, title).toBe(true)
  expect((await engine.get('threads.list', {})).items).toMatchObject([{ gaps: 1 }])
  expect((await engine.get('circuits.list', {})).items).toMatchObject([
    { breaks: [], isClosed: true },
  ])
  expect((await engine.get('maps.list', {})).items.map(({ kind }) => kind).toSorted()).toEqual([
    'hierarchy',
    'process',
  ])
  expect((await engine.get('activations.list', {})).items.length).toBeGreaterThanOrEqual(20)
  expect((await engine.get('workAccounts.list', {})).items.length).toBeGreaterThanOrEqual(5)
  const { items: coverage } = await engine.get('questions.coverage', {})
  expect(
    coverage.filter(({ answers }) => Object.values(answers).some((n) => n > 0)).length,
  ).toBeGreaterThanOrEqual(6)
  expect(await engine.get('project.check', { rebuild: true })).toMatchObject({ clean: true })
})

test('every quote of the sample is exactly once in its text', async () => {
  const engine = new TestEngine()
  onTestFinished(() => engine.close())
  await engine.do('project.create', { path: join(temporaryFolder(), 'texts.standpoint') })
  const files = readSampleFiles()
  const texts = new Map<string, string>()
  for (const { id, path } of files.sources) {
    const { items } = await engine.do('sources.import', { paths: [path] })
    const { text } = await engine.get('sources.text', { sourceId: items[0]?.sourceIds[0] ?? '' })
    texts.set(id, text)
  }
  for (const { id, source, quote } of files.passages) {
    expect((texts.get(source) ?? '').split(quote).length - 1, id).toBe(1)
  }
  expect(new Set(files.passages.map(({ id }) => id)).size).toBe(files.passages.length)
})

test('the words around the sample are in the language of the window', async () => {
  const engine = await newSample('en')
  expect((await engine.get('project.info', {})).title).toBe('Sample: two offices')
  const { items } = await engine.get('memos.list', {})
  expect(items.map(({ title }) => title)).toContain('Welcome to the sample project')
})

test('a sample is not put in the place of a file that is there', async () => {
  const engine = await newSample()
  const { path } = await engine.get('project.info', {})
  const failure = await engine.refusal('project.createSample', { path, language: 'nb' })
  expect(failure.code).toBe('project.exists')
  expect(existsSync(path)).toBe(true)
})

test('the command line makes the sample too', async () => {
  const path = join(temporaryFolder(), 'sample.standpoint')
  const made = await standpoint(['new', path, '--sample', '--lang', 'nb', '--json'])
  expect(made.status).toBe(0)
  expect(JSON.parse(made.out)).toMatchObject({ title: 'Eksempel: to kontorer' })
  const wrong = await standpoint(['new', path, '--sample', '--title', 'Min'])
  expect(wrong.status).toBe(2)
})
