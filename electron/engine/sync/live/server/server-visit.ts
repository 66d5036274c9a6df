import type { LiveProblem, LiveStatus } from '../../../../../shared/contract/live.ts'
import type { Project } from '../../../project/project.ts'
import type { GuestEvents } from '../guest.ts'
import type { LiveLog } from '../live-log.ts'
import type { Shown } from '../messages.ts'
import type { ServerPlace } from './server-address.ts'
import type { ServerConnection } from './server-connection.ts'

/** Pauses before the server is tried again, in milliseconds; the last for ever. */
const pauses = [250, 500, 1000, 2000, 4000, 8000]

/** Being at an institution's server: connected, or trying to be, until it is left (V7, V9). */
export class ServerVisit {
  readonly #project: Project
  readonly #place: ServerPlace
  readonly #log: LiveLog
  readonly #events: GuestEvents
  readonly #stop = new AbortController()
  #presence: Shown
  #connection: ServerConnection | null = null
  #attempts = 0
  #timer: NodeJS.Timeout | null = null
  phase: LiveStatus['phase'] = 'connecting'
  problem: LiveProblem | null = null

  constructor(
    project: Project,
    place: ServerPlace,
    log: LiveLog,
    presence: Shown,
    events: GuestEvents,
  ) {
    this.#project = project
    this.#place = place
    this.#log = log
    this.#presence = presence
    this.#events = events
  }

  get address(): string {
    return this.#place.address
  }

  get awareness() {
    return this.#connection?.awareness ?? null
  }

  get toCome(): LiveStatus['toCome'] {
    return this.#connection?.toCome ?? { documents: 0, originals: 0 }
  }

  connect(): void {
    this.#tell(this.#attempts === 0 ? 'connecting' : 'lost', this.problem)
    this.#open().catch(() => this.#closed('live.failed'))
  }

  show(presence: Shown): void {
    this.#presence = presence
    this.#connection?.show(presence)
  }

  stop(): void {
    this.#stop.abort()
    if (this.#timer) clearTimeout(this.#timer)
    this.#connection?.close(null)
    this.#connection = null
  }

  async #open(): Promise<void> {
    const { ServerConnection: Connection } = await import('./server-connection.ts')
    const { signal } = this.#stop
    this.#connection = await Connection.open(
      this.#project,
      this.#place,
      signal,
      this.#log,
      this.#presence,
      {
        ...this.#events,
        progress: this.#events.changed,
        connected: () => {
          this.#attempts = 0
          this.#log.note('came', { address: this.#place.address })
          this.#tell('connected')
        },
        closed: (problem) => this.#closed(problem),
      },
    )
  }

  #closed(problem: LiveProblem | null): void {
    this.#connection = null
    if (this.#stop.signal.aborted) return
    if (this.phase === 'connected') this.#log.note('left', { address: this.#place.address })
    if (problem !== null) return this.#tell('refused', problem)
    const pause = pauses[Math.min(this.#attempts, pauses.length - 1)]
    this.#attempts += 1
    this.#tell('lost', 'live.serverUnreachable')
    this.#timer = setTimeout(() => this.connect(), pause)
  }

  #tell(phase: LiveStatus['phase'], problem: LiveProblem | null = null): void {
    this.phase = phase
    this.problem = problem
    this.#events.changed()
  }
}
