import { UsageError, type Arguments } from './arguments.ts'
import { agreement } from './agreement.ts'
import { ask } from './ask.ts'
import { backup, check, importFiles, newProject, query, show, type Run } from './commands.ts'
import { exportFile } from './export-files.ts'
import { folder } from './folder.ts'
import { list } from './list.ts'
import { bundle, join, merge } from './meeting.ts'
import { report } from './report.ts'
import { runCommands } from './run-commands.ts'
import { search } from './search.ts'

/** One thing the command line does. */
interface Verb {
  /** What must follow it, in order. */
  needs: readonly string[]
  /** What may follow after that; the name of a list when there may be many. */
  mayHave?: string | { list: string }
  options: readonly string[]
  act: (run: Run) => Promise<number>
}

const verbs = new Map<string, Verb>([
  ['new', { needs: ['FILE'], options: ['title', 'analyst', 'sample', 'lang'], act: newProject }],
  [
    'import',
    {
      needs: ['FILE', 'PATH'],
      mayHave: { list: 'PATH' },
      options: ['kind', 'reflow', 'survey', 'again'],
      act: importFiles,
    },
  ],
  ['list', { needs: ['FILE', 'what to list'], options: [], act: list }],
  ['show', { needs: ['FILE', '“source”', 'ID'], options: ['text'], act: show }],
  ['run', { needs: ['FILE', 'COMMANDS.jsonl'], options: [], act: runCommands }],
  [
    'search',
    {
      needs: ['FILE', 'QUERY'],
      options: ['forms', 'spellings', 'compounds', 'limit'],
      act: search,
    },
  ],
  ['ask', { needs: ['FILE', 'QUESTION'], options: ['limit'], act: ask }],
  ['query', { needs: ['FILE', 'NAME'], mayHave: 'ARGS-JSON', options: [], act: query }],
  [
    'export',
    {
      needs: ['FILE', 'what to export'],
      options: [
        ...['format', 'out', 'lang', 'layout', 'examples', 'map', 'process', 'preset'],
        ...['shown', 'paper', 'sheets', 'check', 'key-file'],
        ...['by', 'codes', 'question', 'context'],
        ...['rows', 'columns', 'measure', 'together', 'order', 'empty'],
        ...['figure', 'of', 'set', 'unit', 'caption', 'alt', 'account'],
      ],
      act: exportFile,
    },
  ],
  ['report', { needs: ['FILE', 'PRESET'], options: ['out', 'key-file'], act: report }],
  [
    'agreement',
    {
      needs: [],
      mayHave: 'FILE',
      options: [
        'matrix',
        'a',
        'b',
        'with',
        'unit',
        'overlap',
        'scope',
        'codes',
        'sources',
        'round',
      ],
      act: agreement,
    },
  ],
  ['bundle', { needs: ['FILE'], options: ['out', 'since', 'passphrase-stdin'], act: bundle }],
  ['merge', { needs: ['FILE', 'OTHER'], options: ['passphrase-stdin'], act: merge }],
  [
    'folder',
    { needs: ['FILE', 'what to do'], mayHave: 'PATH', options: ['passphrase-stdin'], act: folder },
  ],
  ['join', { needs: ['BUNDLE', 'FILE'], options: ['analyst', 'passphrase-stdin'], act: join }],
  ['check', { needs: ['FILE'], options: ['rebuild', 'repair'], act: check }],
  ['backup', { needs: ['FILE', 'OUT'], options: [], act: backup }],
])

const always = ['json', 'password-stdin']

/** What the words ask for; wrong usage when a word is missing, too many or at the wrong place. */
export function verbOf({ places, options, flags }: Arguments): Verb {
  const [name, ...rest] = places
  if (name === undefined) throw new UsageError('Say what to do.')
  const verb = verbs.get(name)
  if (!verb) throw new UsageError(`There is no “${name}”.`)
  const missing = verb.needs[rest.length]
  if (missing !== undefined) throw new UsageError(`“${name}” needs ${missing}.`)
  const most = verb.needs.length + (verb.mayHave === undefined ? 0 : 1)
  const surplus = typeof verb.mayHave === 'object' ? undefined : rest[most]
  if (surplus !== undefined) throw new UsageError(`“${name}” has no use for “${surplus}”.`)
  for (const option of [...options.keys(), ...flags]) {
    if (!verb.options.includes(option) && !always.includes(option)) {
      throw new UsageError(`“${name}” has no option --${option}.`)
    }
  }
  return verb
}
