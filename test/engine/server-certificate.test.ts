import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectTo, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tls from 'node:tls'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { failureText } from '../../shared/i18n/index.ts'
import { newAuthority, newCertificate, type KeyAndCertificate } from './support/certificates.ts'
import { institution } from './support/institution.ts'
import { newLivePair } from './support/live.ts'

let authority: KeyAndCertificate

// As if the administrators of this machine had installed it; read once, at the first connection.
beforeAll(async () => {
  authority = await newAuthority()
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-test-'))
  process.env.SSL_CERT_FILE = join(folder, 'authorities.pem')
  writeFileSync(process.env.SSL_CERT_FILE, authority.cert)
  expect(tls.getCACertificates('system')).toContain(`${authority.cert.trim()}\n`)
  rmSync(folder, { recursive: true })
})

/** Ends TLS at a free port, as a proxy before a server does; gives its address, and what came in. */
async function endTls(
  { key, cert }: KeyAndCertificate,
  to?: number,
): Promise<{ address: string; received: () => number; tried: () => number }> {
  let received = 0
  let tried = 0
  const sockets = new Set<Socket>()
  const server = tls.createServer({ key, cert }, (socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      received += bytes.length
    })
    if (to === undefined) return
    const behind = connectTo(to, '127.0.0.1')
    behind.on('error', () => socket.destroy())
    socket.on('close', () => behind.destroy())
    socket.pipe(behind).pipe(socket)
  })
  server.on('connection', (socket) => {
    tried += 1
    sockets.add(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { address: `wss://127.0.0.1:${port}/`, received: () => received, tried: () => tried }
}

test('V9 a server whose certificate is self-signed, expired or for another name gets nothing, with a sentence', async () => {
  const { anna } = await newLivePair()
  const ca = authority
  const wrong = [
    { code: 'DEPTH_ZERO_SELF_SIGNED_CERT', made: newCertificate('127.0.0.1', {}) },
    { code: 'CERT_HAS_EXPIRED', made: newCertificate('127.0.0.1', { ca, days: -1 }) },
    { code: 'ERR_TLS_CERT_ALTNAME_INVALID', made: newCertificate('192.0.2.7', { ca }) },
    { code: 'INVALID_PURPOSE', made: Promise.resolve(authority) },
  ]
  for (const { code, made } of wrong) {
    const server = await endTls(await made)
    await anna.do('live.connect', { server: { address: server.address, token: 'a secret' } })
    const refused = await anna.status(code, ({ phase }) => phase === 'refused')
    expect(refused.problem).toBe('live.serverCertificate')
    // It is of no use to try again, and so it is not done.
    expect(server.tried()).toBe(1)
    expect(server.received()).toBe(0)
    const { items } = await anna.get('live.log', {})
    const who = new URL(server.address).host
    expect(items[0]).toMatchObject({ kind: 'wrongCertificate', who, detail: code })
  }
  const failure = { code: 'live.serverCertificate', message: '', hint: '', details: {} } as const
  expect(failureText('en', failure).hint).toMatch(/Check the address.*root certificate/)
  expect(failureText('nb', failure).hint).toMatch(/adressen er riktig.*rotsertifikatet/)
})

test('V9 a certificate of an authority this machine knows lets one in, at the same address', async () => {
  const { anna } = await newLivePair()
  const place = institution((await anna.get('project.info', {})).id)
  const { port } = await place.start()
  const ca = authority
  const { address } = await endTls(await newCertificate('127.0.0.1', { ca }), port)
  await anna.do('live.connect', { server: { address, token: place.token } })
  const status = await anna.status('connected', ({ phase }) => phase === 'connected')
  expect(status.server).toBe(address)
})
