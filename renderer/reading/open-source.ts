import type { CommandInput, CommandName, CommandOutput } from '../../shared/contract/index.ts'
import type { Failure, Result } from '../../shared/contract/errors.ts'
import type { CodedPassage, Coding } from '../../shared/model/entities.ts'
import type { SourceText } from '../../shared/text/source-text.ts'
import type { TextRange } from '../../shared/text/segments.ts'
import { act, ask, onEvent, run, showFailure } from '../app/engine-client.ts'
import { painted } from '../app/after-paint.ts'
import { createStore } from '../app/store.ts'
import { comparePassages, pendingPrefix, rangeAfterSplice } from './coding-marks.ts'
import type { Splice } from './coding-marks.ts'
import { mergeCodings, withoutCodings, withPassage } from './passage-changes.ts'

export interface OpenSourceState {
  text: SourceText | undefined
  passages: readonly CodedPassage[]
  failure: Failure | undefined
}

/** The one place of the window in which the text is being edited. */
export interface EditingPlace {
  /** Whether all that was typed is kept. */
  isIdle: () => boolean
  /** Somebody else may have changed the text. */
  readAgain: () => void
  /** Ends it, because the text is to be edited elsewhere in the window. */
  giveWay: () => void
}

/** What to code with: codes that exist, or a new one by name. */
export interface CodeChoice {
  codeIds: string[]
  newName?: string
}

let lastPending = 0

/**
 * Text and passages of a source that is open in a tab. What this window does is shown at once and
 * merged from the answer; everything is read again only when somebody else changed something.
 */
export class OpenSource {
  readonly sourceId: string
  readonly store = createStore<OpenSourceState>({
    text: undefined,
    passages: [],
    failure: undefined,
  })
  analystId = ''
  /** Edits on their way while the text is being edited; places in the text run ahead by these. */
  editing: EditingPlace | undefined
  private mustCatchUp = false
  private known: CodedPassage[] = []
  private pending: CodedPassage[] = []
  /**
   * Events that will come of what this window did itself; they are not read back. Apart for those of
   * the text, so that no change of others passes for one of them.
   */
  private expected = { text: 0, codings: 0 }
  private isAsking = false
  private isStale = false
  private stopListening: (() => void) | undefined
  private users = 0
  private publishing: ReturnType<typeof setTimeout> | undefined
  private forgetting: ReturnType<typeof setTimeout> | undefined

  constructor(sourceId: string) {
    this.sourceId = sourceId
  }

  attach(): () => void {
    this.users += 1
    if (this.users === 1) {
      sources.set(this.sourceId, this)
      this.stopListening = onEvent('project.changed', (change) => {
        if (!change.sourceIds.includes(this.sourceId)) return
        const kind = change.textChanged.includes(this.sourceId) ? 'text' : 'codings'
        if (this.expected[kind] > 0) {
          this.expected[kind] -= 1
          return
        }
        if (kind === 'text') void this.readText()
        if (change.topics.includes('passages') || change.textChanged.length > 0)
          void this.readPassages()
      })
      void this.readText()
      void this.readPassages()
    }
    return () => {
      this.users -= 1
      if (this.users > 0) return
      this.stopListening?.()
      if (sources.get(this.sourceId) === this) sources.delete(this.sourceId)
    }
  }

  /** While the text is being edited, whoever does so compares what is kept with what is drawn. */
  async readText(): Promise<void> {
    const answer =
      this.editing === undefined
        ? await ask('sources.text', { sourceId: this.sourceId })
        : undefined
    if (answer === undefined || this.editing !== undefined) this.editing?.readAgain()
    else if (answer.ok) {
      const text = answer.value as SourceText
      this.store.set((state) => ({ ...state, text, failure: undefined }))
    } else this.store.set((state) => ({ ...state, failure: answer.error }))
  }

  /** Reads what had to wait until all that was typed had been sent. */
  catchUp(): void {
    if (this.mustCatchUp) void this.readPassages()
  }

  /** The text is drawn so already. */
  drawn(text: SourceText): void {
    this.store.set((state) => ({ ...state, text }))
  }

  async readPassages(): Promise<void> {
    this.mustCatchUp = this.editing?.isIdle() === false
    if (this.mustCatchUp) return
    if (this.isAsking) {
      this.isStale = true
      return
    }
    this.isAsking = true
    this.isStale = false
    const answer = await ask('sources.passages', { sourceId: this.sourceId })
    this.isAsking = false
    if (this.isStale) {
      void this.readPassages()
      return
    }
    if (!answer.ok) return
    this.known = answer.value.items
    this.publish()
  }

  /** Runs a command about this source whose change this window shows itself. */
  async own<N extends CommandName>(
    name: N,
    args: CommandInput<N>,
  ): Promise<CommandOutput<N> | undefined> {
    const answer = await this.tryOwn(name, args)
    if (answer.ok) return answer.value
    showFailure(answer.error)
    return undefined
  }

  /** The same; a refusal is not shown. */
  async tryOwn<N extends CommandName>(
    name: N,
    args: CommandInput<N>,
  ): Promise<Result<CommandOutput<N>>> {
    const kind = name === 'sources.editText' ? 'text' : 'codings'
    this.expected[kind] += 1
    const answer = await run(name, args)
    if (answer.ok) this.forgetLater()
    else this.expected[kind] = Math.max(0, this.expected[kind] - 1)
    return answer
  }

  /** A command that changed nothing makes no event; then none must be waited for. */
  private forgetLater(): void {
    clearTimeout(this.forgetting)
    this.forgetting = setTimeout(() => {
      this.expected = { text: 0, codings: 0 }
    }, 2000)
  }

  /** Codes a range; painted at once. Gives the passage, or undefined if it was refused. */
  async code(range: TextRange, choice: CodeChoice): Promise<string | undefined> {
    if (choice.codeIds.length === 0 && choice.newName === undefined) return undefined
    const guess = this.pendingPassage(range, choice.codeIds)
    if (choice.codeIds.length > 0) {
      this.pending = [...this.pending, guess]
      this.publish()
    }
    const answer = await this.own('passages.code', {
      sourceId: this.sourceId,
      start: range.start,
      end: range.end,
      ...(choice.codeIds.length === 0 ? {} : { codeIds: choice.codeIds }),
      ...(choice.newName === undefined ? {} : { newCode: { name: choice.newName } }),
    })
    this.pending = this.pending.filter((passage) => passage !== guess)
    if (answer !== undefined) {
      const codings = answer.codingIds.map((id, index) =>
        this.newCoding(id, answer.passageId, answer.codeIds[index] ?? choice.codeIds[index] ?? ''),
      )
      this.known = mergeCodings(this.known, { ...guess, ...answer, id: answer.passageId, codings })
    }
    // The answer can come before the frame that shows the guess, and drawing it anew would delay that.
    await painted()
    this.publish()
    return answer?.passageId
  }

  async uncode(codingIds: string[]): Promise<void> {
    const before = this.known
    this.known = withoutCodings(before, codingIds)
    this.publish()
    const answer = await this.own('codings.delete', { codingIds })
    if (answer === undefined) await this.readPassages()
  }

  async recode(codingIds: string[], codeId: string): Promise<void> {
    this.known = this.known.map((passage) =>
      passage.codings.some((coding) => codingIds.includes(coding.id))
        ? {
            ...passage,
            codings: passage.codings.map((coding) =>
              codingIds.includes(coding.id) ? { ...coding, codeId } : coding,
            ),
          }
        : passage,
    )
    this.publish()
    const answer = await act('codings.recode', { codingIds, codeId })
    if (answer === undefined) await this.readPassages()
  }

  /** Extends or shrinks a passage. */
  async changeRange(passageId: string, range: TextRange): Promise<void> {
    const passage = this.known.find((candidate) => candidate.id === passageId)
    if (range.end <= range.start) return
    if (passage === undefined) {
      await act('passages.changeRange', { passageId, ...range })
      return
    }
    this.known = withPassage(this.known, { ...passage, ...range, state: 'placed' })
    this.publish()
    const answer = await this.own('passages.changeRange', { passageId, ...range })
    if (answer === undefined || passage.state === 'lost') await this.readPassages()
  }

  /**
   * Moves the passages with an edit that has been made in the window. What is painted moves with the
   * words by itself; the rest is drawn anew in the next pause of typing.
   */
  shift(splice: Splice): void {
    const by = splice.length - (splice.end - splice.start)
    for (const passage of this.known) {
      if (passage.end < splice.start || passage.state === 'lost') continue
      if (passage.start > splice.end) {
        passage.start += by
        passage.end += by
        continue
      }
      const { start, end } = rangeAfterSplice(passage, splice)
      passage.start = start
      passage.end = end
      if (start === end) passage.state = 'lost'
    }
    clearTimeout(this.publishing)
    this.publishing = setTimeout(() => this.publish(), 150)
  }

  find(passageId: string): CodedPassage | undefined {
    return this.store.get().passages.find((passage) => passage.id === passageId)
  }

  private publish(): void {
    const passages =
      this.pending.length === 0
        ? [...this.known]
        : [...this.known, ...this.pending].sort(comparePassages)
    this.store.set((state) => ({ ...state, passages }))
  }

  private pendingPassage(range: TextRange, codeIds: string[]): CodedPassage {
    lastPending += 1
    const id = `${pendingPrefix}${lastPending}`
    return {
      id,
      sourceId: this.sourceId,
      start: range.start,
      end: range.end,
      quote: '',
      label: '',
      state: 'placed',
      created: new Date().toISOString(),
      createdBy: this.analystId,
      codings: codeIds.map((codeId) => this.newCoding(`${id}-${codeId}`, id, codeId)),
    }
  }

  private newCoding(id: string, passageId: string, codeId: string): Coding {
    const now = new Date().toISOString()
    return {
      id,
      passageId,
      codeId,
      analystId: this.analystId,
      layer: 'working',
      weight: null,
      comment: '',
      created: now,
      createdBy: this.analystId,
      changed: now,
    }
  }
}

const sources = new Map<string, OpenSource>()

/** The source as it is open in this window; made if it is not. */
export function openSource(sourceId: string): OpenSource {
  const known = sources.get(sourceId)
  if (known !== undefined) return known
  const made = new OpenSource(sourceId)
  sources.set(sourceId, made)
  return made
}
