/** The words of a command line: places in order, and options by name. */
export interface Arguments {
  places: string[]
  options: Map<string, string>
  /** Options that may be given several times, with all of their values. */
  lists: Map<string, string[]>
  flags: Set<string>
}

/** Wrong usage; shown with the help, exit code 2. */
export class UsageError extends Error {}

const withValue = [
  'title',
  'analyst',
  'kind',
  'reflow',
  'format',
  'out',
  'lang',
  'layout',
  'examples',
  'survey',
  'map',
  'process',
  'preset',
  'shown',
  'paper',
  'sheets',
  'matrix',
  'a',
  'b',
  'with',
  'unit',
  'overlap',
  'round',
  'scope',
  'codes',
  'sources',
  'since',
  'key-file',
  'limit',
  'by',
  'question',
  'rows',
  'columns',
  'measure',
  'together',
  'order',
  'figure',
  'of',
  'set',
  'caption',
  'alt',
  'account',
]
const severalTimes = ['with']
const withoutValue = [
  'json',
  'text',
  'rebuild',
  'check',
  'context',
  'repair',
  'password-stdin',
  'passphrase-stdin',
  'help',
  'version',
  'again',
  'sample',
  'forms',
  'spellings',
  'compounds',
  'empty',
]
const short: Record<string, string> = { o: 'out', h: 'help', f: 'format' }

/** Words of a command line by their place and name. An empty word, as from an unset variable, says nothing. */
export function parseArguments(words: readonly string[]): Arguments {
  const places: string[] = []
  const options = new Map<string, string>()
  const lists = new Map<string, string[]>()
  const flags = new Set<string>()
  let onlyPlaces = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (onlyPlaces || !looksLikeOption(word)) {
      if (word === '') throw new UsageError('One of the words is empty.')
      places.push(word)
      continue
    }
    if (word === '--') {
      onlyPlaces = true
      continue
    }
    const [name, inline] = optionName(word)
    if (withoutValue.includes(name)) {
      if (inline !== undefined) throw new UsageError(`--${name} takes no value.`)
      flags.add(name)
    } else if (withValue.includes(name)) {
      // A value that begins with a hyphen is given as --title=-x, lest an option is taken for one.
      const next = words[at + 1] ?? ''
      if (inline === undefined && !looksLikeOption(next)) at += 1
      const value = inline ?? (looksLikeOption(next) ? '' : next)
      if (value.trim() === '') throw new UsageError(`--${name} needs a value.`)
      options.set(name, value)
      if (severalTimes.includes(name)) lists.set(name, [...(lists.get(name) ?? []), value])
    } else {
      throw new UsageError(`There is no option ${word}.`)
    }
  }
  return { places, options, lists, flags }
}

function looksLikeOption(word: string): boolean {
  return word.startsWith('-') && word !== '-'
}

function optionName(word: string): [string, string | undefined] {
  const isLong = word.startsWith('--')
  const [name = '', ...value] = word.slice(isLong ? 2 : 1).split('=')
  const full = isLong ? name : (short[name] ?? '')
  return [full, value.length > 0 ? value.join('=') : undefined]
}

/** One of a closed list of words, or wrong usage. */
export function oneOf<const T extends string>(words: readonly T[], value: string, what: string): T {
  const found = words.find((word) => word === value)
  if (found === undefined) throw new UsageError(`${what} is one of: ${words.join(', ')}.`)
  return found
}
