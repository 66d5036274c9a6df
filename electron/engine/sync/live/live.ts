import type { EventName, EventPayload } from '../../../../shared/contract/index.ts'
import type { LivePerson, LiveStatus } from '../../../../shared/contract/live.ts'
import { listEntities } from '../../project/entities.ts'
import type { Project } from '../../project/project.ts'
import { Refusal } from '../../refusal.ts'
import { ownAddresses } from './addresses.ts'
import { Admission } from './admission.ts'
import { certificateOf } from './certificate.ts'
import { Door } from './door.ts'
import { Guest } from './guest.ts'
import { Host } from './host.ts'
import { invitationToLink, linkToInvitation } from './invitation.ts'
import { LiveLog } from './live-log.ts'
import { readLocal, writeLocal } from './local-record.ts'
import { hostPlace } from './place-of-host.ts'
import { nowhere, peopleIn, type Place } from './presence.ts'
import type { Shown } from './messages.ts'
import { serverAddress, serverPlace } from './server/server-address.ts'
import { ServerVisit } from './server/server-visit.ts'

type Tell = <N extends EventName>(event: N, payload: EventPayload<N>) => void

interface Hosting {
  project: Project
  host: Host
  door: Door
  admission: Admission
  addresses: string[]
  port: number
  fingerprint: string
  since: string
}

interface Visiting {
  project: Project
  visit: Guest | ServerVisit
  since: string
}

/** How often changes of the status are told at most, in milliseconds. */
const restBetween = 100

/** The live session of an engine: none, as host, as guest, or at a server. Nothing is open unless it was asked for (V1). */
export class Live {
  readonly #tell: Tell
  readonly #log = new LiveLog()
  #hosting: Hosting | null = null
  #visiting: Visiting | null = null
  #isStarting = false
  #unsent = 0
  #timer: NodeJS.Timeout | null = null
  #people = ''
  readonly #visitEvents = {
    changed: () => this.#changed(),
    presence: () => this.#presenceChanged(),
  }

  constructor(tell: Tell) {
    this.#tell = tell
  }

  get log(): LiveLog {
    return this.#log
  }

  async host(
    project: Project,
    where: { address?: string | undefined; port?: number | undefined },
  ): Promise<void> {
    const presence = this.#begin(project, true)
    this.#isStarting = true
    try {
      const certificate = await certificateOf(project)
      const admission = new Admission(project)
      const door = new Door(project, certificate, admission, this.#log, {
        knock: (knock) => this.#tell('live.knock', knock),
        changed: () => this.#changed(),
        flush: () => this.#hosting?.host.flush(),
        original: (hash, from) => this.#hosting?.host.hasOriginal(hash, from.device),
      })
      const host = await Host.start(
        project,
        admission,
        this.#log,
        { changed: () => this.#changed(), presence: () => this.#presenceChanged() },
        door,
        presence,
      )
      const port = await openAt(door, project, where).catch((error: unknown) => {
        host.stop()
        throw error
      })
      const addresses = where.address === undefined ? ownAddresses() : [where.address]
      const { fingerprint } = certificate
      const since = presence.since
      this.#hosting = { project, host, door, admission, addresses, port, fingerprint, since }
      this.#log.note('started', { detail: String(port) })
      this.#changed()
    } finally {
      this.#isStarting = false
    }
  }

  async invite(minutes: number): Promise<{ link: string; qr: string; expires: string }> {
    const { project, admission, addresses, port, fingerprint } = this.#mustHost()
    const meta = project.documents.get('project').getMap('meta')
    const { id, secret, expires } = admission.invite(minutes * 60_000)
    const link = invitationToLink({
      project: String(meta.get('id') ?? ''),
      title: String(meta.get('title') ?? ''),
      host: nameOf(project),
      ...{ addresses, port, fingerprint, id, secret, expires },
    })
    this.#log.note('invited')
    const { toString } = await import('qrcode')
    const qr = await toString(link, { type: 'svg', margin: 2, errorCorrectionLevel: 'L' })
    return { link, qr, expires }
  }

  decide(guest: string, isAdmitted: boolean): void {
    const { project, door } = this.#mustHost()
    door.decide(guest, isAdmitted, { device: project.device.id, name: nameOf(project) })
  }

  remove(device: string): void {
    const { admission, host } = this.#mustHost()
    const guest = admission.remove(device)
    if (!guest && !host.isHere(device)) throw new Refusal('live.unknownGuest')
    this.#log.note('removed', { who: guest?.name ?? '' })
    host.drop(device)
    this.#changed()
  }

  /** Knocks with an invitation, or goes back to the last host; how it goes on, the status tells. */
  join(project: Project, link: string | undefined): void {
    const invitation = link === undefined ? null : linkToInvitation(link)
    const place = invitation ? null : readLocal(project, 'live.host', hostPlace)
    if (!invitation && !place) throw new Refusal('live.neverAdmitted')
    if (invitation) {
      const own = String(project.documents.get('project').getMap('meta').get('id') ?? '')
      if (invitation.project !== own)
        throw new Refusal('sync.otherProject', { title: invitation.title })
      if (Date.parse(invitation.expires) < Date.now()) throw new Refusal('live.invitationExpired')
    }
    this.#leaveEnded()
    const presence = this.#begin(project, false)
    const visit = new Guest(project, place, this.#log, presence, this.#visitEvents)
    this.#visiting = { project, visit, since: presence.since }
    if (invitation) void visit.knock(invitation)
    else visit.connect()
  }

  /** Meets at an institution's server; without an address, at the one that is kept (V9). */
  connect(project: Project, given: { address: string; token: string } | undefined): void {
    const place = given
      ? { address: serverAddress(given.address), token: given.token.trim() }
      : readLocal(project, 'live.server', serverPlace)
    if (!place) throw new Refusal('live.noServer')
    this.#leaveEnded()
    const presence = this.#begin(project, false)
    writeLocal(project, 'live.server', place)
    const visit = new ServerVisit(project, place, this.#log, presence, this.#visitEvents)
    this.#visiting = { project, visit, since: presence.since }
    visit.connect()
  }

  /** Leaves the server, and keeps neither its address nor its token. */
  forgetServer(project: Project): void {
    if (this.#visiting?.visit.role === 'server') this.stop()
    project.db.prepare(`DELETE FROM local WHERE key = 'live.server'`).run()
    this.#tell('live.changed', this.status(project))
  }

  show(place: Place): void {
    const session = this.#hosting ?? this.#visiting
    if (!session) return
    const isHost = this.#hosting !== null
    const shown = shownBy(session.project, isHost, session.since, place)
    this.#hosting?.host.show(shown)
    this.#visiting?.visit.show(shown)
  }

  mustBeGuest(): void {
    if (!this.#visiting) throw new Refusal('live.notAGuest')
  }

  mustBeHost(): void {
    this.#mustHost()
  }

  /**
   * Leaves the session or the server, when what was done here has arrived there, or after `patience`
   * milliseconds, or at once if it is asked for again; resolves when it is left.
   */
  async leave(patience: number): Promise<void> {
    const here = this.#visiting
    if (!here) return
    await new Promise<void>((resolve) => {
      here.visit.leave(patience, () => {
        resolve()
        if (this.#visiting !== here) return
        const { documents, originals } = here.visit.toCome
        this.#unsent = documents + originals
        this.stop()
      })
    })
  }

  /** Ends what is on; nothing listens and nothing is connected afterwards. */
  stop(): void {
    const project = this.#project()
    this.#hosting?.host.stop()
    this.#hosting?.door.close()
    this.#visiting?.visit.stop()
    this.#hosting = null
    this.#visiting = null
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (!project) return
    this.#log.note('stopped')
    // Told now: the project may be closed in the next moment.
    this.#tell('live.changed', this.status(project))
    this.#presenceChanged()
  }

  status(project: Project | null): LiveStatus {
    const off: LiveStatus = {
      ...{ role: 'none', phase: 'off', addresses: [], port: null, fingerprint: null, host: null },
      ...{ since: null, people: [], knocks: [], guests: [], problem: null },
      toCome: { documents: 0, originals: 0 },
      unsent: this.#unsent,
      mayReturn: project ? (readLocal(project, 'live.host', hostPlace)?.name ?? null) : null,
      server: project ? (readLocal(project, 'live.server', serverPlace)?.address ?? null) : null,
    }
    const people = this.#peopleHere()
    if (this.#hosting) {
      const { addresses, port, fingerprint, since, door, admission, host } = this.#hosting
      return {
        ...off,
        ...{ role: 'host', phase: 'hosting', addresses, port, fingerprint, since, people },
        host: nameOf(this.#hosting.project),
        knocks: door.knocks,
        guests: admission.guests.map(({ device, name, analystId, admitted }) => ({
          ...{ device, name, analystId, admitted },
          isHere: host.isHere(device),
        })),
      }
    }
    if (!this.#visiting) return off
    const { visit, since } = this.#visiting
    const { role, phase, problem, toCome } = visit
    const here: LiveStatus = { ...off, role, phase, problem, toCome, since, people }
    if (visit.role === 'server') return here
    const { place } = visit
    return {
      ...here,
      addresses: place?.addresses ?? [],
      port: place?.port ?? null,
      fingerprint: place?.fingerprint ?? null,
      host: visit.hostName,
    }
  }

  #begin(project: Project, isHost: boolean): Shown {
    if (this.#isStarting || this.#project()) throw new Refusal('live.alreadyOn')
    if (project.readOnly) throw new Refusal('project.readOnly', { path: project.path })
    if (project.device.isNew || nameOf(project) === '') throw new Refusal('live.needsAnalyst')
    this.#unsent = 0
    return shownBy(project, isHost, project.now(), nowhere)
  }

  /** What has ended by itself, or is about to, does not stand in the way of trying again. */
  #leaveEnded(): void {
    const phase = this.#visiting?.visit.phase
    if (phase === 'refused' || phase === 'leaving') this.stop()
  }

  #mustHost(): Hosting {
    if (!this.#hosting) throw new Refusal('live.notHosting')
    return this.#hosting
  }

  #project(): Project | null {
    return (this.#hosting ?? this.#visiting)?.project ?? null
  }

  #peopleHere(): LivePerson[] {
    const awareness = this.#hosting?.host.awareness ?? this.#visiting?.visit.awareness
    return awareness ? peopleIn(awareness) : []
  }

  #changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#tell('live.changed', this.status(this.#project()))
    }, restBetween)
  }

  #presenceChanged(): void {
    const people = this.#peopleHere()
    const text = JSON.stringify(people)
    if (text === this.#people) return
    const isOther =
      devicesOf(people) !== devicesOf(JSON.parse(this.#people || '[]') as LivePerson[])
    this.#people = text
    this.#tell('live.presence', { people })
    if (isOther && this.#project()) this.#changed()
  }
}

/** At the port guests know from before, if it is free, so that they find back. */
async function openAt(
  door: Door,
  project: Project,
  where: { address?: string | undefined; port?: number | undefined },
): Promise<number> {
  if (where.port !== undefined) return await door.open(where.port, where.address)
  const before = Number(project.device.local('live.port') ?? 0)
  const port = await door.open(before, where.address).catch(async (error: unknown) => {
    if (before === 0) throw error
    return await door.open(0, where.address)
  })
  if (port !== before) project.device.setLocal('live.port', String(port))
  return port
}

function shownBy(project: Project, isHost: boolean, since: string, place: Place): Shown {
  const { id: device, analystId } = project.device
  return { device, analystId, name: nameOf(project), isHost, since, ...place }
}

function nameOf(project: Project): string {
  const analyst = listEntities(project, 'analysts').find(({ id }) => id === project.analystId)
  return String(analyst?.name ?? '').slice(0, 200)
}

function devicesOf(people: readonly LivePerson[]): string {
  return people.map(({ device }) => device).join()
}
