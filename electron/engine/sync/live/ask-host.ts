import { randomBytes } from 'node:crypto'
import { request } from 'node:https'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { ErrorCode } from '../../../../shared/contract/errors.ts'
import { Refusal } from '../../refusal.ts'
import type { Invitation } from './invitation.ts'
import { pauseAfter } from './pauses.ts'
import { isWrongHost, PinnedAgent } from './pinned-agent.ts'

/** A request to a host; the body, if any, and the answer as bytes. */
export interface Asked {
  method: string
  path: string
  headers?: Record<string, string>
  body?: Uint8Array
  signal?: AbortSignal
  /** Somebody is there, and has been asked. */
  heard?: () => void
}

export interface Answered {
  status: number
  body: Buffer
}

/** The largest answer, in bytes: an original. */
const largest = 768 * 1024 * 1024

/** Sends a request to one address of a host; throws what went wrong on the way. */
export function askHost(
  place: { address: string; port: number; fingerprint: string },
  asked: Asked,
): Promise<Answered> {
  const { address, port, fingerprint } = place
  const { method, path, headers = {}, body, signal, heard } = asked
  return new Promise((resolve, reject) => {
    const agent = new PinnedAgent(fingerprint)
    const options = { host: address, port, method, path, agent, headers, signal }
    const sent = request(options, (response) => {
      const parts: Buffer[] = []
      let length = 0
      response.on('data', (part: Buffer) => {
        length += part.length
        if (length > largest) sent.destroy(new Error('too large'))
        else parts.push(part)
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }),
      )
    })
    sent.on('error', reject)
    if (heard) sent.on('finish', heard)
    sent.end(body)
  })
}

const admitted = z.object({
  credential: z.string().regex(/^[\w-]{20,200}$/),
  device: z.string(),
  name: z.string(),
})
const turnedAway = z.object({ reason: z.string() })

const reasons: Record<string, ErrorCode> = {
  wrongInvitation: 'live.wrongInvitation',
  usedInvitation: 'live.invitationUsed',
  expiredInvitation: 'live.invitationExpired',
  otherProject: 'sync.otherProject',
  turnedAway: 'live.turnedAway',
}

export interface Knocking {
  /** Secret of this knock: who has it may go on with it where the connection broke. */
  knock: string
  project: string
  device: string
  analystId: string
  name: string
}

type Admitted = z.infer<typeof admitted> & { address: string }

/**
 * Knocks at the host with an invitation and waits until it is decided; again and again, for as long as
 * the invitation lasts, while nobody can be reached or the connection breaks. Gives what is needed to
 * come in, and the address that answered; refuses with what was answered, or `live.unreachable`.
 */
export async function knock(
  invitation: Invitation,
  who: Omit<Knocking, 'knock'>,
  signal: AbortSignal,
  events: { heard?: () => void; again?: () => void } = {},
): Promise<Admitted> {
  const knocking = { ...who, knock: randomBytes(18).toString('base64url') }
  return await untilReached(
    () => knockOnce(invitation, knocking, signal, events.heard),
    signal,
    Date.parse(invitation.expires),
    events.again,
  )
}

/**
 * Asks until the host is reached, or it is later than `end` (milliseconds since 1970); `again` is told
 * before each pause. Whatever else goes wrong than that nobody is reached is thrown at once.
 */
export async function untilReached<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
  end: number,
  again: () => void = () => {},
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask()
    } catch (error) {
      const isPassing = error instanceof Refusal && error.code === 'live.unreachable'
      if (!isPassing || signal.aborted || Date.now() > end) throw error
      again()
      await setTimeout(pauseAfter(attempt), undefined, { signal })
    }
  }
}

async function knockOnce(
  invitation: Invitation,
  who: Knocking,
  signal: AbortSignal,
  heard: (() => void) | undefined,
): Promise<Admitted> {
  const { addresses, port, fingerprint, id, secret } = invitation
  const body = Buffer.from(JSON.stringify({ ...who, invitation: id, secret }))
  let isWrong = false
  for (const address of addresses) {
    try {
      const answer = await askHost(
        { address, port, fingerprint },
        {
          ...{ method: 'POST', path: '/knock', body, signal, ...(heard && { heard }) },
          headers: { 'content-type': 'application/json' },
        },
      )
      const told: unknown = JSON.parse(answer.body.toString('utf8'))
      if (answer.status === 200) return { ...admitted.parse(told), address }
      const { reason } = turnedAway.parse(told)
      // Too many knocks at once: it is there, and hears a later one.
      if (answer.status === 429) throw new Refusal('live.unreachable')
      throw new Refusal(reasons[reason] ?? 'live.turnedAway', { title: invitation.title })
    } catch (error) {
      if (isWrongHost(error)) isWrong = true
      else if (error instanceof Refusal || signal.aborted) throw error
    }
  }
  throw new Refusal(isWrong ? 'live.wrongFingerprint' : 'live.unreachable')
}
