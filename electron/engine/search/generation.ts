import type { Database } from 'better-sqlite3'

/** Changes whenever anything was written on this connection, the only one that writes. */
export function generationOf(db: Database): number {
  return db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0
}
