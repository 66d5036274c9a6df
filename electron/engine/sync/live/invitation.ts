import { z } from 'zod'
import { Refusal } from '../../refusal.ts'

/** What a host gives to one guest, by a way of their own: where it is, how it is known, and a secret. */
export interface Invitation {
  /** Id of the project. */
  project: string
  title: string
  /** Name of who hosts. */
  host: string
  addresses: string[]
  port: number
  /** SHA-256 of the host's certificate, hexadecimal. */
  fingerprint: string
  id: string
  secret: string
  /** Time, ISO. */
  expires: string
}

const fields = z.object({
  project: z.string().min(1).max(100),
  title: z.string().max(500),
  host: z.string().max(200),
  addresses: z
    .array(z.string().regex(/^[\w.:%-]{1,64}$/))
    .min(1)
    .max(16),
  port: z.number().int().min(1).max(65535),
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  id: z.string().regex(/^[\w-]{1,40}$/),
  secret: z.string().regex(/^[\w-]{16,100}$/),
  expires: z.iso.datetime(),
})

const start = 'standpoint://join?'

export function invitationToLink(invitation: Invitation): string {
  const words = new URLSearchParams({
    a: invitation.addresses.join(','),
    o: String(invitation.port),
    f: Buffer.from(invitation.fingerprint, 'hex').toString('base64url'),
    i: invitation.id,
    s: invitation.secret,
    e: String(Math.floor(Date.parse(invitation.expires) / 1000)),
    p: invitation.project,
    n: invitation.host,
    t: invitation.title,
  })
  return start + words.toString()
}

/** Refuses with `live.badInvitation`; spaces and line breaks that mail put in do no harm. */
export function linkToInvitation(link: string): Invitation {
  const compact = link.replaceAll(/\s+/g, '')
  const words = new URLSearchParams(compact.startsWith(start) ? compact.slice(start.length) : '')
  const of = (name: string) => words.get(name) ?? ''
  const seconds = Number(of('e'))
  const parsed = fields.safeParse({
    project: of('p'),
    title: of('t'),
    host: of('n'),
    addresses: of('a').split(','),
    port: Number(of('o')),
    fingerprint: Buffer.from(of('f'), 'base64url').toString('hex'),
    id: of('i'),
    secret: of('s'),
    expires: Number.isSafeInteger(seconds * 1000) ? new Date(seconds * 1000).toISOString() : '',
  })
  if (!parsed.success) throw new Refusal('live.badInvitation')
  return parsed.data
}
