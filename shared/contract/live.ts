import { z } from 'zod'
import { define } from './define.ts'

/** What somebody shows of where they are; offsets in the text of the source. */
const place = {
  sourceId: z.string().nullable().describe('the source that is being read, if any'),
  start: z.number().nullable().describe('beginning of the selection'),
  end: z.number().nullable().describe('end of the selection'),
  top: z.number().nullable().describe('first character that is seen'),
}

/** Where somebody writes in a memo: positions of Yjs as JSON. */
const memoPlace = z.object({
  id: z.string().max(100),
  anchor: z.string().max(500),
  focus: z.string().max(500),
})

const person = z.object({
  device: z.string(),
  analystId: z.string(),
  name: z.string(),
  isHost: z.boolean(),
  since: z.string().describe('when they came'),
  ...place,
  memo: memoPlace.nullable().describe('where they write in a memo, if they do'),
})
export type LivePerson = z.infer<typeof person>

const knock = z.object({
  guest: z.string().describe('id, for admitting or refusing'),
  name: z.string(),
  device: z.string(),
  address: z.string(),
  time: z.string(),
})
export type LiveKnock = z.infer<typeof knock>

/** Reasons of `errors.ts` for which a session did not come about, or ended. */
export const liveProblems = [
  'sync.otherProject',
  'live.wrongInvitation',
  'live.invitationUsed',
  'live.invitationExpired',
  'live.wrongFingerprint',
  'live.unreachable',
  'live.turnedAway',
  'live.removed',
  'live.failed',
  'live.wrongToken',
  'live.serverCertificate',
  'live.serverTooLarge',
  'live.serverUnreachable',
] as const
export type LiveProblem = (typeof liveProblems)[number]

const status = z.object({
  role: z
    .enum(['none', 'host', 'guest', 'server'])
    .describe('server: meets others at a server of an institution'),
  phase: z
    .enum(['off', 'hosting', 'knocking', 'connecting', 'connected', 'leaving', 'lost', 'refused'])
    .describe(
      'knocking: waits to be admitted; lost: tries to reach the host again; leaving: ends when what was done here has arrived, or soon; refused: ended, see problem',
    ),
  addresses: z.array(z.string()).describe('where the host can be reached'),
  port: z.number().nullable(),
  fingerprint: z.string().nullable().describe('SHA-256 of the host’s certificate, hexadecimal'),
  host: z.string().nullable().describe('name of the host'),
  since: z.string().nullable(),
  people: z.array(person).describe('who is here besides oneself'),
  knocks: z.array(knock).describe('who waits to be admitted; at the host only'),
  guests: z
    .array(
      z.object({
        device: z.string(),
        name: z.string(),
        analystId: z.string(),
        admitted: z.string(),
        isHere: z.boolean(),
      }),
    )
    .describe('who may come back without an invitation; at the host only'),
  toCome: z
    .object({ documents: z.number(), originals: z.number() })
    .describe('what is still to be exchanged; at a guest or a server only'),
  unsent: z
    .number()
    .describe('parts that were still to be exchanged when it was left; they go along next time'),
  problem: z.enum(liveProblems).nullable(),
  mayReturn: z.string().nullable().describe('name of a host that admitted this device before'),
  server: z
    .string()
    .nullable()
    .describe('address of the server of an institution that is kept on this device'),
})
export type LiveStatus = z.infer<typeof status>

export const liveLogKinds = [
  'started',
  'stopped',
  'invited',
  'knocked',
  'admitted',
  'refused',
  'came',
  'left',
  'removed',
  'wrongInvitation',
  'usedInvitation',
  'expiredInvitation',
  'otherProject',
  'wrongCredential',
  'wrongFingerprint',
  'wrongCertificate',
  'unknownDocument',
  'withheldDocument',
  'unknownOriginal',
  'tooLarge',
  'malformed',
  'flood',
  'notTaken',
] as const
export type LiveLogKind = (typeof liveLogKinds)[number]

const logEntry = z.object({
  time: z.string(),
  kind: z.enum(liveLogKinds),
  who: z.string().describe('name of the guest, if it is known'),
  address: z.string(),
  detail: z.string(),
  times: z.number().int().describe('how often the same came one after the other; `time`: the last'),
})
export type LiveLogEntry = z.infer<typeof logEntry>

export const liveCommands = {
  'live.host': define(
    'Opens one port for a live session on this project; nobody gets in without an invitation and being admitted.',
    z.object({
      address: z.string().optional().describe('listens on this address only; all, if left out'),
      port: z.number().int().min(0).max(65535).optional(),
    }),
    status,
  ),
  'live.stop': define(
    'Ends the session this device hosts and closes the port.',
    z.object({}),
    status,
  ),
  'live.invite': define(
    'An invitation for one guest, to be used once.',
    z.object({ minutes: z.number().positive().max(1440).optional().describe('30, if left out') }),
    z.object({
      link: z.string(),
      qr: z.string().describe('the link as a QR code, SVG'),
      expires: z.string(),
    }),
  ),
  'live.admit': define('Lets a guest in who knocked.', z.object({ guest: z.string() }), status),
  'live.refuse': define('Turns a guest away who knocked.', z.object({ guest: z.string() }), status),
  'live.remove': define(
    'Ends a guest’s being here at once; coming back takes a new invitation.',
    z.object({ device: z.string() }),
    status,
  ),
  'live.join': define(
    'Knocks at a host, again for as long as the invitation lasts while it cannot be reached, and, when admitted, keeps this copy and the host’s the same. Answers at once; live.changed tells how it goes.',
    z.object({
      invitation: z
        .string()
        .optional()
        .describe('link of the host; back to the last host, if left out'),
    }),
    status,
  ),
  'live.leave': define(
    'Leaves the session of a host, or the server of an institution: waits some seconds until what was done here has arrived, of which live.changed tells; asked for again, leaves at once.',
    z.object({}),
    status,
  ),
  'live.connect': define(
    'Connects to the server of an institution and keeps this copy and what it holds the same. The server stores what is shared and can read it. Answers at once; live.changed tells how it goes.',
    z.object({
      server: z
        .object({
          address: z.string().describe('wss://…; ws:// on this machine only'),
          token: z.string().describe('kept, with the address, on this device only'),
        })
        .optional()
        .describe('the one that is kept, if left out'),
    }),
    status,
  ),
  'live.forgetServer': define(
    'Leaves the server of an institution, and forgets its address and token.',
    z.object({}),
    status,
  ),
  'live.show': define(
    'Tells the others where one is.',
    z.object({ ...place, memo: memoPlace.nullable().optional() }),
    z.object({}),
  ),
}

export const liveQueries = {
  'live.status': define('How it stands with the live session.', z.object({}), status),
  'live.log': define(
    'What happened in live sessions since the project was opened, also what was refused; the latest first.',
    z.object({}),
    z.object({ items: z.array(logEntry) }),
  ),
}

export const liveEvents = {
  'live.changed': { doc: 'How it stands with the live session has changed.', payload: status },
  'live.knock': { doc: 'Somebody with an invitation asks to be admitted.', payload: knock },
  'live.presence': {
    doc: 'Who is here, and where they read.',
    payload: z.object({ people: z.array(person) }),
  },
}
