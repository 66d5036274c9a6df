import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { endProcess, lineWith } from './processes.ts'

/** Where Debian keeps it, each version in a folder of its own. */
const debian = '/usr/lib/postgresql'

/** Folder of the programs of Postgres; null, with a line that says so, where they or their client are not installed. */
export function postgresPrograms(): string | null {
  const ofDebian = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...ofDebian.map((version) => join(debian, version, 'bin')),
  ]
  const found = folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  )
  const lacks =
    found === undefined ? 'Postgres' : hasClient() ? null : 'npm install pg in docs/server'
  if (lacks === null && found !== undefined) return found
  process.stdout.write(`Skipped: a server with Postgres (needs ${lacks})\n`)
  return null
}

/** `pg` is no part of the program: whoever runs a server installs it, beside server.mjs. */
function hasClient(): boolean {
  try {
    createRequire(new URL('../../../docs/server/server.mjs', import.meta.url)).resolve('pg')
    return true
  } catch {
    return false
  }
}

/** A Postgres of one's own behind a socket in a folder: nothing of it can be reached over a network. */
export async function startPostgres(programs: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-postgres-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  // It refuses to be run by root.
  const user = process.getuid?.() === 0 ? userOf('postgres') : null
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'standpoint', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-locale'],
    { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder, ...user },
  )
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off']
  const child = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder, ...user },
  )
  // At once: what it holds is thrown away.
  onTestFinished(() => endProcess(child, 'SIGQUIT'))
  await lineWith(child.stderr, 'ready to accept connections')
  return `postgres://standpoint@/postgres?host=${encodeURIComponent(folder)}`
}

function userOf(name: string): { uid: number; gid: number } {
  const id = (which: string) =>
    Number(execFileSync('id', [which, name], { encoding: 'utf8' }).trim())
  return { uid: id('-u'), gid: id('-g') }
}
