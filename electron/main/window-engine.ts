import { MessageChannelMain } from 'electron'
import type { MessagePortMain, WebContents } from 'electron'
import type { Failure } from '../../shared/contract/errors.ts'
import { closeProject, startEngine } from './engine-host.ts'
import type { EngineProcess } from './engine-host.ts'

/** An engine that ends sooner than this after its start, this often, is not started again. */
const shortLife = 3_000
const mostShortLives = 3
const longestClose = 5_000

/**
 * The engine of one window, kept running: if it ends unasked, the window hears of it (event
 * `engine.stopped`) and gets a new one.
 */
export class WindowEngine {
  private readonly contents: WebContents
  private engine: EngineProcess | string
  private connected = false
  private stopping = false
  private started = Date.now()
  private shortLives = 0

  constructor(contents: WebContents) {
    this.contents = contents
    this.engine = this.start()
  }

  /** Gives the window a port to the engine; a page that was loaded anew gets an engine anew. */
  async connect(): Promise<void> {
    if (this.connected) {
      await this.stop()
      this.stopping = false
      this.engine = this.start()
    }
    this.connected = true
    this.handOutPort()
  }

  /** Closes the project and ends the process. What was acknowledged is on disk in any case. */
  async stop(): Promise<void> {
    this.stopping = true
    const engine = this.engine
    if (typeof engine === 'string') return
    await closeProject(engine, longestClose)
    engine.kill()
  }

  private start(): EngineProcess | string {
    this.started = Date.now()
    const engine = startEngine()
    if (typeof engine === 'string') process.stderr.write(`${engine}\n`)
    else engine.onEnd((reason) => this.ended(engine, reason))
    return engine
  }

  private ended(engine: EngineProcess, reason: string): void {
    if (this.stopping || this.engine !== engine) return
    this.shortLives = Date.now() - this.started < shortLife ? this.shortLives + 1 : 0
    this.engine =
      this.shortLives < mostShortLives
        ? this.start()
        : `It ended several times in a row: ${reason}.`
    if (this.contents.isDestroyed()) return
    this.contents.send('engine-stopped', { reason })
    if (this.connected) this.handOutPort()
  }

  private handOutPort(): void {
    const { port1, port2 } = new MessageChannelMain()
    if (typeof this.engine === 'string') refuseAll(port1, this.engine)
    else this.engine.connect(port1)
    this.contents.postMessage('engine-port', null, [port2])
  }
}

/** Answers every call with the reason why there is no engine. */
function refuseAll(port: MessagePortMain, reason: string): void {
  const error: Failure = {
    code: 'engine.stopped',
    message: `The part of the program that keeps the project file could not be started. ${reason}`,
    hint: 'The project file was not touched. Start the program again.',
    details: { reason },
  }
  port.on('message', ({ data }) => port.postMessage({ id: data.id, result: { ok: false, error } }))
  port.start()
}
