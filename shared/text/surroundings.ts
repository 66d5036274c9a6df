import { wholeCharacter } from './edit.ts'

/**
 * The last whole words before a passage, at most `length` code units, on one line and with a sign that
 * there is more. A blank towards the passage stays.
 */
export function wordsBefore(text: string, length: number): string {
  const line = onOneLine(text).trimStart()
  if (line === '') return ''
  // What stands in front may be the end of a word.
  return `… ${line.slice(-length).replace(/^\S*\s/u, '')}`
}

/** The first whole words after a passage. */
export function wordsAfter(text: string, length: number): string {
  const line = onOneLine(text).trimEnd()
  if (line === '') return ''
  return `${line.slice(0, length).replace(/\s\S*$/u, '')} …`
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ')
}

/** The beginning of a quote, for labels: one line of at most 60 code units. */
export function beginning(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, wholeCharacter(line, 59, -1))}…` : line
}

/**
 * What stands around `[start, end)` between `from` and `to`, up to `reach` on either side; no half
 * characters, which do not travel: UTF-8 has none. All in UTF-16 code units.
 */
export function surroundings(
  text: string,
  range: { start: number; end: number },
  reach: number,
  within: { from: number; to: number } = { from: 0, to: text.length },
): { before: string; after: string } {
  const left = wholeCharacter(text, Math.max(within.from, range.start - reach), 1)
  const right = wholeCharacter(text, Math.min(within.to, range.end + reach), -1)
  return { before: text.slice(left, range.start), after: text.slice(range.end, right) }
}
