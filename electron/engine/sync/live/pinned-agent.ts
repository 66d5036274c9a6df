import { Agent, type AgentOptions } from 'node:https'
import type { Duplex } from 'node:stream'
import { connect, type ConnectionOptions } from 'node:tls'
import { Refusal } from '../../refusal.ts'
import { fingerprintOf } from './certificate.ts'

const connectTime = 5000
/** After so long without a word it is asked whether the other is still there, in milliseconds. */
const silence = 10_000

/**
 * Connects to nobody but the host with this certificate: it is compared by its fingerprint when the
 * encrypted connection stands and before anything is sent over it (V2). No authority is asked.
 */
export class PinnedAgent extends Agent {
  readonly #fingerprint: string

  constructor(fingerprint: string, options: AgentOptions = {}) {
    super({ ...options, keepAlive: false, maxCachedSessions: 0 })
    this.#fingerprint = fingerprint
  }

  override createConnection(
    options: ConnectionOptions & Parameters<Agent['createConnection']>[0],
    done?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const { host, port } = options
    const socket = connect({
      host: String(host),
      port: Number(port),
      minVersion: 'TLSv1.3',
      // Whom it belongs to is asked of the fingerprint, below.
      rejectUnauthorized: false,
    })
    const settle = (error: Error | null) => {
      socket.removeAllListeners()
      socket.setTimeout(0)
      socket.setKeepAlive(true, silence)
      if (error) socket.on('error', () => {}).destroy()
      done?.(error, socket)
    }
    socket.setTimeout(connectTime, () => settle(new Error('no answer')))
    socket.once('error', settle)
    socket.once('close', () => settle(new Error('closed')))
    socket.once('secureConnect', () => {
      const isHost = fingerprintOf(socket.getPeerCertificate()) === this.#fingerprint
      settle(isHost ? null : new Refusal('live.wrongFingerprint'))
    })
    return undefined
  }
}

/** Whether an error of a request, or what caused it, says that somebody else answered. */
export function isWrongHost(error: unknown): boolean {
  return error instanceof Refusal && error.code === 'live.wrongFingerprint'
}

/** For the header of every request of a guest. */
export function authorization(device: string, credential: string): string {
  return `Standpoint ${device}:${credential}`
}
