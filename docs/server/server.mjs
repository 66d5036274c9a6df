// A server for an institution, at which Standpoint projects meet; see ../server.md. Settings come from
// the environment. Answers one line when it listens: `Listening on HOST:PORT`.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Server } from '@hocuspocus/server'
import { Redis } from '@hocuspocus/extension-redis'
import Database from 'better-sqlite3'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'

const {
  HOST = '127.0.0.1',
  PORT = '8080',
  DATABASE = 'documents.sqlite',
  // [{ "name": "Anna", "sha256": "…", "projects": ["…"] }]; read again at each connection.
  TOKENS = 'tokens.json',
  // redis://… or the path of a socket; without it, one server stands alone.
  REDIS = '',
  LARGEST_MESSAGE = String(64 * 1024 * 1024),
} = process.env

const database = new Database(DATABASE)
database.pragma('journal_mode = WAL')
database.pragma('busy_timeout = 5000')
database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, state BLOB) STRICT')
const load = database.prepare('SELECT state FROM documents WHERE name = ?').pluck()
const store = database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?)')

/** Who has this token, and which projects it is for. */
function holderOf(token) {
  const hash = createHash('sha256').update(token).digest('hex')
  return JSON.parse(readFileSync(TOKENS, 'utf8')).find(({ sha256 }) => sha256 === hash)
}

const storing = {
  extensionName: 'storing',
  onLoadDocument: ({ documentName, document }) => {
    const state = load.get(documentName)
    if (state) applyUpdate(document, state)
    return Promise.resolve()
  },
  onStoreDocument: ({ documentName, document }) => {
    store.run(documentName, Buffer.from(encodeStateAsUpdate(document)))
    return Promise.resolve()
  },
}

const server = new Server({
  name: 'standpoint',
  quiet: true,
  address: HOST,
  port: Number(PORT),
  websocketOptions: { maxPayload: Number(LARGEST_MESSAGE) },
  extensions: [storing, ...(REDIS === '' ? [] : [new Redis({ options: redisOptions(REDIS) })])],
  onAuthenticate: ({ token, documentName }) => {
    const [project] = documentName.split(':')
    const holder = holderOf(token)
    if (!holder?.projects.includes(project)) throw new Error('not allowed')
    return Promise.resolve({ name: holder.name })
  },
})

function redisOptions(address) {
  if (address.startsWith('/')) return { path: address }
  const { hostname, port, username, password, protocol } = new URL(address)
  return {
    ...{ host: hostname, port: Number(port || 6379), username, password },
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  }
}

await server.listen()
process.stdout.write(`Listening on ${HOST}:${server.address.port}\n`)
