import type { Database } from 'better-sqlite3'

/**
 * Rounds: passages say in which layer they are, and those of a round bring their anchors along, as the
 * source's document does not know them. Counting codings by code asks for layer and analyst now, and
 * shall not have to look up the rows for it.
 */
export function up(db: Database): void {
  db.exec(`
    ALTER TABLE passages ADD COLUMN layer TEXT NOT NULL DEFAULT 'working';
    ALTER TABLE passages ADD COLUMN record TEXT;
    CREATE INDEX passages_of_rounds ON passages (layer, source_id) WHERE record IS NOT NULL;

    DROP INDEX codings_by_code;
    CREATE INDEX codings_by_code ON codings (code_id, source_id, layer, analyst_id);
    CREATE INDEX codings_of_rounds ON codings (layer) WHERE layer NOT IN ('working', 'settled');
  `)
}
