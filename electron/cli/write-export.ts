import { resolve } from 'node:path'
import type { CommandInput, CommandOutput, QueryInput } from '../../shared/contract/index.ts'
import { oneOf, UsageError } from './arguments.ts'
import type { Run } from './commands.ts'
import { oneLine, table, valueOf } from './output.ts'

export interface Written {
  value: { path: string; bytes: number; findings: number }
  /** How much is in it. */
  line: string
}

/** Says what was written; what it found is a field of the JSON, and a sentence for people. */
export function tellOfWritten({ output }: Run, { value, line }: Written): void {
  if (output.json) {
    output.line(JSON.stringify(value))
    return
  }
  output.line(`Wrote ${value.path}: ${line}, ${value.bytes} bytes.`)
  warnOf(value.findings, output)
}

/** On standard error: what could tell who somebody is was written nevertheless. */
export function warnOf(findings: number, output: Run['output']): void {
  if (findings === 0 || output.json) return
  const places = findings === 1 ? 'In 1 place' : `In ${findings} places`
  output.problem(
    `${places} it could tell who somebody is; export with --check lists them and writes nothing.`,
  )
}

type ExportName = Exclude<QueryInput<'leaks.check'>['command'], 'reports.make'>

/** Carries an export out, or with --check lists what in it could tell who somebody is: then null. */
export async function write<N extends ExportName>(
  { engine, args: { options, flags }, output }: Run,
  command: N,
  input: CommandInput<N>,
): Promise<CommandOutput<N> | null> {
  const keyFile = options.get('key-file')
  if (keyFile !== undefined)
    valueOf(await engine.run('leaks.useKeyFile', { path: resolve(keyFile) }))
  if (!flags.has('check')) return valueOf(await engine.run(command, input))
  const found = valueOf(await engine.ask('leaks.check', { command, input }))
  if (output.json) output.line(JSON.stringify(found))
  else
    for (const row of table(
      found.items.flatMap(({ kind, text, places }) =>
        places.map(({ place }) => [kind, oneLine(text), oneLine(place)]),
      ),
    ))
      output.line(row)
  return null
}

export function placeOf({ args: { options, flags } }: Run): {
  path: string
  language: 'en' | 'nb'
} {
  const out = options.get('out') ?? (flags.has('check') ? 'nowhere' : undefined)
  if (out === undefined || out === '-') throw new UsageError('Say which file to write with -o OUT.')
  return {
    path: resolve(out),
    language: oneOf(['en', 'nb'], options.get('lang') ?? 'en', '--lang'),
  }
}
