import Database from 'better-sqlite3'
import { projectedTables } from '../../../electron/engine/project/projection.ts'

export type Tables = Record<string, string[]>

/** Every row of every projected table, in an order that does not depend on when it was written. */
export function projectedRows(path: string): Tables {
  const db = new Database(path, { readonly: true })
  try {
    const tables: Tables = {}
    for (const [table, columns] of Object.entries(projectedTables)) {
      tables[table] = db
        .prepare<[], unknown[]>(`SELECT ${columns} FROM ${table}`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .sort()
    }
    return tables
  } finally {
    db.close()
  }
}
