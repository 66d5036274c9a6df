import { applyEdit, editBetween, editsAfter, joinEdits } from './text-splice.ts'
import type { TextEdit } from './text-splice.ts'

/** Typing pauses of this length end a piece that undo takes back as one. */
const pause = 250

interface Ways {
  send: (edit: TextEdit) => Promise<boolean>
  /** The text as it is kept; undefined if it cannot be read. */
  read: () => Promise<string | undefined>
  /** Others changed the text, for what is drawn by `foreign`; `unsent` follow what is kept. */
  onForeign: (foreign: TextEdit, unsent: readonly TextEdit[]) => void
  onState: (isSaving: boolean) => void
  onRefused: () => void
}

/**
 * Sends edits one after the other, in order; letters typed in one go as one edit. Edits that have
 * not been sent are moved when somebody else changes the text meanwhile.
 */
export class EditQueue {
  private unsent: TextEdit[] = []
  /** Whether the last of them may still grow. */
  private isOpen = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private working: Promise<void> | undefined
  private mustRead = false
  /** The text with all edits that were sent. */
  private kept: string
  private readonly ways: Ways

  constructor(text: string, ways: Ways) {
    this.kept = text
    this.ways = ways
  }

  get isIdle(): boolean {
    return this.working === undefined && this.unsent.length === 0
  }

  add(edit: TextEdit): void {
    const last = this.isOpen ? this.unsent.at(-1) : undefined
    const joined = last === undefined ? undefined : joinEdits(last, edit)
    if (joined === undefined) this.unsent.push(edit)
    else this.unsent[this.unsent.length - 1] = joined
    this.isOpen = true
    this.work()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.dispatch(), pause)
    this.ways.onState(true)
  }

  /** Somebody else may have changed the text: compares before anything more is sent. */
  readAgain(): void {
    this.mustRead = true
    this.work()
  }

  /** Sends what waits; done when everything is answered. */
  async flush(): Promise<void> {
    this.dispatch()
    await this.working
  }

  private dispatch(): void {
    clearTimeout(this.timer)
    this.isOpen = false
    this.work()
  }

  private work(): void {
    if (this.working === undefined && this.hasWork()) this.working = this.drain()
  }

  private hasWork(): boolean {
    return this.mustRead || this.unsent.length > (this.isOpen ? 1 : 0)
  }

  private async drain(): Promise<void> {
    while (this.hasWork()) {
      if (this.mustRead) await this.compare()
      else await this.sendFirst()
    }
    this.working = undefined
    this.ways.onState(this.unsent.length > 0)
  }

  private async sendFirst(): Promise<void> {
    const edit = this.unsent.shift()
    // Letters that were taken back at once: the engine would tell of no change, and none is expected.
    if (edit === undefined || this.kept.slice(edit.start, edit.end) === edit.text) return
    if (await this.ways.send(edit)) {
      this.kept = applyEdit(this.kept, edit)
      return
    }
    // What follows was written upon what was refused.
    this.unsent = []
    this.isOpen = false
    this.ways.onRefused()
  }

  private async compare(): Promise<void> {
    this.mustRead = false
    const text = await this.ways.read()
    const foreign = text === undefined ? undefined : editBetween(this.kept, text, 0)
    if (text === undefined || foreign === undefined) return
    this.kept = text
    const { edits, other } = editsAfter(this.unsent, foreign)
    this.unsent = edits
    this.ways.onForeign(other, edits)
  }
}
