import type { WebSocket } from 'ws'

/** Why the host ends a connection, as a WebSocket says it. */
export const closing = { removed: 4403, stopped: 4410, replaced: 4409, notAllowed: 4400 } as const

/** Ends a connection; whoever does not answer to a farewell is not waited for. */
export function part(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason)
  setTimeout(() => socket.terminate(), 1000).unref()
}
