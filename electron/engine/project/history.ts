import type { Documents } from './documents.ts'
import type { Step, Steps } from './steps.ts'
import { replayLast } from './replay.ts'
import { itemToStored, restoredBy, type StoredItem } from './undo-items.ts'

/**
 * What became of a step that was to be undone or redone: nothing, where all it did was overruled by
 * what others did since; or nobody knows any more what it did, as in a damaged file.
 */
export type Outcome = 'done' | 'overruled' | 'unknown'

/**
 * Undo and redo on this device, a command at a time. Each document has a Yjs undo manager that takes
 * note of local changes only; the steps in the file say which of them belong together, and hold what
 * the managers know, so that undo reaches back over the end of the program.
 */
export class History {
  readonly #documents: Documents
  readonly #steps: Steps | null

  /** Without steps, as in a project opened to read, there is nothing to undo. */
  constructor(documents: Documents, steps: Steps | null) {
    this.#documents = documents
    this.#steps = steps
  }

  get nextUndo(): Step | null {
    return this.#steps?.nextUndo ?? null
  }

  get nextRedo(): Step | null {
    return this.#steps?.nextRedo ?? null
  }

  /** Takes note of a command that changed these documents; in its transaction. */
  push(step: Omit<Step, 'id' | 'documents'>, documents: readonly string[]): void {
    this.#steps?.push(step, this.#lastItems(documents))
  }

  /** Takes note that a step changed these documents too, which it had not touched. */
  extend(step: number, documents: readonly string[]): void {
    this.#steps?.extend(step, this.#lastItems(documents))
  }

  #lastItems(documents: readonly string[]): Map<string, StoredItem> {
    const items = new Map<string, StoredItem>()
    for (const name of documents) {
      const item = this.#documents.undoManager(name).undoStack.at(-1)
      if (item) items.set(name, itemToStored(item))
    }
    return items
  }

  /** Steps back, inside `Documents.collect` and the transaction. */
  undo(step: Step): Outcome {
    return this.#replay(step, 'undo')
  }

  redo(step: Step): Outcome {
    return this.#replay(step, 'redo')
  }

  /** Nothing that was done so far can be undone. */
  clear(): void {
    this.#steps?.clear()
    this.#documents.forgetAll()
  }

  /** Steps that touched a document are neither undone nor redone any more. */
  forgetDocument(name: string): void {
    this.#steps?.forgetDocument(name)
    this.#documents.forget([name])
  }

  /** What was undone cannot be redone any more. */
  forgetUndone(): void {
    this.#steps?.forgetUndone()
  }

  /** Lets go what no step needs any more. */
  prune(): void {
    this.#steps?.prune()
  }

  #replay(step: Step, way: 'undo' | 'redo'): Outcome {
    const back = new Map<string, StoredItem>()
    let isKnown = false
    for (const name of step.documents) {
      const manager = this.#documents.undoManager(name)
      const replayed = replayLast(manager, way)
      if (!replayed) continue
      isKnown = true
      this.#steps?.noteRestored(name, restoredBy(manager.doc, replayed.item))
      if (replayed.back) back.set(name, itemToStored(replayed.back))
    }
    if (!isKnown) return 'unknown'
    if (back.size === 0) {
      this.#steps?.drop(step.id)
      return 'overruled'
    }
    this.#steps?.turn(step.id, way === 'undo', back)
    return 'done'
  }
}
