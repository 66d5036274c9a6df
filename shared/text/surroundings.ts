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
