import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { endProcess, lineWith } from './processes.ts'
import { temporaryFolder } from './project.ts'

const script = fileURLToPath(new URL('../../../docs/server/server.mjs', import.meta.url))

/** A Redis of one's own behind a socket in a folder: nothing of it can be reached over a network. */
export async function startRedis(): Promise<string> {
  const folder = temporaryFolder()
  const socket = join(folder, 'redis.sock')
  await runRedis(folder, ['--port', '0', '--unixsocket', socket])
  return socket
}

/** The same at an address with a password, as on another machine; one of the many of this machine alone. */
export async function startRedisAtAddress(): Promise<string> {
  const host = ['127', ...[...randomBytes(3)].map((byte) => 1 + (byte % 250))].join('.')
  const settings = ['--bind', host, '--port', '6390', '--requirepass', 'p@ss/word']
  await runRedis(temporaryFolder(), settings)
  return `redis://:${encodeURIComponent('p@ss/word')}@${host}:6390`
}

async function runRedis(folder: string, where: readonly string[]): Promise<void> {
  const settings = [...where, '--dir', folder, '--save', '', '--appendonly', 'no']
  const child = spawn('redis-server', [...settings, '--daemonize', 'no'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.on('error', () => {})
  onTestFinished(() => endProcess(child, 'SIGKILL'))
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
  await Promise.race([lineWith(child.stdout, 'eady to accept connections'), failed])
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

/**
 * Servers that share one database, and a Redis if there is one, with a token for one project.
 * `postgres` is the address of a database; without it, it is a file, whose `documents` can be read.
 */
export function institution(
  project: string,
  options: { redis?: string; postgres?: string; largestMessage?: number } = {},
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
        ...{
          HOST: '127.0.0.1',
          PORT: String(port),
          DATABASE: options.postgres ?? database,
          TOKENS: tokens,
        },
        REDIS: options.redis ?? '',
        LARGEST_MESSAGE: String(options.largestMessage ?? 64 * 1024 * 1024),
      },
    })
    onTestFinished(() => endProcess(child, 'SIGKILL'))
    const line = await lineWith(child.stdout, 'Listening on')
    const at = Number(line.split(':').at(-1))
    return {
      address: `ws://127.0.0.1:${at}/`,
      port: at,
      kill: () => endProcess(child, 'SIGKILL'),
      stop: () => endProcess(child, 'SIGTERM'),
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
