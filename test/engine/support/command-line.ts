import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The command line as one file that starts fast, for tests that start it hundreds of times. */
export interface BuiltCommandLine {
  file: string
  start: (words: readonly string[]) => ChildProcessWithoutNullStreams
  remove: () => void
}

export async function buildCommandLine(): Promise<BuiltCommandLine> {
  // Inside the repository, so that the packages that stay outside are found.
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const folder = mkdtempSync(join(root, 'test-results', 'command-line-'))
  const file = join(folder, 'standpoint.mjs')
  await build({
    entryPoints: [join(root, 'electron/cli/standpoint.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    external: ['better-sqlite3', 'pdfjs-dist', 'pdfkit', 'svg-to-pdfkit', '@resvg/*'],
    banner: {
      js: `import { createRequire as bundledRequire } from 'node:module'; const require = bundledRequire(import.meta.url);`,
    },
  })
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') }
  return {
    file,
    start: (words) => spawn(process.execPath, [file, ...words], { env }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What a run of the command line gave. */
export interface Ran {
  status: number | null
  out: string
  err: string
}

/** Runs the command line from its sources, as a person would, to its end. */
export function standpoint(
  words: readonly string[],
  input: string | Buffer = '',
  user: { uid?: number; gid?: number } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [join(root, 'electron/cli/standpoint.ts'), ...words], user)
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

/** A file of commands for `run`. */
export function writeCommands(
  path: string,
  commands: readonly { command: string; args: unknown }[],
): string {
  writeFileSync(path, commands.map((each) => `${JSON.stringify(each)}\n`).join(''))
  return path
}
