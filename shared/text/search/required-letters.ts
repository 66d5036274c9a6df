/** Fewer letters are inside nearly everything. */
const fewest = 3

const plain = /[a-zæøå0-9]/i
/** Escapes that stand for a place or for one character of some kind; the others may say letters. */
const simpleEscape = /[bBdDwWsSntrfv]|[^\p{L}\p{N}]/u

/**
 * Letters and digits, small and side by side, that every place of a regular expression holds, the
 * longest there are; null where this cannot be told. Says less than it could rather than too much.
 */
export function requiredLetters(pattern: string): string | null {
  const runs: string[] = []
  let run = ''
  const end = () => {
    runs.push(run)
    run = ''
  }
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern.charAt(at)
    if (plain.test(sign)) {
      run += sign.toLowerCase()
      continue
    }
    if (sign === '|') return null
    // What stands before may be missing.
    if (sign === '*' || sign === '?' || sign === '{') run = run.slice(0, -1)
    end()
    if (sign === '\\') {
      at += 1
      if (!simpleEscape.test(pattern.charAt(at))) return null
    } else if (sign === '[' || sign === '(' || sign === '{') at = closing(pattern, at)
  }
  end()
  const longest = runs.reduce((one, other) => (other.length > one.length ? other : one), '')
  return longest.length < fewest ? null : longest
}

/** Where a class, a group or a count ends that begins at `from`. */
function closing(pattern: string, from: number): number {
  const opening = pattern.charAt(from)
  const ends = opening === '[' ? ']' : opening === '(' ? ')' : '}'
  for (let at = from + 1; at < pattern.length; at += 1) {
    const sign = pattern.charAt(at)
    if (sign === ends) return at
    if (sign === '\\') at += 1
    else if (opening === '(' && (sign === '(' || sign === '[')) at = closing(pattern, at)
  }
  return pattern.length
}
