import type { LiveProblem, LiveStatus } from '../../../../shared/contract/live.ts'
import type { Project } from '../../project/project.ts'
import type { ConnectionEvents, GuestConnection } from './guest-connection.ts'
import type { LiveLog } from './live-log.ts'
import type { Shown } from './messages.ts'
import { pauseAfter } from './pauses.ts'
import type { ServerConnection } from './server/server-connection.ts'

export type Connection = GuestConnection | ServerConnection

export interface VisitEvents {
  changed: () => void
  presence: () => void
}

/** Being somewhere else, at a host or a server: connected, or trying to be, until it is left (V7). */
export abstract class Visit {
  protected readonly project: Project
  protected readonly log: LiveLog
  protected readonly stopping = new AbortController()
  protected presence: Shown
  /** How often in a row it has been tried in vain. */
  protected attempts = 0
  readonly #events: VisitEvents
  #connection: Connection | null = null
  #timer: NodeJS.Timeout | null = null
  #leaving: { timer: NodeJS.Timeout; gone: () => void } | null = null
  phase: LiveStatus['phase'] = 'connecting'
  problem: LiveProblem | null = null

  constructor(project: Project, log: LiveLog, presence: Shown, events: VisitEvents) {
    this.project = project
    this.log = log
    this.presence = presence
    this.#events = events
  }

  /** What is said while it cannot be reached. */
  protected abstract readonly unreachable: LiveProblem

  /** Makes a connection; null if there is nothing to connect to, or it was left in the meantime. */
  protected abstract open(events: ConnectionEvents): Promise<Connection | null>
  /** Whom the log names when it came and when it left. */
  protected abstract named(): { who?: string; address?: string }
  /** Whether it is of no use to try again after this. */
  protected abstract isFinal(problem: LiveProblem): boolean

  get awareness() {
    return this.#connection?.awareness ?? null
  }

  get toCome(): LiveStatus['toCome'] {
    return this.#connection?.toCome ?? { documents: 0, originals: 0 }
  }

  connect(): void {
    this.tell(this.attempts === 0 ? 'connecting' : 'lost', this.problem)
    this.#open().catch(() => this.#closed('live.failed'))
  }

  show(presence: Shown): void {
    this.presence = presence
    this.#connection?.show(presence)
  }

  /**
   * Stops as soon as what was done here has arrived, or after `patience` milliseconds, or at once if this
   * is asked for again or nobody is there; tells `gone` before it does.
   */
  leave(patience: number, gone: () => void): void {
    if (this.phase !== 'connected' || !this.#hasToCome()) return gone()
    this.#leaving = { timer: setTimeout(gone, patience), gone }
    this.tell('leaving')
  }

  #hasToCome(): boolean {
    const { documents, originals } = this.toCome
    return documents + originals > 0
  }

  /** Not at once: the connection is in the middle of something. */
  #progress(): void {
    this.#events.changed()
    if (this.#leaving && !this.#hasToCome()) setImmediate(this.#leaving.gone)
  }

  stop(): void {
    this.stopping.abort()
    if (this.#leaving) clearTimeout(this.#leaving.timer)
    this.#leaving = null
    if (this.#timer) clearTimeout(this.#timer)
    this.#connection?.close(null)
    this.#connection = null
  }

  protected tell(phase: LiveStatus['phase'], problem: LiveProblem | null = null): void {
    this.phase = phase
    this.problem = problem
    this.#events.changed()
  }

  async #open(): Promise<void> {
    this.#connection = await this.open({
      ...this.#events,
      progress: () => this.#progress(),
      connected: () => {
        this.attempts = 0
        this.log.note('came', this.named())
        this.tell('connected')
      },
      closed: (problem) => this.#closed(problem),
    })
  }

  #closed(problem: LiveProblem | null): void {
    if (this.#leaving) return this.#leaving.gone()
    this.#connection = null
    if (this.stopping.signal.aborted) return
    if (this.phase === 'connected') this.log.note('left', this.named())
    if (problem !== null && this.isFinal(problem)) return this.tell('refused', problem)
    const pause = pauseAfter(this.attempts)
    this.attempts += 1
    this.tell('lost', this.unreachable)
    this.#timer = setTimeout(() => this.connect(), pause)
  }
}
