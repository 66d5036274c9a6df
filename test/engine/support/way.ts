import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A way to a port of this machine through another one, which is closed at first. */
export interface Way {
  port: number
  open: () => Promise<void>
  /** Breaks what goes over it; it stays open. */
  cut: () => void
  /** Lets nothing through any more; nobody is told. */
  hold: () => void
}

/** What comes back over it is `late` by so many milliseconds. */
export async function newWay(to: number, late = 0): Promise<Way> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const onward = connect(to, '127.0.0.1')
    socket.pipe(onward)
    if (late === 0) onward.pipe(socket)
    else onward.on('data', (bytes) => setTimeout(() => socket.write(bytes), late))
    for (const [each, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(each)
      each.on('error', () => other.destroy())
      each.on('close', () => {
        sockets.delete(each)
        setTimeout(() => other.destroy(), late)
      })
    }
  })
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  const hold = (): void => {
    for (const socket of sockets) socket.unpipe().pause()
  }
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  onTestFinished(() => {
    cut()
    server.close()
  })
  return { port, open: () => listen(port), cut, hold }
}
