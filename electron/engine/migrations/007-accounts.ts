import type { Database } from 'better-sqlite3'

/** What is written in accounts, and which quotations, tables and maps stand in them, in their order. */
export function up(db: Database): void {
  db.exec(`
    CREATE TABLE account_texts (
      account_id TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      parts TEXT NOT NULL
    ) STRICT;
  `)
}
