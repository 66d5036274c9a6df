import type { WebSocket as Socket, ClientOptions } from 'ws'
import { PinnedAgent } from './pinned-agent.ts'

type SocketClass = new (url: string, options?: ClientOptions) => Socket

/** A WebSocket class for Hocuspocus' provider that speaks to one host only and says who it is. */
export async function pinnedSocket(options: {
  fingerprint: string
  authorization: string
  largestMessage: number
  /** The host answered, but did not let the connection be; the status of HTTP. */
  onRefused: (status: number) => void
  onError: (error: Error) => void
}): Promise<SocketClass> {
  const { WebSocket } = await import('ws')
  return class extends WebSocket {
    constructor(url: string) {
      super(url, {
        agent: new PinnedAgent(options.fingerprint),
        headers: { authorization: options.authorization },
        maxPayload: options.largestMessage,
        perMessageDeflate: false,
        handshakeTimeout: 10_000,
      })
      this.on('error', options.onError)
      this.on('unexpected-response', (request, response) => {
        options.onRefused(response.statusCode ?? 0)
        request.destroy(new Error('refused'))
      })
    }
  }
}
