import { createContext, Script } from 'node:vm'
import type { RegexNode } from '../../../shared/text/search/query.ts'
import { Refusal } from '../refusal.ts'
import type { Task } from '../task.ts'

/** Milliseconds for one portion: a pattern that tries everything in every way must not hang the engine. */
const longest = 1000
/** UTF-16 code units of a portion. */
const portion = 100_000

/** Runs in a context of its own, because only there can a regular expression be stopped. */
const finder = new Script(`(() => {
  const expression = new RegExp(pattern, flags)
  const found = []
  for (let at = 0; at < ranges.length; at += 2) {
    const from = ranges[at]
    for (const hit of text.slice(from, ranges[at + 1]).matchAll(expression))
      if (hit[0] !== '') found.push(from + hit.index, from + hit.index + hit[0].length)
  }
  return found
})()`)

/**
 * Places of a regular expression in the paragraphs `ranges` (start, end, start, end …) of a text, each
 * asked by itself. Refuses `search.slowPattern`.
 */
export async function regexPlaces(
  node: RegexNode,
  text: string,
  ranges: readonly number[],
  task: Task,
): Promise<number[]> {
  const sandbox: Record<string, unknown> = {
    text,
    pattern: node.pattern,
    flags: node.mindsCase ? 'gu' : 'giu',
  }
  const context = createContext(sandbox)
  const places: number[] = []
  for (let at = 0; at < ranges.length;) {
    let size = 0
    const begin = at
    while (at < ranges.length && size < portion) {
      size += (ranges[at + 1] ?? 0) - (ranges[at] ?? 0)
      at += 2
    }
    sandbox.ranges = ranges.slice(begin, at)
    for (const place of numbersFrom(() => finder.runInContext(context, { timeout: longest }), node))
      places.push(place)
    if (at < ranges.length) await task.reach(0, 0)
  }
  return places
}

function numbersFrom(run: () => unknown, { pattern }: RegexNode): number[] {
  try {
    const found = run()
    return Array.isArray(found) ? found.map(Number) : []
  } catch (error) {
    // Errors of the other context are of another class than ours.
    const code: unknown = typeof error === 'object' && error && Reflect.get(error, 'code')
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new Refusal('search.slowPattern', { pattern })
    throw error
  }
}
