import type { Database } from 'better-sqlite3'

/** Which entries of the log a merge brought, from the first to the last. */
export interface Merge {
  first: number
  last: number
}

/**
 * Merges that can be undone. What a merge brought is not taken out of the documents, as other steps
 * are: that would delete it at the partner's as well. The log is cut instead, to where it was.
 */
export class Merges {
  readonly #db: Database
  constructor(db: Database) {
    this.#db = db
  }

  get isAny(): boolean {
    return this.#db.prepare('SELECT 1 FROM merges LIMIT 1').get() !== undefined
  }

  /** The last step was a merge that brought everything in the log from `first` on. */
  note(first: number): void {
    this.#db
      .prepare(
        `INSERT INTO merges SELECT max(id), ?, (SELECT max(seq) FROM log) FROM steps WHERE undone = 0`,
      )
      .run(first)
  }

  ofStep(step: number): Merge | null {
    return (
      this.#db
        .prepare<[number], Merge>('SELECT first, last FROM merges WHERE step = ?')
        .get(step) ?? null
    )
  }

  /**
   * Cuts the log to where it was before a merge, setting aside what came with it. Everything after it
   * must have been undone, and forgotten, as it can no longer be redone. Gives the names of the documents it stands in.
   */
  cut(step: number, { first, last }: Merge): string[] {
    const names = this.#db
      .prepare<[number], string>('SELECT DISTINCT doc FROM log WHERE seq >= ? ORDER BY doc')
      .pluck()
      .all(first)
    this.#db
      .prepare(
        `INSERT INTO set_aside_updates
         SELECT ?, seq, doc, bytes FROM log WHERE seq BETWEEN ? AND ?`,
      )
      .run(step, first, last)
    this.#db.prepare('DELETE FROM log WHERE seq >= ?').run(first)
    // Numbers of the log are used again, and what was noted by them would be taken for known.
    this.#db.prepare('DELETE FROM document_states WHERE upto >= ?').run(first)
    this.#db.prepare('UPDATE steps SET undone = 1 WHERE id = ?').run(step)
    // Numbers of the log are given again, so that what was known by them would be taken for true.
    this.#db.exec('DELETE FROM document_states')
    // What had come through a folder as well, and brought nothing new then, may be gone with it.
    this.#db.exec('UPDATE folder_devices SET received = 0')
    return names
  }

  /** What a merge brought, in order. */
  setAside(step: number): { doc: string; bytes: Uint8Array }[] {
    return this.#db
      .prepare<[number], { doc: string; bytes: Uint8Array }>(
        'SELECT doc, bytes FROM set_aside_updates WHERE step = ? ORDER BY seq',
      )
      .all(step)
  }

  /** What was set aside is in the log again, from `first` on. */
  restored(step: number, first: number): void {
    this.#db
      .prepare('UPDATE merges SET first = ?, last = (SELECT max(seq) FROM log) WHERE step = ?')
      .run(first, step)
    this.#db.prepare('DELETE FROM set_aside_updates WHERE step = ?').run(step)
    this.#db.prepare('UPDATE steps SET undone = 0 WHERE id = ?').run(step)
  }

  /** Something came in on another way: cutting would take that out as well, so merges stay. */
  forget(): void {
    this.#db.exec('DELETE FROM steps WHERE id IN (SELECT step FROM merges)')
    this.prune()
  }

  /** Merges whose step is no longer remembered. */
  prune(): void {
    this.#db.exec(`
      DELETE FROM merges WHERE step NOT IN (SELECT id FROM steps);
      DELETE FROM set_aside_updates WHERE step NOT IN (SELECT id FROM steps)`)
  }
}
