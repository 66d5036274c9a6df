import type { Measure } from '../../../shared/analysis/question/axis.ts'

/** Adds up one measure in many places, passage by passage; passages of a source come in one run. */
export class Tally {
  readonly #measure: Measure
  readonly #sums: Float64Array
  readonly #lastSource: Int32Array | null
  readonly #used: number[] = []
  #source = 0
  #sourceId = ''
  #words = 0

  constructor(measure: Measure, size: number) {
    this.#measure = measure
    this.#sums = new Float64Array(size)
    this.#lastSource = measure === 'sources' ? new Int32Array(size) : null
  }

  /** The passage that is counted from now on. */
  begin(sourceId: string, words: number): void {
    if (sourceId !== this.#sourceId) this.#source += 1
    this.#sourceId = sourceId
    this.#words = words
  }

  /** Counts the passage in a place, to be called once for each place. */
  add(at: number, codings: () => number): void {
    const before = this.#sums[at] ?? 0
    const more = this.#more(at, codings)
    if (more === 0) return
    if (before === 0) this.#used.push(at)
    this.#sums[at] = before + more
  }

  /** Places that are not empty, in order, with their sums. */
  entries(): [number, number][] {
    return Array.from(Uint32Array.from(this.#used).sort(), (at) => [at, this.#sums[at] ?? 0])
  }

  #more(at: number, codings: () => number): number {
    if (this.#measure === 'passages') return 1
    if (this.#measure === 'words') return this.#words
    if (this.#measure === 'codings') return codings()
    if (!this.#lastSource || this.#lastSource[at] === this.#source) return 0
    this.#lastSource[at] = this.#source
    return 1
  }
}
