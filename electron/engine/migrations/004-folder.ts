import type { Database } from 'better-sqlite3'

/**
 * What meeting through a shared folder needs. `folder_own` has at most one row: what this device wrote
 * into the folder, `number` being the last it gave, written or not, and `state` what its parts hold up
 * to the last that was written; `base_state` what the first of them holds, which has everything from
 * the beginning. `folder_parts` are its parts that stand in the folder. `folder_devices` are the others:
 * how far their parts were received, and what they held then.
 */
export function up(db: Database): void {
  db.exec(`
    CREATE TABLE folder_own (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      device TEXT NOT NULL,
      number INTEGER NOT NULL,
      salt BLOB NOT NULL,
      base_state BLOB,
      state BLOB,
      written TEXT
    ) STRICT;

    CREATE TABLE folder_parts (
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      bytes INTEGER NOT NULL,
      PRIMARY KEY (first, last)
    ) STRICT;

    CREATE TABLE folder_devices (
      device TEXT PRIMARY KEY,
      analyst_id TEXT NOT NULL,
      name TEXT NOT NULL,
      received INTEGER NOT NULL DEFAULT 0,
      written TEXT,
      taken TEXT,
      waits_for INTEGER,
      waits_since TEXT,
      state BLOB
    ) STRICT;
  `)
}
