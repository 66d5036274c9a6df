import type { Documents } from './documents.ts'

/** One command that can be undone: its name, what it was done to, and the documents it changed. */
export interface Step {
  command: string
  label: string
  entities: string[]
  documents: string[]
}

const longestHistory = 300

/**
 * Undo and redo of this analyst on this device, a command at a time. Each document has a Yjs undo
 * manager that takes note of local changes only; this list says which of them belong together.
 */
export class History {
  readonly #documents: Documents
  #done: Step[] = []
  #undone: Step[] = []

  constructor(documents: Documents) {
    this.#documents = documents
  }

  get nextUndo(): Step | null {
    return this.#done.at(-1) ?? null
  }

  get nextRedo(): Step | null {
    return this.#undone.at(-1) ?? null
  }

  /** Documents that must stay in memory for the steps to work. */
  needed(): ReadonlySet<string> {
    const names = new Set<string>()
    for (const step of this.#done) for (const name of step.documents) names.add(name)
    for (const step of this.#undone) for (const name of step.documents) names.add(name)
    return names
  }

  push(step: Step): void {
    this.#done.push(step)
    this.#undone = []
    if (this.#done.length > longestHistory) this.#done.shift()
  }

  /** Steps back inside `Documents.collect`; `settle` is to be called when it has been saved. */
  undo(step: Step): void {
    for (const name of step.documents) this.#documents.undoManager(name).undo()
  }

  redo(step: Step): void {
    for (const name of step.documents) this.#documents.undoManager(name).redo()
  }

  settleUndo(): void {
    const step = this.#done.pop()
    if (step) this.#undone.push(step)
  }

  settleRedo(): void {
    const step = this.#undone.pop()
    if (step) this.#done.push(step)
  }

  /** Forgets the steps that need one of these documents, after they were reloaded. */
  drop(documents: Iterable<string>): void {
    const gone = new Set(documents)
    const stays = (step: Step) => !step.documents.some((name) => gone.has(name))
    const keepAfter = (steps: Step[]) => {
      const last = steps.findLastIndex((step) => !stays(step))
      return steps.slice(last + 1)
    }
    this.#done = keepAfter(this.#done)
    this.#undone = keepAfter(this.#undone)
  }
}
