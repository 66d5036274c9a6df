import { joinEdits } from './text-splice.ts'
import type { TextEdit } from './text-splice.ts'

/** Typing pauses of this length end a piece that undo takes back as one. */
const pause = 250

/** Sends edits one after the other, in order; letters typed in one go as one edit. */
export class EditQueue {
  private waiting: TextEdit | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private sending: Promise<void> = Promise.resolve()
  private count = 0
  private readonly send: (edit: TextEdit) => Promise<boolean>
  private readonly onState: (isSaving: boolean) => void
  private readonly onRefused: () => void

  constructor(
    send: (edit: TextEdit) => Promise<boolean>,
    onState: (isSaving: boolean) => void,
    onRefused: () => void,
  ) {
    this.send = send
    this.onState = onState
    this.onRefused = onRefused
  }

  add(edit: TextEdit): void {
    const joined = this.waiting === undefined ? edit : joinEdits(this.waiting, edit)
    if (joined === undefined) {
      this.dispatch()
      this.waiting = edit
    } else this.waiting = joined
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.dispatch(), pause)
    this.onState(true)
  }

  /** Sends what waits; done when everything is answered. */
  async flush(): Promise<void> {
    this.dispatch()
    await this.sending
  }

  private dispatch(): void {
    clearTimeout(this.timer)
    const edit = this.waiting
    this.waiting = undefined
    if (edit === undefined) return
    this.count += 1
    this.sending = this.sending.then(async () => {
      const isDone = await this.send(edit)
      this.count -= 1
      if (!isDone) this.onRefused()
      this.onState(this.count > 0 || this.waiting !== undefined)
    })
  }
}
