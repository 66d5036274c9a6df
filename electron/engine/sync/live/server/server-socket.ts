import type { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import type { WebSocket as Socket } from 'ws'
import * as tls from 'node:tls'
import type { Doc } from 'yjs'
import type { LiveProblem } from '../../../../../shared/contract/live.ts'
import type { ServerPlace } from './server-address.ts'

const largestMessage = 256 * 1024 * 1024
/** Codes of errors that say that a certificate does not hold: those of Node's tls, X.509. */
const certificateErrors =
  /^(?:CERT_|CRL_|CA_|EE_|ERR_TLS_CERT|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|ERROR_IN_C|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|HOSTNAME_MISMATCH)/

interface SocketEvents {
  /** It is over, with a problem if it is of no use to try again. */
  closed: (problem: LiveProblem | null) => void
  /** Its certificate did not hold, as OpenSSL puts it: `CERT_HAS_EXPIRED`. Nothing was sent to it. */
  wrongCertificate: (code: string) => void
}

type ProviderOptions = Partial<ConstructorParameters<typeof HocuspocusProvider>[0]>

/** One WebSocket to an institution's server, for the documents of one project. */
export class ServerSocket {
  readonly #socket: HocuspocusProviderWebsocket
  readonly #Provider: typeof HocuspocusProvider
  readonly #prefix: string
  readonly #token: string
  readonly #closed: SocketEvents['closed']

  private constructor(
    socket: HocuspocusProviderWebsocket,
    Provider: typeof HocuspocusProvider,
    prefix: string,
    token: string,
    closed: SocketEvents['closed'],
  ) {
    this.#socket = socket
    this.#Provider = Provider
    this.#prefix = prefix
    this.#token = token
    this.#closed = closed
  }

  static async make(
    place: ServerPlace,
    projectId: string,
    events: SocketEvents,
  ): Promise<ServerSocket> {
    const [{ HocuspocusProvider: Provider, HocuspocusProviderWebsocket: ServerWebSocket }, ws] =
      await Promise.all([import('@hocuspocus/provider'), import('ws')])
    let problem: LiveProblem | null = null
    class OwnSocket extends ws.WebSocket {
      constructor(url: string) {
        super(url, {
          ca: authorities(),
          maxPayload: largestMessage,
          perMessageDeflate: false,
          handshakeTimeout: 10_000,
          followRedirects: false,
        })
        this.on('error', (error: Error & { code?: string }) => {
          const { code = '' } = error
          if (!certificateErrors.test(code)) return
          problem = 'live.serverCertificate'
          events.wrongCertificate(code)
        })
        this.on('unexpected-response', (request, response) => {
          if (response.statusCode === 401 || response.statusCode === 403)
            problem = 'live.wrongToken'
          request.destroy(new Error('refused'))
        })
      }
    }
    const socket = new ServerWebSocket({
      url: place.address,
      WebSocketPolyfill: OwnSocket satisfies new (url: string) => Socket,
      autoConnect: false,
      maxAttempts: 1,
    })
    socket.on('close', ({ event }: { event: { code: number } }) => {
      if (event.code === 1009) problem = 'live.serverTooLarge'
      if (event.code === 4401 || event.code === 4403) problem = 'live.wrongToken'
      events.closed(problem)
    })
    return new ServerSocket(socket, Provider, `${projectId}:`, place.token, events.closed)
  }

  connect(): void {
    void this.#socket.connect()
  }

  /** A document of the project at the server; not asked for until it is attached. */
  provider(name: string, document: Doc, options: ProviderOptions = {}): HocuspocusProvider {
    let isLetIn = false
    const provider: HocuspocusProvider = new this.#Provider({
      ...{ name: this.#prefix + name, document, websocketProvider: this.#socket },
      token: this.#token,
      // Who may only read would wait for ever to be heard.
      onAuthenticated: ({ scope }) => {
        isLetIn = true
        if (scope === 'readonly') this.#closed('live.wrongToken')
      },
      // A server says the same where it cannot get at its database: then the token was right.
      onAuthenticationFailed: () => this.#closed(isLetIn ? null : 'live.wrongToken'),
      // Who is here is told on one document.
      ...(name === 'project' ? {} : { awareness: null }),
      ...options,
    })
    return provider
  }

  close(): void {
    this.#socket.shouldConnect = false
    this.#socket.destroy()
  }
}

/** Whom this machine trusts: what comes with the program, and what its administrators have added. */
function authorities(): string[] {
  const added = 'getCACertificates' in tls ? tls.getCACertificates('system') : []
  return [...tls.rootCertificates, ...added]
}
