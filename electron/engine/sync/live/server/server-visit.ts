import type { Project } from '../../../project/project.ts'
import type { ConnectionEvents } from '../guest-connection.ts'
import type { LiveLog } from '../live-log.ts'
import type { Shown } from '../messages.ts'
import { Visit, type VisitEvents } from '../visit.ts'
import type { ServerPlace } from './server-address.ts'
import type { ServerConnection } from './server-connection.ts'

/** Being at an institution's server (V7, V9). */
export class ServerVisit extends Visit {
  readonly role = 'server'
  protected readonly unreachable = 'live.serverUnreachable'
  readonly #place: ServerPlace

  constructor(
    project: Project,
    place: ServerPlace,
    log: LiveLog,
    presence: Shown,
    events: VisitEvents,
  ) {
    super(project, log, presence, events)
    this.#place = place
  }

  protected async open(events: ConnectionEvents): Promise<ServerConnection | null> {
    const { ServerConnection: Connection } = await import('./server-connection.ts')
    const { signal } = this.stopping
    return await Connection.open(this.project, this.#place, signal, this.log, this.presence, events)
  }

  protected named() {
    return { who: new URL(this.#place.address).host }
  }

  protected isFinal(): boolean {
    return true
  }
}
