import type { Database } from 'better-sqlite3'

/**
 * What undo needs to reach back over an opening. Not the truth and no projection: without it a project
 * is whole, only that nothing done before can be undone.
 *
 * `steps` are commands, those that were undone behind those that stand. `step_items` say which
 * characters and fields a step put into a document and which it took out. `restored_items` say which
 * new ones stand for those that undo brought back.
 */
export function up(db: Database): void {
  db.exec(`
    CREATE TABLE steps (
      id INTEGER PRIMARY KEY,
      undone INTEGER NOT NULL,
      command TEXT NOT NULL,
      label TEXT NOT NULL,
      entities TEXT NOT NULL
    ) STRICT;
    CREATE INDEX undone_steps ON steps (id) WHERE undone = 1;

    CREATE TABLE step_items (
      step INTEGER NOT NULL,
      doc TEXT NOT NULL,
      inserted BLOB NOT NULL,
      deleted BLOB NOT NULL,
      PRIMARY KEY (step, doc)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX step_items_by_doc ON step_items (doc, step);

    CREATE TABLE restored_items (
      id INTEGER PRIMARY KEY,
      doc TEXT NOT NULL,
      items TEXT NOT NULL
    ) STRICT;
    CREATE INDEX restored_items_by_doc ON restored_items (doc);
  `)
}
