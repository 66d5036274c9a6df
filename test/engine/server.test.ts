import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import {
  institution,
  startRedis,
  startRedisAtAddress,
  type Institution,
  type InstitutionServer,
} from './support/institution.ts'
import { newCopy, newLivePair, same, type LiveEngine } from './support/live.ts'
import { editMemo } from './support/memo-words.ts'
import { codeWords } from './support/pair.ts'
import { postgresPrograms, startPostgres } from './support/postgres.ts'
import { temporaryFolder } from './support/project.ts'
import { projectedRows } from './support/tables.ts'
import { newWay } from './support/way.ts'

async function connect(
  engine: LiveEngine,
  { address }: Pick<InstitutionServer, 'address'>,
  { token }: Pick<Institution, 'token'>,
): Promise<void> {
  await engine.do('live.connect', { server: { address, token } })
  await engine.status('connected', ({ phase }) => phase === 'connected')
}

/** As a window does it, by an update. */
function writeInMemo(engine: LiveEngine, memoId: string, words: string): Promise<void> {
  return editMemo(engine, memoId, (blocks) => {
    const last = blocks.at(-1)
    last?.insert(last.length, words)
  })
}

async function projectId(engine: LiveEngine): Promise<string> {
  return (await engine.get('project.info', {})).id
}

test('V9 clients at two servers behind Redis end with the same rows: codings, memos, texts, originals, trail', async () => {
  const { anna, bo, folder, paths, sourceId, codeId } = await newLivePair()
  const cato = await newCopy(anna, folder, 'Cato', join(folder, 'cato.standpoint'))
  const place = institution(await projectId(anna), { redis: await startRedisAtAddress() })
  const [one, other] = await Promise.all([place.start(), place.start()])
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  const file = join(folder, 'fra Anna.txt')
  writeFileSync(file, 'Kari: Dette er fra Anna.\n')
  await anna.do('sources.import', { paths: [file] })
  await connect(anna, one, place)
  await connect(bo, other, place)
  await connect(cato, one, place)
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  const { id: memoId } = await bo.do('memos.create', { title: 'Notat', text: 'Fra Bo' })
  await cato.do('sources.editText', { sourceId, start: 0, end: 0, text: 'Innledning. ' })
  await same(anna, bo, cato)
  await writeInMemo(cato, memoId, ' og Cato')
  await anna.do('memos.update', { memoId, title: 'Notat, lest av Anna' })
  await codeWords(bo, sourceId, 'Innledning', codeId)
  await same(anna, bo, cato)
  const rows = projectedRows(paths.anna)
  expect(projectedRows(paths.bo)).toEqual(rows)
  expect(projectedRows(join(folder, 'cato.standpoint'))).toEqual(rows)
  const { items } = await cato.get('codings.list', {})
  expect(items.map(({ quote }) => quote).toSorted()).toEqual([
    'Innledning',
    'ringer legen',
    'venter på svar',
  ])
  const status = await anna.status('Bo is here', ({ people }) => people.length === 2)
  expect(status.people.map(({ name }) => name).toSorted()).toEqual(['Bo Bakken', 'Cato'])
  const { items: memos } = await anna.get('memos.list', {})
  expect(memos).toMatchObject([{ title: 'Notat, lest av Anna', text: 'Fra Bo og Cato' }])
  expect((await anna.get('project.check', { rebuild: true })).problems).toEqual([])
})

test('V9 two servers with one Postgres and one Redis: what was done at both is there for who comes later', async () => {
  const programs = postgresPrograms()
  if (programs === null) return
  const { anna, bo, folder, paths, sourceId, codeId } = await newLivePair()
  const cato = await newCopy(anna, folder, 'Cato', join(folder, 'cato.standpoint'))
  const [redis, postgres] = await Promise.all([startRedis(), startPostgres(programs)])
  const place = institution(await projectId(anna), { redis, postgres })
  const servers = await Promise.all([place.start(), place.start()])
  const [one, other] = servers
  await connect(anna, one, place)
  await connect(bo, other, place)
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  await same(anna, bo)
  for (const engine of [anna, bo]) {
    await engine.status('all is there', ({ toCome }) => toCome.documents + toCome.originals === 0)
    await engine.do('live.leave', {})
  }
  await Promise.all(servers.map((server) => server.stop()))
  // Nobody else is there: all that comes, comes from the database.
  const later = await place.start()
  await connect(cato, later, place)
  await cato.until('what both did', async () => {
    const { items } = await cato.get('codings.list', {})
    return items.length === 2
  })
  await connect(anna, later, place)
  await same(anna, cato)
  expect(projectedRows(join(folder, 'cato.standpoint'))).toEqual(projectedRows(paths.anna))
})

test('V7 a server that is killed and comes back: what was done meanwhile flows in', async () => {
  const { anna, bo, paths, sourceId, codeId } = await newLivePair()
  const place = institution(await projectId(anna))
  const first = await place.start()
  await connect(anna, first, place)
  await connect(bo, first, place)
  await same(anna, bo)
  await first.kill()
  await anna.status('lost', ({ phase }) => phase === 'lost')
  await bo.status('lost', ({ phase }) => phase === 'lost')
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  await place.start(first.port)
  await anna.status('connected', ({ phase }) => phase === 'connected')
  await bo.status('connected', ({ phase }) => phase === 'connected')
  await same(anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  // What is done and left at once arrives none the less.
  await codeWords(bo, sourceId, 'Så skriver', codeId)
  await bo.do('live.leave', {})
  const off = await bo.status('left', ({ role }) => role === 'none')
  expect(off.unsent).toBe(0)
  await anna.until('the last of Bo', async () => {
    return (await anna.get('codings.list', {})).items.length === 3
  })
  // Left, and back later without giving address and token again.
  await codeWords(anna, sourceId, 'loggen', codeId)
  const { server } = await bo.do('live.connect', {})
  expect(server).toBe(first.address)
  await same(anna, bo)
  expect((await bo.get('codings.list', {})).items).toHaveLength(4)
})

test('V7 who leaves a server that does not answer any more is told that not all has arrived', async () => {
  const { anna, sourceId, codeId } = await newLivePair()
  const place = institution(await projectId(anna))
  const server = await place.start()
  const way = await newWay(server.port)
  await way.open()
  await connect(anna, { address: `ws://127.0.0.1:${way.port}` }, place)
  await anna.status('all is there', ({ toCome }) => toCome.documents + toCome.originals === 0)
  way.hold()
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await anna.do('live.leave', {})
  await anna.status('leaving', ({ phase }) => phase === 'leaving')
  await anna.do('live.leave', {})
  const { role, unsent } = await anna.get('live.status', {})
  expect(role).toBe('none')
  expect(unsent).toBeGreaterThan(0)
  // It went along the next time.
  await connect(anna, server, place)
  await anna.status('all is there', ({ toCome }) => toCome.documents + toCome.originals === 0)
  expect((await anna.get('live.status', {})).unsent).toBe(0)
})

test('V9 a wrong token, a strange address and a message that is too large are refused with a sentence', async () => {
  const { anna, sourceId } = await newLivePair()
  const place = institution(await projectId(anna), { largestMessage: 100_000 })
  const server = await place.start()
  const at = (address: string) =>
    anna.refusal('live.connect', { server: { address, token: place.token } })
  expect((await at('https://example.org')).code).toBe('live.badAddress')
  expect((await at('ws://example.org')).code).toBe('live.notSealed')
  expect((await anna.refusal('live.connect', {})).code).toBe('live.noServer')
  await anna.do('live.connect', { server: { address: server.address, token: 'another' } })
  const refused = await anna.status('refused', ({ phase }) => phase === 'refused')
  expect(refused.problem).toBe('live.wrongToken')
  expect(place.documents().size).toBe(0)
  await connect(anna, server, place)
  expect((await anna.refusal('live.host', {})).code).toBe('live.alreadyOn')
  await anna.do('sources.editText', { sourceId, start: 0, end: 0, text: 'Og så. '.repeat(20_000) })
  const large = await anna.status('too large', ({ phase }) => phase === 'refused')
  expect(large.problem).toBe('live.serverTooLarge')
})

test('V7 a server that cannot get at its documents is tried again: the token is not what is wrong', async () => {
  const { anna } = await newLivePair()
  const id = await projectId(anna)
  const place = institution(id)
  const server = await place.start()
  const database = new Database(join(place.folder, 'documents.sqlite'))
  onTestFinished(() => {
    database.close()
  })
  database
    .prepare('INSERT INTO documents VALUES (?, ?)')
    .run(`${id}:project`, Buffer.from('no state of anything'))
  await anna.do('live.connect', { server: { address: server.address, token: place.token } })
  const lost = await anna.status('lost', ({ phase }) => phase === 'lost')
  expect(lost.problem).toBe('live.serverUnreachable')
  database.exec('DELETE FROM documents')
  await anna.status('connected', ({ phase }) => phase === 'connected')
})

test('S12 what two decided differently names those two, however many are at the server', async () => {
  const { anna, bo, folder, codeId } = await newLivePair()
  const cato = await newCopy(anna, folder, 'Cato', join(folder, 'cato.standpoint'))
  const place = institution(await projectId(anna))
  const server = await place.start()
  await connect(anna, server, place)
  await connect(cato, server, place)
  await cato.do('codes.create', { name: 'fra Cato' })
  await same(anna, cato)
  await anna.do('codes.update', { codeIds: [codeId], name: 'ventetid' })
  await same(anna, cato)
  // Bo comes last, and finds both of them there.
  await bo.do('codes.update', { codeIds: [codeId], name: 'å vente' })
  await connect(bo, server, place)
  await same(anna, bo, cato)
  const idOf = async (engine: LiveEngine) => (await engine.get('project.info', {})).analystId
  const names = new Map([
    ['ventetid', await idOf(anna)],
    ['å vente', await idOf(bo)],
  ])
  for (const engine of [anna, bo, cato]) {
    const { items } = await engine.get('conflicts.list', {})
    expect(items).toMatchObject([{ kind: 'field', field: 'name' }])
    const sides = items[0]?.sides.map(({ value, analystId }) => [value, analystId]) ?? []
    expect(new Map(sides as [string, string][])).toEqual(names)
  }
})

test('S8 blind layers never reach a server before all have closed; then they do', async () => {
  const { anna, bo, paths, sourceId, codeId } = await newLivePair()
  const place = institution(await projectId(anna))
  const server = await place.start()
  await connect(anna, server, place)
  await connect(bo, server, place)
  await same(anna, bo)
  const analystIds = [
    (await anna.get('project.info', {})).analystId,
    (await bo.get('project.info', {})).analystId,
  ]
  const { id: roundId } = await anna.do('rounds.create', {
    ...{ name: 'Runde 1', sourceIds: [sourceId], analystIds, isBlind: true, codeIds: null },
  })
  await same(anna, bo)
  for (const [engine, words] of [
    [anna, 'ringer legen'],
    [bo, 'venter på svar'],
  ] as const) {
    await engine.do('rounds.enter', { roundId })
    await codeWords(engine, sourceId, words, codeId)
    await engine.do('rounds.enter', { roundId: null })
  }
  // Something that comes after it has come across: what was to come before it is there too.
  await anna.do('codes.create', { name: 'etterpå' })
  await same(anna, bo)
  await anna.do('live.leave', {})
  await bo.do('live.leave', {})
  await server.stop()
  expect(namesWith(place, roundId)).toEqual([])
  expect(namesWith(place, 'source:')).toHaveLength(1)
  await anna.do('rounds.close', { roundId })
  await bo.do('rounds.close', { roundId })
  const again = await place.start()
  await connect(anna, again, place)
  await connect(bo, again, place)
  await same(anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  const { items } = await anna.get('codings.list', { sourceId, layer: roundId })
  expect(items).toHaveLength(2)
  await again.stop()
  expect(namesWith(place, `layer:${roundId}:`)).toHaveLength(2)
  expect(namesWith(place, `/${roundId}:`)).toHaveLength(2)
})

function namesWith(place: Institution, words: string): string[] {
  return [...place.documents().keys()].filter((name) => name.includes(words))
}

/** The stored documents one after the other, as text of one byte a character. */
function stored(place: Institution): string {
  return [...place.documents().values()].map((state) => state.toString('latin1')).join()
}

test('S9 a withdrawn source is taken out of the documents of the server', async () => {
  const { anna, bo, folder } = await newLivePair()
  const file = join(folder, 'Hemmelig.txt')
  writeFileSync(file, 'Kari: Navnet er Ragnhild Testesen.\n')
  const { items } = await anna.do('sources.import', { paths: [file] })
  const sourceId = items[0]?.sourceIds[0] ?? ''
  const place = institution(await projectId(anna))
  const server = await place.start()
  await connect(anna, server, place)
  await connect(bo, server, place)
  await same(anna, bo)
  await anna.status('all is there', ({ toCome }) => toCome.documents + toCome.originals === 0)
  await server.stop()
  expect(stored(place).split('Ragnhild')).toHaveLength(3)
  const again = await place.start(server.port)
  for (const engine of [anna, bo])
    await engine.status('connected', ({ phase }) => phase === 'connected')
  await bo.do('sources.withdraw', { sourceIds: [sourceId], reason: 'Ba om det' })
  await same(bo, anna)
  for (const engine of [anna, bo]) {
    await engine.status('all is done', ({ toCome }) => toCome.documents === 0)
    await engine.do('live.leave', {})
  }
  await again.stop()
  expect(stored(place)).not.toContain('Ragnhild')
})

test('V1 address and token stay on this device, and are forgotten when asked', async () => {
  const { anna } = await newLivePair()
  const place = institution(await projectId(anna))
  await connect(anna, await place.start(), place)
  const path = join(temporaryFolder(), 'copy.standpoint')
  await anna.do('backups.create', { path })
  expect(readFileSync(path, 'latin1')).not.toContain(place.token)
  expect(await anna.do('live.forgetServer', {})).toMatchObject({ role: 'none', server: null })
  expect((await anna.refusal('live.connect', {})).code).toBe('live.noServer')
})
