import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { startEngine } from './engine-client.mjs'
import { median, p95, report, rounded } from './report.mjs'
import { corpusText } from './texts.mjs'

const codings = 400
const keystrokes = 400

/**
 * Two engines on one machine in a live session: how long from the command at one to the event at the
 * other, when it is in the other's file. Baseline: the same update by plain Yjs over a WebSocket.
 */
export async function benchLive(folder) {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'corpus.txt')
  writeFileSync(file, corpusText())
  const anna = startEngine()
  const bo = startEngine()
  await anna.command('project.create', { path: join(folder, 'anna.standpoint'), analyst: 'Anna' })
  const { items } = await anna.command('sources.import', { paths: [file] })
  const sourceId = items[0].sourceIds[0]
  const { text } = await anna.query('sources.text', { sourceId })
  const { id: codeId } = await anna.command('codes.create', { name: 'code' })
  const { id: memoId } = await anna.command('memos.create', { title: 'memo', text: 'Beginning.' })
  const bundle = join(folder, 'for-bo.bundle')
  await anna.command('sync.bundle', { path: bundle })
  await bo.command('project.join', { bundle, path: join(folder, 'bo.standpoint'), analyst: 'Bo' })
  await meet(anna, bo)
  const code = async (from, to, number) => {
    const start = (number * 7919) % (text.length - 300)
    const seen = to.event('project.changed', ({ sourceIds }) => sourceIds.includes(sourceId))
    const begin = performance.now()
    await from.command('passages.code', { sourceId, start, end: start + 60, codeId })
    return (await seen) - begin
  }
  const times = []
  for (let number = 0; number < codings; number++)
    times.push(await (number % 2 === 0 ? code(anna, bo, number) : code(bo, anna, number)))
  const typing = []
  const doc = new Y.Doc()
  const { update } = await anna.query('memos.state', { memoId })
  Y.applyUpdate(doc, Buffer.from(update, 'base64'))
  for (let number = 0; number < keystrokes; number++) {
    const before = Y.encodeStateVector(doc)
    typeLetter(doc)
    const letter = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
    const seen = bo.event('project.changed', ({ memoIds }) => memoIds.includes(memoId))
    const begin = performance.now()
    await anna.command('memos.write', { memoId, update: letter })
    typing.push((await seen) - begin)
  }
  const plain = await plainTimes()
  await anna.stop()
  await bo.stop()
  return [
    ['a coding, command to the partner’s event (p95 of 400)', times, 300],
    ['a keystroke in a memo, command to the partner’s event (p95 of 400)', typing, 150],
  ]
    .map(([name, measured, most]) =>
      report({
        name,
        value: p95(measured),
        unit: 'ms',
        baseline: p95(plain),
        target: `≤ ${most} ms`,
        ok: p95(measured) <= most,
        median: rounded(median(measured)),
        slowest: rounded(Math.max(...measured)),
      }),
    )
    .every(Boolean)
}

async function meet(anna, bo) {
  await anna.command('live.host', { address: '127.0.0.1' })
  await letIn(anna, bo)
}

/** Invitation, knock, admission, until the guest has what the host has. */
export async function letIn(anna, bo) {
  const { link } = await anna.command('live.invite', {})
  let guest = ''
  const knocked = anna.event('live.knock', (knock) => {
    guest = knock.guest
    return true
  })
  await bo.command('live.join', { invitation: link })
  await knocked
  const connected = bo.event(
    'live.changed',
    ({ phase, toCome }) => phase === 'connected' && toCome.documents === 0,
  )
  await anna.command('live.admit', { guest })
  await connected
}

/** A letter at the end of the last paragraph. */
export function typeLetter(doc) {
  const root = doc.get('root', Y.XmlText)
  const last = root
    .toDelta()
    .map(({ insert }) => insert)
    .findLast((insert) => insert instanceof Y.XmlText)
  if (last) last.insert(last.length, 'a')
  else root.insert(root.length, 'a')
}

/** One letter after the other from one Yjs document to another over a WebSocket, in milliseconds. */
async function plainTimes() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await new Promise((resolve) => server.once('listening', resolve))
  const [from, to] = [new Y.Doc(), new Y.Doc()]
  server.on('connection', (socket) =>
    socket.on('message', (data) => Y.applyUpdate(to, new Uint8Array(data))),
  )
  const client = new WebSocket(`ws://127.0.0.1:${server.address().port}`)
  await new Promise((resolve) => client.once('open', resolve))
  from.on('update', (bytes) => client.send(bytes))
  const times = []
  for (let number = 0; number < keystrokes; number++) {
    const seen = new Promise((resolve) => to.once('update', () => resolve(performance.now())))
    const begin = performance.now()
    from.getText('body').insert(number, 'a')
    times.push((await seen) - begin)
  }
  client.terminate()
  server.close()
  return times
}
