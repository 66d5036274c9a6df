import { Names, type Name } from '../../shared/analysis/question/names.ts'
import { timeUnits, type Axis } from '../../shared/analysis/question/axis.ts'
import { oneOf, UsageError } from './arguments.ts'
import type { Run } from './commands.ts'
import { valueOf } from './output.ts'

/** Axes that need no more words. */
const plain = {
  codes: { by: 'codes' },
  'codes-with-subcodes': { by: 'codes', subcodes: true },
  'code-sets': { by: 'code sets' },
  sources: { by: 'sources' },
  'source-kinds': { by: 'source kinds' },
  'source-levels': { by: 'source levels' },
  folders: { by: 'folders' },
  persons: { by: 'persons' },
  'persons-present': { by: 'persons', as: 'participant' },
  roles: { by: 'roles' },
  cases: { by: 'cases' },
  analysts: { by: 'analysts' },
  'standing-questions': { by: 'standing questions' },
  texts: { by: 'texts' },
  actors: { by: 'actors' },
  terms: { by: 'terms' },
  'activation-modes': { by: 'activation modes' },
  'activation-stances': { by: 'activation stances' },
} as const satisfies Record<string, Axis>

/** Those that are followed by a colon and a word. */
const withMore = ['set:NAME', 'attribute:NAME', 'dated:UNIT', 'coded:UNIT'] as const

/** Everything that can be rows and columns, for the help and for who wrote something else. */
export const axisWords = [...Object.keys(plain), ...withMore]

/** What the rows or columns of a matrix are: `persons`, `attribute:Age`, `dated:month`. */
export function axisOf(word: string, option: string, names: Names): Axis {
  if (Object.hasOwn(plain, word)) return plain[word as keyof typeof plain]
  const colon = word.indexOf(':')
  const [kind, more] = [word.slice(0, Math.max(0, colon)), word.slice(colon + 1)]
  switch (kind) {
    case 'set':
      return { by: 'codes', codeSetId: idOf(names, 'codeSet', more) }
    case 'attribute':
      return { by: 'attribute', attributeId: idOf(names, 'attribute', more) }
    case 'dated':
    case 'coded': {
      const unit = oneOf(timeUnits, more, `UNIT of ${option} ${kind}:UNIT`)
      return { by: 'time', of: kind === 'coded' ? 'codings' : 'sources', unit }
    }
    default:
      throw new UsageError(`${option} is one of: ${axisWords.join(', ')}.`)
  }
}

export async function namesIn(run: Run): Promise<Names> {
  return new Names(valueOf(await run.engine.ask('analysis.names', {})).items)
}

/** By id or by name; wrong usage where there is none, or several are called so. */
export function idOf(names: Names, kind: Name['kind'], wanted: string): string {
  if (names.find(kind, wanted)) return wanted
  const [id, ...others] = names.idsOf(kind, wanted)
  if (id !== undefined && others.length === 0) return id
  const what = kind === 'codeSet' ? 'code set' : kind
  const known = names.all(kind).map(({ name }) => name)
  throw new UsageError(
    id === undefined
      ? `No ${what} is called ${wanted}; there are: ${known.join(', ') || 'none'}.`
      : `More than one ${what} is called ${wanted}; say which by its id.`,
  )
}
