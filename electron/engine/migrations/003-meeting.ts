import type { Database } from 'better-sqlite3'

/**
 * What meeting other copies needs. `activity` gets the stream and number by which a row is known
 * everywhere. `peers` are the other devices and what they are known to hold. `document_states` is a
 * cache of what this copy holds, good as long as the log of the document ends at `upto`. `merges` and
 * `set_aside_updates` let a merge be undone and redone as one step.
 */
export function up(db: Database): void {
  db.exec(`
    ALTER TABLE activity ADD COLUMN stream TEXT NOT NULL DEFAULT '';
    ALTER TABLE activity ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
    UPDATE activity SET stream = device_id, number = seq;
    CREATE UNIQUE INDEX activity_by_stream ON activity (stream, number);
    CREATE INDEX activity_by_time ON activity (time, seq);
    CREATE INDEX activity_entities_by_seq ON activity_entities (seq);

    CREATE TABLE peers (
      device_id TEXT PRIMARY KEY,
      analyst_id TEXT NOT NULL,
      name TEXT NOT NULL,
      time TEXT NOT NULL,
      state BLOB NOT NULL
    ) STRICT;

    CREATE TABLE document_states (
      doc TEXT PRIMARY KEY,
      upto INTEGER NOT NULL,
      vector BLOB NOT NULL,
      deleted TEXT NOT NULL
    ) STRICT;

    CREATE TABLE merges (
      step INTEGER PRIMARY KEY,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE set_aside_updates (
      step INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      doc TEXT NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (step, seq)
    ) STRICT;
  `)
}
