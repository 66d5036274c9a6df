import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exchangeAll, passphrase } from './support/folder.ts'
import { institution } from './support/institution.ts'
import {
  host,
  letIn,
  type LiveEngine,
  newCopy,
  newLivePair,
  same,
  type LivePair,
} from './support/live.ts'
import { editMemo } from './support/memo-words.ts'
import { codeWords, interview, send } from './support/pair.ts'
import { newSource, type TestEngine } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

interface Things {
  codes: Record<'renamed' | 'deletedByAnna' | 'deletedByBo', string>
  sources: Record<'written' | 'deletedByAnna' | 'deletedByBo', string>
  memoId: string
}

/** What both have before they part. */
async function things({ anna, sourceId, codeId }: LivePair): Promise<Things> {
  const code = async (name: string) => (await anna.do('codes.create', { name })).id
  const made: Things = {
    codes: {
      ...{ renamed: codeId },
      ...{ deletedByAnna: await code('slettet av Anna'), deletedByBo: await code('slettet av Bo') },
    },
    sources: {
      written: sourceId,
      deletedByAnna: await newSource(anna, interview),
      deletedByBo: await newSource(anna, interview),
    },
    memoId: '',
  }
  made.memoId = (
    await anna.do('memos.create', { title: 'Venting', text: 'Hun venter.\nHan ringer.' })
  ).id
  return made
}

/** What each does, neither knowing of the other's. */
async function workApart(
  { anna, bo }: LivePair,
  { codes, sources, memoId }: Things,
): Promise<void> {
  const at = interview.indexOf('venter')
  await anna.do('codes.update', { codeIds: [codes.renamed], name: 'ventetid' })
  await bo.do('codes.update', { codeIds: [codes.renamed], name: 'å vente' })
  await anna.do('codes.delete', { codeIds: [codes.deletedByAnna] })
  await codeWords(bo, sources.written, 'ringer legen', codes.deletedByAnna)
  await bo.do('codes.delete', { codeIds: [codes.deletedByBo] })
  await codeWords(anna, sources.written, 'i loggen', codes.deletedByBo)
  await anna.do('sources.delete', { sourceIds: [sources.deletedByAnna] })
  await codeWords(bo, sources.deletedByAnna, 'ringer legen', codes.renamed)
  await bo.do('sources.delete', { sourceIds: [sources.deletedByBo] })
  await codeWords(anna, sources.deletedByBo, 'i loggen', codes.renamed)
  const sourceId = sources.written
  await anna.do('sources.editText', { sourceId, start: at, end: at, text: 'lenge ' })
  await bo.do('sources.editText', { sourceId, start: at, end: at + 6, text: 'håper' })
  await editMemo(anna, memoId, ([first]) => first?.insert('#Hun venter'.length, ' lenge'))
  await editMemo(bo, memoId, ([first, second]) => {
    first?.insert('#Hun venter'.length, ' på svar')
    second?.insert('#Han ringer'.length, ' dem')
  })
}

/** What is to settle, whoever found it. */
async function itemsOf(engine: TestEngine) {
  const { items } = await engine.get('conflicts.list', {})
  const { analysts } = await engine.get('project.info', {})
  const nameOf = (id: string | null) => analysts.find((each) => each.id === id)?.name
  return items
    .map(({ kind, thing, field, sides }) => ({
      ...{ kind, map: thing.map, field },
      sides: sides
        .map(({ value, analystId }) => `${nameOf(analystId)}: ${String(value)}`)
        .toSorted(),
    }))
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

const toSettle = [
  {
    kind: 'deletedUsed',
    map: 'codes',
    field: 'deleted',
    sides: ['Anna Analytiker: false', 'Bo Bakken: true'],
  },
  {
    kind: 'deletedUsed',
    map: 'codes',
    field: 'deleted',
    sides: ['Anna Analytiker: true', 'Bo Bakken: false'],
  },
  {
    kind: 'deletedUsed',
    map: 'sources',
    field: 'deleted',
    sides: ['Anna Analytiker: false', 'Bo Bakken: true'],
  },
  {
    kind: 'deletedUsed',
    map: 'sources',
    field: 'deleted',
    sides: ['Anna Analytiker: true', 'Bo Bakken: false'],
  },
  {
    kind: 'field',
    map: 'codes',
    field: 'name',
    sides: ['Anna Analytiker: ventetid', 'Bo Bakken: å vente'],
  },
  {
    kind: 'text',
    map: 'memos',
    field: 'text',
    sides: ['Anna Analytiker: Hun venter lenge.', 'Bo Bakken: Hun venter på svar.'],
  },
  {
    ...{ kind: 'text', map: 'sources', field: 'text' },
    sides: [
      'Anna Analytiker: Kari: Jeg ringer legen og lenge venter på svar.',
      'Bo Bakken: Kari: Jeg ringer legen og håper på svar.',
    ],
  },
]

async function expectAllListed({ anna, bo, paths }: LivePair): Promise<void> {
  expect(await itemsOf(anna)).toEqual(toSettle)
  expect(await itemsOf(bo)).toEqual(toSettle)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  for (const engine of [anna, bo])
    expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
}

test('S12 what two decided differently while apart is listed after a bundle each way', async () => {
  const pair = await newLivePair()
  const made = await things(pair)
  await send(pair, pair.anna, pair.bo)
  await workApart(pair, made)
  await send(pair, pair.anna, pair.bo)
  await send(pair, pair.bo, pair.anna)
  await send(pair, pair.anna, pair.bo)
  await expectAllListed(pair)
})

for (const hosting of ['anna', 'bo'] as const)
  test(`S12 and when they meet again live, with ${hosting} as host`, async () => {
    const pair = await newLivePair()
    const { anna, bo } = pair
    const [first, other] = hosting === 'anna' ? [anna, bo] : [bo, anna]
    const made = await things(pair)
    await host(first)
    await letIn(first, other)
    await same(anna, bo)
    await first.do('live.stop', {})
    await other.status('lost', ({ phase }) => phase === 'lost')
    await workApart(pair, made)
    await host(first)
    await other.status('connected', ({ phase }) => phase === 'connected')
    await same(anna, bo)
    await expectAllListed(pair)
  })

async function connect(engine: LiveEngine, server: { address: string; token: string }) {
  await engine.do('live.connect', { server })
  await engine.status('connected', ({ phase }) => phase === 'connected')
}

/** Leaves when all that was done here has arrived. */
async function leave(engine: LiveEngine): Promise<void> {
  await engine.do('live.leave', {})
  await engine.status('off', ({ phase }) => phase === 'off')
}

async function newServer(engine: LiveEngine): Promise<{ address: string; token: string }> {
  const place = institution((await engine.get('project.info', {})).id)
  const { address } = await place.start()
  return { address, token: place.token }
}

for (const order of [
  'one after the other',
  'at once',
  'one has left when the other comes',
] as const)
  test(`S12 and when they meet again at a server, ${order}`, async () => {
    const pair = await newLivePair()
    const { anna, bo } = pair
    const made = await things(pair)
    const server = await newServer(anna)
    await connect(anna, server)
    await connect(bo, server)
    await same(anna, bo)
    await leave(anna)
    await leave(bo)
    await workApart(pair, made)
    if (order === 'at once') await Promise.all([connect(anna, server), connect(bo, server)])
    else {
      await connect(bo, server)
      if (order === 'one has left when the other comes') await leave(bo)
      await connect(anna, server)
      if (order === 'one has left when the other comes') await connect(bo, server)
    }
    await same(anna, bo)
    await expectAllListed(pair)
  })

test('S12 and when they meet again in a folder', async () => {
  const pair = await newLivePair()
  const { anna, bo, folder } = pair
  const made = await things(pair)
  const path = join(folder, 'shared')
  mkdirSync(path)
  for (const engine of [anna, bo]) await engine.do('folder.use', { path, passphrase })
  await exchangeAll(anna, bo)
  for (const engine of [anna, bo]) await engine.do('folder.leave', {})
  await workApart(pair, made)
  for (const engine of [anna, bo]) await engine.do('folder.use', { path, passphrase })
  await exchangeAll(anna, bo, anna, bo)
  await expectAllListed(pair)
})

test('S12 words of guests whom the host brings together name those guests', async () => {
  const { anna, bo, folder, sourceId } = await newLivePair()
  const cato = await newCopy(anna, folder, 'Cato', join(folder, 'cato.standpoint'))
  const start = interview.indexOf('venter')
  await bo.do('sources.editText', { sourceId, start, end: start, text: 'lenge ' })
  await cato.do('sources.editText', { sourceId, start, end: start + 6, text: 'håper' })
  await host(anna)
  await letIn(anna, bo)
  await same(anna, bo)
  await letIn(anna, cato)
  await same(anna, bo, cato)
  for (const engine of [anna, bo, cato])
    expect(await itemsOf(engine)).toMatchObject([
      {
        sides: [
          'Bo Bakken: Kari: Jeg ringer legen og lenge venter på svar.',
          'Cato: Kari: Jeg ringer legen og håper på svar.',
        ],
      },
    ])
})

for (const way of ['in a session', 'at a server'] as const)
  test(`S12 what they write together ${way}, at one place, is nothing to settle`, async () => {
    const pair = await newLivePair()
    const { anna, bo, sourceId } = pair
    const { memoId } = await things(pair)
    if (way === 'in a session') {
      await host(anna)
      await letIn(anna, bo)
    } else {
      const server = await newServer(anna)
      for (const engine of [anna, bo]) await connect(engine, server)
    }
    await same(anna, bo)
    const write = async (engine: LiveEngine) => {
      await engine.do('sources.editText', { sourceId, start: 3, end: 3, text: 'y' })
      await editMemo(engine, memoId, ([first]) => first?.insert(3, 'y'))
    }
    for (let round = 0; round < 20; round++) {
      await Promise.all([write(anna), write(bo)])
      if (round % 4 === 0) await same(anna, bo)
    }
    await same(anna, bo)
    expect(await itemsOf(anna)).toEqual([])
  })
