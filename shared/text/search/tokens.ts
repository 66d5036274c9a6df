import {
  folded,
  highSurrogate,
  isLetterPair,
  lowSurrogate,
  letter,
  mark,
  none,
  unitKinds,
} from './words.ts'

/** The words of one text in order, each as its number in a `WordBook`. */
export interface Tokens {
  /** Where each word begins, UTF-16 code units. */
  starts: Uint32Array
  /** What stands there, as it is written. */
  words: Uint32Array
  /** Start and end of each paragraph that is not empty, without its line end. */
  paragraphs: Uint32Array
  /** The first word of each paragraph, and behind them the number of all words. */
  firsts: Uint32Array
}

/** FNV-1a over code units. */
const seed = 0x811c9dc5 | 0

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Every different word of some texts, as it is written, under a number. */
export class WordBook {
  /** The letters of all words as they are written, one word after the other. */
  #letters = new Uint16Array(16_384)
  /** Where each word begins among the letters; behind the last one, where the next will. */
  #begins = new Uint32Array(1024)
  #termOf = new Uint32Array(1024)
  #hashes = new Int32Array(1024)
  #size = 0
  /** Number of a word + 1 at a place that follows from its hash; open addressing. */
  #table = new Uint32Array(4096)
  readonly #terms: string[] = []
  readonly #termNumbers = new Map<string, number>()

  /** How many different words there are, as they are written. */
  get size(): number {
    return this.#size
  }

  /** The different words in small letters. */
  get terms(): readonly string[] {
    return this.#terms
  }

  /** Which of the `terms` a word is. */
  termNumber(number: number): number {
    return this.#termOf[number] ?? 0
  }

  /** The word in small letters. */
  termAt(number: number): string {
    return this.#terms[this.termNumber(number)] ?? ''
  }

  /** UTF-16 code units. */
  lengthAt(number: number): number {
    return (this.#begins[number + 1] ?? 0) - (this.#begins[number] ?? 0)
  }

  /** The number of a word; a new one if it was not met before. */
  numberOf(word: string): number {
    const units = Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at))
    return this.find(units, 0, units.length, units.reduce(mixed, seed))
  }

  /** The number of the word that stands in [start, end), whose code units have been `mixed`. */
  find(units: Uint16Array, start: number, end: number, mixture: number): number {
    const hash = mixture ^ (mixture >>> 15)
    const table = this.#table
    const hashes = this.#hashes
    const mask = table.length - 1
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const number = (table[place] ?? 0) - 1
      if (number < 0) return this.#add(units.subarray(start, end), hash, place)
      if (hashes[number] === hash && this.#isSame(number, units, start, end)) return number
    }
  }

  #isSame(number: number, units: Uint16Array, start: number, end: number): boolean {
    const begin = this.#begins[number] ?? 0
    if ((this.#begins[number + 1] ?? 0) - begin !== end - start) return false
    const letters = this.#letters
    const shift = begin - start
    for (let at = start; at < end; at += 1) if (letters[shift + at] !== units[at]) return false
    return true
  }

  #add(word: Uint16Array, hash: number, place: number): number {
    const number = this.#size
    const begin = this.#begins[number] ?? 0
    if (number + 2 > this.#begins.length) this.#makeRoom()
    while (begin + word.length > this.#letters.length) this.#letters = grown(this.#letters)
    this.#letters.set(word, begin)
    this.#begins[number + 1] = begin + word.length
    let written = ''
    for (const unit of word) written += String.fromCharCode(unit)
    const term = folded(written)
    const known = this.#termNumbers.get(term) ?? this.#terms.length
    if (known === this.#terms.length) {
      this.#termNumbers.set(term, known)
      this.#terms.push(term)
    }
    this.#termOf[number] = known
    this.#hashes[number] = hash
    this.#table[place] = number + 1
    this.#size += 1
    if (this.#size * 2 > this.#table.length) this.#spread()
    return number
  }

  #makeRoom(): void {
    this.#begins = grown(this.#begins)
    this.#termOf = grown(this.#termOf)
    this.#hashes = grown(this.#hashes)
  }

  #spread(): void {
    const table = new Uint32Array(this.#table.length * 2)
    const mask = table.length - 1
    for (let number = 0; number < this.#size; number += 1) {
      let place = (this.#hashes[number] ?? 0) & mask
      while (table[place] !== 0) place = (place + 1) & mask
      table[place] = number + 1
    }
    this.#table = table
  }
}

function grown<T extends Uint16Array | Uint32Array | Int32Array>(array: T): T {
  const more = new (array.constructor as new (length: number) => T)(array.length * 2)
  more.set(array)
  return more
}

/** Used again for each text: nobody knows how many words it has before it was read. */
let starts = new Uint32Array(16_384)
let words = new Uint32Array(16_384)

/**
 * The words of a text as `eachWord` finds them, in one go, for there may be fifty million characters.
 * The text is given as UTF-16 code units, of which the last must be a line end.
 */
export function readTokens(units: Uint16Array, book: WordBook): Tokens {
  const kinds = unitKinds()
  const paragraphs: number[] = []
  const firsts: number[] = []
  let count = 0
  let paragraph = 0
  let first = 0
  let start = -1
  let hash = seed
  const { length } = units
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? lineEnd
    let kind = kinds[unit] ?? none
    if (kind === highSurrogate) kind = isLetterPair(unit, units[at + 1] ?? 0) ? letter : none
    else if (kind === lowSurrogate) kind = isLetterPair(units[at - 1] ?? 0, unit) ? letter : none
    if (kind === letter || (kind === mark && start >= 0)) {
      if (start < 0) {
        start = at
        hash = seed
      }
      hash = mixed(hash, unit)
      continue
    }
    if (start >= 0) {
      if (count === starts.length) makeRoom()
      starts[count] = start
      words[count] = book.find(units, start, at, hash)
      count += 1
      start = -1
    }
    if (unit === lineEnd) {
      if (at > paragraph) {
        paragraphs.push(paragraph, at)
        firsts.push(first)
      }
      paragraph = at + 1
      first = count
    }
  }
  firsts.push(count)
  return {
    starts: starts.slice(0, count),
    words: words.slice(0, count),
    paragraphs: Uint32Array.from(paragraphs),
    firsts: Uint32Array.from(firsts),
  }
}

const lineEnd = 10

function makeRoom(): void {
  starts = grown(starts)
  words = grown(words)
}
