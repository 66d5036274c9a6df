import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { LiveKnock } from '../../../../shared/contract/live.ts'
import type { Project } from '../../project/project.ts'
import { messageOf, Refusal } from '../../refusal.ts'
import { keepOriginal, originalByHash } from '../../sources/store-source.ts'
import { analystNamed } from '../join-project.ts'
import { makePacket } from '../make-packet.ts'
import { writePacket } from '../packet-file.ts'
import { addressOf } from './addresses.ts'
import type { Admission, Guest } from './admission.ts'
import type { Certificate } from './certificate.ts'
import { isOriginal } from './documents-allowed.ts'
import type { LiveLog } from './live-log.ts'
import { RateLimit } from './rate-limit.ts'

const longestKnock = 8 * 1024
/** The largest original that is taken, in bytes. */
const largestOriginal = 768 * 1024 * 1024

const knocked = z.object({
  project: z.string().max(100),
  invitation: z.string().max(40),
  secret: z.string().max(100),
  knock: z.string().max(100),
  device: z.string().regex(/^[\w-]{1,100}$/),
  analystId: z.string().max(100),
  name: z.string().trim().min(1).max(200),
})
type Knocked = z.infer<typeof knocked>

interface Waiting {
  knock: LiveKnock
  guest: Knocked
  response: ServerResponse
}

export interface DoorEvents {
  knock: (knock: LiveKnock) => void
  changed: () => void
  /** Writes what guests have sent so far. */
  flush: () => void
  /** An original has come in. */
  original: (hash: string, from: Guest) => void
}

/**
 * The one port of a host, TLS only. Without having been admitted one can knock with an invitation, and
 * nothing else (V2, V3).
 */
export class Door {
  readonly server: Server
  readonly #project: Project
  readonly #admission: Admission
  readonly #log: LiveLog
  readonly #events: DoorEvents
  readonly #waiting = new Map<string, Waiting>()
  readonly #limits = new Map<string, RateLimit>()

  constructor(
    project: Project,
    certificate: Certificate,
    admission: Admission,
    log: LiveLog,
    events: DoorEvents,
  ) {
    this.#project = project
    this.#admission = admission
    this.#log = log
    this.#events = events
    const { key, cert } = certificate
    this.server = createServer(
      { key, cert, minVersion: 'TLSv1.3', handshakeTimeout: 10_000, headersTimeout: 10_000 },
      (request, response) => void this.#answer(request, response),
    )
    this.server.maxConnections = 200
    this.server.on('drop', (from) => log.note('flood', { address: addressOf(from ?? {}) }))
    // Whoever speaks something else than TLS or HTTP is let go without a word.
    this.server.on('tlsClientError', (_, socket) => socket.destroy())
    this.server.on('clientError', (_, socket) => socket.destroy())
  }

  get knocks(): LiveKnock[] {
    return [...this.#waiting.values()].map(({ knock }) => knock)
  }

  /** Gives the port; refuses with `live.cannotListen`. */
  async open(port: number, address: string | undefined): Promise<number> {
    const { server } = this
    await new Promise<void>((resolve, reject) => {
      const fail = (error: Error) =>
        reject(new Refusal('live.cannotListen', { problem: messageOf(error) }))
      server.once('error', fail)
      server.listen({ port, ...(address === undefined ? {} : { host: address }) }, () => {
        server.off('error', fail)
        server.on('error', () => {})
        resolve()
      })
    })
    return (server.address() as AddressInfo).port
  }

  close(): void {
    for (const { response } of this.#waiting.values()) turnAway(response, 410, 'stopped')
    this.#waiting.clear()
    this.server.close()
    this.server.closeAllConnections()
  }

  /** Lets in or turns away who knocked; refuses with `live.unknownGuest`. */
  decide(id: string, isAdmitted: boolean, host: { device: string; name: string }): void {
    const waiting = this.#waiting.get(id)
    if (!waiting) throw new Refusal('live.unknownGuest')
    this.#waiting.delete(id)
    const { response, guest, knock } = waiting
    this.#admission.decided(guest.invitation)
    this.#log.note(isAdmitted ? 'admitted' : 'refused', { who: guest.name, address: knock.address })
    if (isAdmitted) {
      const { device, name } = guest
      const analystId = this.#analystOf(guest)
      const credential = this.#admission.admit({ device, analystId, name })
      answer(response, 200, { credential, device: host.device, name: host.name })
    } else turnAway(response, 403, 'turnedAway')
    this.#events.changed()
  }

  /** Who has no copy yet does not know whether their name is in the project. */
  #analystOf({ analystId, name }: Knocked): string {
    if (this.#project.map('analysts').has(analystId)) return analystId
    return analystNamed(this.#project, name) ?? analystId
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = addressOf(request.socket)
    const { method = '', url = '' } = request
    try {
      if (!this.#limitOf(address).take()) {
        this.#log.note('flood', { address })
        return turnAway(response, 429, 'flood')
      }
      if (method === 'POST' && url === '/knock') return await this.#hear(request, response, address)
      if (method === 'GET' && url === '/copy') return this.#giveCopy(request, response, address)
      const hash = /^\/original\/([0-9a-f]{64})$/.exec(url)?.[1]
      const guest = this.#admission.guestOf(request.headers.authorization)
      if (hash === undefined) {
        this.#log.note('malformed', { address })
        return turnAway(response, 404, 'unknown')
      }
      if (!guest) {
        this.#log.note('wrongCredential', { address })
        return turnAway(response, 401, 'wrongCredential')
      }
      this.#events.flush()
      if (!isOriginal(this.#project, hash)) {
        this.#log.note('unknownOriginal', { who: guest.name, address, detail: hash })
        return turnAway(response, 404, 'unknown')
      }
      if (method === 'PUT') return await this.#takeOriginal(request, response, hash, guest)
      const bytes = method === 'GET' ? originalByHash(this.#project, hash) : null
      if (!bytes) return turnAway(response, 404, 'unknown')
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes)
    } catch (error) {
      if (error instanceof TooLarge) this.#log.note('tooLarge', { address, detail: url })
      else this.#log.note('malformed', { address, detail: messageOf(error) })
      turnAway(response, error instanceof TooLarge ? 413 : 400, 'malformed')
      request.destroy()
    }
  }

  async #hear(request: IncomingMessage, response: ServerResponse, address: string): Promise<void> {
    const guest = knocked.parse(JSON.parse((await body(request, longestKnock)).toString('utf8')))
    const who = guest.name
    const bad = this.#admission.use(guest.invitation, guest.secret, guest.knock)
    if (bad) {
      this.#log.note(bad, { who, address })
      return turnAway(response, 403, bad)
    }
    const own = String(this.#project.documents.get('project').getMap('meta').get('id') ?? '')
    if (guest.project !== own) {
      this.#log.note('otherProject', { who, address })
      return turnAway(response, 403, 'otherProject')
    }
    // The same knock again: the connection of the first one broke, whether that was noticed here or not.
    for (const [before, { guest: same, response: broken }] of this.#waiting)
      if (same.invitation === guest.invitation && this.#waiting.delete(before)) broken.destroy()
    const id = this.#project.newId()
    const knock = {
      guest: id,
      name: who,
      device: guest.device,
      address,
      time: this.#project.now(),
    }
    this.#waiting.set(id, { knock, guest, response })
    response.on('close', () => {
      if (this.#waiting.delete(id)) this.#events.changed()
    })
    this.#log.note('knocked', { who, address })
    this.#events.knock(knock)
    this.#events.changed()
  }

  /** Everything that may be sent, as a bundle, for one who begins without a copy. */
  #giveCopy(request: IncomingMessage, response: ServerResponse, address: string): void {
    const guest = this.#admission.guestOf(request.headers.authorization)
    if (!guest) {
      this.#log.note('wrongCredential', { address })
      return turnAway(response, 401, 'wrongCredential')
    }
    this.#events.flush()
    const folder = mkdtempSync(join(tmpdir(), 'standpoint-copy-'))
    try {
      const path = join(folder, 'copy.bundle')
      writePacket(path, makePacket(this.#project), null)
      response
        .writeHead(200, { 'content-type': 'application/octet-stream' })
        .end(readFileSync(path))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  async #takeOriginal(
    request: IncomingMessage,
    response: ServerResponse,
    hash: string,
    guest: Guest,
  ): Promise<void> {
    const bytes = await body(request, largestOriginal)
    this.#project.receive(
      { command: 'live.receive', label: '' },
      () => {
        if (keepOriginal(this.#project, bytes) !== hash) throw new Refusal('sync.damaged')
      },
      { way: 'stream' },
    )
    this.#events.original(hash, guest)
    answer(response, 200, {})
  }

  #limitOf(address: string): RateLimit {
    const known = this.#limits.get(address)
    if (known) return known
    if (this.#limits.size > 1000) this.#limits.clear()
    const limit = new RateLimit(200, 50)
    this.#limits.set(address, limit)
    return limit
  }
}

class TooLarge extends Error {}

async function body(request: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  if (Number(request.headers['content-length'] ?? 0) > most) throw new TooLarge('too large')
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > most) throw new TooLarge('too large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

function turnAway(response: ServerResponse, status: number, reason: string): void {
  answer(response, status, { reason })
}
