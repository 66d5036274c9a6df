import { basename, resolve } from 'node:path'
import type { Result } from '../../shared/contract/errors.ts'
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
export async function tellOfWritten(run: Run, { value, line }: Written): Promise<void> {
  const { output } = run
  if (!output.json) output.line(`Wrote ${value.path}: ${line}, ${value.bytes} bytes.`)
  const noted = await noteFindings(run, basename(value.path), value.findings)
  if (output.json) output.line(JSON.stringify({ ...value, ...noted }))
}

/**
 * What could tell who somebody is was written nevertheless: says so on standard error and in the
 * activity trail, for which the project, until here open to read only, is opened anew. Where it
 * cannot be, that is said.
 */
export async function noteFindings(
  run: Run,
  label: string,
  findings: number,
): Promise<{ noted?: boolean }> {
  if (findings === 0) return {}
  const say = (words: string) => {
    if (!run.output.json) run.output.problem(words)
  }
  const things = findings === 1 ? '1 thing' : `${findings} things`
  say(
    `It holds ${things} that could tell who somebody is; export with --check lists them and writes nothing.`,
  )
  const opened = await reopened(run)
  const noted = opened.ok ? await run.engine.run('leaks.note', { label, findings }) : opened
  if (!noted.ok)
    say(`The activity trail of the project does not tell of it: ${noted.error.message}`)
  return { noted: noted.ok }
}

async function reopened({ engine, file, password }: Run): Promise<Result<unknown>> {
  await engine.run('project.close', {})
  return await engine.run('project.open', {
    path: file,
    ...(password === undefined ? {} : { password }),
  })
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
      found.items.map(({ kind, text, places: [first, ...others] }) => [
        kind,
        oneLine(text),
        `${oneLine(first?.place ?? '')}${others.length === 0 ? '' : ` and ${others.length} more`}`,
      ]),
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
