import type { Project } from '../../../project/project.ts'
import { withdrawals } from '../../../protection/purge.ts'
import { withheldFrom } from '../../withheld.ts'
import type { Catalogue } from './catalogue.ts'
import type { ServerSocket } from './server-socket.ts'
import { emptyDocument, withServerDocument } from './with-server-document.ts'

const withdrawn = 'withdrawn'

/** Takes withdrawn sources and their originals out of the documents of the server (S9). */
export class Withdrawing {
  readonly #project: Project
  readonly #socket: ServerSocket
  readonly #catalogue: Catalogue
  readonly #changed: () => void
  readonly #stop = new AbortController()
  #known = -1
  #toDo: string[] = []
  #isWorking = false

  constructor(project: Project, socket: ServerSocket, catalogue: Catalogue, changed: () => void) {
    this.#project = project
    this.#socket = socket
    this.#catalogue = catalogue
    this.#changed = changed
  }

  get toCome(): number {
    return this.#toDo.length
  }

  /** Whether there are withdrawals that were not known before. */
  look(): boolean {
    const all = withdrawals(this.#project)
    const isNew = all.length > this.#known && this.#known !== -1
    this.#known = all.length
    this.#toDo = all
      .flatMap(({ sourceId, originals }) => [
        `source:${sourceId}`,
        ...originals.map((hash) => `original:${hash}`),
      ])
      .filter((name) => ![undefined, withdrawn].includes(this.#catalogue.get(name)))
    return isNew
  }

  work(): void {
    if (this.#isWorking || this.#toDo.length === 0 || this.#stop.signal.aborted) return
    this.#isWorking = true
    void this.#emptyAll().finally(() => {
      this.#isWorking = false
    })
  }

  stop(): void {
    this.#stop.abort()
  }

  isWithheldStream(stream: string): boolean {
    return withheldFrom(this.#project).stream(stream)
  }

  async #emptyAll(): Promise<void> {
    for (let name = this.#toDo[0]; name !== undefined; name = this.#toDo[0]) {
      const parts = name.startsWith('original:') ? Number(this.#catalogue.get(name)) || 0 : 0
      const names =
        parts > 0 ? Array.from({ length: parts }, (_, part) => `${name}:${part}`) : [name]
      try {
        for (const each of names)
          await withServerDocument(this.#socket, each, this.#stop.signal, emptyDocument)
      } catch {
        // The connection has ended; the next one looks again.
        return
      }
      this.#catalogue.put(name, () => withdrawn)
      this.#toDo = this.#toDo.filter((each) => each !== name)
      this.#changed()
    }
  }
}
