import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { askHost, knock } from '../../../electron/engine/sync/live/ask-host.ts'
import { linkToInvitation, type Invitation } from '../../../electron/engine/sync/live/invitation.ts'
import { PinnedAgent } from '../../../electron/engine/sync/live/pinned-agent.ts'
import type { LiveEngine } from './live.ts'

/** Numbers, texts and bytes one after the other, as lib0 writes them. */
export function frame(...parts: (number | string | Uint8Array)[]): Buffer {
  return Buffer.concat(
    parts.map((part) => {
      if (typeof part === 'number') return numberBytes(part)
      const bytes = typeof part === 'string' ? Buffer.from(part) : part
      return Buffer.concat([numberBytes(bytes.length), bytes])
    }),
  )
}

function numberBytes(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest & 127) | 128)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...bytes, rest])
}

/** Messages of Hocuspocus. */
export const auth = (document: string) => frame(document, 2, 0, '', '4.7.0')
export const wish = (document: string) => frame(document, 0, 0, Buffer.from([0]))
export const update = (document: string, bytes: Uint8Array) => frame(document, 0, 2, bytes)
export const stateless = (text: string) => frame('project', 5, text)

/** A guest that was admitted and now says whatever it likes. */
export interface RawGuest {
  socket: WebSocket
  /** Everything that came, in one piece. */
  received: () => Buffer
  /** Waits for a message that holds these bytes. */
  hears: (text: string) => Promise<void>
  /** The code with which the host ends the connection. */
  ended: Promise<number>
}

export interface Pass {
  invitation: Invitation
  device: string
  credential: string
}

/** Has a device admitted that is no engine. */
export async function admittedBy(host: LiveEngine, name = 'Cato'): Promise<Pass> {
  const { link } = await host.do('live.invite', {})
  const invitation = linkToInvitation(link)
  const { project } = invitation
  const who = { project, device: `device-of-${name}`, analystId: 'cato', name }
  const answer = knock(invitation, who, new AbortController().signal)
  const { knocks } = await host.status('a knock', ({ knocks: all }) => all.length > 0)
  await host.do('live.admit', { guest: knocks[0]?.guest ?? '' })
  const { credential } = await answer
  return { invitation, device: who.device, credential }
}

export function ask(
  { invitation, device, credential }: Pass,
  asked: Parameters<typeof askHost>[1],
): ReturnType<typeof askHost> {
  const { port, fingerprint } = invitation
  const headers = { authorization: `Standpoint ${device}:${credential}`, ...asked.headers }
  return askHost({ address: '127.0.0.1', port, fingerprint }, { ...asked, headers })
}

export async function connect(pass: Pass): Promise<RawGuest> {
  const { invitation, device, credential } = pass
  const socket = new WebSocket(`wss://127.0.0.1:${invitation.port}/live`, {
    agent: new PinnedAgent(invitation.fingerprint),
    headers: { authorization: `Standpoint ${device}:${credential}` },
    perMessageDeflate: false,
  })
  onTestFinished(() => socket.terminate())
  const parts: Buffer[] = []
  let look = () => {}
  socket.on('message', (data: Buffer) => {
    parts.push(data)
    look()
  })
  const ended = new Promise<number>((resolve) => {
    socket.on('close', resolve)
    socket.on('error', () => {})
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const received = () => Buffer.concat(parts)
  const hears = (text: string) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (!received().includes(text)) return
        look = () => {}
        resolve()
      }
      look()
    })
  return { socket, received, hears, ended }
}
