const around = 140

/** The last words before a passage, from the start of a word, with a mark where text is left out. */
export function nearEnd(before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  if (line.length <= around) return line
  const cut = line.slice(-around)
  const space = cut.indexOf(' ')
  return `… ${cut.slice(space + 1)}`
}

/** The first words after a passage, to the end of a word. */
export function nearStart(after: string): string {
  const end = after.indexOf('\n')
  const line = end < 0 ? after : after.slice(0, end)
  if (line.length <= around) return line
  const cut = line.slice(0, around)
  const space = cut.lastIndexOf(' ')
  return `${space > 0 ? cut.slice(0, space) : cut} …`
}
