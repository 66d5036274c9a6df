#!/usr/bin/env node
import { readSync } from 'node:fs'
import { resolve } from 'node:path'
import { Engine } from '../engine/engine.ts'
import { programVersion } from '../engine/program-version.ts'
import { refusalToFailure } from '../engine/refusal.ts'
import { parseArguments, UsageError, type Arguments } from './arguments.ts'
import { contract } from './commands.ts'
import { help, usageOf } from './help.ts'
import { Refused, type Output } from './output.ts'
import { verbOf } from './verbs.ts'

async function main(words: readonly string[]): Promise<number> {
  const output: Output = {
    json: false,
    line: (text) => process.stdout.write(`${text}\n`),
    problem: (text) => process.stderr.write(`${text}\n`),
    isCutOff: () => process.stdout.errored !== null,
  }
  const engine = new Engine()
  try {
    return await perform(engine, parseArguments(words), output)
  } catch (error) {
    return report(error, words, output)
  } finally {
    engine.close()
  }
}

async function perform(engine: Engine, args: Arguments, output: Output): Promise<number> {
  output.json = args.flags.has('json')
  const [name, file = ''] = args.places
  if (args.flags.has('help') || name === 'help') {
    output.line(help)
    return 0
  }
  if (args.flags.has('version')) {
    output.line(programVersion)
    return 0
  }
  if (name === 'contract' && args.places.length === 1) return contract(output)
  const verb = verbOf(args)
  const password = secretOfInput(args, 'password')
  const passphrase = secretOfInput(args, 'passphrase')
  return verb.act({ engine, args, output, file: resolve(file), password, passphrase })
}

/** The next line of standard input, if the words say that a secret is there. */
function secretOfInput(args: Arguments, what: 'password' | 'passphrase'): string | undefined {
  if (!args.flags.has(`${what}-stdin`)) return undefined
  const line = nextLineOfInput()
  if (line !== '') return line
  const isSecond = what === 'passphrase' && args.flags.has('password-stdin')
  throw new UsageError(
    `The ${isSecond ? 'second' : 'first'} line of standard input is empty; it is the ${what}.`,
  )
}

function report(error: unknown, words: readonly string[], output: Output): number {
  if (error instanceof UsageError) {
    output.problem(`${error.message}\n\n${usageOf(words)}`)
    return 2
  }
  const failure = error instanceof Refused ? error.failure : refusalToFailure(error)
  if (output.json) output.line(JSON.stringify({ ok: false, error: failure }))
  output.problem(`${failure.message} ${failure.hint}`)
  return 1
}

/** Byte by byte, so that what follows the line is left for the commands on standard input. */
function nextLineOfInput(): string {
  const bytes: number[] = []
  for (;;) {
    const byte = nextByteOfInput()
    if (byte === null || byte === newline) break
    bytes.push(byte)
  }
  return Buffer.from(bytes).toString('utf8').replace(/\r$/, '')
}

const newline = 10

/** null at the end of the input. */
function nextByteOfInput(): number | null {
  const byte = Buffer.alloc(1)
  for (;;) {
    try {
      return readSync(0, byte, 0, 1, null) === 0 ? null : byte.readUInt8()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'EOF') return null
      // A pipe that does not block has nothing yet.
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

// Whoever reads us may stop early, as `head` does; that is no failure of ours. A full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return
  process.stderr.write(`The answer could not be written: ${error.message}.\n`)
  process.exitCode = 1
})

const exitCode = await main(process.argv.slice(2))
process.exitCode ||= exitCode
