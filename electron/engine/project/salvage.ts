import { existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import * as Y from 'yjs'
import { messageOf, Refusal, sqliteCode } from '../refusal.ts'
import type { Task } from '../task.ts'
import { connect, setDurable, unlock } from './database-file.ts'
import { fillGaps } from './fill-gaps.ts'
import { migrate } from './format.ts'
import { Log } from './log.ts'
import { rebuildProjection } from './projection.ts'

/** What is the truth in a project file; everything else is made from it. */
const truth = ['local', 'blobs', 'snapshots', 'log', 'activity', 'activity_entities'] as const

/** Rows in one damaged page are passed over one by one; more than this in a row means there is no more. */
const longestGap = 50_000

/**
 * Makes a project anew from every row of the log that can still be read in a damaged file, and puts it
 * in its place; the damaged file is kept beside it. Closes `db`. Gives what could not be read, and where
 * the damaged file is.
 */
export async function salvageProject(
  db: Database,
  path: string,
  password: string | undefined,
  task: Task,
): Promise<{ unread: string[]; kept: string }> {
  const unread: string[] = []
  const fresh = `${path}.repaired`
  remove(fresh)
  const made = connect(fresh, false)
  try {
    if (password !== undefined) unlock(made, password)
    migrate(made, 0)
    made.exec('BEGIN')
    for (const [index, table] of truth.entries()) {
      await task.reach(index, truth.length, 'pages')
      copyRows(db, made, table, unread)
    }
    completeDocuments(new Log(made), unread)
    await rebuildProjection(made, new Log(made), task, (name, error) =>
      unread.push(`${name}: ${messageOf(error)}`),
    )
    made.exec('COMMIT')
    if (!hasProject(made)) {
      throw new Refusal('project.damaged', { path, problem: unread[0] ?? 'the log is empty' })
    }
    setDurable(made)
    made.close()
    db.close()
  } catch (error) {
    made.close()
    db.close()
    remove(fresh)
    throw error
  }
  const kept = freePath(path)
  for (const end of ['-wal', '-shm', '']) {
    if (existsSync(path + end)) renameSync(path + end, kept + end)
  }
  renameSync(fresh, path)
  return { unread, kept }
}

function copyRows(from: Database, to: Database, table: string, unread: string[]): void {
  const columns = (to.pragma(`table_info(${table})`) as { name: string }[]).map((each) => each.name)
  const insert = to.prepare(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  if (table === 'activity_entities') {
    try {
      for (const row of from.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw().all())
        insert.run(...row)
    } catch (error) {
      unread.push(`${table}: ${messageOf(error)}`)
    }
    return
  }
  const next = from
    .prepare<[number], [number, ...unknown[]]>(
      `SELECT rowid, ${columns.join(', ')} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT 1`,
    )
    .raw()
  let last = 0
  let gap = 0
  while (gap < longestGap) {
    try {
      const row = next.get(last)
      if (!row) break
      const [rowid, ...values] = row
      last = rowid
      gap = 0
      if (table === 'log' || table === 'snapshots') Y.decodeUpdate(bytesIn(values))
      insert.run(...values)
    } catch (error) {
      if (sqliteCode(error) === null) {
        unread.push(`${table} row ${last}: ${messageOf(error)}`)
        continue
      }
      if (gap === 0) unread.push(`${table} after row ${last}: ${messageOf(error)}`)
      gap += 1
      last += 1
    }
  }
}

function bytesIn(values: readonly unknown[]): Uint8Array {
  const bytes = values.find((value) => value instanceof Uint8Array)
  if (!bytes) throw new Error('the row has no bytes')
  return bytes
}

/** Lets go on what does not rest on the changes that were lost. */
function completeDocuments(log: Log, unread: string[]): void {
  for (const name of log.documents()) {
    try {
      const doc = log.load(name)
      const { fillers, lost } = fillGaps(doc)
      for (const filler of fillers) log.append(name, new Date().toISOString(), filler)
      if (lost > 0) unread.push(`${name}: ${lost} characters or fields are missing`)
      doc.destroy()
    } catch (error) {
      unread.push(`${name}: ${messageOf(error)}`)
    }
  }
}

function hasProject(db: Database): boolean {
  return (
    db
      .prepare<[], number>(`SELECT count(*) FROM entities WHERE kind = 'analysts'`)
      .pluck()
      .get() !== 0
  )
}

function freePath(path: string): string {
  const name = basename(path, extname(path))
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '(damaged)' : `(damaged ${number})`
    const kept = join(dirname(path), `${name} ${suffix}${extname(path)}`)
    if (!existsSync(kept)) return kept
  }
}

function remove(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
}
