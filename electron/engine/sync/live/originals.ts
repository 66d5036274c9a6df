import type { Project } from '../../project/project.ts'
import { keepOriginal, originalByHash } from '../../sources/store-source.ts'
import { askHost } from './ask-host.ts'
import { isOriginal } from './documents-allowed.ts'
import { authorization } from './pinned-agent.ts'
import type { HostPlace } from './place-of-host.ts'

/** The files sources were imported from, exchanged one after the other when the documents are. */
export class Originals {
  readonly #project: Project
  readonly #place: HostPlace
  readonly #changed: () => void
  readonly #stop = new AbortController()
  /** What the host is known to hold; null until it has said. */
  #atHost: Set<string> | null = null
  /** Not to be had, or not wanted there. */
  readonly #failed = new Set<string>()
  #toDo: { hash: string; isOwn: boolean }[] = []
  #isWorking = false

  constructor(project: Project, place: HostPlace, changed: () => void) {
    this.#project = project
    this.#place = place
    this.#changed = changed
  }

  get toCome(): number {
    return this.#toDo.length
  }

  hostHas(hashes: readonly string[]): void {
    this.#atHost ??= new Set()
    for (const hash of hashes) this.#atHost.add(hash)
    this.look()
  }

  /** Compares what is here with what the host holds. */
  look(): void {
    const atHost = this.#atHost
    if (!atHost) return
    const here = new Set(
      this.#project.db.prepare<[], string>('SELECT hash FROM blobs').pluck().all(),
    )
    const wanted = [...atHost].filter((hash) => !here.has(hash))
    const lacking = [...here].filter((hash) => !atHost.has(hash))
    this.#toDo = [
      ...wanted.map((hash) => ({ hash, isOwn: false })),
      ...lacking.map((hash) => ({ hash, isOwn: true })),
    ].filter(({ hash }) => !this.#failed.has(hash))
    this.#changed()
  }

  /** Begins, if there is something to do; when the documents say what belongs to the project. */
  work(): void {
    if (this.#isWorking || this.#toDo.length === 0) return
    this.#isWorking = true
    void this.#exchangeAll().finally(() => {
      this.#isWorking = false
    })
  }

  stop(): void {
    this.#toDo = []
    this.#stop.abort()
  }

  async #exchangeAll(): Promise<void> {
    for (let next = this.#toDo[0]; next; next = this.#toDo[0]) {
      const { hash, isOwn } = next
      const isDone = await this.#exchange(hash, isOwn).catch(() => false)
      if (this.#stop.signal.aborted) return
      if (isDone) this.#atHost?.add(hash)
      else this.#failed.add(hash)
      this.#toDo = this.#toDo.filter((each) => each.hash !== hash)
      this.#changed()
    }
  }

  async #exchange(hash: string, isOwn: boolean): Promise<boolean> {
    if (!isOriginal(this.#project, hash)) return false
    const body = isOwn ? originalByHash(this.#project, hash) : null
    const headers = {
      authorization: authorization(this.#project.device.id, this.#place.credential),
    }
    const answer = await this.#ask({
      ...{ method: body ? 'PUT' : 'GET', path: `/original/${hash}`, headers },
      ...(body ? { body } : {}),
      signal: this.#stop.signal,
    })
    if (answer.status !== 200 || this.#stop.signal.aborted) return false
    if (isOwn) return true
    this.#project.receive(
      { command: 'live.receive', label: '' },
      () => {
        if (keepOriginal(this.#project, answer.body) !== hash) throw new Error('not what was asked')
      },
      { way: 'stream' },
    )
    return true
  }

  #ask(asked: Parameters<typeof askHost>[1]): ReturnType<typeof askHost> {
    const { addresses, port, fingerprint } = this.#place
    return askHost({ address: addresses[0] ?? '', port, fingerprint }, asked)
  }
}
