// A server for an institution, at which Standpoint projects meet; see ../server.md. Settings come from
// the environment. Answers one line when it listens: `Listening on HOST:PORT`.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Server } from '@hocuspocus/server'
import { Redis } from '@hocuspocus/extension-redis'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'

const {
  HOST = '127.0.0.1',
  PORT = '8080',
  // A file of SQLite, or postgres://…
  DATABASE = 'documents.sqlite',
  // [{ "name": "Anna", "sha256": "…", "projects": ["…"] }]; read again at each connection.
  TOKENS = 'tokens.json',
  // redis://… or the path of a socket; without it, one server stands alone.
  REDIS = '',
  LARGEST_MESSAGE = String(64 * 1024 * 1024),
} = process.env

/** Who has this token, and which projects it is for. */
function holderOf(token) {
  const hash = createHash('sha256').update(token).digest('hex')
  return JSON.parse(readFileSync(TOKENS, 'utf8')).find(({ sha256 }) => sha256 === hash)
}

/** Documents as rows of a file: for one server, or several on one machine. */
async function inSqlite(file) {
  const { default: Database } = await import('better-sqlite3')
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('busy_timeout = 5000')
  database.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT PRIMARY KEY, state BLOB) STRICT')
  const load = database.prepare('SELECT state FROM documents WHERE name = ?').pluck()
  const store = database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?)')
  return {
    load: (name) => Promise.resolve(load.get(name)),
    store: (name, state) => Promise.resolve(store.run(name, state)),
  }
}

/** Documents as rows of a table: for servers on several machines. */
async function inPostgres(connectionString) {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString })
  // A connection that breaks while nobody uses it is made anew; unheard, this would end the server.
  pool.on('error', (error) => process.stderr.write(`Postgres: ${error.message}\n`))
  await makeTable(pool)
  return {
    load: async (name) => {
      const { rows } = await pool.query('SELECT state FROM documents WHERE name = $1', [name])
      return rows[0]?.state
    },
    store: (name, state) =>
      pool.query(
        `INSERT INTO documents VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET state = excluded.state`,
        [name, state],
      ),
  }
}

/** Several servers may start at the same moment, and IF NOT EXISTS alone lets all but one of them fail. */
async function makeTable(pool) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query("SELECT pg_advisory_xact_lock(hashtext('standpoint documents'))")
    await client.query(
      'CREATE TABLE IF NOT EXISTS documents (name text PRIMARY KEY, state bytea NOT NULL)',
    )
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

const isPostgres = /^postgres(?:ql)?:/.test(DATABASE)
const { load, store } = await (isPostgres ? inPostgres(DATABASE) : inSqlite(DATABASE))

const storing = {
  extensionName: 'storing',
  onLoadDocument: async ({ documentName, document }) => {
    const state = await load(documentName)
    if (state) applyUpdate(document, state)
  },
  onStoreDocument: async ({ documentName, document }) => {
    await store(documentName, Buffer.from(encodeStateAsUpdate(document)))
  },
}

const server = new Server({
  name: 'standpoint',
  quiet: true,
  address: HOST,
  port: Number(PORT),
  websocketOptions: { maxPayload: Number(LARGEST_MESSAGE) },
  extensions: [storing, ...(REDIS === '' ? [] : [new Redis(redisAt(REDIS))])],
  onAuthenticate: ({ token, documentName }) => {
    const [project] = documentName.split(':')
    const holder = holderOf(token)
    if (!holder?.projects.includes(project)) throw new Error('not allowed')
    return Promise.resolve({ name: holder.name })
  },
})

/** Host and port stand beside the options: those in them would be those of a Redis on this machine. */
function redisAt(address) {
  if (address.startsWith('/')) return { options: { path: address } }
  const { hostname, port, username, password, protocol } = new URL(address)
  return {
    ...{ host: hostname, port: Number(port || 6379) },
    options: {
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  }
}

await server.listen()
process.stdout.write(`Listening on ${HOST}:${server.address.port}\n`)
