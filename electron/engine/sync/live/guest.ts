import {
  liveProblems,
  type LiveProblem,
  type LiveStatus,
} from '../../../../shared/contract/live.ts'
import type { Project } from '../../project/project.ts'
import { Refusal } from '../../refusal.ts'
import { knock } from './ask-host.ts'
import type { GuestConnection } from './guest-connection.ts'
import type { Invitation } from './invitation.ts'
import type { LiveLog } from './live-log.ts'
import type { Shown } from './messages.ts'
import type { HostPlace } from './place-of-host.ts'
import { writeLocal } from './local-record.ts'

/** Pauses before the host is tried again, in milliseconds; the last for ever. */
const pauses = [250, 500, 1000, 2000, 4000]

export interface GuestEvents {
  changed: () => void
  presence: () => void
}

/** Being a guest: knocking once, then connected, or trying to be (V2, V7). */
export class Guest {
  readonly #project: Project
  readonly #log: LiveLog
  readonly #events: GuestEvents
  #presence: Shown
  readonly #stop = new AbortController()
  #place: HostPlace | null
  #connection: GuestConnection | null = null
  #attempts = 0
  #timer: NodeJS.Timeout | null = null
  phase: LiveStatus['phase'] = 'connecting'
  problem: LiveProblem | null = null

  constructor(
    project: Project,
    place: HostPlace | null,
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

  get place(): HostPlace | null {
    return this.#place
  }

  get awareness() {
    return this.#connection?.awareness ?? null
  }

  get toCome(): LiveStatus['toCome'] {
    return this.#connection?.toCome ?? { documents: 0, originals: 0 }
  }

  /** Waits to be admitted; then keeps the way back, and connects. */
  async knock(invitation: Invitation): Promise<void> {
    this.#tell('knocking')
    const { analystId, id: device } = this.#project.device
    const { name } = this.#presence
    try {
      const who = { project: invitation.project, device, analystId, name }
      const admitted = await knock(invitation, who, this.#stop.signal)
      if (this.#stop.signal.aborted) return
      const { address, credential } = admitted
      const addresses = [address, ...invitation.addresses.filter((each) => each !== address)]
      const { port, fingerprint } = invitation
      const place = { name: admitted.name, device: admitted.device, credential }
      this.#place = { ...place, addresses, port, fingerprint }
      writeLocal(this.#project, 'live.host', this.#place)
      this.connect()
    } catch (error) {
      if (this.#stop.signal.aborted) return
      const { code: given } = error instanceof Refusal ? error : { code: 'live.unreachable' }
      const code = liveProblems.find((each) => each === given) ?? 'live.failed'
      if (code === 'live.wrongFingerprint') this.#log.note('wrongFingerprint')
      this.#tell('refused', code)
    }
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
    const place = this.#place
    if (!place) return
    const { GuestConnection: Connection } = await import('./guest-connection.ts')
    const address = place.addresses[this.#attempts % place.addresses.length] ?? ''
    // Where it answered is where it is asked first.
    const others = place.addresses.filter((each) => each !== address)
    const here = { ...place, addresses: [address, ...others] }
    const connection = await Connection.open(
      this.#project,
      here,
      this.#stop.signal,
      this.#log,
      this.#presence,
      {
        ...this.#events,
        progress: this.#events.changed,
        connected: () => {
          this.#attempts = 0
          this.#place = here
          this.#log.note('came', { who: place.name, address })
          this.#tell('connected')
        },
        closed: (problem) => this.#closed(problem),
      },
    )
    this.#connection = connection
  }

  #closed(problem: LiveProblem | null): void {
    this.#connection = null
    if (this.#stop.signal.aborted) return
    if (this.phase === 'connected') this.#log.note('left', { who: this.#place?.name ?? '' })
    // Somebody else at one address of the host may not keep it from being found at another.
    const isFinal =
      problem !== null &&
      (problem !== 'live.wrongFingerprint' ||
        this.#attempts + 1 >= (this.#place?.addresses.length ?? 1))
    if (isFinal) return this.#tell('refused', problem)
    const pause = pauses[Math.min(this.#attempts, pauses.length - 1)]
    this.#attempts += 1
    this.#tell('lost', 'live.unreachable')
    this.#timer = setTimeout(() => this.connect(), pause)
  }

  #tell(phase: LiveStatus['phase'], problem: LiveProblem | null = null): void {
    this.phase = phase
    this.problem = problem
    this.#events.changed()
  }
}
