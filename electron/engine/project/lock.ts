import { rmSync } from 'node:fs'
import { hostname } from 'node:os'
import Database from 'better-sqlite3'

/**
 * Holds a project for one program at a time.
 *
 * A small SQLite file beside the project is kept in an open write transaction. The operating system
 * releases it when the program ends in whatever way, so there are no stale locks; who holds it can
 * be read while it is held.
 */
export interface ProjectLock {
  release: () => void
}

export type LockResult =
  { ok: true; lock: ProjectLock } | { ok: false; holder: string; since: string }

const noHolder = { holder: 'another program', since: '' }

export function lockProject(projectPath: string, holder: string): LockResult {
  const path = `${projectPath}-lock`
  const db = new Database(path, { timeout: 0 })
  try {
    db.exec('CREATE TABLE IF NOT EXISTS holder (name TEXT NOT NULL, since TEXT NOT NULL) STRICT')
    db.exec('DELETE FROM holder')
    db.prepare('INSERT INTO holder VALUES (?, ?)').run(
      `${holder} (${hostname()})`,
      new Date().toISOString(),
    )
    db.exec('BEGIN IMMEDIATE')
  } catch (error) {
    const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
    const found = busy ? readHolder(db) : noHolder
    db.close()
    if (!busy) {
      removeQuietly(path)
      removeQuietly(`${path}-journal`)
      throw error
    }
    return { ok: false, ...found }
  }
  return {
    ok: true,
    lock: {
      release() {
        // Removed while still held where the system allows it, so that nobody locks a file
        // that is about to go; Windows only removes it once it is closed.
        removeQuietly(path)
        db.close()
        if (process.platform === 'win32') removeQuietly(path)
        removeQuietly(`${path}-journal`)
      },
    },
  }
}

function readHolder(db: Database.Database): { holder: string; since: string } {
  try {
    const row = db.prepare<[], { name: string; since: string }>('SELECT * FROM holder').get()
    return row ? { holder: row.name, since: row.since } : noHolder
  } catch {
    return noHolder
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // left behind: harmless, the lock is what is held, not the file
  }
}
