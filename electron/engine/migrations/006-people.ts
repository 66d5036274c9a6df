import type { Database } from 'better-sqlite3'

/**
 * People, cases and attributes, so that SQL can ask for them. Rows are there for what is not deleted:
 * a deleted person, case or source takes its own rows along until the deletion is undone. What a row
 * points to (an attribute, a member) may be deleted.
 *
 * `participations` is who takes part in which source, each pair once: because a speaker is linked to
 * the person, or because it was said. It shows living persons and sources only.
 */
export function up(db: Database): void {
  db.exec(`
    CREATE TABLE attribute_values (
      holder_kind TEXT NOT NULL,
      holder_id TEXT NOT NULL,
      attribute_id TEXT NOT NULL,
      text TEXT NOT NULL,
      number REAL,
      PRIMARY KEY (holder_kind, holder_id, attribute_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attribute_values_by_attribute ON attribute_values (attribute_id, text);

    CREATE TABLE case_members (
      case_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      member_id TEXT NOT NULL,
      PRIMARY KEY (case_id, kind, member_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX case_members_by_member ON case_members (member_id);

    CREATE TABLE participants (
      source_id TEXT NOT NULL,
      person_id TEXT NOT NULL,
      PRIMARY KEY (source_id, person_id)
    ) STRICT, WITHOUT ROWID;

    CREATE VIEW participations AS
      SELECT source_id, person_id FROM (
        SELECT source_id, person_id FROM speakers UNION SELECT source_id, person_id FROM participants)
      WHERE source_id IN (SELECT id FROM entities WHERE kind = 'sources' AND deleted = 0)
        AND person_id IN (SELECT id FROM entities WHERE kind = 'persons' AND deleted = 0);
  `)
}
