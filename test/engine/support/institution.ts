import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './project.ts'

const script = fileURLToPath(new URL('../../../docs/server/server.mjs', import.meta.url))

/** A Redis of one's own behind a socket in a folder: nothing of it can be reached over a network. */
export async function startRedis(): Promise<string> {
  const folder = temporaryFolder()
  const socket = join(folder, 'redis.sock')
  const settings = ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '']
  const child = spawn('redis-server', [...settings, '--appendonly', 'no', '--daemonize', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.on('error', () => {})
  onTestFinished(() => kill(child))
  const failed = once(child, 'exit').then(
    () => {
      throw new Error('Redis ended')
    },
    () => {
      throw new Error(
        'Redis is needed here: install redis-server (npm test does, as root on Debian)',
      )
    },
  )
  await Promise.race([lineWith(child, 'eady to accept connections'), failed])
  return socket
}

/** What is in the documents of an institution's servers. */
export interface Institution {
  folder: string
  token: string
  /** Starts a server at a port, or at a free one; gives its address. */
  start: (port?: number) => Promise<InstitutionServer>
  /** The stored bytes of the documents, by name. */
  documents: () => Map<string, Buffer>
}

export interface InstitutionServer {
  address: string
  port: number
  kill: () => Promise<void>
  /** Lets it store what it holds, and end. */
  stop: () => Promise<void>
}

/** Servers that share one database, and a Redis if there is one, with a token for one project. */
export function institution(
  project: string,
  options: { redis?: string; largestMessage?: number } = {},
): Institution {
  const folder = temporaryFolder()
  const token = 'correct-token'
  const sha256 = createHash('sha256').update(token).digest('hex')
  const tokens = join(folder, 'tokens.json')
  writeFileSync(tokens, JSON.stringify([{ name: 'All', sha256, projects: [project] }]))
  const database = join(folder, 'documents.sqlite')
  const start = async (port = 0): Promise<InstitutionServer> => {
    const child = spawn(process.execPath, [script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        ...{ HOST: '127.0.0.1', PORT: String(port), DATABASE: database, TOKENS: tokens },
        REDIS: options.redis ?? '',
        LARGEST_MESSAGE: String(options.largestMessage ?? 64 * 1024 * 1024),
      },
    })
    onTestFinished(() => kill(child))
    const line = await lineWith(child, 'Listening on')
    const at = Number(line.split(':').at(-1))
    return {
      address: `ws://127.0.0.1:${at}/`,
      port: at,
      kill: () => kill(child),
      stop: () => end(child, 'SIGTERM'),
    }
  }
  const documents = (): Map<string, Buffer> => {
    const db = new Database(database, { readonly: true })
    try {
      const rows = db
        .prepare<[], { name: string; state: Buffer }>('SELECT name, state FROM documents')
        .all()
      return new Map(rows.map(({ name, state }) => [name, state]))
    } finally {
      db.close()
    }
  }
  return { folder, token, start, documents }
}

async function kill(child: ChildProcess): Promise<void> {
  await end(child, 'SIGKILL')
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

async function lineWith(child: ChildProcess, words: string): Promise<string> {
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface({ input: child.stdout }))
    if (line.includes(words)) {
      child.stdout.resume()
      return line
    }
  throw new Error(`ended without “${words}”`)
}
