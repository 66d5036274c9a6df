import Database from 'better-sqlite3'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { connect as connectTo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { host, letIn, LiveEngine, newCopy, newLivePair, same } from './support/live.ts'
import { codeWords } from './support/pair.ts'
import { projectedRows } from './support/tables.ts'
import { newWay } from './support/way.ts'
import { temporaryFolder } from './support/project.ts'

test('V4 what one does is in the other’s project file, both ways, and the trail of both is on both', async () => {
  const { anna, bo, paths, sourceId, codeId } = await newLivePair()
  await host(anna)
  await letIn(anna, bo)
  await same(anna, bo)
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  await same(anna, bo)
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await same(anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  const { items } = await anna.get('sources.passages', { sourceId })
  expect(items.flatMap((passage) => passage.codings)).toHaveLength(2)
  const [mine, theirs] = await Promise.all([
    anna.get('activity.list', { limit: 1000 }),
    bo.get('activity.list', { limit: 1000 }),
  ])
  const told = ({ items: rows }: typeof mine) =>
    rows.map(({ analyst, command, label }) => [analyst, command, label]).toSorted()
  expect(told(mine)).toEqual(told(theirs))
  expect(told(mine).filter(([, command]) => command === 'passages.code')).toHaveLength(2)
})

test('V4 new sources, memos and originals come too, from either side', async () => {
  const { anna, bo, paths } = await newLivePair()
  await host(anna)
  await letIn(anna, bo)
  const folder = temporaryFolder()
  for (const [engine, name] of [
    [anna, 'fra Anna'],
    [bo, 'fra Bo'],
  ] as const) {
    const file = join(folder, `${name}.txt`)
    writeFileSync(file, `Kari: Dette er ${name}.\n`)
    await engine.do('sources.import', { paths: [file] })
    await engine.do('memos.create', { title: name, text: `Notat ${name}` })
  }
  await same(anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  expect(originals(paths.bo)).toEqual(originals(paths.anna))
  expect(originals(paths.bo)).toHaveLength(2)
})

test('V7 what was done apart flows in when the host is back, by itself', async () => {
  const { anna, bo, paths, sourceId, codeId } = await newLivePair()
  await host(anna)
  await letIn(anna, bo)
  const { port } = await anna.get('live.status', {})
  await anna.do('live.stop', {})
  await bo.status('lost', ({ phase }) => phase === 'lost')
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  const { id: own } = await anna.do('codes.create', { name: 'dokumentasjon' })
  await codeWords(anna, sourceId, 'skriver jeg i loggen', own)
  const again = await host(anna)
  expect(again.port).toBe(port)
  await bo.status('connected', ({ phase }) => phase === 'connected')
  await same(anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  // Also when the guest was closed in the meantime, and without an invitation.
  await bo.do('project.close', {})
  await anna.do('codes.create', { name: 'enda en' })
  await bo.do('project.open', { path: paths.bo })
  expect((await bo.get('live.status', {})).mayReturn).toBe('Anna Analytiker')
  await bo.do('live.join', {})
  await bo.status('connected', ({ phase }) => phase === 'connected')
  await same(anna, bo)
  expect((await bo.get('codes.list', {})).items).toHaveLength(3)
})

test('V7 a merge that is taken back in a session comes in again with what follows', async () => {
  const { anna, bo, paths, folder, sourceId, codeId } = await newLivePair()
  await codeWords(bo, sourceId, 'ringer legen', codeId)
  const path = join(folder, 'from-bo.bundle')
  await bo.do('sync.bundle', { path })
  await anna.do('sync.merge', { path })
  await host(anna)
  await letIn(anna, bo)
  await same(anna, bo)
  await anna.do('history.undo', {})
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  await anna.until('both codings', async () => {
    const { items } = await anna.get('sources.passages', { sourceId })
    return items.length === 2
  })
  await same(anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('V2 who has no copy yet begins from an invitation, with a file of their own', async () => {
  const { anna, bo, folder, paths, sourceId, codeId } = await newLivePair()
  const file = join(folder, 'fra Anna.txt')
  writeFileSync(file, 'Kari: Dette er fra Anna.\n')
  await anna.do('sources.import', { paths: [file] })
  await host(anna)
  const cato = new LiveEngine()
  onTestFinished(() => cato.close())
  const path = join(folder, 'cato.standpoint')
  const knockAs = async (analyst: string) => {
    const { link } = await anna.do('live.invite', {})
    const joined = cato.run('project.joinLive', { invitation: link, path, analyst, task: 'join' })
    const { knocks } = await anna.status('a knock', (status) => status.knocks.length > 0)
    return { joined, guest: knocks[0]?.guest ?? '', link }
  }
  const refused = await knockAs('Cato')
  await anna.do('live.refuse', { guest: refused.guest })
  expect(await refused.joined).toMatchObject({ error: { code: 'live.turnedAway' } })
  expect(existsSync(path)).toBe(false)
  const { link: invitation } = refused
  const again = { invitation, path, analyst: 'Cato' }
  expect((await cato.refusal('project.joinLive', again)).code).toBe('live.invitationUsed')
  const taken = { ...again, path: paths.bo }
  expect((await cato.refusal('project.joinLive', taken)).code).toBe('project.exists')
  const stopped = await knockAs('Cato')
  await cato.do('tasks.cancel', { task: 'join' })
  expect(await stopped.joined).toMatchObject({ error: { code: 'task.cancelled' } })
  await anna.status('nobody knocks', ({ knocks }) => knocks.length === 0)
  const { joined, guest } = await knockAs('Cato')
  await anna.do('live.admit', { guest })
  expect(await joined).toMatchObject({ value: { path, isNewDevice: false } })
  await cato.status('connected', ({ phase }) => phase === 'connected')
  await codeWords(cato, sourceId, 'venter på svar', codeId)
  await same(anna, cato)
  expect(projectedRows(path)).toEqual(projectedRows(paths.anna))
  expect(originals(path)).toEqual(originals(paths.anna))
  const [shown] = (await anna.get('live.status', {})).people
  expect(shown).toMatchObject({ name: 'Cato' })
  expect((await cato.get('project.info', {})).analystId).toBe(shown?.analystId)
  // Back without an invitation, as everybody who was admitted.
  await cato.do('live.leave', {})
  await cato.do('live.join', {})
  await cato.status('connected again', ({ phase }) => phase === 'connected')
  expect((await bo.get('live.status', {})).role).toBe('none')
})

test('V3 who is removed is out at once and does not get in again', async () => {
  const { anna, bo, sourceId, codeId } = await newLivePair()
  await host(anna)
  await letIn(anna, bo)
  await same(anna, bo)
  const { guests } = await anna.get('live.status', {})
  expect(guests.map(({ name, isHere }) => [name, isHere])).toEqual([['Bo Bakken', true]])
  const status = await anna.do('live.remove', { device: guests[0]?.device ?? '' })
  expect(status.guests).toEqual([])
  await codeWords(anna, sourceId, 'venter på svar', codeId)
  await bo.status('removed', ({ problem }) => problem === 'live.removed')
  expect((await bo.get('sources.passages', { sourceId })).items).toEqual([])
  await bo.do('live.join', {})
  await bo.status('still removed', ({ phase }) => phase === 'refused')
  expect((await bo.get('sources.passages', { sourceId })).items).toEqual([])
  const { items } = await anna.get('live.log', {})
  expect(items.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['wrongCredential', 'removed', 'admitted', 'knocked', 'invited']),
  )
})

test('V1 nothing listens before a session is opened, and nothing after it is ended', async () => {
  const { anna, paths } = await newLivePair()
  expect(await anna.get('live.status', {})).toMatchObject({ role: 'none', port: null })
  const { port } = await host(anna)
  expect(await answers(port ?? 0)).toBe(true)
  expect((await anna.refusal('live.host', {})).code).toBe('live.alreadyOn')
  await anna.do('live.stop', {})
  expect(await answers(port ?? 0)).toBe(false)
  expect((await anna.refusal('live.invite', {})).code).toBe('live.notHosting')
  expect((await anna.refusal('live.leave', {})).code).toBe('live.notAGuest')
  expect((await anna.refusal('live.join', {})).code).toBe('live.neverAdmitted')
  await host(anna)
  await anna.do('project.close', {})
  expect(await answers(port ?? 0)).toBe(false)
  await anna.do('project.open', { path: paths.anna, readOnly: true })
  expect((await anna.refusal('live.host', {})).code).toBe('project.readOnly')
})

test('V1 a port that is taken is said to be; without one given, another is found', async () => {
  const first = await newLivePair()
  const { port } = await host(first.anna)
  const where = { address: '127.0.0.1', port: port ?? 0 }
  expect((await first.bo.refusal('live.host', where)).code).toBe('live.cannotListen')
  expect((await host(first.bo)).port).not.toBe(port)
})

test('V8 everybody sees who is here and where they read', async () => {
  const { anna, bo, folder, sourceId } = await newLivePair()
  const cato = await newCopy(anna, folder, 'Cato', join(folder, 'cato.standpoint'))
  await host(anna)
  await letIn(anna, bo)
  await letIn(anna, cato)
  await bo.do('live.show', { sourceId, start: 4, end: 9, top: 0 })
  await cato.until('where Bo reads', async () =>
    cato.last('live.presence')?.people.some(({ name, end }) => name === 'Bo Bakken' && end === 9),
  )
  await anna.do('live.show', { sourceId, start: null, end: null, top: 12 })
  await bo.until('where Anna reads', async () =>
    bo.last('live.presence')?.people.some(({ isHost, top }) => isHost && top === 12),
  )
  await bo.do('live.leave', {})
  const status = await cato.status('Bo has gone', ({ people }) => people.length === 1)
  expect(status.people[0]).toMatchObject({ name: 'Anna Analytiker', isHost: true, top: 12 })
})

test('V4 six analysts at once end with the same rows', async () => {
  const { anna, bo, folder, paths, sourceId, codeId } = await newLivePair()
  const others = await Promise.all(
    ['Cato', 'Dina', 'Egil', 'Frida'].map((name) =>
      newCopy(anna, folder, name, join(folder, `${name}.standpoint`)),
    ),
  )
  const guests = [bo, ...others]
  await host(anna)
  for (const guest of guests) await letIn(anna, guest)
  const words = ['Hva', 'gjør', 'du', 'Kari', 'ringer', 'legen', 'venter', 'svar', 'loggen']
  await Promise.all(
    [anna, ...guests].map(async (engine, number) => {
      for (let round = 0; round < 8; round++) {
        const word = words[(number + round) % words.length] ?? ''
        await codeWords(engine, sourceId, word, codeId)
        await engine.do('codes.create', { name: `${number} ${round}` })
      }
    }),
  )
  await same(anna, ...guests)
  const rows = projectedRows(paths.anna)
  for (const guest of guests) {
    const { path } = await guest.get('project.info', {})
    expect(projectedRows(path)).toEqual(rows)
  }
  expect((await anna.get('codes.list', {})).items).toHaveLength(49)
  expect((await anna.get('project.check', { rebuild: true })).problems).toEqual([])
})

test('S8 keys and credentials of sessions do not go into a copy for others', async () => {
  const { anna, bo, folder } = await newLivePair()
  await host(anna)
  await letIn(anna, bo)
  for (const engine of [anna, bo]) {
    const path = join(folder, `copy of ${engine === anna ? 'anna' : 'bo'}.standpoint`)
    await engine.do('backups.create', { path })
    const bytes = readFileSync(path, 'latin1')
    expect(bytes).not.toContain('PRIVATE KEY')
    expect(bytes).not.toContain('credential')
    expect(bytes).not.toContain('live.')
  }
})

function originals(path: string): unknown[] {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare('SELECT hash, bytes FROM blobs ORDER BY hash').all()
  } finally {
    db.close()
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connectTo(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

test('V4 who works on while the line is made never leaves a thing without its fields, not for a moment', async () => {
  // A change that comes ahead of what it rests on is taken over by Yjs in part: what it replaces goes
  // at once, the new value waits until the rest is there.
  const { anna, bo } = await newLivePair()
  const { port } = await host(anna)
  const way = await newWay(port ?? 0, 100)
  await way.open()
  const { link } = await anna.do('live.invite', {})
  await bo.do('live.join', { invitation: link.replace(/&o=\d+/u, `&o=${way.port}`) })
  const { knocks } = await anna.status('a knock', (status) => status.knocks.length > 0)
  await anna.do('live.admit', { guest: knocks[0]?.guest ?? '' })
  await bo.status('connected', ({ phase }) => phase === 'connected')
  const made = []
  for (let number = 0; number < 40; number++)
    made.push((await bo.do('codeSets.create', { name: 'sett', codeIds: [] })).id)
  await same(anna, bo)
  await bo.do('live.leave', {})
  // Neither has what the other does now, and what each does afterwards rests on it.
  await bo.do('codes.create', { name: 'alene hos Bo' })
  await anna.do('codes.create', { name: 'alene hos Anna' })

  const seen = { anna: new Set<unknown>(), bo: new Set<unknown>() }
  const look = async (who: 'anna' | 'bo') => {
    const { items, sets } = await (who === 'anna' ? anna : bo).get('codes.list', {})
    for (const set of sets) seen[who].add(set.name)
    return items.some((code) => code.name === 'til slutt')
  }
  await bo.do('live.join', {})
  const last = Promise.all([
    anna.until('what Bo did last', () => look('anna')),
    bo.until('the same', () => look('bo')),
  ])
  for (const [number, codeSetId] of made.entries()) {
    await (number % 2 === 0 ? anna : bo).do('codeSets.update', { codeSetId, name: 'ny' })
    await look('anna')
    await look('bo')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await bo.do('codes.create', { name: 'til slutt' })
  await last
  await same(anna, bo)
  for (const names of Object.values(seen)) expect([...names].sort()).toEqual(['ny', 'sett'])
})
