import { createContext, Script, type Context } from 'node:vm'
import type { RegexNode } from '../../../shared/text/search/query.ts'
import { Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'

/** Milliseconds for one portion: a pattern that tries everything in every way must not hang the engine. */
const longest = 1000
/** UTF-16 code units of a portion. */
const portion = 100_000
/** Milliseconds after which others are let in; more only where a single place needs more. */
const slice = 50

/** A text and the paragraphs in it that are asked, start, end, start, end … */
export interface PatternedText {
  text: string
  ranges: readonly number[]
}

/** How far it has come. Kept outside of the script, which may be stopped anywhere. */
interface Progress {
  texts: readonly PatternedText[]
  /** The text and the range in it that are looked at, and where in that the next place is looked for. */
  index: number
  at: number
  last: number
  /** Code units of the ranges that were looked at. */
  read: number
  /** Places, text by text. */
  found: number[][]
}

/** Runs in a context of its own, because only there can a regular expression be stopped. */
const finder = new Script(`(() => {
  const { texts } = progress
  for (; progress.index < texts.length; progress.index += 1) {
    const { text, ranges } = texts[progress.index]
    const found = progress.found[progress.index]
    for (; progress.at < ranges.length; progress.at += 2) {
      const from = ranges[progress.at]
      const paragraph = text.slice(from, ranges[progress.at + 1])
      expression.lastIndex = progress.last
      for (let hit; (hit = expression.exec(paragraph)); progress.last = expression.lastIndex) {
        if (hit[0] !== '') found.push(from + hit.index, from + hit.index + hit[0].length)
        else expression.lastIndex += paragraph.codePointAt(hit.index) > 0xffff ? 2 : 1
      }
      progress.last = 0
      progress.read += paragraph.length
    }
    progress.at = 0
  }
})()`)

/** Finds the places of one regular expression in one text after the other. */
export class RegexFinder {
  readonly #node: RegexNode
  readonly #sandbox: { expression: unknown; progress: Progress | null }
  readonly #context: Context

  constructor(node: RegexNode) {
    this.#node = node
    this.#sandbox = { expression: null, progress: null }
    this.#context = createContext(this.#sandbox)
    const { pattern, mindsCase } = node
    const made = `new RegExp(${JSON.stringify(pattern)}, '${mindsCase ? 'gu' : 'giu'}')`
    this.#sandbox.expression = new Script(made).runInContext(this.#context)
  }

  /** Its places in each text, in its paragraphs alone. Others are let in; refuses `search.slowPattern`. */
  async placesIn(texts: readonly PatternedText[], task: Task): Promise<readonly number[][]> {
    const found = texts.map((): number[] => [])
    const progress: Progress = { texts, index: 0, at: 0, last: 0, read: 0, found }
    let portionBegan = 0
    let spent = 0
    let allowed = slice
    for (;;) {
      const { index, at, last } = progress
      const begun = performance.now()
      const left = longest - spent
      if (this.#run(progress, Math.ceil(Math.min(allowed, left)))) return found
      if (progress.index === index && progress.at === at && progress.last === last) {
        // What one place needs longer for is begun anew, and so does not count.
        if (allowed >= left) break
        allowed *= 4
      } else {
        spent += performance.now() - begun
        allowed = slice
      }
      if (progress.read - portionBegan >= portion) {
        portionBegan = progress.read
        spent = 0
      }
      if (spent >= longest) break
      await task.rest()
    }
    throw new Refusal('search.slowPattern', { pattern: this.#node.pattern })
  }

  /** Whether it came to the end in so many milliseconds. */
  #run(progress: Progress, timeout: number): boolean {
    this.#sandbox.progress = progress
    try {
      finder.runInContext(this.#context, { timeout })
      return true
    } catch (error) {
      // Errors of the other context are of another class than ours.
      const code: unknown = typeof error === 'object' && error && Reflect.get(error, 'code')
      if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
      // It may have been stopped between finding a place and saying so: that is found again.
      const { texts, index, at, last } = progress
      const found = progress.found[index] ?? []
      const from = (texts[index]?.ranges[at] ?? Infinity) + last
      while (found.length > 0 && (found.at(-2) ?? 0) >= from) found.length -= 2
      return false
    } finally {
      this.#sandbox.progress = null
    }
  }
}
