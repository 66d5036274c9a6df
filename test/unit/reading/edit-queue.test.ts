import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Failure, Result } from '../../../shared/contract/errors.ts'
import { EditQueue } from '../../../renderer/reading/edit-queue.ts'
import type { SavingState } from '../../../renderer/reading/edit-queue.ts'
import { applyEdit } from '../../../shared/text/text-splice.ts'
import type { TextEdit } from '../../../shared/text/text-splice.ts'

const diskFull: Failure = { code: 'project.diskFull', message: 'full', hint: '', details: {} }
const changed: Failure = { code: 'source.textChanged', message: 'other', hint: '', details: {} }

/** A kept text and a window in which it is typed. Answers wait until they are let go. */
class Scene {
  kept: string
  drawn: string
  refused: Failure | undefined
  /** The next edit is kept, but its answer does not arrive. */
  losesAnswer = false
  /** So often the foreign edits did not lead to what is kept with what is unsent. */
  disagreements = 0
  readonly states: SavingState[] = []
  readonly sent: TextEdit[] = []
  readonly queue: EditQueue
  private readonly waiting: (() => void)[] = []

  constructor(text: string) {
    this.kept = text
    this.drawn = text
    this.queue = new EditQueue(text, {
      send: async (edit, revision) => {
        await this.turn()
        this.sent.push(edit)
        return this.take(edit, revision)
      },
      read: async () => {
        await this.turn()
        return { ok: true, value: { text: this.kept, revision: this.kept } }
      },
      onForeign: (foreign, unsent) => {
        const drawn = foreign.reduce(applyEdit, this.drawn)
        if (unsent.reduce(applyEdit, this.kept) !== drawn) this.disagreements += 1
        this.drawn = drawn
      },
      onState: (state) => this.states.push(state),
    })
  }

  type(edit: TextEdit): void {
    this.drawn = applyEdit(this.drawn, edit)
    this.queue.add(edit)
  }

  /** Somebody else edits what is kept. */
  change(edit: TextEdit): void {
    this.kept = applyEdit(this.kept, edit)
  }

  async letGo(): Promise<void> {
    for (const go of this.waiting.splice(0)) go()
    await vi.advanceTimersByTimeAsync(0)
  }

  /** Sends everything; whether all is kept. */
  async settle(): Promise<boolean> {
    const flushed = this.queue.flush()
    for (let round = 0; round < 60; round++) await this.letGo()
    return await flushed
  }

  private take(edit: TextEdit, revision: string): Result<{ revision: string; length: number }> {
    if (this.refused !== undefined) return { ok: false, error: this.refused }
    if (revision !== this.kept) return { ok: false, error: changed }
    this.change(edit)
    if (this.losesAnswer) {
      this.losesAnswer = false
      return { ok: false, error: { ...diskFull, code: 'engine.stopped' } }
    }
    return { ok: true, value: { revision: this.kept, length: this.kept.length } }
  }

  private turn(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve))
  }
}

const insert = (at: number, text: string): TextEdit => ({ start: at, end: at, text })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('edits of a text on their way', () => {
  it('go out as one where they were typed in one go', async () => {
    const scene = new Scene('Jeg åpner lista.\n')
    scene.type(insert(3, ' '))
    scene.type(insert(4, 'n'))
    scene.type(insert(5, 'å'))
    expect(await scene.settle()).toBe(true)
    expect(scene.sent).toEqual([insert(3, ' nå')])
    expect(scene.kept).toBe('Jeg nå åpner lista.\n')
    expect(scene.states.at(-1)).toEqual({ isSaving: false, failure: undefined })
  })

  it('land in their place when the text was changed while one was on its way', async () => {
    const scene = new Scene('Jeg åpner lista.\n')
    await scene.settle()
    scene.type(insert(15, ' nå'))
    const flushed = scene.queue.flush()
    scene.type(insert(18, ' igjen'))
    scene.change(insert(0, 'Da sa hun: '))
    for (let round = 0; round < 20; round++) await scene.letGo()
    await flushed
    expect(await scene.settle()).toBe(true)
    expect(scene.kept).toBe('Da sa hun: Jeg åpner lista nå igjen.\n')
    expect(scene.drawn).toBe(scene.kept)
  })

  it('land in their place in a text that was older than the kept one from the beginning', async () => {
    const scene = new Scene('Jeg åpner lista.\n')
    scene.change(insert(0, 'Nå: '))
    scene.type(insert(3, ' selv'))
    expect(await scene.settle()).toBe(true)
    expect(scene.kept).toBe('Nå: Jeg selv åpner lista.\n')
    expect(scene.drawn).toBe(scene.kept)
  })

  it('wait, all of them, when they are refused, and go out when it is possible again', async () => {
    const scene = new Scene('Jeg åpner lista.\n')
    scene.refused = diskFull
    scene.type(insert(0, 'A'))
    scene.type(insert(10, 'B'))
    expect(await scene.settle()).toBe(false)
    expect(scene.states.at(-1)?.failure).toEqual(diskFull)
    scene.type(insert(16, 'C'))
    expect(await scene.settle()).toBe(false)
    expect(scene.queue.unsentWords).toBe('A\nB\nC')
    scene.refused = undefined
    expect(await scene.settle()).toBe(true)
    expect(scene.kept).toBe(scene.drawn)
    expect(scene.kept).toBe('AJeg åpnerB listCa.\n')
    expect(scene.states.at(-1)?.failure).toBeUndefined()
  })

  it('are not kept twice when only the answer was lost', async () => {
    const scene = new Scene('Jeg åpner lista.\n')
    await scene.settle()
    scene.losesAnswer = true
    scene.type(insert(3, ' selv'))
    expect(await scene.settle()).toBe(false)
    expect(await scene.settle()).toBe(true)
    expect(scene.kept).toBe('Jeg selv åpner lista.\n')
    expect(scene.drawn).toBe(scene.kept)
  })

  it('give the same text in window and file, whatever others do and whenever', async () => {
    const step = fc.record({
      kind: fc.constantFrom('type', 'type', 'type', 'foreign', 'answer', 'pause', 'refuse', 'lose'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.nat(4),
      isReplacing: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const scene = new Scene('abc def ghi jkl\nmno pqr\n')
        let letter = 0
        for (const { kind, at, removed, isReplacing } of steps) {
          const own = kind === 'type'
          if (own || kind === 'foreign') {
            const text = own ? scene.drawn : scene.kept
            const start = Math.floor(at * (text.length - 1))
            const end = isReplacing ? Math.min(text.length - 1, start + removed) : start
            // Each inserted character is there once, so that a lost or doubled one is seen.
            letter += 1
            const edit = { start, end, text: String.fromCharCode((own ? 0x4e00 : 0x3041) + letter) }
            if (own) scene.type(edit)
            else {
              scene.change(edit)
              if (removed % 2 === 0) scene.queue.readAgain()
            }
          } else if (kind === 'answer') await scene.letGo()
          else if (kind === 'refuse') scene.refused = removed > 1 ? diskFull : undefined
          else if (kind === 'lose') scene.losesAnswer = true
          else await vi.advanceTimersByTimeAsync(300)
        }
        scene.refused = undefined
        scene.losesAnswer = false
        await scene.settle()
        expect(await scene.settle()).toBe(true)
        scene.queue.readAgain()
        await scene.settle()
        expect(scene.drawn).toBe(scene.kept)
        expect(scene.disagreements).toBe(0)
        const letters = [...scene.kept].filter((character) => character > 'z')
        expect(new Set(letters).size).toBe(letters.length)
      }),
      { numRuns: 300 },
    )
  })

  it('lose no letter that was typed when others take words away around it', async () => {
    const foreign = fc.record({ from: fc.nat(14), to: fc.nat(14) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.nat(15), foreign), { maxLength: 12 }),
        async (steps) => {
          const scene = new Scene('abc def ghi jkl\n')
          let typed = ''
          for (const step of steps) {
            if (typeof step === 'number') {
              const character = String.fromCharCode(0x4e00 + typed.length)
              typed += character
              scene.type(insert(Math.min(step, scene.drawn.length - 1), character))
            } else {
              // Others take away words of the beginning only, not what has been typed and kept.
              const at = scene.kept.search(/[a-l]/)
              if (at >= 0) scene.change({ start: at, end: at + 1, text: '' })
              if (step.from > step.to) await scene.letGo()
            }
          }
          await scene.settle()
          scene.queue.readAgain()
          await scene.settle()
          for (const character of typed) expect(scene.kept.split(character)).toHaveLength(2)
          expect(scene.drawn).toBe(scene.kept)
        },
      ),
      { numRuns: 200 },
    )
  })
})
