#!/usr/bin/env node
import { readFileSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { Engine } from '../engine/engine.ts'
import { refusalToFailure } from '../engine/refusal.ts'
import { parseArguments, UsageError, type Arguments } from './arguments.ts'
import {
  backup,
  check,
  contract,
  exportFile,
  importFiles,
  list,
  newProject,
  query,
  runCommands,
  show,
  type Run,
} from './commands.ts'
import { help } from './help.ts'
import { Refused, type Output } from './output.ts'

const verbs: Record<string, (run: Run) => Promise<number>> = {
  new: newProject,
  import: importFiles,
  list,
  show,
  run: runCommands,
  query,
  export: exportFile,
  check,
  backup,
}

async function main(words: readonly string[]): Promise<number> {
  const output: Output = {
    json: words.includes('--json'),
    line: (text) => process.stdout.write(`${text}\n`),
    problem: (text) => process.stderr.write(`${text}\n`),
  }
  const engine = new Engine()
  try {
    return await perform(engine, parseArguments(words), output)
  } catch (error) {
    return report(error, output)
  } finally {
    engine.close()
  }
}

async function perform(engine: Engine, args: Arguments, output: Output): Promise<number> {
  const [verb, file] = args.places
  if (args.flags.has('help') || verb === 'help') {
    output.line(help)
    return 0
  }
  if (args.flags.has('version')) {
    output.line(version())
    return 0
  }
  if (verb === 'contract') return contract(output)
  const act = verb === undefined ? undefined : verbs[verb]
  if (!act) throw new UsageError(verb === undefined ? 'Say what to do.' : `There is no “${verb}”.`)
  if (file === undefined) throw new UsageError('Say which project file.')
  const password = args.flags.has('password-stdin') ? firstLineOfInput() : undefined
  return act({ engine, args, output, file: resolve(file), password })
}

function report(error: unknown, output: Output): number {
  if (error instanceof UsageError) {
    output.problem(`${error.message}\n\n${help}`)
    return 2
  }
  const failure = error instanceof Refused ? error.failure : refusalToFailure(error)
  if (output.json) output.line(JSON.stringify({ ok: false, error: failure }))
  output.problem(`${failure.message} ${failure.hint}`)
  return 1
}

/** Byte by byte, so that what follows the first line is left for the commands on standard input. */
function firstLineOfInput(): string {
  const bytes: number[] = []
  const byte = Buffer.alloc(1)
  for (;;) {
    if (readSync(0, byte, 0, 1, null) === 0) break
    const [value = 10] = byte
    if (value === 10) break
    bytes.push(value)
  }
  return Buffer.from(bytes).toString('utf8').replace(/\r$/, '')
}

function version(): string {
  const path = new URL('../../package.json', import.meta.url)
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed
    ? String(parsed.version)
    : ''
}

// Whoever reads us may stop early, as `head` does; that is no failure of ours.
process.stdout.on('error', () => process.exit(0))

process.exitCode = await main(process.argv.slice(2))
