import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Project } from '../../project/project.ts'
import { readLocal, writeLocal } from './local-record.ts'

/** A device that may come back without an invitation. */
export interface Guest {
  device: string
  analystId: string
  name: string
  /** SHA-256 of its credential, hexadecimal; the credential itself only the guest has. */
  hash: string
  /** Time, ISO. */
  admitted: string
}

const keptGuests = z.array(
  z.object({
    device: z.string(),
    analystId: z.string(),
    name: z.string(),
    hash: z.string(),
    admitted: z.string(),
  }),
)

interface Invited {
  hash: string
  /** Milliseconds since 1970. */
  expires: number
  /** SHA-256 of the secret of the knock it was used for, hexadecimal. */
  usedFor: string | null
  isDecided: boolean
}

/** Why an invitation does not count. */
export type BadInvitation = 'wrongInvitation' | 'usedInvitation' | 'expiredInvitation'

/** Who gets in at a host: invitations, each good for one knock, and those who were admitted (V2, V3). */
export class Admission {
  readonly #project: Project
  readonly #invited = new Map<string, Invited>()
  #guests: Guest[]

  constructor(project: Project) {
    this.#project = project
    this.#guests = readLocal(project, 'live.guests', keptGuests) ?? []
  }

  get guests(): readonly Guest[] {
    return this.#guests
  }

  invite(milliseconds: number): { id: string; secret: string; expires: string } {
    const id = randomBytes(6).toString('base64url')
    const secret = randomBytes(18).toString('base64url')
    const expires = Date.now() + milliseconds
    this.#invited.set(id, { hash: hashOf(secret), expires, usedFor: null, isDecided: false })
    return { id, secret, expires: new Date(expires).toISOString() }
  }

  /**
   * Uses an invitation for one knock, which may come again until it is decided, as its connection may
   * break; says why it does not count, or null if it does.
   */
  use(id: string, secret: string, knock: string): BadInvitation | null {
    const invited = this.#invited.get(id)
    if (!invited || !isSameHash(invited.hash, hashOf(secret))) return 'wrongInvitation'
    const usedFor = hashOf(knock)
    const isUsed = invited.usedFor !== null && !isSameHash(invited.usedFor, usedFor)
    if (isUsed || invited.isDecided) return 'usedInvitation'
    if (invited.expires < Date.now()) return 'expiredInvitation'
    invited.usedFor = usedFor
    return null
  }

  /** Whoever knocked with this invitation has got an answer. */
  decided(id: string): void {
    const invited = this.#invited.get(id)
    if (invited) invited.isDecided = true
  }

  /** Gives the credential the guest comes back with. */
  admit(guest: Pick<Guest, 'device' | 'analystId' | 'name'>): string {
    const credential = randomBytes(32).toString('base64url')
    const admitted = { ...guest, hash: hashOf(credential), admitted: this.#project.now() }
    this.#keep([...this.#others(guest.device), admitted])
    return credential
  }

  remove(device: string): Guest | null {
    const guest = this.#guests.find((each) => each.device === device) ?? null
    if (guest) this.#keep(this.#others(device))
    return guest
  }

  /** The guest whose device and credential `authorization` has, as the header of that name. */
  guestOf(authorization: string | undefined): Guest | null {
    const [, device, credential] = /^Standpoint ([\w-]+):([\w-]+)$/.exec(authorization ?? '') ?? []
    const guest = this.#guests.find((each) => each.device === device)
    return guest && isSameHash(guest.hash, hashOf(credential ?? '')) ? guest : null
  }

  #others(device: string): Guest[] {
    return this.#guests.filter((each) => each.device !== device)
  }

  #keep(guests: Guest[]): void {
    this.#guests = guests
    writeLocal(this.#project, 'live.guests', guests)
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function isSameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))
}
