import type { Database } from 'better-sqlite3'
import type { Restored, StoredItem } from './undo-items.ts'

/** One command that can be undone: its name, what it was done to, and the documents it changed. */
export interface Step {
  id: number
  command: string
  label: string
  entities: string[]
  documents: string[]
}

/** How far back undo reaches. */
export const longestHistory = 200

export interface StoredHistory {
  /** Oldest first. */
  done: StoredItem[]
  /** The next to be redone last. */
  undone: StoredItem[]
  restored: Restored[]
}

/**
 * The steps that can be undone and redone, in the project file. Written in the transaction of the
 * command itself, so that they are never ahead of the log nor behind it.
 */
export class Steps {
  readonly #db: Database
  constructor(db: Database) {
    this.#db = db
  }

  get nextUndo(): Step | null {
    return this.#step(
      this.#db
        .prepare<[], StepRow>('SELECT * FROM steps WHERE undone = 0 ORDER BY id DESC LIMIT 1')
        .get(),
    )
  }

  get nextRedo(): Step | null {
    return this.#step(
      this.#db
        .prepare<[], StepRow>('SELECT * FROM steps WHERE undone = 1 ORDER BY id LIMIT 1')
        .get(),
    )
  }

  /** A new step. What was undone before it cannot be redone any more. */
  push(step: Omit<Step, 'id' | 'documents'>, items: ReadonlyMap<string, StoredItem>): void {
    if (this.#hasUndone()) this.forgetUndone()
    const id = Number(
      this.#db
        .prepare('INSERT INTO steps (undone, command, label, entities) VALUES (0, ?, ?, ?)')
        .run(step.command, step.label, JSON.stringify(step.entities)).lastInsertRowid,
    )
    this.#write(id, items)
    this.#db.prepare('DELETE FROM step_items WHERE step <= ?').run(id - longestHistory)
    this.#db.prepare('DELETE FROM steps WHERE id <= ?').run(id - longestHistory)
  }

  /** More documents of a step that is there. */
  extend(id: number, items: ReadonlyMap<string, StoredItem>): void {
    this.#write(id, items)
  }

  /** What was undone cannot be redone any more; also merges, whose numbers are given anew. */
  forgetUndone(): void {
    for (const table of ['step_items', 'set_aside_updates', 'merges'])
      this.#db.exec(`DELETE FROM ${table} WHERE step IN (SELECT id FROM steps WHERE undone = 1)`)
    this.#db.exec('DELETE FROM steps WHERE undone = 1')
  }

  /** A step went from the one side to the other, and can be taken back by `items`. */
  turn(id: number, undone: boolean, items: ReadonlyMap<string, StoredItem>): void {
    this.#db.prepare('UPDATE steps SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id)
    this.#db.prepare('DELETE FROM step_items WHERE step = ?').run(id)
    this.#write(id, items)
  }

  /** A step of which nothing is left. */
  drop(id: number): void {
    this.#db.prepare('DELETE FROM step_items WHERE step = ?').run(id)
    this.#db.prepare('DELETE FROM steps WHERE id = ?').run(id)
  }

  noteRestored(doc: string, restored: readonly Restored[]): void {
    if (restored.length === 0) return
    this.#db
      .prepare('INSERT INTO restored_items (doc, items) VALUES (?, ?)')
      .run(doc, JSON.stringify(restored))
  }

  /** What undo needs of a document; null if no step touched it. */
  ofDocument(doc: string): StoredHistory | null {
    const items = (undone: number) =>
      this.#db
        .prepare<[string, number], StoredItem>(
          `SELECT inserted, deleted FROM step_items JOIN steps ON steps.id = step
           WHERE doc = ? AND undone = ? ORDER BY step`,
        )
        .all(doc, undone)
    const done = items(0)
    const undone = items(1).reverse()
    if (done.length + undone.length === 0) return null
    const restored = this.#db
      .prepare<[string], string>('SELECT items FROM restored_items WHERE doc = ? ORDER BY id')
      .pluck()
      .all(doc)
      .flatMap((json) => JSON.parse(json) as Restored[])
    return { done, undone, restored }
  }

  /** Notes about documents that no step needs any more. */
  prune(): void {
    this.#db
      .prepare('DELETE FROM restored_items WHERE doc NOT IN (SELECT doc FROM step_items)')
      .run()
  }

  /** Steps that touched a document. */
  forgetDocument(doc: string): void {
    const steps = this.#db
      .prepare<[string], number>('SELECT step FROM step_items WHERE doc = ?')
      .pluck()
      .all(doc)
    for (const table of ['step_items', 'merges', 'set_aside_updates'])
      this.#db
        .prepare(`DELETE FROM ${table} WHERE step IN (SELECT value FROM json_each(?))`)
        .run(JSON.stringify(steps))
    this.#db
      .prepare('DELETE FROM steps WHERE id IN (SELECT value FROM json_each(?))')
      .run(JSON.stringify(steps))
  }

  clear(): void {
    this.#db.exec(`DELETE FROM steps; DELETE FROM step_items; DELETE FROM restored_items;
      DELETE FROM merges; DELETE FROM set_aside_updates`)
  }

  #hasUndone(): boolean {
    return this.#db.prepare('SELECT 1 FROM steps WHERE undone = 1 LIMIT 1').get() !== undefined
  }

  #write(id: number, items: ReadonlyMap<string, StoredItem>): void {
    const insert = this.#db.prepare('INSERT INTO step_items VALUES (?, ?, ?, ?)')
    for (const [doc, { inserted, deleted }] of items) insert.run(id, doc, inserted, deleted)
  }

  #step(row: StepRow | undefined): Step | null {
    if (!row) return null
    const documents = this.#db
      .prepare<[number], string>('SELECT doc FROM step_items WHERE step = ? ORDER BY doc')
      .pluck()
      .all(row.id)
    const { id, command, label } = row
    return { id, command, label, entities: JSON.parse(row.entities), documents }
  }
}

interface StepRow {
  id: number
  undone: number
  command: string
  label: string
  entities: string
}
