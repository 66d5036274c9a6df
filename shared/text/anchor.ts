/** How many UTF-16 code units of context are kept on either side of a passage. */
export const contextLength = 32

export interface StoredQuote {
  quote: string
  before: string
  after: string
}

export interface Placement {
  start: number
  end: number
}

/**
 * Finds where a stored quote stands in another version of its text; white space may differ, words may
 * not. Among several places the one whose surroundings agree longest wins; two that agree equally
 * leave the passage unplaced (null), for a guess would put it silently at the wrong words.
 */
export function placeQuote(folded: FoldedText, stored: StoredQuote): Placement | null {
  const quote = foldSpace(stored.quote).text
  if (quote === '') return null
  const before = foldSpace(stored.before).text
  const after = foldSpace(stored.after).text
  let best: { at: number; score: number } | null = null
  let tied = false
  for (let at = folded.text.indexOf(quote); at >= 0; at = folded.text.indexOf(quote, at + 1)) {
    const score =
      commonEnd(before, folded.text, at) + commonStart(after, folded.text, at + quote.length)
    if (best && score === best.score) tied = true
    else if (!best || score > best.score) {
      best = { at, score }
      tied = false
    }
  }
  if (!best || tied) return null
  const start = folded.places[best.at]
  const last = folded.places[best.at + quote.length - 1]
  return start === undefined || last === undefined ? null : { start, end: last + 1 }
}

/** A text without white space, with the place of every remaining code unit in the original. */
export interface FoldedText {
  text: string
  places: Uint32Array
}

/** Leaves white space out, so that reflowed and unreflowed versions of a text compare equal. */
export function foldSpace(text: string): FoldedText {
  const places = new Uint32Array(text.length)
  const kept: string[] = []
  let count = 0
  for (const run of text.matchAll(/[^\s\u00ad]+/g)) {
    kept.push(run[0])
    for (let each = 0; each < run[0].length; each++) places[count++] = run.index + each
  }
  return { text: kept.join(''), places }
}

function commonEnd(context: string, text: string, at: number): number {
  let length = 0
  while (
    length < context.length &&
    at - 1 - length >= 0 &&
    context[context.length - 1 - length] === text[at - 1 - length]
  ) {
    length += 1
  }
  return length
}

function commonStart(context: string, text: string, at: number): number {
  let length = 0
  while (
    length < context.length &&
    context[length] === text[at + length] &&
    at + length < text.length
  ) {
    length += 1
  }
  return length
}
