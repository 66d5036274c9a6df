import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Hocuspocus, Document, Connection } from '@hocuspocus/server'
import type { WebSocket, WebSocketServer } from 'ws'
import { encodeStateVector } from 'yjs'
import type { LiveLogKind } from '../../../../shared/contract/live.ts'
import type { Committed, Project } from '../../project/project.ts'
import { messageOf } from '../../refusal.ts'
import type { Parted } from '../conflicts/paragraphs-of-both.ts'
import { differing, knownState } from '../known-state.ts'
import { addressOf } from './addresses.ts'
import type { Admission, Guest } from './admission.ts'
import type { Door } from './door.ts'
import { notServed, openLayers } from './documents-allowed.ts'
import { readFrame } from './frame.ts'
import { Inbox, type Sender } from './inbox.ts'
import { Link } from './link.ts'
import type { LiveLog } from './live-log.ts'
import { shown, type Shown } from './messages.ts'
import { closing, part } from './parting.ts'
import { RateLimit } from './rate-limit.ts'
import { SharedDocuments } from './shared-documents.ts'

/** The largest message a guest may send, in bytes. */
const largestMessage = 64 * 1024 * 1024

/** How much may wait in a document for what it rests on, in bytes. */
const mostWaiting = 8 * 1024 * 1024

/** How much may wait to be read by a guest, in bytes. */
const mostUnsent = 512 * 1024 * 1024

/** Steps of the exchange by which a document is opened, as y-protocols numbers them. */
const syncStep = { asks: 0, answers: 1 }

interface Context {
  peer: Peer
}

/** A guest that is connected. */
interface Peer extends Pick<Guest, 'device' | 'analystId' | 'name'> {
  address: string
  since: string
  socket: WebSocket
  link: Link | null
  /** Documents in which they held something else than is here when they came, and have not told it yet. */
  apart: Set<string>
  /** Clients of awareness it spoke for. */
  clients: Set<number>
}

export interface HostEvents {
  changed: () => void
  presence: () => void
}

/**
 * The documents of the project, served to those who were admitted, by Hocuspocus (V3–V6). `Door` opens
 * the port and says who is admitted.
 */
export class Host {
  readonly #project: Project
  readonly #admission: Admission
  readonly #name: string
  readonly #log: LiveLog
  readonly #events: HostEvents
  readonly #shared: SharedDocuments
  readonly #inbox: Inbox
  readonly #peers = new Map<string, Peer>()
  readonly #hocuspocus: Hocuspocus<Context>
  readonly #sockets: WebSocketServer
  /** What a guest held of a document when they opened it, as a state vector. */
  readonly #asked = new WeakMap<Connection, Uint8Array>()
  /** Connections whose message, handled now, holds what was done apart. */
  readonly #answering = new WeakMap<Connection, Parted>()
  #layers: Set<string>
  #front: Document | null = null

  private constructor(
    project: Project,
    admission: Admission,
    log: LiveLog,
    events: HostEvents,
    made: { hocuspocus: Hocuspocus<Context>; sockets: WebSocketServer; name: string },
  ) {
    this.#project = project
    this.#admission = admission
    this.#log = log
    this.#events = events
    this.#name = made.name
    this.#hocuspocus = made.hocuspocus
    this.#sockets = made.sockets
    this.#shared = new SharedDocuments(project)
    this.#layers = openLayers(project)
    this.#inbox = new Inbox(project, (name) => this.#shared.whole(name), {
      analystOf: (from) => this.#peers.get(from)?.analystId ?? '',
      kept: (rows) => {
        const streams = new Set(rows.map(({ stream }) => stream))
        for (const { link } of this.#peers.values()) link?.sendTrail(streams)
        this.#events.changed()
      },
      missing: (from) => this.#peers.get(from)?.link?.sendState(),
      refused: (from, name, problem) => {
        this.#note('notTaken', from, `${name}: ${problem}`)
        const socket = this.#peers.get(from)?.socket
        if (socket) part(socket, closing.notAllowed, 'not taken')
        this.#hocuspocus.closeConnections(name)
      },
    })
    this.#hocuspocus.configure(this.#hooks())
    project.committed.add(this.#committed)
  }

  static async start(
    project: Project,
    admission: Admission,
    log: LiveLog,
    events: HostEvents,
    door: Door,
    presence: Shown,
  ): Promise<Host> {
    const [server, ws] = await Promise.all([import('@hocuspocus/server'), import('ws')])
    const hocuspocus = new server.Hocuspocus<Context>({ quiet: true, flushDelay: false })
    const sockets = new ws.WebSocketServer({
      noServer: true,
      maxPayload: largestMessage,
      perMessageDeflate: false,
    })
    const host = new Host(project, admission, log, events, {
      ...{ hocuspocus, sockets, name: presence.name },
    })
    // Kept open, since over it host and guests speak.
    const front = await hocuspocus.openDirectConnection('project')
    host.#front = front.document
    front.document?.awareness.on('change', events.presence)
    host.show(presence)
    door.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      host.#upgrade(request, socket, head),
    )
    return host
  }

  get awareness() {
    return this.#front?.awareness ?? null
  }

  isHere(device: string): boolean {
    return this.#peers.has(device)
  }

  /** Writes what guests have sent so far. */
  flush(): void {
    this.#inbox.flush()
  }

  show(presence: Shown): void {
    this.#front?.awareness.setLocalState(presence)
  }

  /** Ends a connection at once. */
  drop(device: string): void {
    const peer = this.#peers.get(device)
    if (!peer) return
    this.#peers.delete(device)
    part(peer.socket, closing.removed, 'removed')
  }

  /** An original has come in from a guest, and the others may want it. */
  hasOriginal(hash: string, from: string): void {
    this.#peers.get(from)?.link?.has(hash)
    for (const { link } of this.#peers.values()) link?.sendOriginals([hash])
    this.#events.changed()
  }

  stop(): void {
    this.#project.committed.delete(this.#committed)
    for (const peer of this.#peers.values()) {
      part(peer.socket, closing.stopped, 'stopped')
    }
    this.#peers.clear()
    this.#inbox.close()
    for (const name of this.#shared.names()) this.#shared.drop(name)
    this.#sockets.close()
    this.#front?.awareness.destroy()
    for (const document of this.#hocuspocus.documents.values()) document.destroy()
  }

  readonly #committed = (changes: readonly Committed[]): void => {
    this.#shared.committed(changes)
    const names = new Set(changes.map(({ name }) => name))
    const isProject = names.has('project')
    if (isProject) {
      for (const name of this.#shared.names())
        if (notServed(this.#project, name) !== null) this.#hocuspocus.closeConnections(name)
      const layers = openLayers(this.#project)
      for (const layer of layers) if (!this.#layers.has(layer)) names.add(layer)
      this.#layers = layers
    }
    const told = [...names].filter((name) => notServed(this.#project, name) === null)
    const originals = isProject ? this.#originals() : []
    for (const { link } of this.#peers.values()) {
      link?.sendChanged(told)
      link?.sendTrail(isProject ? undefined : [this.#project.device.id])
      link?.sendOriginals(originals)
    }
  }

  #originals(): string[] {
    return this.#project.db.prepare<[], string>('SELECT hash FROM blobs').pluck().all()
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const address = addressOf(request.socket)
    const guest = this.#admission.guestOf(request.headers.authorization)
    if (!guest || request.url !== '/live') {
      this.#log.note('wrongCredential', { address })
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) =>
      this.#welcome(opened, guest, address),
    )
  }

  #welcome(socket: WebSocket, guest: Guest, address: string): void {
    const { device, analystId, name } = guest
    const before = this.#peers.get(device)
    if (before) part(before.socket, closing.replaced, 'came again')
    const since = this.#project.now()
    const peer: Peer = {
      ...{ device, analystId, name, address, since, socket },
      link: null,
      apart: new Set(),
      clients: new Set(),
    }
    this.#peers.set(device, peer)
    this.#log.note('came', { who: name, address })
    const client = this.#hocuspocus.handleConnection(socket, new Request('https://host/live'), {
      peer,
    })
    const messages = new RateLimit(4000, 500)
    const bytes = new RateLimit(256 * 1024 * 1024, 64 * 1024 * 1024)
    const end = (kind: LiveLogKind, detail: string) => {
      this.#note(kind, device, detail)
      part(socket, closing.notAllowed, kind)
    }
    socket.on('message', (data: Buffer, isBinary) => {
      // What still was on its way when the connection was ended.
      if (socket.readyState !== socket.OPEN || this.#peers.get(device) !== peer) return
      const isTooMuch = !messages.take() || !bytes.take(data.length)
      if (isTooMuch || socket.bufferedAmount > mostUnsent) return end('flood', '')
      try {
        if (!isBinary) throw new Error('text is not understood')
        readFrame(data)
      } catch (error) {
        return end('malformed', messageOf(error))
      }
      client.handleMessage(data)
    })
    socket.on('error', (error: Error & { code?: string }) => {
      const isTooLarge = error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'
      this.#note(isTooLarge ? 'tooLarge' : 'malformed', device, error.message)
    })
    socket.on('close', (code) => {
      client.handleClose({ code, reason: '' })
      this.#log.note('left', { who: name, address })
      if (this.#peers.get(device) === peer) this.#peers.delete(device)
      this.#events.changed()
    })
    this.#events.changed()
  }

  #hooks(): Parameters<Hocuspocus<Context>['configure']>[0] {
    return {
      onAuthenticate: async ({ documentName, context }) => {
        // What it belongs to may have come in just now.
        this.#inbox.flush()
        const problem = notServed(this.#project, documentName)
        if (problem === null) return
        this.#note(problem, context.peer.device, documentName.slice(0, 200))
        throw Object.assign(new Error(), { reason: problem })
      },
      onLoadDocument: async ({ documentName, document }) => {
        this.#shared.share(documentName, document, this.#inbox, (origin) => this.#sender(origin))
      },
      afterUnloadDocument: async ({ documentName }) => {
        if (!this.#hocuspocus.documents.has(documentName)) this.#shared.drop(documentName)
      },
      connected: async ({ documentName, context, connection }) => {
        if (documentName === 'project') this.#greet(context.peer, connection)
      },
      onStateless: async ({ payload, connection }) => {
        const { peer } = connection.context as Context
        try {
          peer.link?.take(payload, peer.device)
        } catch (error) {
          this.#note('malformed', peer.device, messageOf(error).slice(0, 200))
          part(peer.socket, closing.notAllowed, 'malformed')
        }
      },
      beforeSync: async ({ type, payload, documentName, document, connection }) => {
        const { peer } = connection.context as Context
        if (type === syncStep.asks) this.#asked.set(connection, payload)
        const theirs = this.#asked.get(connection)
        if (type === syncStep.answers && theirs && peer.apart.delete(documentName))
          this.#answering.set(connection, { ours: encodeStateVector(document), theirs })
      },
      afterHandleMessage: async ({ document, connection, context }) => {
        this.#answering.delete(connection)
        const { socket, device } = context.peer
        // What rests on something that has not come yet waits, in memory, outside the project.
        const waiting = document.store.pendingStructs?.update.length ?? 0
        if (waiting <= mostWaiting || socket.readyState !== socket.OPEN) return
        this.#note('notTaken', device, document.name)
        part(socket, closing.notAllowed, 'not taken')
        this.#hocuspocus.closeConnections(document.name)
      },
      beforeHandleAwareness: async ({ states, context }) => {
        if (context) this.#check(states, context.peer)
      },
    }
  }

  #sender(origin: unknown): Sender {
    const { connection } = (origin ?? {}) as { connection?: Connection }
    const { peer } = (connection?.context ?? {}) as Partial<Context>
    const parted = (connection && this.#answering.get(connection)) ?? null
    return { device: peer?.device ?? '', parted: () => parted }
  }

  #greet(peer: Peer, connection: Connection): void {
    const send = (text: string) => connection.sendStateless(text)
    peer.link = new Link(this.#project, this.#name, send, {
      state: (state) => {
        peer.apart = new Set(differing(knownState(this.#project), state))
        this.#events.changed()
      },
      changed: () => {},
      rows: (rows) => this.#inbox.addRows(rows, peer.device),
      originals: () => {},
    })
    peer.link.sendState()
  }

  /** Nobody speaks for somebody else. */
  #check(states: Map<number, Record<string, unknown>>, peer: Peer): void {
    for (const [client, state] of states) {
      // Hocuspocus adds an empty one of its own.
      if (Object.keys(state).length === 0) {
        states.delete(client)
        continue
      }
      peer.clients.add(client)
      const parsed = shown.safeParse(state)
      if (!parsed.success || peer.clients.size > 16) {
        this.#note('malformed', peer.device, 'presence')
        part(peer.socket, closing.notAllowed, 'malformed')
        return states.clear()
      }
      const { device, analystId, name, since } = peer
      states.set(client, { ...parsed.data, device, analystId, name, since, isHost: false })
    }
  }

  #note(kind: LiveLogKind, device: string, detail: string): void {
    const peer = this.#peers.get(device)
    this.#log.note(kind, { who: peer?.name ?? '', address: peer?.address ?? '', detail })
  }
}
