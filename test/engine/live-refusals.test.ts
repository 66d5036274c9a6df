import { join } from 'node:path'
import { createServer } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { linkToInvitation } from '../../electron/engine/sync/live/invitation.ts'
import { askHost } from '../../electron/engine/sync/live/ask-host.ts'
import type { LiveLogKind, LiveStatus } from '../../shared/contract/live.ts'
import {
  host,
  letIn,
  newCopy,
  newLivePair,
  same,
  LiveEngine,
  type LivePair,
} from './support/live.ts'
import { codeWords } from './support/pair.ts'
import { temporaryFolder } from './support/project.ts'
import {
  admittedBy,
  ask,
  auth,
  connect,
  frame,
  stateless,
  update,
  wish,
  type RawGuest,
} from './support/raw-guest.ts'
import { newWay } from './support/way.ts'

/** That what was refused stands in the log, and that host and guest go on as if nothing had been. */
async function stillWorks(pair: LivePair, kind: LiveLogKind): Promise<void> {
  const { anna, bo, sourceId, codeId } = pair
  await logged(anna, kind)
  await codeWords(bo, sourceId, 'ringer legen', codeId)
  await codeWords(anna, sourceId, 'skriver jeg', codeId)
  await same(anna, bo)
  const { items } = await anna.get('sources.passages', { sourceId })
  expect(items).toHaveLength(2)
}

async function logged(engine: LiveEngine, kind: LiveLogKind): Promise<void> {
  await engine.until(`${kind} in the log`, async () =>
    (await engine.get('live.log', {})).items.some((entry) => entry.kind === kind),
  )
}

async function hosted(): Promise<LivePair> {
  const pair = await newLivePair()
  await host(pair.anna)
  await letIn(pair.anna, pair.bo)
  await same(pair.anna, pair.bo)
  return pair
}

test('V2 an invitation that is wrong, used or expired lets nobody in', async () => {
  const pair = await newLivePair()
  const { anna, bo } = pair
  await host(anna)
  const { link } = await anna.do('live.invite', {})
  const secret = linkToInvitation(link).secret
  await bo.do('live.join', { invitation: link.replace(secret, `${secret.slice(0, -4)}wxyz`) })
  await bo.status('refused', ({ problem }) => problem === 'live.wrongInvitation')
  await logged(anna, 'wrongInvitation')
  const short = await anna.do('live.invite', { minutes: 0.000001 })
  const late = short.link.replace(/&e=\d+/, '&e=4000000000')
  await bo.do('live.join', { invitation: late })
  await bo.status('refused', ({ problem }) => problem === 'live.invitationExpired')
  await logged(anna, 'expiredInvitation')
  await bo.do('live.join', { invitation: link })
  await anna.status('a knock', ({ knocks }) => knocks.length === 1)
  await bo.do('live.leave', {})
  await anna.status('nobody waits', ({ knocks }) => knocks.length === 0)
  await bo.do('live.join', { invitation: link })
  await bo.status('refused', ({ problem }) => problem === 'live.invitationUsed')
  await stillWorksAfter(pair)
  expect((await bo.refusal('live.join', { invitation: late })).code).toBe('live.alreadyOn')
  await bo.do('live.leave', {})
  for (const text of ['', 'standpoint://join?a=1', link.slice(0, 80), link.replace('&f=', '&f=x')])
    expect((await bo.refusal('live.join', { invitation: text })).code).toBe('live.badInvitation')
})

async function stillWorksAfter({ anna, bo, ...pair }: LivePair): Promise<void> {
  await letIn(anna, bo)
  await stillWorks({ anna, bo, ...pair }, 'usedInvitation')
}

test('V2 who does not reach the host, or loses it before it has decided, knocks again by itself', async () => {
  const { anna, bo } = await newLivePair()
  const { port } = await host(anna)
  const { link } = await anna.do('live.invite', {})
  const way = await newWay(port ?? 0)
  await bo.do('live.join', { invitation: link.replace(/&o=\d+/, `&o=${way.port}`) })
  const lost = await bo.status('not reached', ({ phase }) => phase === 'lost')
  expect(lost).toMatchObject({ problem: 'live.unreachable', host: 'Anna Analytiker' })
  await way.open()
  const heard = ({ knocks }: LiveStatus): boolean => knocks.length === 1
  const [first] = (await anna.status('a knock', heard)).knocks
  await bo.status('knocking', ({ phase }) => phase === 'knocking')
  way.cut()
  await bo.status('lost', ({ phase }) => phase === 'lost')
  const again = await anna.status('another', ({ knocks: [second] }) => {
    return second !== undefined && second.guest !== first?.guest
  })
  expect(again.knocks).toHaveLength(1)
  // Another who has the invitation is not the one who knocked with it.
  const cato = await newCopy(
    anna,
    temporaryFolder(),
    'Cato',
    join(temporaryFolder(), 'c.standpoint'),
  )
  await cato.do('live.join', { invitation: link })
  await cato.status('refused', ({ problem }) => problem === 'live.invitationUsed')
  await anna.do('live.admit', { guest: again.knocks[0]?.guest ?? '' })
  await bo.status('connected', ({ phase }) => phase === 'connected')
  await same(anna, bo)
})

test('V2 who has no copy yet is told that the host is not reached, and gets in when it is', async () => {
  const { anna } = await newLivePair()
  const { port } = await host(anna)
  const { link } = await anna.do('live.invite', {})
  const way = await newWay(port ?? 0)
  const cato = new LiveEngine()
  onTestFinished(() => cato.close())
  const joined = cato.run('project.joinLive', {
    invitation: link.replace(/&o=\d+/, `&o=${way.port}`),
    path: join(temporaryFolder(), 'cato.standpoint'),
    ...{ analyst: 'Cato', task: 'join' },
  })
  const told = (done: number): Promise<unknown> =>
    cato.until(`told ${done}`, () =>
      Promise.resolve(cato.last('task.progress')?.done === done ? 'yes' : null),
    )
  await told(0)
  await way.open()
  await told(1)
  const { knocks } = await anna.status('a knock', (status) => status.knocks.length === 1)
  await anna.do('live.admit', { guest: knocks[0]?.guest ?? '' })
  expect(await joined).toMatchObject({ ok: true })
  await cato.status('connected', ({ phase }) => phase === 'connected')
})

test('V2 a knock is given up when it is refused, when the invitation has run out, and when asked', async () => {
  const { anna, bo } = await newLivePair()
  const { port } = await host(anna)
  const way = await newWay(port ?? 0)
  const through = (link: string): string => link.replace(/&o=\d+/, `&o=${way.port}`)
  const late = (await anna.do('live.invite', {})).link.replace(
    /&e=\d+/,
    `&e=${Math.ceil(Date.now() / 1000) + 2}`,
  )
  await bo.do('live.join', { invitation: through(late) })
  await bo.status('given up', ({ phase, problem }) => {
    return phase === 'refused' && problem === 'live.unreachable'
  })
  const { link } = await anna.do('live.invite', {})
  await bo.do('live.join', { invitation: through(link) })
  await bo.status('lost', ({ phase }) => phase === 'lost')
  await bo.do('live.leave', {})
  await way.open()
  expect((await bo.get('live.status', {})).role).toBe('none')
  await bo.do('live.join', { invitation: through(link) })
  const { knocks } = await anna.status('a knock', (status) => status.knocks.length === 1)
  await anna.do('live.refuse', { guest: knocks[0]?.guest ?? '' })
  await bo.status('turned away', ({ problem }) => problem === 'live.turnedAway')
  await bo.do('live.join', { invitation: through(link) })
  await bo.status('used', ({ problem }) => problem === 'live.invitationUsed')
})

test('V2 the host turns away who knocks', async () => {
  const { anna, bo } = await newLivePair()
  await host(anna)
  const { link } = await anna.do('live.invite', {})
  await bo.do('live.join', { invitation: link })
  const { knocks } = await anna.status('a knock', (status) => status.knocks.length === 1)
  expect(knocks[0]?.name).toBe('Bo Bakken')
  await anna.do('live.refuse', { guest: knocks[0]?.guest ?? '' })
  await bo.status('turned away', ({ problem }) => problem === 'live.turnedAway')
  expect((await anna.get('live.status', {})).guests).toEqual([])
  expect((await anna.refusal('live.admit', { guest: 'nobody' })).code).toBe('live.unknownGuest')
})

test('V2 an invitation to another project is refused, on both sides', async () => {
  const { anna } = await newLivePair()
  const other = await newLivePair()
  await host(anna)
  const { link } = await anna.do('live.invite', {})
  expect((await other.bo.refusal('live.join', { invitation: link })).code).toBe('sync.otherProject')
  const own = (await other.bo.get('project.info', {})).id
  await other.bo.do('live.join', { invitation: link.replace(/&p=[^&]+/, `&p=${own}`) })
  await other.bo.status('refused', ({ problem }) => problem === 'sync.otherProject')
  await logged(anna, 'otherProject')
})

test('V2 to somebody with another certificate nothing is sent, not even the invitation', async () => {
  const pair = await newLivePair()
  const { anna, bo } = pair
  await host(anna)
  const { link } = await anna.do('live.invite', {})
  const { generate } = await import('selfsigned')
  const forged = await generate([{ name: 'commonName', value: 'Standpoint live session' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  })
  let said = ''
  let hellos = 0
  const thief = createServer({ key: forged.private, cert: forged.cert }, (socket) => {
    socket.on('data', (data: Buffer) => (said += data.toString('utf8')))
    socket.on('error', () => {})
  })
  thief.on('connection', () => (hellos += 1))
  onTestFinished(() => void thief.close())
  const port = await new Promise<number>((resolve) =>
    thief.listen(0, '127.0.0.1', () => {
      const address = thief.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  await bo.do('live.join', { invitation: link.replace(/&o=\d+/, `&o=${port}`) })
  await bo.status('refused', ({ problem }) => problem === 'live.wrongFingerprint')
  await logged(bo, 'wrongFingerprint')
  expect(hellos).toBe(1)
  expect(said).toBe('')
  // Nor is a credential from before, when somebody else stands where the host was.
  await letIn(anna, bo)
  const { port: real } = await anna.get('live.status', {})
  await bo.do('live.leave', {})
  await anna.do('live.stop', {})
  const second = createServer({ key: forged.private, cert: forged.cert }, (socket) => {
    socket.on('data', (data: Buffer) => (said += data.toString('utf8')))
    socket.on('error', () => {})
  })
  second.on('connection', () => (hellos += 1))
  onTestFinished(() => void second.close())
  await new Promise<void>((resolve) => second.listen(real ?? 0, '127.0.0.1', resolve))
  await bo.do('live.join', {})
  await bo.status('refused', ({ problem }) => problem === 'live.wrongFingerprint')
  expect(hellos).toBe(2)
  expect(said).toBe('')
})

test('V3 without a credential nothing is served', async () => {
  const pair = await hosted()
  const { anna } = pair
  const pass = await admittedBy(anna)
  const wrong = { ...pass, credential: `${pass.credential.slice(0, -4)}wxyz` }
  await expect(connect(wrong)).rejects.toThrow('401')
  await expect(connect({ ...pass, device: 'nobody' })).rejects.toThrow('401')
  const path = `/original/${'0'.repeat(64)}`
  expect((await ask(wrong, { method: 'GET', path })).status).toBe(401)
  expect((await ask(wrong, { method: 'GET', path: '/' })).status).toBe(404)
  await stillWorks(pair, 'wrongCredential')
})

test('V3 unknown documents, blind layers and withdrawn sources are neither served nor named', async () => {
  const pair = await hosted()
  const { anna, sourceId } = pair
  const { id: secretId } = await anna.do('sources.create', { title: 'Trukket' })
  await anna.do('sources.editText', { sourceId: secretId, start: 0, end: 0, text: 'hemmelig' })
  const analyst = (await anna.get('project.info', {})).analystId
  await withholding(anna, secretId, analyst)
  const guest = await connect(await admittedBy(anna))
  guest.socket.send(auth('project'))
  guest.socket.send(wish('project'))
  await guest.hears('"type":"state"')
  const named = guest.received().toString('latin1')
  expect(named).not.toContain('hemmelig')
  const refused = [
    'source:nothing',
    `source:${secretId}`,
    `layer:r1:${analyst}`,
    'layer:r1:cato',
    'layer:r2:cato',
    `memo:${sourceId}`,
  ]
  for (const name of refused) {
    guest.socket.send(auth(name))
    guest.socket.send(wish(name))
    guest.socket.send(update(name, updateWith('passages', 'p')))
    await guest.hears(`${name}${String.fromCharCode(2, 1)}`)
  }
  expect(guest.received().toString('latin1')).not.toContain('hemmelig')
  await logged(anna, 'unknownDocument')
  await stillWorks(pair, 'withheldDocument')
  const { items } = await anna.get('live.log', {})
  const names = items.filter(({ kind }) => kind.endsWith('Document')).map(({ detail }) => detail)
  expect(names.toSorted()).toEqual(refused.toSorted())
})

/** A source that is withdrawn, and an open round with a layer of the analyst in it. */
async function withholding(engine: LiveEngine, sourceId: string, analyst: string): Promise<void> {
  const doc = new Y.Doc()
  doc.getMap('withdrawals').set(sourceId, new Y.Map())
  const round = new Y.Map<unknown>()
  round.set('analystIds', [analyst])
  round.set('closedBy', new Y.Map())
  doc.getMap('rounds').set('r1', round)
  const guest = await connect(await admittedBy(engine, 'Writer'))
  guest.socket.send(auth('project'))
  guest.socket.send(wish('project'))
  guest.socket.send(update('project', Y.encodeStateAsUpdate(doc)))
  await engine.until('the round', async () =>
    engine.last('project.changed')?.topics.includes('rounds'),
  )
  guest.socket.close()
}

function updateWith(map: string, key: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap(map).set(key, 'value')
  return Y.encodeStateAsUpdate(doc)
}

const cutUpdate = () => updateWith('codes', 'x').subarray(0, -6)
const floating = (length = 1) => {
  const doc = new Y.Doc()
  doc.getMap('codes').set('a', 1)
  const vector = Y.encodeStateVector(doc)
  doc.getMap('codes').set('a', 'x'.repeat(length))
  return Y.encodeStateAsUpdate(doc, vector)
}

const malformed: [string, Buffer | string][] = [
  ['text', 'hello'],
  ['nothing', Buffer.alloc(0)],
  ['noise', Buffer.from('ffffffffffffffffff', 'hex')],
  ['an unknown type', frame('project', 42, 'x')],
  ['a message only servers send', frame('project', 6, '{}')],
  ['a name that is none', auth('local')],
  ['a name of JavaScript', auth('__proto__')],
  ['a name of two', auth('source:x:y')],
  ['a name with another behind it', auth('project\0x')],
  ['a name that is too long', auth(`source:${'x'.repeat(500)}`)],
  ['an update that is cut off', update('project', cutUpdate())],
  ['an unknown step', frame('project', 0, 7, Buffer.from([0]))],
  ['no JSON', stateless('{')],
  ['an unknown message', stateless('{"type":"other"}')],
  ['a row without a stream', stateless('{"type":"trail","rows":[{"number":1}]}')],
  ['a state that is none', stateless(stateWith('AAAA'))],
  ['a state in a wrong order', stateless(stateWith('AAAA', 2))],
  ['presence that is none', frame('project', 1, frame(1, 7, 1, '{"device":5}'))],
]

function stateWith(bytes: string, part = 0): string {
  return JSON.stringify({
    ...{ type: 'state', device: 'd', analyst: 'a', name: 'n', part, parts: part + 1, bytes },
  })
}

test('V6 malformed messages end the connection they came by, and nothing else', async () => {
  const pair = await hosted()
  const { anna } = pair
  const pass = await admittedBy(anna)
  for (const [what, message] of malformed) {
    const guest = await entered(pass)
    const before = await timesMalformed(anna)
    guest.socket.send(message)
    expect([what, await guest.ended]).toEqual([what, 4400])
    expect([what, await timesMalformed(anna)]).toEqual([what, before + 1])
  }
  await stillWorks(pair, 'malformed')
})

async function timesMalformed(engine: LiveEngine): Promise<number> {
  const { items } = await engine.get('live.log', {})
  const malformed = items.filter(({ kind }) => kind === 'malformed')
  return malformed.reduce((sum, { times }) => sum + times, 0)
}

async function entered(pass: Parameters<typeof connect>[0]): Promise<RawGuest> {
  const guest = await connect(pass)
  guest.socket.send(auth('project'))
  guest.socket.send(wish('project'))
  await guest.hears('"type":"state"')
  return guest
}

test('V6 what rests on something nobody has does not get into the project', async () => {
  const pair = await hosted()
  const { anna } = pair
  const guest = await entered(await admittedBy(anna))
  guest.socket.send(update('project', floating()))
  await stillWorks(pair, 'came')
  expect((await anna.get('codes.list', {})).items).toHaveLength(1)
  expect((await anna.get('project.check', { rebuild: true })).problems).toEqual([])
  for (let number = 0; number < 5; number++) guest.socket.send(update('project', floating(2 ** 21)))
  expect(await guest.ended).toBe(4400)
  await logged(anna, 'notTaken')
})

test('V6 a message, a knock or an original that is too large is not read to its end', async () => {
  const pair = await hosted()
  const { anna } = pair
  const pass = await admittedBy(anna)
  const guest = await entered(pass)
  guest.socket.send(Buffer.alloc(65 * 1024 * 1024))
  expect([1006, 1009]).toContain(await guest.ended)
  const { port, fingerprint } = pass.invitation
  const knocking = askHost(
    { address: '127.0.0.1', port, fingerprint },
    { method: 'POST', path: '/knock', body: Buffer.alloc(9000, 32) },
  )
  expect((await knocking).status).toBe(413)
  await stillWorks(pair, 'tooLarge')
})

test('V6 originals of nothing in the project are not taken', async () => {
  const pair = await hosted()
  const pass = await admittedBy(pair.anna)
  const path = `/original/${'a'.repeat(64)}`
  expect((await ask(pass, { method: 'PUT', path, body: Buffer.from('x') })).status).toBe(404)
  await stillWorks(pair, 'unknownOriginal')
})

test('V6 who sends too much at once is put out', async () => {
  const pair = await hosted()
  const guest = await entered(await admittedBy(pair.anna))
  for (let number = 0; number < 8000; number++) guest.socket.send(wish('project'))
  expect([4400, 1006]).toContain(await guest.ended)
  await stillWorks(pair, 'flood')
})

test('V6 however often a stranger asks, it stands in the log once, with how often', async () => {
  const pair = await hosted()
  const { port, fingerprint } = (await admittedBy(pair.anna)).invitation
  const before = (await pair.anna.get('live.log', {})).items.length
  const from = { address: '127.0.0.1', port, fingerprint }
  const statuses: number[] = []
  for (let part = 0; part < 15; part++) {
    const asked = Array.from({ length: 20 }, () =>
      askHost(from, { method: 'GET', path: '/admin', body: Buffer.alloc(0) }),
    )
    statuses.push(...(await Promise.all(asked)).map(({ status }) => status))
  }
  const [unknown, tooOften] = [404, 429].map((each) => statuses.filter((one) => one === each))
  expect(tooOften?.length).toBeGreaterThan(0)
  expect((unknown?.length ?? 0) + (tooOften?.length ?? 0)).toBe(300)
  const { items } = await pair.anna.get('live.log', {})
  const added = items.slice(0, items.length - before)
  const times = (wanted: LiveLogKind) =>
    added.filter(({ kind }) => kind === wanted).reduce((sum, entry) => sum + entry.times, 0)
  expect([times('malformed'), times('flood')]).toEqual([unknown?.length, tooOften?.length])
  expect(added.length).toBeLessThan(100)
  await stillWorks(pair, 'flood')
})

test('V6 nobody shows themselves under another’s name', async () => {
  const { anna, bo } = await hosted()
  const guest = await entered(await admittedBy(anna))
  const shown = {
    ...{ device: 'x', analystId: 'x', name: 'Anna Analytiker', isHost: true, since: '' },
    ...{ sourceId: null, start: null, end: null, top: null },
  }
  guest.socket.send(frame('project', 1, frame(1, 7, 1, JSON.stringify(shown))))
  const people = await bo.status('three', (status) => status.people.length === 2)
  expect(people.people.map(({ name, isHost }) => [name, isHost])).toContainEqual(['Cato', false])
  expect(people.people.filter(({ isHost }) => isHost)).toHaveLength(1)
})
