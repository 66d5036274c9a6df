import type { HocuspocusProvider } from '@hocuspocus/provider'
import { createHash } from 'node:crypto'
import { decodeStateVector, Doc, encodeStateVector } from 'yjs'
import type { LiveProblem } from '../../../../../shared/contract/live.ts'
import type { Committed, Project } from '../../../project/project.ts'
import type { Parted } from '../../conflicts/paragraphs-of-both.ts'
import {
  documentState,
  knownState,
  stateOfDocument,
  type DocumentState,
} from '../../known-state.ts'
import { notServed, openLayers } from '../documents-allowed.ts'
import { stateVectorIn } from '../frame.ts'
import type { ConnectionEvents } from '../guest-connection.ts'
import { Inbox } from '../inbox.ts'
import type { LiveLog } from '../live-log.ts'
import type { Shown } from '../messages.ts'
import { onlyPartner } from '../presence.ts'
import { RateLimit } from '../rate-limit.ts'
import { SharedDocuments } from '../shared-documents.ts'
import { Catalogue } from './catalogue.ts'
import type { ServerPlace } from './server-address.ts'
import { ServerOriginals } from './server-originals.ts'
import { ServerSocket } from './server-socket.ts'
import { lastSegment, segmentOf, segmentsHere, TrailSegment } from './trail-segment.ts'
import { Withdrawing } from './withdrawing.ts'

/** How many documents are opened at the same time, and how many stay open after they were used. */
const openAtOnce = 6
const keptOpen = 24
/** Pauses before a document is looked at again that stays another than the catalogue says, in ms. */
const firstPause = 500
const longestPause = 30_000
/** Within how long a server passes on what it has got from somebody else, in ms. */
const passedOn = 1000

interface Opened {
  provider: HocuspocusProvider
  segment: TrailSegment | null
  isSettled: boolean
}

/**
 * One connection to an institution's server, which knows nothing of projects: over one WebSocket the
 * documents that differ from what the catalogue says, segments of the trail, and originals (V9, V10).
 */
export class ServerConnection {
  readonly #project: Project
  readonly #events: ConnectionEvents
  readonly #socket: ServerSocket
  readonly #shared: SharedDocuments
  readonly #inbox: Inbox
  readonly #catalogue: Catalogue
  readonly #originals: ServerOriginals
  readonly #withdrawing: Withdrawing
  readonly #front: HocuspocusProvider
  readonly #list: HocuspocusProvider
  /** What is open besides, the last used at the end. */
  readonly #open = new Map<string, Opened>()
  readonly #wanted = new Set<string>()
  /** In the catalogue, and not (yet) of this project. */
  readonly #strange = new Set<string>()
  readonly #tried = new Map<string, { pair: string; times: number }>()
  /**
   * Documents that were not the same here and there when it began. Until the server has what was done
   * here and has passed on what came before that, whatever comes was done without knowing of it.
   */
  readonly #apart = new Set<string>()
  /** Open ones whose state is still to be noted in the catalogue. */
  readonly #untold = new Set<string>()
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #pace = new RateLimit(200, 100)
  #layers: Set<string>
  #isKnown = false
  #isOver = false

  private constructor(
    project: Project,
    socket: ServerSocket,
    log: LiveLog,
    presence: Shown,
    events: ConnectionEvents,
  ) {
    this.#project = project
    this.#events = events
    this.#socket = socket
    this.#layers = openLayers(project)
    this.#shared = new SharedDocuments(project)
    this.#catalogue = new Catalogue(
      (names) => this.#look(names),
      () => events.progress(),
    )
    this.#inbox = new Inbox(project, (name) => this.#shared.whole(name), {
      // A server does not say whose a change is; where the change does not say it either, it is the
      // partner's, if only one is here.
      analystOf: () => onlyPartner(this.awareness, project.analystId),
      kept: (rows) => {
        const streams = new Set(rows.map(({ stream }) => stream))
        for (const [name, { segment }] of this.#open)
          if (segment && streams.has(segmentOf(name)?.stream ?? '')) segment.take()
        events.progress()
      },
      // They stand in a segment that comes.
      missing: () => {},
      refused: (_, name, problem) => {
        log.note('notTaken', { detail: `${name}: ${problem}` })
        this.close('live.failed')
      },
    })
    this.#originals = new ServerOriginals(project, socket, this.#catalogue, () => events.progress())
    this.#withdrawing = new Withdrawing(project, socket, this.#catalogue, () => events.progress())
    this.#front = this.#shareWith('project', {
      onSynced: () => this.#begin(),
      onUnsyncedChanges: () => this.#openNext(),
    })
    this.#list = socket.provider('catalogue', this.#catalogue.doc, {
      onSynced: () => this.#begin(),
      onUnsyncedChanges: () => events.progress(),
    })
    this.show(presence)
    this.#front.awareness?.on('change', events.presence)
    project.committed.add(this.#committed)
    this.#front.attach()
    this.#list.attach()
  }

  static async open(
    project: Project,
    place: ServerPlace,
    stop: AbortSignal,
    log: LiveLog,
    presence: Shown,
    events: ConnectionEvents,
  ): Promise<ServerConnection | null> {
    const made: { connection: ServerConnection | null } = { connection: null }
    const id = String(project.documents.get('project').getMap('meta').get('id') ?? '')
    const socket = await ServerSocket.make(place, id, {
      closed: (problem) => made.connection?.close(problem),
      wrongCertificate: (code) =>
        log.note('wrongCertificate', { who: new URL(place.address).host, detail: code }),
    })
    // It may have been left in the meantime, and the project closed.
    if (stop.aborted) {
      socket.close()
      return null
    }
    made.connection = new ServerConnection(project, socket, log, presence, events)
    socket.connect()
    return made.connection
  }

  get awareness() {
    return this.#front.awareness
  }

  get toCome(): { documents: number; originals: number } {
    const unheard = [this.#front, this.#list].filter((each) => each.hasUnsyncedChanges)
    const untold = Math.max(this.#untold.size, this.#catalogue.toCome)
    return {
      documents:
        this.#wanted.size + this.#settling() + this.#withdrawing.toCome + untold + unheard.length,
      originals: this.#originals.toCome,
    }
  }

  show(presence: Shown): void {
    this.#front.awareness?.setLocalState(presence)
  }

  close(problem: LiveProblem | null): void {
    if (this.#isOver) return
    this.#catalogue.flush()
    this.#isOver = true
    this.#project.committed.delete(this.#committed)
    this.#originals.stop()
    this.#withdrawing.stop()
    for (const timer of this.#timers) clearTimeout(timer)
    for (const name of this.#shared.names()) this.#shared.drop(name)
    this.#inbox.close()
    for (const { provider } of this.#open.values()) provider.destroy()
    this.#front.destroy()
    this.#list.destroy()
    this.#socket.close()
    this.#events.closed(problem)
  }

  readonly #committed = (changes: readonly Committed[]): void => {
    this.#shared.committed(changes)
    const names = new Set(changes.map(({ name }) => name))
    if (names.has('project')) this.#projectChanged(names)
    names.delete('project')
    for (const name of names)
      if (this.#open.has(name)) this.#tellState(name)
      else this.#wanted.add(name)
    const own = lastSegment(this.#project, this.#project.device.id)
    if (own !== null && this.#isKnown) this.#pushTrail(own)
    this.#openNext()
  }

  #projectChanged(names: Set<string>): void {
    for (const name of this.#open.keys()) if (!this.#isServed(name)) this.#letGo(name)
    const layers = openLayers(this.#project)
    const fresh = [...layers].filter((layer) => !this.#layers.has(layer))
    this.#layers = layers
    for (const layer of fresh) names.add(layer)
    if (!this.#isKnown) return
    // What a round held back of the trail comes with its layers.
    if (fresh.length > 0) this.#look([...segmentsHere(this.#project).keys()])
    this.#look([...this.#strange])
    this.#originals.look()
    if (this.#withdrawing.look()) for (const { segment } of this.#open.values()) segment?.push(true)
  }

  #pushTrail(name: string): void {
    const opened = this.#open.get(name)
    if (!opened) this.#wanted.add(name)
    else {
      opened.segment?.push()
      this.#tellState(name)
    }
  }

  #shareWith(name: string, options: Parameters<ServerSocket['provider']>[2]): HocuspocusProvider {
    const document = new Doc({ guid: name })
    let parted: Parted | null | undefined
    const sender = () => {
      const isApart = this.#apart.has(name)
      return { device: 'server', parted: () => (isApart ? parted : null) }
    }
    this.#shared.share(name, document, this.#inbox, sender, { isOpening: true })
    const ours = encodeStateVector(document)
    return this.#socket.provider(name, document, {
      ...options,
      onSynced: (state) => {
        this.#shared.opened(name, this.#inbox)
        options?.onSynced?.(state)
      },
      onMessage: ({ event }) => {
        if (parted !== undefined) return
        const theirs = stateVectorIn(new Uint8Array(event.data as ArrayBuffer))
        // A server that has nothing of it does not say what the others know.
        if (theirs) parted = decodeStateVector(theirs).size === 0 ? null : { ours, theirs }
      },
    })
  }

  /** When project and catalogue have come: compares all there is. */
  #begin(): void {
    if (this.#isKnown || this.#isOver || !this.#front.synced || !this.#list.synced) return
    this.#isKnown = true
    this.#inbox.flush()
    const here = [
      ...knownState(this.#project).documents.keys(),
      ...segmentsHere(this.#project).keys(),
    ]
    const names = [...new Set([...here, ...this.#catalogue.names()])]
    for (const name of names)
      if (this.#digest(name) !== this.#catalogue.get(name)) this.#apart.add(name)
    this.#look(names)
    this.#originals.look()
    this.#withdrawing.look()
    this.#events.connected()
    this.#openNext()
  }

  /** Wants what is not here as the catalogue says. */
  #look(names: readonly string[]): void {
    if (!this.#isKnown || this.#isOver) return
    let hasOriginals = false
    for (const name of names) {
      if (name === 'project') continue
      if (name.startsWith('original:')) hasOriginals = true
      else if (this.#isServed(name)) this.#compare(name)
      else this.#strange.add(name)
    }
    if (hasOriginals) this.#originals.look()
    this.#openNext()
  }

  #compare(name: string): void {
    this.#strange.delete(name)
    const [here, there] = [this.#digest(name), this.#catalogue.get(name)]
    if (here === there) {
      this.#tried.delete(name)
      return
    }
    const pair = `${here} ${there}`
    const known = this.#tried.get(name)
    const times = known?.pair === pair ? known.times + 1 : 0
    this.#tried.set(name, { pair, times })
    // The same again: what another has told of is still on its way, or nobody has it any more.
    if (times > 0) return this.#later(name, Math.min(longestPause, firstPause * 2 ** (times - 1)))
    this.#act(name)
  }

  #later(name: string, pause: number): void {
    this.#after(pause, () => {
      this.#untold.delete(name)
      if (this.#digest(name) !== this.#catalogue.get(name)) this.#act(name)
      // It says so, also when nothing is left to come.
      this.#openNext()
    })
  }

  #after(pause: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      work()
    }, pause)
    this.#timers.add(timer.unref())
  }

  #act(name: string): void {
    const opened = this.#open.get(name)
    if (!opened) this.#wanted.add(name)
    else if (opened.isSettled) {
      opened.provider.forceSync()
      this.#tellState(name)
    }
  }

  #digest(name: string): string {
    const opened = this.#open.get(name)
    if (opened?.segment) return opened.segment.digest()
    const segment = segmentOf(name)
    if (segment) return segmentsHere(this.#project, segment.stream).get(name) ?? ''
    const doc = this.#shared.get(name)
    return digestOf(doc ? stateOfDocument(doc) : documentState(this.#project, name))
  }

  /** Notes in the catalogue in which state it is, once the server has it. */
  #tellState(name: string): void {
    this.#untold.add(name)
    this.#catalogue.put(name, () => {
      const opened = this.#open.get(name)
      const isUnheard = opened?.isSettled === true && opened.provider.hasUnsyncedChanges
      if (isUnheard) this.#later(name, firstPause)
      else this.#untold.delete(name)
      return opened?.isSettled && !isUnheard ? this.#digest(name) : null
    })
  }

  #isServed(name: string): boolean {
    const segment = segmentOf(name)
    if (segment) return !this.#withdrawing.isWithheldStream(segment.stream)
    return notServed(this.#project, name) === null
  }

  #settling(): number {
    return [...this.#open.values()].filter(({ isSettled }) => !isSettled).length
  }

  /** The document `project` comes first: others are known by what stands in it. */
  #openNext(): void {
    if (this.#isOver || !this.#isKnown || this.#front.hasUnsyncedChanges) return
    if (this.#wanted.size > 0) this.#inbox.flush()
    let free = openAtOnce - this.#settling()
    for (const name of this.#wanted) {
      if (free <= 0) break
      if (!this.#pace.take()) {
        this.#after(50, () => this.#openNext())
        break
      }
      this.#wanted.delete(name)
      if (this.#open.has(name) || !this.#isServed(name)) continue
      this.#openOne(name)
      free -= 1
    }
    if (this.#wanted.size === 0 && this.#settling() === 0) {
      this.#withdrawing.work()
      this.#originals.work()
    }
    this.#events.progress()
  }

  #openOne(name: string): void {
    const settle = () => {
      if (this.#open.get(name) !== opened) return
      if (!provider.synced || provider.hasUnsyncedChanges || opened.isSettled) return
      opened.isSettled = true
      this.#after(passedOn, () => this.#apart.delete(name))
      segment?.synced()
      this.#tellState(name)
      this.#trim()
      this.#openNext()
    }
    const named = segmentOf(name)
    const segment = named
      ? new TrailSegment(this.#project, named, (rows) => this.#inbox.addRows(rows, 'server'))
      : null
    const options = { onSynced: settle, onUnsyncedChanges: settle }
    const provider = segment
      ? this.#socket.provider(name, segment.doc, options)
      : this.#shareWith(name, options)
    const opened: Opened = { provider, segment, isSettled: false }
    this.#open.set(name, opened)
    provider.attach()
  }

  #trim(): void {
    for (const [name, { provider, isSettled }] of this.#open) {
      if (this.#open.size <= keptOpen) return
      const isTold = this.#digest(name) === this.#catalogue.get(name)
      if (isSettled && isTold && !provider.hasUnsyncedChanges) this.#letGo(name)
    }
  }

  #letGo(name: string): void {
    const opened = this.#open.get(name)
    this.#open.delete(name)
    this.#shared.drop(name)
    opened?.provider.destroy()
  }
}

function digestOf({ vector, deleted }: DocumentState): string {
  return createHash('sha256').update(vector).update(deleted).digest('base64url').slice(0, 22)
}
