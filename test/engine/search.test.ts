import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { QueryInput } from '../../shared/contract/index.ts'
import { newProject, newSource, temporaryFolder, TestEngine } from './support/project.ts'

const interview = [
  'I: Hvordan var dialogmøtet?',
  'K: Legen ringte, men møtet ble utsatt. Sykmeldinga kom for seint.',
  'I: Og etter møtet?',
  'K: Ingenting. Eg venta på sjukmelding i tre veker, det var eit vanskeleg møte.',
].join('\n')

async function withInterview(): Promise<{ engine: TestEngine; sourceId: string }> {
  const engine = await newProject()
  const { items } = await engine.do('sources.importText', { title: 'Kari', text: interview })
  return { engine, sourceId: items[0]?.sourceIds[0] ?? '' }
}

async function quotes(
  engine: TestEngine,
  query: string,
  more: Omit<QueryInput<'search.hits'>, 'query'> = {},
): Promise<string[]> {
  const { items, total } = await engine.get('search.hits', { query, ...more })
  expect(total).toBe(items.length)
  return items.map(({ quote }) => quote)
}

test('Q7 forms, spellings and compounds are found when asked for', async () => {
  const { engine } = await withInterview()
  expect(await quotes(engine, 'møte')).toEqual(['møte'])
  expect(await quotes(engine, 'møte', { reach: { forms: true } })).toEqual([
    'møtet',
    'møtet',
    'møte',
  ])
  expect(await quotes(engine, 'møte', { reach: { compounds: true } })).toEqual([
    'dialogmøtet',
    'møtet',
    'møtet',
    'møte',
  ])
  expect(await quotes(engine, 'sykemelding', { reach: { spellings: true } })).toEqual([
    'sjukmelding',
  ])
  expect(await quotes(engine, '~sykemelding')).toEqual(['Sykmeldinga', 'sjukmelding'])
  expect(await quotes(engine, 'jeg vanskelig', { reach: { spellings: true } })).toEqual([
    'Eg',
    'vanskeleg',
  ])
})

test('Q7 words that come into the project are known at once, and those that go are not', async () => {
  const engine = await newProject()
  const sourceId = await newSource(engine, 'møte')
  expect(await quotes(engine, '*møte*')).toEqual(['møte'])
  await engine.do('sources.editText', { sourceId, start: 0, end: 0, text: 'oppfølgingsmøte ' })
  expect(await quotes(engine, '*møte*')).toEqual(['oppfølgingsmøte', 'møte'])
  await engine.do('history.undo', {})
  expect(await quotes(engine, '*møte*')).toEqual(['møte'])
  await engine.do('sources.delete', { sourceIds: [sourceId] })
  expect(await quotes(engine, '*møte*')).toEqual([])
})

test('who only reads finds what another program has written meanwhile', async () => {
  const path = join(temporaryFolder(), 'read.standpoint')
  const writer = await newProject(path)
  const sourceId = await newSource(writer, 'plan en')
  const reader = new TestEngine()
  onTestFinished(() => reader.close())
  await reader.do('project.open', { path, readOnly: true })
  expect(await quotes(reader, 'plan*')).toEqual(['plan'])
  await writer.do('sources.editText', { sourceId, start: 0, end: 0, text: 'min ' })
  await newSource(writer, 'planen')
  const { items } = await reader.get('search.hits', { query: 'plan*' })
  expect(items.map(({ quote, start }) => [quote, start])).toEqual([
    ['plan', 4],
    ['planen', 0],
  ])
})

test('Q10 persons, codes, dates, kinds and folders say where is searched', async () => {
  const { engine, sourceId } = await withInterview()
  const kari = await engine.do('persons.create', { pseudonym: 'Kari' })
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'K', personId: kari.id })
  const query = 'møte*'
  expect(await quotes(engine, query, { scope: { personIds: [kari.id] } })).toEqual([
    'møtet',
    'møte',
  ])
  const text = (await engine.get('sources.text', { sourceId })).text
  const start = text.indexOf('etter møtet')
  const code = await engine.do('passages.code', {
    sourceId,
    start,
    end: start + 'etter møtet'.length,
    newCode: { name: 'Etterpå' },
  })
  const codeIds = code.codeIds
  expect(await quotes(engine, query, { scope: { codeIds } })).toEqual(['møtet'])
  expect(await quotes(engine, 'og møtet', { scope: { codeIds } })).toEqual(['møtet'])
  expect(await quotes(engine, query, { scope: { codeIds, personIds: [kari.id] } })).toEqual([])
  await engine.do('codes.delete', { codeIds })
  expect(await quotes(engine, query, { scope: { codeIds } })).toEqual([])
  await engine.do('sources.update', { sourceIds: [sourceId], date: '2024-03-12' })
  expect(await quotes(engine, query, { scope: { from: '2024-03', to: '2024-03' } })).toHaveLength(3)
  expect(await quotes(engine, query, { scope: { from: '2024-04' } })).toEqual([])
  const { id: parentId } = await engine.do('folders.create', { name: 'Alle' })
  const { id: folderId } = await engine.do('folders.create', { name: 'Intervjuer', parentId })
  await engine.do('sources.move', { sourceIds: [sourceId], folderId })
  expect(await quotes(engine, query, { scope: { folderIds: [parentId] } })).toHaveLength(3)
  expect(await quotes(engine, query, { scope: { kinds: ['observation'] } })).toEqual([])
})

test('Q10 attributes of persons, sources and cases say where is searched', async () => {
  const { engine, sourceId } = await withInterview()
  const kari = await engine.do('persons.create', { pseudonym: 'Kari' })
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'K', personId: kari.id })
  const found = async (of: 'persons' | 'sources' | 'cases', holderId: string) => {
    const { id: attributeId } = await engine.do('attributes.create', { name: of, of, type: 'text' })
    const cells = [{ holderId, attributeId, value: 'ja' }]
    await engine.do('people.setValues', { of, cells })
    const none = { attributes: [{ attributeId, values: ['nei'] }] }
    expect(await quotes(engine, 'møte*', { scope: none })).toEqual([])
    return quotes(engine, 'møte*', { scope: { attributes: [{ attributeId, values: ['ja'] }] } })
  }
  expect(await found('persons', kari.id)).toEqual(['møtet', 'møte'])
  expect(await found('sources', sourceId)).toEqual(['møtet', 'møtet', 'møte'])
  const place = await engine.do('cases.create', { name: 'Lageret', personIds: [kari.id] })
  expect(await found('cases', place.id)).toEqual(['møtet', 'møte'])
})

test('hits are sorted by what stands beside them, and paged', async () => {
  const engine = await newProject()
  await newSource(engine, 'ny plan b\ngammel plan a\nærlig plan c')
  const left = await engine.get('search.hits', { query: 'plan', sort: 'left1' })
  expect(left.items.map(({ before }) => before.trim())).toEqual(['gammel', 'ny', 'ærlig'])
  const right = await engine.get('search.hits', { query: 'plan', sort: 'right1', limit: 2 })
  expect(right.items.map(({ after }) => after.trim())).toEqual(['a', 'b'])
  const rest = await engine.get('search.hits', { query: 'plan', sort: 'right1', offset: 2 })
  expect(rest.items.map(({ after }) => after.trim())).toEqual(['c'])
  expect(rest.total).toBe(3)
})

test('counts by person, kind and form add up to the hits', async () => {
  const { engine, sourceId } = await withInterview()
  const kari = await engine.do('persons.create', { pseudonym: 'Kari' })
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'K', personId: kari.id })
  const by = async (what: 'person' | 'form' | 'source' | 'kind' | 'folder') =>
    (await engine.get('search.counts', { query: '*møte*', by: what })).items.map(
      ({ label, hits }) => `${label} ${hits}`,
    )
  expect(await by('person')).toEqual(['I 2', 'Kari 2'])
  expect(await by('form')).toEqual(['møtet 2', 'dialogmøtet 1', 'møte 1'])
  expect(await by('source')).toEqual(['Kari 4'])
  expect(await by('folder')).toEqual([' 4'])
})

test('Q6 a pattern that tries everything is stopped, and the engine answers again', async () => {
  const engine = await newProject()
  await newSource(engine, `${'a'.repeat(60)}!`)
  const refused = await engine.ask('search.hits', { query: '/(a+)+b/' })
  expect(refused).toMatchObject({ ok: false, error: { code: 'search.slowPattern' } })
  expect(await quotes(engine, '/a{60}/')).toEqual(['a'.repeat(60)])
})

test('Q6 a pattern is looked for in every source, and only beside the words it is asked with', async () => {
  const engine = await newProject()
  for (let number = 1; number <= 20; number += 1)
    await newSource(engine, `lege ${number}\n${number % 2 ? 'møte lag' : 'lag'} ${number}`)
  const numbers = Array.from({ length: 20 }, (_, index) => index + 1)
  expect(await quotes(engine, '/l.g\\S* \\d+/')).toEqual(
    numbers.flatMap((number) => [`lege ${number}`, `lag ${number}`]),
  )
  expect(await quotes(engine, 'møte /l.g \\d+/')).toEqual(
    numbers.filter((number) => number % 2).flatMap((number) => ['møte', `lag ${number}`]),
  )
  expect(await quotes(engine, '/lag \\d+/ NOT møte')).toEqual(
    numbers.filter((number) => number % 2 === 0).map((number) => `lag ${number}`),
  )
})

test('Q6 others are answered while a slow pattern is tried, and it can be stopped', async () => {
  const engine = await newProject()
  await newSource(engine, `${'a'.repeat(60)}!`)
  const tried = engine.ask('search.hits', { query: '/(a+)+b/', task: 'slow' })
  expect((await engine.get('sources.list', {})).items).toHaveLength(1)
  await engine.do('tasks.cancel', { task: 'slow' })
  expect(await tried).toMatchObject({ ok: false, error: { code: 'task.cancelled' } })
})

test('Q9 a query that is not understood says why and where', async () => {
  const engine = await newProject()
  const refused = await engine.ask('search.text', { query: 'møte OR' })
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'search.badQuery', details: { problem: 'missingAfter', at: 5, length: 2 } },
  })
})

test('a search that was stopped by one is carried out for another', async () => {
  const engine = await newProject()
  await newSource(engine, 'plan')
  void engine.command('tasks.cancel', { task: 'a' })
  const [stopped, other] = await Promise.all([
    engine.ask('search.hits', { query: '*plan*', task: 'a' }),
    engine.ask('search.hits', { query: '*plan*' }),
  ])
  expect(other).toMatchObject({ ok: true, value: { total: 1 } })
  expect(stopped.ok || stopped.error.code === 'task.cancelled').toBe(true)
})
