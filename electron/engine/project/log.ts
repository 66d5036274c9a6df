import type { Database } from 'better-sqlite3'
import * as Y from 'yjs'

/** The log of Yjs updates: what every document is made of. */
export class Log {
  readonly #db: Database
  constructor(db: Database) {
    this.#db = db
  }

  /** To be called inside the transaction that changes the projection. */
  append(doc: string, time: string, bytes: Uint8Array): void {
    this.#db.prepare('INSERT INTO log (doc, time, bytes) VALUES (?, ?, ?)').run(doc, time, bytes)
  }

  /** Number of the last entry of a document, also of one that was folded since; 0 if there is none. */
  end(doc: string): number {
    return (
      this.#db
        .prepare<[string, string], number | null>(
          `SELECT max(seq) FROM (SELECT max(seq) seq FROM log WHERE doc = ?
             UNION ALL SELECT upto FROM snapshots WHERE doc = ?)`,
        )
        .pluck()
        .get(doc, doc) ?? 0
    )
  }

  /** Number of the last entry of all. */
  get last(): number {
    return this.#db.prepare<[], number | null>('SELECT max(seq) FROM log').pluck().get() ?? 0
  }

  /**
   * Names of all documents that have been written, or of those of a type, such as `layer`. Goes from one
   * name to the next in the index, not through all entries.
   */
  documents(type?: string): string[] {
    const isMeant = type === undefined ? '' : 'AND doc >= @from AND doc < @to'
    return this.#db
      .prepare<{ from: string; to: string }, string>(
        `WITH RECURSIVE names (doc) AS (
           SELECT min(doc) FROM log WHERE true ${isMeant}
           UNION ALL
           SELECT (SELECT min(doc) FROM log WHERE doc > names.doc ${isMeant})
           FROM names WHERE names.doc IS NOT NULL)
         SELECT doc FROM names WHERE doc IS NOT NULL
         UNION SELECT doc FROM snapshots WHERE true ${isMeant} ORDER BY 1`,
      )
      .pluck()
      .all({ from: `${type}:`, to: `${type};` })
  }

  /**
   * A document as the file has it; an empty one if it was never written. Without `gc` with everything
   * that was ever deleted, as far as the log still has it.
   */
  load(name: string, { gc = true } = {}): Y.Doc {
    const doc = new Y.Doc({ guid: name, gc })
    const updates = this.#updates(name)
    // In one transaction. Merging the updates first would read and write every word of them once more.
    doc.transact(() => {
      for (const bytes of updates) Y.applyUpdate(doc, bytes)
    })
    return doc
  }

  /**
   * Folds the updates of a document into its snapshot, as `doc` has them. Nothing but the granularity
   * of the log is lost, and the deleted content that `doc` has let go.
   */
  compact(name: string, doc: Y.Doc): void {
    const last = this.#db
      .prepare<[string], number | null>('SELECT max(seq) FROM log WHERE doc = ?')
      .pluck()
      .get(name)
    if (last === null || last === undefined) return
    const bytes = Y.encodeStateAsUpdate(doc)
    this.#db.transaction(() => {
      this.#db.prepare('INSERT OR REPLACE INTO snapshots VALUES (?, ?, ?)').run(name, last, bytes)
      this.#db.prepare('DELETE FROM log WHERE doc = ? AND seq <= ?').run(name, last)
    })()
  }

  /** Documents whose log has grown beyond `updates` entries. */
  longLogs(updates: number): string[] {
    return this.#db
      .prepare<[number], string>('SELECT doc FROM log GROUP BY doc HAVING count(*) > ?')
      .pluck()
      .all(updates)
  }

  #updates(name: string): Uint8Array[] {
    const snapshot = this.#db
      .prepare<[string], Uint8Array>('SELECT bytes FROM snapshots WHERE doc = ?')
      .pluck()
      .get(name)
    const updates = this.#db
      .prepare<[string], Uint8Array>('SELECT bytes FROM log WHERE doc = ? ORDER BY seq')
      .pluck()
      .all(name)
    return snapshot ? [snapshot, ...updates] : updates
  }
}
