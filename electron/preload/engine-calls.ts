import type { Result } from '../../shared/contract/errors.ts'
import { refusal } from './refusal.ts'

type Answer = (result: Result<unknown>) => void

/**
 * Calls to the engine over a message port. Before the first port, and between the end of an engine
 * and the port to the next, calls wait.
 */
export class EngineCalls {
  private readonly emit: (event: string, payload: unknown) => void
  private port: MessagePort | undefined
  private readonly waiting: unknown[] = []
  private readonly pending = new Map<number, Answer>()
  private lastId = 0

  constructor(emit: (event: string, payload: unknown) => void) {
    this.emit = emit
  }

  call(kind: 'command' | 'query', name: string, args: unknown): Promise<Result<unknown>> {
    this.lastId += 1
    const message = { id: this.lastId, kind, name, args: args ?? {} }
    return new Promise((resolve) => {
      this.pending.set(message.id, resolve)
      if (this.port) this.port.postMessage(message)
      else this.waiting.push(message)
    })
  }

  use(port: MessagePort): void {
    this.port?.close()
    this.port = port
    port.onmessage = ({ data }) => this.receive(data)
    for (const message of this.waiting.splice(0)) port.postMessage(message)
  }

  /** The engine has ended: what it had not answered is answered here. */
  lose(reason: string): void {
    this.port?.close()
    this.port = undefined
    this.waiting.length = 0
    const unanswered = [...this.pending.values()]
    this.pending.clear()
    const result = refusal(
      'engine.stopped',
      `The part of the program that keeps the project file stopped (${reason}) before it answered.`,
    )
    for (const answer of unanswered) answer(result)
  }

  private receive(data: {
    id?: number
    result?: Result<unknown>
    event?: string
    payload?: unknown
  }) {
    if (data.event !== undefined) {
      this.emit(data.event, data.payload)
    } else if (data.id !== undefined && data.result !== undefined) {
      const answer = this.pending.get(data.id)
      this.pending.delete(data.id)
      answer?.(data.result)
    }
  }
}
