import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdit, editBetween, joinEdits } from '../../../shared/text/text-splice.ts'

const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '😁', 'æ') })

describe('an edit found between two texts', () => {
  it('is the typed letter only', () => {
    expect(editBetween('Jeg går', 'Jeg igår', 100)).toEqual({ start: 104, end: 104, text: 'i' })
    expect(editBetween('samme', 'samme', 0)).toBeUndefined()
    // Which of two equal letters came or went, the caret tells.
    expect(editBetween('der', 'dder', 0, 1)).toEqual({ start: 0, end: 0, text: 'd' })
    expect(editBetween('der', 'dder', 0)).toEqual({ start: 1, end: 1, text: 'd' })
    expect(editBetween('dder', 'der', 0, 0)).toEqual({ start: 0, end: 1, text: '' })
    expect(editBetween('dder', 'der', 0, 1)).toEqual({ start: 1, end: 2, text: '' })
  })

  it('turns the one into the other and cuts no surrogate pair', () => {
    fc.assert(
      fc.property(words, words, words, fc.nat(), (head, before, after, place) => {
        const edit = editBetween(before, after, head.length, place % (after.length + 1))
        const changed = edit === undefined ? head + before : applyEdit(head + before, edit)
        expect(changed).toBe(head + after)
        if (edit !== undefined) expect(edit.text.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('two edits as one', () => {
  it('typing joins letter by letter', () => {
    const first = { start: 5, end: 5, text: 'n' }
    expect(joinEdits(first, { start: 6, end: 6, text: 'å' })).toEqual({
      start: 5,
      end: 5,
      text: 'nå',
    })
    expect(joinEdits(first, { start: 9, end: 9, text: 'x' })).toBeUndefined()
  })

  it('have the same effect as one after the other', () => {
    const edit = (length: number) =>
      fc.tuple(fc.nat(length), fc.nat(length), words).map(([a, b, text]) => ({
        start: Math.min(a, b),
        end: Math.max(a, b),
        text,
      }))
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 20 })
    const cases = plain.chain((text) =>
      edit(text.length).chain((first) =>
        edit(applyEdit(text, first).length).map((second) => ({ text, first, second })),
      ),
    )
    fc.assert(
      fc.property(cases, ({ text, first, second }) => {
        const joined = joinEdits(first, second)
        if (joined === undefined) return
        expect(applyEdit(text, joined)).toBe(applyEdit(applyEdit(text, first), second))
      }),
      { numRuns: 500 },
    )
  })
})
