import { Engine } from './engine.ts'

/**
 * The engine as a process of its own: in Electron's utility process it is handed a port, in a child
 * Node process it speaks over the channel to its parent. The messages are the same.
 */
interface Request {
  id: number
  kind: 'command' | 'query'
  name: string
  args: unknown
}

interface Port {
  postMessage: (message: unknown) => void
  on: (event: 'message', handler: (event: { data: unknown }) => void) => void
  start: () => void
}

type Send = (message: unknown) => void

/** Everybody who listens; the window's port, and the one over which main closes the project. */
const listeners: Send[] = []
const engine = new Engine((event, payload) => {
  for (const send of listeners) send({ event, payload })
})
process.on('exit', () => engine.close())

/** Answers what comes in on one line, and tells its other end of events. */
function serve(send: Send): (message: unknown) => void {
  listeners.push(send)
  return (message) => {
    if (!isRequest(message)) return
    const { id, kind, name, args } = message
    const answer = kind === 'command' ? engine.command(name, args) : engine.query(name, args)
    void answer.then((result) => send({ id, result }))
  }
}

function isRequest(message: unknown): message is Request {
  return (
    typeof message === 'object' &&
    message !== null &&
    'id' in message &&
    typeof message.id === 'number' &&
    'name' in message &&
    typeof message.name === 'string' &&
    'kind' in message &&
    (message.kind === 'command' || message.kind === 'query')
  )
}

const parentPort: unknown = Reflect.get(process, 'parentPort')
if (isPortHolder(parentPort)) {
  parentPort.on('message', ({ ports }) => {
    const [port] = ports
    if (!port) return
    const receive = serve((message) => port.postMessage(message))
    port.on('message', ({ data }) => receive(data))
    port.start()
  })
} else {
  // Nobody hears an answer when the other end is gone; that is no reason to fall over.
  const receive = serve((message) => process.send?.(message, undefined, {}, () => {}))
  process.on('message', receive)
  process.on('disconnect', () => process.exit(0))
}

function isPortHolder(
  value: unknown,
): value is { on: (event: 'message', handler: (event: { ports: Port[] }) => void) => void } {
  return typeof value === 'object' && value !== null && 'on' in value
}
