import { setImmediate as nextTurn } from 'node:timers/promises'
import { Refusal } from './refusal.ts'

/** So often, in milliseconds, is told how far a task has come. */
const tellEvery = 50

type Tell = (done: number, total: number, label: string, mayStop: boolean) => void

/**
 * A piece of work that may take more than a second: it tells how far it has come, and can be stopped
 * wherever it calls `reach`. Who stops leaves nothing half: see to that with `try … finally`.
 */
export class Task {
  readonly #signal: AbortSignal
  readonly #tell: Tell
  #told = 0
  #mayStop = true

  constructor(signal: AbortSignal, tell: Tell = () => {}) {
    this.#signal = signal
    this.#tell = tell
  }

  /**
   * It has come to `done` of `total`; a total of 0 means that nobody can say. Lets other calls in, and
   * throws `task.cancelled` if one of them was to stop it.
   */
  async reach(done: number, total: number, label = ''): Promise<void> {
    this.tell(done, total, label)
    await this.rest()
  }

  /** Lets other calls in without saying how far it has come; throws as `reach` does. */
  async rest(): Promise<void> {
    await nextTurn()
    this.stopIfAsked()
  }

  /** The same for work that lets others in by itself. */
  tell(done: number, total: number, label = ''): void {
    const now = performance.now()
    if (done > 0 && done < total && now - this.#told < tellEvery) return
    this.#told = now
    this.#tell(done, total, label, this.#mayStop)
  }

  /**
   * What follows is done whole, without letting others in: it says so, and stops for the last time if
   * it was to be stopped until now.
   */
  async last(total: number, label = ''): Promise<void> {
    this.stopIfAsked()
    this.#mayStop = false
    this.tell(0, total, label)
    await nextTurn()
    this.stopIfAsked()
  }

  /**
   * Waits for work that goes on elsewhere. Who stops it meanwhile has `end` called, and this throws as
   * `reach` does as soon as the work has failed of it.
   */
  async during<T>(work: Promise<T>, end: () => unknown): Promise<T> {
    const stop = () => void end()
    if (this.#signal.aborted) stop()
    this.#signal.addEventListener('abort', stop)
    try {
      return await work
    } catch (error) {
      this.stopIfAsked()
      throw error
    } finally {
      this.#signal.removeEventListener('abort', stop)
    }
  }

  stopIfAsked(): void {
    if (this.#signal.aborted) throw new Refusal('task.cancelled')
  }
}

/** For work nobody follows. */
export function silentTask(): Task {
  return new Task(new AbortController().signal)
}
