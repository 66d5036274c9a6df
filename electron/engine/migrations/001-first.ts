import type { Database } from 'better-sqlite3'

/**
 * The first format. `log`, `snapshots`, `blobs`, `activity` and `local` are the truth; every other
 * table is a projection of the documents and can be rebuilt from them.
 */
export function up(db: Database): void {
  db.exec(`
    CREATE TABLE log (
      seq INTEGER PRIMARY KEY,
      doc TEXT NOT NULL,
      time TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE INDEX log_by_doc ON log (doc, seq);

    CREATE TABLE snapshots (
      doc TEXT PRIMARY KEY,
      upto INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE blobs (
      hash TEXT PRIMARY KEY,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE local (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;

    CREATE TABLE activity (
      seq INTEGER PRIMARY KEY,
      time TEXT NOT NULL,
      analyst_id TEXT NOT NULL,
      device_id TEXT NOT NULL,
      command TEXT NOT NULL,
      label TEXT NOT NULL,
      changes TEXT NOT NULL
    ) STRICT;

    CREATE TABLE activity_entities (
      entity TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (entity, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entities (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      deleted INTEGER NOT NULL,
      data TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE source_texts (
      source_id TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      blocks TEXT NOT NULL,
      marks TEXT NOT NULL,
      pages TEXT NOT NULL
    ) STRICT;

    CREATE TABLE paragraphs (
      id INTEGER PRIMARY KEY,
      source_id TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      start INTEGER NOT NULL,
      stop INTEGER NOT NULL,
      turn INTEGER NOT NULL,
      speaker TEXT NOT NULL,
      time INTEGER,
      page TEXT NOT NULL,
      words INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX paragraphs_by_place ON paragraphs (source_id, start);

    CREATE VIRTUAL TABLE paragraph_words USING fts5(
      text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0"
    );

    CREATE TABLE passages (
      id TEXT PRIMARY KEY,
      source_id TEXT NOT NULL,
      start INTEGER NOT NULL,
      length INTEGER NOT NULL,
      stop INTEGER NOT NULL GENERATED ALWAYS AS (start + length) VIRTUAL,
      state TEXT NOT NULL,
      quote TEXT NOT NULL,
      created TEXT NOT NULL,
      created_by TEXT NOT NULL
    ) STRICT;
    -- Not by place: each letter typed would move the entries of all passages behind it.
    CREATE INDEX passages_by_length ON passages (source_id, length);
    CREATE INDEX lost_passages ON passages (source_id) WHERE state = 'lost';

    CREATE TABLE codings (
      id TEXT PRIMARY KEY,
      passage_id TEXT NOT NULL,
      source_id TEXT NOT NULL,
      code_id TEXT NOT NULL,
      analyst_id TEXT NOT NULL,
      layer TEXT NOT NULL,
      weight REAL,
      comment TEXT NOT NULL,
      created TEXT NOT NULL,
      created_by TEXT NOT NULL,
      changed TEXT NOT NULL
    ) STRICT;
    CREATE INDEX codings_by_passage ON codings (passage_id);
    CREATE INDEX codings_by_code ON codings (code_id, source_id);
    CREATE INDEX codings_by_source ON codings (source_id);

    CREATE TABLE index_entries (
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      source_id TEXT NOT NULL,
      passage_id TEXT NOT NULL,
      data TEXT NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX index_entries_by_source ON index_entries (source_id);
    CREATE INDEX index_entries_by_passage ON index_entries (passage_id);

    CREATE TABLE speakers (
      source_id TEXT NOT NULL,
      name TEXT NOT NULL,
      person_id TEXT NOT NULL,
      PRIMARY KEY (source_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE set_aside (
      source_id TEXT PRIMARY KEY,
      items TEXT NOT NULL
    ) STRICT;

    CREATE TABLE memo_texts (
      memo_id TEXT PRIMARY KEY,
      text TEXT NOT NULL
    ) STRICT;
  `)
}
