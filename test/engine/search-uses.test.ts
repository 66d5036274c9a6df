import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newProject, newSource, type TestEngine } from './support/project.ts'
import { codeInRound, newRoundPair } from './support/rounds.ts'

const talk = [
  'I: Hva skjedde da?',
  'K: Legen ringte. Møtet ble utsatt, og møtet kom aldri. Jeg ventet.',
  'Jeg ventet lenge på møtet.',
  'I: Og så?',
].join('\n')

test.each([
  ['hit', 3, 'Møtet'],
  ['sentence', 2, 'Møtet ble utsatt, og møtet kom aldri.'],
  ['paragraph', 2, 'Legen ringte. Møtet ble utsatt, og møtet kom aldri. Jeg ventet.'],
  [
    'turn',
    1,
    'Legen ringte. Møtet ble utsatt, og møtet kom aldri. Jeg ventet.\nJeg ventet lenge på møtet.',
  ],
] as const)('all hits are coded by the %s, in one step', async (unit, count, first) => {
  const engine = await newProject()
  await engine.do('sources.importText', { title: 'Kari', text: talk })
  const spec = { query: 'møtet' }
  const units = await engine.get('search.units', { ...spec, unit })
  expect(units.total).toBe(count)
  expect(units.items[0]?.quote).toBe(first)
  expect(units.items.reduce((sum, { hits }) => sum + hits, 0)).toBe(3)
  const done = await engine.do('search.code', {
    ...spec,
    unit,
    newCode: { name: 'Møter' },
    expected: count,
  })
  expect(done).toMatchObject({ passages: count, codings: count })
  const coded = async () =>
    (await engine.get('passages.list', { codeId: done.codeIds[0] ?? '' })).items
  expect((await coded()).map(({ quote }) => quote)).toEqual(units.items.map(({ quote }) => quote))
  const again = await engine.do('search.code', { ...spec, unit, codeIds: done.codeIds })
  expect(again).toMatchObject({ passages: count, codings: 0 })
  await engine.do('history.undo', {})
  expect((await engine.get('codes.list', {})).items).toEqual([])
  expect((await engine.get('passages.list', {})).total).toBe(0)
})

async function withManySources(): Promise<TestEngine> {
  const engine = await newProject()
  for (let number = 0; number < 40; number += 1) await newSource(engine, `plan ${number}`)
  return engine
}

test('hits in many sources are coded in portions, and that is one step all the same', async () => {
  const engine = await withManySources()
  const { id: codeId } = await engine.do('codes.create', { name: 'Plan' })
  // Of the first portion nothing is new.
  const sourceIds = (await engine.get('sources.list', {})).items.slice(0, 20).map(({ id }) => id)
  const spec = { query: 'plan', unit: 'hit' as const, codeIds: [codeId] }
  await engine.do('search.code', { ...spec, scope: { sourceIds } })
  const total = async () => (await engine.get('passages.list', {})).total
  expect(await engine.do('search.code', spec)).toMatchObject({ passages: 40, codings: 20 })
  expect(await total()).toBe(40)
  await engine.do('history.undo', {})
  expect(await total()).toBe(20)
  await engine.do('history.redo', {})
  expect(await total()).toBe(40)
  await engine.do('history.undo', {})
  await engine.do('history.undo', {})
  expect(await total()).toBe(0)
  expect((await engine.get('codes.list', {})).items).toHaveLength(1)
})

test('coding hits that is stopped half-way leaves nothing behind', async () => {
  const engine = await withManySources()
  const coding = engine.command('search.code', {
    query: 'plan',
    unit: 'hit',
    newCode: { name: 'Plan' },
    task: 'code',
  })
  // Others are answered between the portions: there are three.
  while ((await engine.get('passages.list', {})).total === 0) await nextTurn()
  await engine.do('tasks.cancel', { task: 'code' })
  expect(await coding).toMatchObject({ ok: false, error: { code: 'task.cancelled' } })
  expect((await engine.get('passages.list', {})).total).toBe(0)
  expect((await engine.get('codes.list', {})).items).toEqual([])
  expect(await engine.refusal('history.redo', {})).toMatchObject({ code: 'history.nothingToRedo' })
  expect((await engine.get('project.check', {})).clean).toBe(true)
})

test('hits that are taken out are not coded, and nothing is when the texts have changed', async () => {
  const engine = await newProject()
  const sourceId = await newSource(engine, 'plan en\nplan to')
  const { items, total } = await engine.get('search.units', { query: 'plan' })
  const spec = { query: 'plan', unit: 'hit', newCode: { name: 'Plan' } } as const
  await engine.do('sources.editText', { sourceId, start: 0, end: 0, text: 'plan null\n' })
  const refused = await engine.refusal('search.code', { ...spec, expected: total })
  expect(refused).toMatchObject({ code: 'search.changed', details: { expected: 2, found: 3 } })
  await engine.do('history.undo', {})
  const done = await engine.do('search.code', {
    ...spec,
    except: [items[0]?.id ?? ''],
    expected: 2,
  })
  expect(done.passages).toBe(1)
  const [passage] = (await engine.get('passages.list', {})).items
  expect(passage?.start).toBe(8)
})

test('in a blind round hits are coded in one’s own layer, in sources of the round alone', async () => {
  const pair = await newRoundPair()
  const { anna, bo, codeId, roundId } = pair
  await codeInRound(pair, anna, 'venter på svar')
  await newSource(bo, 'Her venter også noen.')
  await bo.do('rounds.enter', { roundId })
  const units = await bo.get('search.units', { query: 'vente*' })
  expect(units.leftOut).toBe(1)
  expect(units.total).toBeGreaterThan(0)
  const done = await bo.do('search.code', { query: 'vente*', unit: 'hit', codeIds: [codeId] })
  expect(done.passages).toBe(units.total)
  const { items } = await bo.get('passages.list', { codeId })
  expect(items).toHaveLength(units.total)
  for (const { codings } of items) expect(codings.map(({ layer }) => layer)).toEqual([roundId])
  await bo.do('rounds.enter', { roundId: null })
  expect(
    (await bo.get('passages.list', { codeId })).items.every(({ codings }) =>
      codings.every(({ layer }) => layer !== roundId),
    ),
  ).toBe(true)
})

test('neighbours are counted on both sides, with measures by the book', async () => {
  const engine = await newProject()
  await newSource(engine, 'sterk kaffe nå\nsterk kaffe da\nsvak te nå\nsterk te da\nkald kaffe')
  const { items, hits, words } = await engine.get('search.collocations', {
    query: 'kaffe',
    window: 1,
    minimum: 1,
    withStopWords: true,
  })
  expect([hits, words]).toEqual([3, 14])
  const sterk = items.find(({ word }) => word === 'sterk')
  // Five words in the windows; "sterk" stands there twice and three times in all.
  expect(sterk).toMatchObject({ together: 2, left: 2, right: 0, overall: 3 })
  expect(sterk?.expected).toBeCloseTo((5 * 3) / 14, 10)
  expect(sterk?.mutualInformation).toBeCloseTo(Math.log2(2 / ((5 * 3) / 14)), 10)
  const cell = (o: number, r: number, c: number) => o * Math.log((o * 14) / (r * c))
  const g2 = 2 * (cell(2, 5, 3) + cell(3, 5, 11) + cell(1, 9, 3) + cell(8, 9, 11))
  expect(sterk?.logLikelihood).toBeCloseTo(g2, 10)
})

test('words are counted with the stop list of the project, which is put back by undo', async () => {
  const engine = await newProject()
  await newSource(engine, 'Møtet og møtet og planen. Ikke planen, ikke nå.')
  const words = async (more = {}) =>
    (await engine.get('search.words', more)).items.map(({ word, count }) => `${word} ${count}`)
  expect(await words()).toEqual(['møtet 2', 'planen 2'])
  expect(await words({ withStopWords: true })).toContain('ikke 2')
  await engine.do('stopWords.set', { words: ['Planen'], isStop: true })
  await engine.do('stopWords.set', { words: ['ikke'], isStop: false })
  expect(await words()).toEqual(['ikke 2', 'møtet 2'])
  await engine.do('stopWords.set', { words: ['ikke'], isStop: true })
  await engine.do('stopWords.set', { words: ['ikke'], isStop: false })
  expect(await words()).toEqual(['ikke 2', 'møtet 2'])
  for (let step = 0; step < 4; step += 1) await engine.do('history.undo', {})
  expect(await words()).toEqual(['møtet 2', 'planen 2'])
  const { items } = await engine.get('stopWords.list', {})
  expect(items.filter(({ isOwn }) => isOwn)).toEqual([])
})

test('searches are saved, renamed, carried out anew, and their deletion is undone', async () => {
  const engine = await newProject()
  const saved = await engine.do('savedSearches.create', {
    name: 'Møter',
    query: 'møte*',
    reach: { compounds: true },
    scope: { kinds: ['interview'] },
  })
  await engine.do('savedSearches.update', { savedSearchId: saved.id, name: 'Alle møter' })
  expect((await engine.get('savedSearches.list', {})).items).toEqual([
    { ...saved, name: 'Alle møter' },
  ])
  const refused = await engine.refusal('savedSearches.create', { name: 'x', query: '(' })
  expect(refused.code).toBe('search.badQuery')
  await engine.do('savedSearches.delete', { savedSearchIds: [saved.id] })
  expect((await engine.get('savedSearches.list', {})).items).toEqual([])
  await engine.do('history.undo', {})
  expect((await engine.get('savedSearches.list', {})).items).toHaveLength(1)
})
