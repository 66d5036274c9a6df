import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The command line as it is installed; `test/support/built-engine.ts` builds it before the tests run. */
export const commandLine = join(root, 'dist', 'cli', 'standpoint.mjs')

/** Starts the command line, for tests that speak to it while it runs, or kill it. */
export function startCommandLine(
  words: readonly string[],
  user: { uid?: number; gid?: number } = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [commandLine, ...words], user)
}

/** What a run of the command line gave. */
export interface Ran {
  status: number | null
  out: string
  err: string
}

/** Runs the command line to its end. */
export function standpoint(
  words: readonly string[],
  input: string | Buffer = '',
  user: { uid?: number; gid?: number } = {},
): Promise<Ran> {
  const child = startCommandLine(words, user)
  child.stdin.on('error', () => {
    // It ended before it had read everything: its answer says why.
  })
  child.stdin.end(input)
  return ended(child)
}

/** The same as a user whom the permissions of files hold back, unlike root. */
export function standpointAsNobody(words: readonly string[]): Promise<Ran> {
  return standpoint(words, '', process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {})
}

export function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  return new Promise((resolve) =>
    child.on('close', (status) =>
      resolve({
        status,
        out: Buffer.concat(out).toString('utf8'),
        err: Buffer.concat(err).toString('utf8'),
      }),
    ),
  )
}

/** Runs it with `--json`, proves that it succeeded, gives what it printed. */
export async function standpointJson<T = Record<string, unknown>>(
  words: readonly string[],
  input: string | Buffer = '',
): Promise<T> {
  const { status, out, err } = await standpoint([...words, '--json'], input)
  if (status !== 0 || err !== '') throw new Error(`${words.join(' ')}: ${status}\n${out}\n${err}`)
  return JSON.parse(out)
}

/** A file of commands for `run`. */
export function writeCommands(
  path: string,
  commands: readonly { command: string; args: unknown }[],
): string {
  writeFileSync(path, commands.map((each) => `${JSON.stringify(each)}\n`).join(''))
  return path
}
