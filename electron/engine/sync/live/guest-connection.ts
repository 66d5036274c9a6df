import type { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { Doc } from 'yjs'
import type { LiveProblem } from '../../../../shared/contract/live.ts'
import type { Committed, Project } from '../../project/project.ts'
import { messageOf } from '../../refusal.ts'
import { differing, knownState, type KnownState } from '../known-state.ts'
import { notServed, openLayers } from './documents-allowed.ts'
import { Inbox } from './inbox.ts'
import { Link } from './link.ts'
import type { LiveLog } from './live-log.ts'
import type { Shown } from './messages.ts'
import { Originals } from './originals.ts'
import { authorization, isWrongHost } from './pinned-agent.ts'
import { pinnedSocket } from './pinned-socket.ts'
import { hostInUrl, type HostPlace } from './place-of-host.ts'
import { onlyPartner } from './presence.ts'
import { RateLimit } from './rate-limit.ts'
import { SharedDocuments } from './shared-documents.ts'

/** How many documents are opened at the same time, and how many stay open after they were used. */
const openAtOnce = 6
const keptOpen = 24
const largestMessage = 256 * 1024 * 1024

export interface ConnectionEvents {
  /** Both have told what they hold; from now on it is live. */
  connected: () => void
  /** What is still to come has changed. */
  progress: () => void
  presence: () => void
  /** It is over; with a problem if it is of no use to try again. */
  closed: (problem: LiveProblem | null) => void
}

/**
 * One connection of a guest to a host: over one WebSocket the documents that differ, each by a provider
 * of Hocuspocus, and what `Link` tells (V4, V5). When it ends a new one is made.
 */
export class GuestConnection {
  readonly #project: Project
  readonly #events: ConnectionEvents
  readonly #socket: HocuspocusProviderWebsocket
  readonly #Provider: typeof HocuspocusProvider
  readonly #shared: SharedDocuments
  readonly #inbox: Inbox
  readonly #link: Link
  readonly #originals: Originals
  readonly #front: HocuspocusProvider
  /** The others that are open, the last used at the end. */
  readonly #open = new Map<string, HocuspocusProvider>()
  /** Those among them that are not the same on both sides yet. */
  readonly #settling = new Set<string>()
  readonly #wanted = new Set<string>()
  #layers: Set<string>
  /** Stays below what the host takes for a flood. */
  readonly #pace = new RateLimit(500, 100)
  #rest: NodeJS.Timeout | null = null
  #isKnown = false
  #isOver = false

  private constructor(
    project: Project,
    place: HostPlace,
    log: LiveLog,
    presence: Shown,
    events: ConnectionEvents,
    made: { socket: HocuspocusProviderWebsocket; Provider: typeof HocuspocusProvider },
  ) {
    this.#project = project
    this.#events = events
    this.#socket = made.socket
    this.#Provider = made.Provider
    this.#layers = openLayers(project)
    this.#shared = new SharedDocuments(project)
    this.#inbox = new Inbox(project, (name) => this.#shared.whole(name), {
      // The host passes on what others did as well.
      analystOf: () => onlyPartner(this.awareness, project.analystId),
      kept: () => events.progress(),
      missing: () => this.#link.sendState(),
      refused: (_, name, problem) => {
        log.note('notTaken', { who: place.name, detail: `${name}: ${problem}` })
        this.close('live.failed')
      },
    })
    this.#front = this.#provider('project', {
      onStateless: ({ payload }) => this.#take(payload),
      onUnsyncedChanges: () => this.#openNext(),
      onAuthenticationFailed: () => this.close('live.removed'),
    })
    this.#link = new Link(project, presence.name, (text) => this.#front.sendStateless(text), {
      state: (state) => this.#compare(state),
      changed: (names) => this.#want(names.filter((name) => !this.#open.has(name))),
      rows: (rows) => this.#inbox.addRows(rows, place.device),
      originals: (hashes) => {
        this.#originals.hostHas(hashes)
        this.#openNext()
      },
    })
    this.#originals = new Originals(project, place, () => {
      events.progress()
    })
    this.show(presence)
    this.#front.awareness?.on('change', events.presence)
    project.committed.add(this.#committed)
    this.#front.attach()
  }

  static async open(
    project: Project,
    place: HostPlace,
    stop: AbortSignal,
    log: LiveLog,
    presence: Shown,
    events: ConnectionEvents,
  ): Promise<GuestConnection | null> {
    let problem: LiveProblem | null = null
    const [address = ''] = place.addresses
    const { HocuspocusProvider: Provider, HocuspocusProviderWebsocket: Socket } =
      await import('@hocuspocus/provider')
    const WebSocketPolyfill = await pinnedSocket({
      fingerprint: place.fingerprint,
      authorization: authorization(project.device.id, place.credential),
      largestMessage,
      onRefused: (status) => {
        if (status === 401) problem = 'live.removed'
      },
      onError: (error) => {
        if (!isWrongHost(error)) return
        log.note('wrongFingerprint', { who: place.name, address })
        problem = 'live.wrongFingerprint'
      },
    })
    // It may have been left in the meantime, and the project closed.
    if (stop.aborted) return null
    const socket = new Socket({
      url: `wss://${hostInUrl(address)}:${place.port}/live`,
      WebSocketPolyfill,
      autoConnect: false,
      maxAttempts: 1,
    })
    const connection = new GuestConnection(
      project,
      place,
      log,
      presence,
      {
        ...events,
        closed: (why) => events.closed(why ?? problem),
      },
      { socket, Provider },
    )
    socket.on('close', ({ event }: { event: { code: number } }) => {
      if (event.code === 4403) problem = 'live.removed'
      connection.close(null)
    })
    void socket.connect()
    return connection
  }

  get awareness() {
    return this.#front.awareness
  }

  get toCome(): { documents: number; originals: number } {
    const unheard = [...this.#open].filter(
      ([name, provider]) => provider.hasUnsyncedChanges || this.#settling.has(name),
    )
    const front = this.#front.hasUnsyncedChanges ? 1 : 0
    return {
      documents: this.#wanted.size + unheard.length + front,
      originals: this.#originals.toCome,
    }
  }

  show(presence: Shown): void {
    this.#front.awareness?.setLocalState(presence)
  }

  close(problem: LiveProblem | null): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#project.committed.delete(this.#committed)
    this.#originals.stop()
    if (this.#rest) clearTimeout(this.#rest)
    for (const name of this.#shared.names()) this.#shared.drop(name)
    this.#inbox.close()
    for (const provider of this.#open.values()) provider.destroy()
    this.#front.destroy()
    this.#socket.shouldConnect = false
    this.#socket.destroy()
    this.#events.closed(problem)
  }

  readonly #committed = (changes: readonly Committed[]): void => {
    this.#shared.committed(changes)
    const names = new Set(changes.map(({ name }) => name))
    if (names.has('project')) {
      for (const name of this.#open.keys())
        if (notServed(this.#project, name) !== null) this.#letGo(name)
      const layers = openLayers(this.#project)
      for (const layer of layers) if (!this.#layers.has(layer)) names.add(layer)
      this.#layers = layers
      this.#link.sendTrail()
      this.#originals.look()
    } else this.#link.sendTrail([this.#project.device.id])
    this.#want([...names].filter((name) => !this.#open.has(name)))
  }

  #provider(
    name: string,
    events: Partial<ConstructorParameters<typeof HocuspocusProvider>[0]>,
  ): HocuspocusProvider {
    const document = new Doc({ guid: name })
    // What both wrote in one paragraph is seen by the host, who knows what was held here.
    const sender = () => ({ device: 'host', parted: () => null })
    this.#shared.share(name, document, this.#inbox, sender, { isOpening: true })
    return new this.#Provider({
      ...{ name, document, websocketProvider: this.#socket, token: '' },
      // Who is here is told on one document.
      ...(name === 'project' ? {} : { awareness: null }),
      ...events,
      onSynced: (state) => {
        this.#shared.opened(name, this.#inbox)
        events.onSynced?.(state)
      },
    })
  }

  #take(payload: string): void {
    try {
      this.#link.take(payload, null)
    } catch (error) {
      console.error(`A message of the host was not understood: ${messageOf(error)}`)
      this.close('live.failed')
    }
  }

  /** Wants what is not the same at both; documents only one of them holds among them. */
  #compare(state: KnownState): void {
    this.#inbox.flush()
    this.#want(differing(knownState(this.#project), state))
    this.#originals.hostHas([...state.originals])
    if (this.#isKnown) return
    this.#isKnown = true
    this.#link.sendState()
    this.#events.connected()
    this.#openNext()
  }

  #want(names: readonly string[]): void {
    for (const name of names) if (name !== 'project') this.#wanted.add(name)
    this.#openNext()
  }

  /** The document `project` comes first: others are known by what stands in it. */
  #openNext(): void {
    if (this.#isOver || !this.#isKnown || !this.#front.synced || this.#front.hasUnsyncedChanges)
      return
    if (this.#wanted.size > 0) this.#inbox.flush()
    for (const name of this.#wanted) {
      if (this.#settling.size >= openAtOnce) break
      if (!this.#pace.take()) {
        this.#rest ??= setTimeout(() => {
          this.#rest = null
          this.#openNext()
        }, 50)
        break
      }
      this.#wanted.delete(name)
      if (!this.#open.has(name) && notServed(this.#project, name) === null) this.#openOne(name)
    }
    if (this.#wanted.size === 0 && this.#settling.size === 0) this.#originals.work()
    this.#events.progress()
  }

  #openOne(name: string): void {
    this.#settling.add(name)
    const settle = () => {
      if (this.#open.get(name) !== provider) return
      const isSettled = provider.synced && !provider.hasUnsyncedChanges
      if (isSettled && this.#settling.delete(name)) {
        this.#trim()
        this.#openNext()
      } else this.#events.progress()
    }
    const provider = this.#provider(name, {
      onSynced: settle,
      onUnsyncedChanges: settle,
      onAuthenticationFailed: () => {
        this.#letGo(name)
        this.#openNext()
      },
    })
    this.#open.set(name, provider)
    provider.attach()
  }

  #trim(): void {
    for (const [name, provider] of this.#open) {
      if (this.#open.size <= keptOpen) return
      if (!this.#settling.has(name) && !provider.hasUnsyncedChanges) this.#letGo(name)
    }
  }

  #letGo(name: string): void {
    const provider = this.#open.get(name)
    this.#open.delete(name)
    this.#settling.delete(name)
    this.#shared.drop(name)
    provider?.destroy()
  }
}
