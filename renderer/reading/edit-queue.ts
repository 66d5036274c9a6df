import type { Failure, Result } from '../../shared/contract/errors.ts'
import { plainText } from '../../shared/text/edit.ts'
import { editsAfter } from './text-merge.ts'
import { applyEdit, editBetween, joinEdits } from '../../shared/text/text-splice.ts'
import type { TextEdit } from '../../shared/text/text-splice.ts'

/** Typing pauses of this length end a piece that undo takes back as one. */
const pause = 250

/** The text as it is kept, with the name of that state of it. */
export interface KeptText {
  text: string
  revision: string
}

/** How it stands with what was typed. */
export interface SavingState {
  isSaving: boolean
  /** Why what was typed is not saved; it is kept, and tried again with the next piece. */
  failure: Failure | undefined
}

interface Ways {
  /** Must refuse with `source.textChanged` if the text is no longer that of the revision. */
  send: (edit: TextEdit, revision: string) => Promise<Result<{ revision: string; length: number }>>
  read: () => Promise<Result<KeptText>>
  /** Others changed the text, for what is drawn by `foreign`; `unsent` follow what is now kept. */
  onForeign: (foreign: readonly TextEdit[], unsent: readonly TextEdit[]) => void
  onState: (state: SavingState) => void
}

/**
 * Sends edits one after the other, in order; letters typed in one go as one edit. An edit is taken
 * out only when it is known to be kept: when somebody else has changed the text meanwhile, edits are
 * moved with it, and what is refused for another reason waits.
 */
export class EditQueue {
  private unsent: TextEdit[] = []
  /** Whether the last of them may still grow. */
  private isOpen = false
  private timer: ReturnType<typeof setTimeout> | undefined
  private working: Promise<void> | undefined
  /** Before anything is sent the text is read once: what is drawn may be older than what is kept. */
  private mustRead = true
  /** The first edit may have been kept, although the answer said otherwise. */
  private isInDoubt = false
  private failure: Failure | undefined
  /** The text with all edits that were sent. */
  private kept: string
  private revision = ''
  private readonly ways: Ways

  constructor(text: string, ways: Ways) {
    this.kept = text
    this.ways = ways
  }

  get isIdle(): boolean {
    return this.working === undefined && this.unsent.length === 0
  }

  /** What was typed and is not kept yet, for somebody to save it in another way. */
  get unsentWords(): string {
    return this.unsent.map((edit) => edit.text).join('\n')
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
    this.tell()
  }

  /** Somebody else may have changed the text: compares before anything more is sent. */
  readAgain(): void {
    this.mustRead = true
    this.work()
  }

  /** Sends what waits; done when everything is answered. False if something is not kept. */
  async flush(): Promise<boolean> {
    this.dispatch()
    await this.working
    return this.unsent.length === 0
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
    let failure: Failure | undefined
    while (failure === undefined && this.hasWork()) {
      failure = this.mustRead ? await this.compare() : await this.sendFirst()
    }
    this.working = undefined
    this.failure = failure
    this.tell()
  }

  private tell(): void {
    const isSaving = this.unsent.length > 0 && this.failure === undefined
    this.ways.onState({ isSaving, failure: this.failure })
  }

  /** The edit on its way stays the first of the unsent ones; it can no longer grow. */
  private async sendFirst(): Promise<Failure | undefined> {
    const edit = this.unsent[0]
    if (edit === undefined) return undefined
    // Letters that were taken back at once: the engine would tell of no change, and none is expected.
    if (this.kept.slice(edit.start, edit.end) === edit.text) {
      this.unsent.shift()
      return undefined
    }
    const answer = await this.ways.send(edit, this.revision)
    if (answer.ok) {
      this.unsent.shift()
      this.kept = applyEdit(this.kept, edit)
      this.revision = answer.value.revision
      // The engine keeps no control characters: what it made of them has to be drawn.
      const isAsSent = answer.value.length === this.kept.length
      if (!isAsSent || plainText(edit.text) !== edit.text) this.mustRead = true
      return undefined
    }
    this.mustRead = true
    if (answer.error.code === 'source.textChanged') return undefined
    this.isInDoubt = true
    return answer.error
  }

  private async compare(): Promise<Failure | undefined> {
    this.mustRead = false
    const answer = await this.ways.read()
    if (!answer.ok) {
      this.mustRead = true
      return answer.error
    }
    const { text, revision } = answer.value
    const first = this.unsent[0]
    if (this.isInDoubt && first !== undefined) {
      // Others may have changed the text as well: what leaves less to explain by that is what happened.
      const withFirst = applyEdit(this.kept, first)
      if (distance(withFirst, text) < distance(this.kept, text)) {
        this.unsent.shift()
        this.kept = withFirst
      }
    }
    this.isInDoubt = false
    this.revision = revision
    const foreign = editBetween(this.kept, text, 0)
    if (foreign === undefined) return undefined
    this.kept = text
    const { edits, other } = editsAfter(this.unsent, foreign)
    this.unsent = edits
    if (edits.length === 0) this.isOpen = false
    this.ways.onForeign(other, edits)
    return undefined
  }
}

/** UTF-16 code units taken out and put in by the smallest edit that leads from one text to the other. */
function distance(before: string, after: string): number {
  const edit = editBetween(before, after, 0)
  return edit === undefined ? 0 : edit.end - edit.start + edit.text.length
}
