import { liveProblems, type LiveProblem } from '../../../../shared/contract/live.ts'
import type { Project } from '../../project/project.ts'
import { Refusal } from '../../refusal.ts'
import { knock } from './ask-host.ts'
import type { ConnectionEvents, GuestConnection } from './guest-connection.ts'
import type { Invitation } from './invitation.ts'
import type { LiveLog } from './live-log.ts'
import { writeLocal } from './local-record.ts'
import type { Shown } from './messages.ts'
import type { HostPlace } from './place-of-host.ts'
import { Visit, type VisitEvents } from './visit.ts'

/** Being a guest: knocking until it is decided, then at the host (V2, V7). */
export class Guest extends Visit {
  readonly role = 'guest'
  protected readonly unreachable = 'live.unreachable'
  #place: HostPlace | null
  #hostName: string

  constructor(
    project: Project,
    place: HostPlace | null,
    log: LiveLog,
    presence: Shown,
    events: VisitEvents,
  ) {
    super(project, log, presence, events)
    this.#place = place
    this.#hostName = place?.name ?? ''
  }

  get hostName(): string {
    return this.#hostName
  }

  get place(): HostPlace | null {
    return this.#place
  }

  /** Waits to be admitted, and to be heard at all; then keeps the way back, and connects. */
  async knock(invitation: Invitation): Promise<void> {
    this.#hostName = invitation.host
    this.tell('connecting')
    const { analystId, id: device } = this.project.device
    const { name } = this.presence
    const { signal } = this.stopping
    try {
      const who = { project: invitation.project, device, analystId, name }
      const admitted = await knock(invitation, who, signal, {
        heard: () => this.tell('knocking'),
        again: () => this.tell('lost', this.unreachable),
      })
      if (signal.aborted) return
      const { address, credential } = admitted
      const addresses = [address, ...invitation.addresses.filter((each) => each !== address)]
      const { port, fingerprint } = invitation
      const place = { name: admitted.name, device: admitted.device, credential }
      this.#place = { ...place, addresses, port, fingerprint }
      writeLocal(this.project, 'live.host', this.#place)
      this.connect()
    } catch (error) {
      if (signal.aborted) return
      const { code: given } = error instanceof Refusal ? error : { code: 'live.unreachable' }
      const code = liveProblems.find((each) => each === given) ?? 'live.failed'
      if (code === 'live.wrongFingerprint') this.log.note('wrongFingerprint')
      this.tell('refused', code)
    }
  }

  protected async open(events: ConnectionEvents): Promise<GuestConnection | null> {
    const place = this.#place
    if (!place) return null
    const { GuestConnection: Connection } = await import('./guest-connection.ts')
    const address = place.addresses[this.attempts % place.addresses.length] ?? ''
    // Where it answered is where it is asked first.
    const others = place.addresses.filter((each) => each !== address)
    const here = { ...place, addresses: [address, ...others] }
    const connected = (): void => {
      this.#place = here
      events.connected()
    }
    const { signal } = this.stopping
    return await Connection.open(this.project, here, signal, this.log, this.presence, {
      ...events,
      connected,
    })
  }

  protected named() {
    const [address = ''] = this.#place?.addresses ?? []
    return { who: this.#hostName, address }
  }

  /** Somebody else at one address of the host may not keep it from being found at another. */
  protected isFinal(problem: LiveProblem): boolean {
    const addresses = this.#place?.addresses.length ?? 1
    return problem !== 'live.wrongFingerprint' || this.attempts + 1 >= addresses
  }
}
