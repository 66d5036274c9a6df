import * as Y from 'yjs'

/** How long what is to be written is gathered, in milliseconds. */
const gathering = 300

/**
 * What the server holds, in a document beside those of the project: name → a digest of the state in
 * which somebody left it. A server does not tell what it has, so those who use it do.
 */
export class Catalogue {
  readonly doc = new Y.Doc()
  readonly #entries = this.doc.getMap<unknown>('documents')
  readonly #waiting = new Map<string, () => string | null>()
  readonly #written: () => void
  #timer: NodeJS.Timeout | null = null

  /** `changed` is told what others have written, `written` that nothing waits any more. */
  constructor(changed: (names: string[]) => void, written: () => void) {
    this.#written = written
    this.#entries.observe(({ keysChanged, transaction }) => {
      if (!transaction.local) changed([...keysChanged])
    })
  }

  get(name: string): string | undefined {
    const entry = this.#entries.get(name)
    return typeof entry === 'string' ? entry : undefined
  }

  names(): string[] {
    return [...this.#entries.keys()]
  }

  /** Writes soon what `digest` gives then; nothing, if that is null. */
  put(name: string, digest: () => string | null): void {
    this.#waiting.set(name, digest)
    this.#timer ??= setTimeout(() => this.flush(), gathering)
  }

  /** How many entries are still to be written. */
  get toCome(): number {
    return this.#waiting.size
  }

  /** Writes what waits, so that who comes later is not told less than the server has. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    this.doc.transact(() => {
      for (const [name, digest] of waiting) {
        const value = digest()
        if (value !== null && this.get(name) !== value) this.#entries.set(name, value)
      }
    })
    this.#written()
  }
}
