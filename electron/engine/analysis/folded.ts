import type { Database } from 'better-sqlite3'

const taught = new WeakSet<Database>()

/** A column as it is compared where capitals do not matter; SQLite’s own `lower` knows no æ, ø and å. */
export function folded(db: Database, column: string): string {
  if (!taught.has(db))
    db.function('folded', { deterministic: true }, (text) => String(text).toLocaleLowerCase('nb'))
  taught.add(db)
  return `folded(${column})`
}
