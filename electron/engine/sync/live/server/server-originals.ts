import type * as Y from 'yjs'
import type { Project } from '../../../project/project.ts'
import { keepOriginal, originalByHash } from '../../../sources/store-source.ts'
import { isOriginal } from '../documents-allowed.ts'
import type { Catalogue } from './catalogue.ts'
import type { ServerSocket } from './server-socket.ts'
import { withServerDocument } from './with-server-document.ts'

/** Bytes of an original in one document, so that no message becomes too large for a server. */
const partSize = 2 * 1024 * 1024
const mostParts = 400
const ofOriginal = /^original:([0-9a-f]{64})$/

/** The files sources were imported from, in parts, each a document; one after the other. */
export class ServerOriginals {
  readonly #project: Project
  readonly #socket: ServerSocket
  readonly #catalogue: Catalogue
  readonly #changed: () => void
  readonly #stop = new AbortController()
  readonly #failed = new Set<string>()
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

  /** Compares what is here with what the catalogue says. */
  look(): void {
    const here = new Set(
      this.#project.db.prepare<[], string>('SELECT hash FROM blobs').pluck().all(),
    )
    const there = new Set(
      this.#catalogue.names().flatMap((name) => {
        const hash = ofOriginal.exec(name)?.[1]
        const isThere = this.#catalogue.get(name) !== 'withdrawn'
        return hash !== undefined && isThere ? [hash] : []
      }),
    )
    const wanted = [...there].filter((hash) => !here.has(hash))
    const lacking = [...here].filter((hash) => !there.has(hash))
    this.#toDo = [...wanted, ...lacking].filter((hash) => !this.#failed.has(hash))
    this.#changed()
  }

  /** Begins, if there is something to do; when the documents say what belongs to the project. */
  work(): void {
    if (this.#isWorking || this.#toDo.length === 0 || this.#stop.signal.aborted) return
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
    for (let hash = this.#toDo[0]; hash !== undefined; hash = this.#toDo[0]) {
      const isDone = await this.#exchange(hash).catch(() => false)
      if (this.#stop.signal.aborted) return
      if (!isDone) this.#failed.add(hash)
      this.#toDo = this.#toDo.filter((each) => each !== hash)
      this.#changed()
    }
  }

  async #exchange(hash: string): Promise<boolean> {
    if (!isOriginal(this.#project, hash)) return false
    const own = originalByHash(this.#project, hash)
    if (own) {
      const parts = Math.max(1, Math.ceil(own.length / partSize))
      if (parts > mostParts) return false
      for (let part = 0; part < parts; part++) {
        const bytes = own.subarray(part * partSize, (part + 1) * partSize)
        await this.#open(`original:${hash}:${part}`, (file) => {
          if (!(file.get('bytes') instanceof Uint8Array)) file.set('bytes', new Uint8Array(bytes))
        })
      }
      this.#catalogue.put(`original:${hash}`, () => String(parts))
      return true
    }
    const parts = Number(this.#catalogue.get(`original:${hash}`))
    if (!Number.isInteger(parts) || parts < 1 || parts > mostParts) return false
    const bytes: Uint8Array[] = []
    for (let part = 0; part < parts; part++) {
      await this.#open(`original:${hash}:${part}`, (file) => {
        const piece = file.get('bytes')
        if (piece instanceof Uint8Array) bytes.push(piece)
      })
    }
    this.#project.receive(
      { command: 'live.receive', label: '' },
      () => {
        if (keepOriginal(this.#project, Buffer.concat(bytes)) !== hash)
          throw new Error('not what was asked')
      },
      { way: 'stream' },
    )
    return true
  }

  async #open(name: string, work: (file: Y.Map<unknown>) => void): Promise<void> {
    await withServerDocument(this.#socket, name, this.#stop.signal, (doc) =>
      doc.transact(() => work(doc.getMap('file'))),
    )
  }
}
