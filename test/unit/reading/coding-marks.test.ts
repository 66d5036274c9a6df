import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { overlaps, rangeAfterSplice } from '../../../renderer/reading/coding-marks.ts'
import { hueCount, hueIndex, rangeLevels } from '../../../renderer/reading/mark-levels.ts'
import { layOutStripes } from '../../../renderer/reading/stripe-layout.ts'
import { applyEdit } from '../../../shared/text/text-splice.ts'

const ranges = fc
  .array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })), { maxLength: 40 })
  .map((pairs) =>
    pairs
      .map(([start, length]) => ({ start, end: start + length }))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  )

describe('a range after an edit', () => {
  it('grows with words put inside it, not at its ends', () => {
    const range = { start: 10, end: 20 }
    expect(rangeAfterSplice(range, { start: 15, end: 15, length: 3 })).toEqual({
      start: 10,
      end: 23,
    })
    expect(rangeAfterSplice(range, { start: 10, end: 10, length: 3 })).toEqual({
      start: 13,
      end: 23,
    })
    expect(rangeAfterSplice(range, { start: 20, end: 20, length: 3 })).toEqual({
      start: 10,
      end: 20,
    })
    expect(rangeAfterSplice(range, { start: 5, end: 25, length: 0 })).toEqual({ start: 5, end: 5 })
  })

  it('still holds those of its words that were not replaced', () => {
    const text = Array.from({ length: 60 }, (_, index) => String.fromCharCode(0x4e00 + index)).join(
      '',
    )
    const offset = fc.nat(text.length)
    fc.assert(
      fc.property(offset, offset, offset, offset, fc.nat(5), (a, b, c, d, length) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) }
        const edit = { start: Math.min(c, d), end: Math.max(c, d), text: 'x'.repeat(length) }
        const after = rangeAfterSplice(range, { start: edit.start, end: edit.end, length })
        const kept = [...text.slice(range.start, range.end)].filter((letter) => {
          const at = text.indexOf(letter)
          return at < edit.start || at >= edit.end
        })
        const held = applyEdit(text, edit).slice(after.start, after.end).replaceAll('x', '')
        expect(held).toBe(kept.join(''))
      }),
    )
  })
})

describe('levels of highlights of one hue', () => {
  it('keep overlapping ranges apart as far as they reach', () => {
    fc.assert(
      fc.property(ranges, (items) => {
        const levels = rangeLevels(items, 100)
        for (const [i, a] of items.entries()) {
          for (const [j, b] of items.entries()) {
            if (i < j && levels[i] === levels[j]) expect(overlaps(a, b)).toBe(false)
          }
        }
        expect(Math.max(0, ...rangeLevels(items, 3))).toBeLessThan(3)
      }),
    )
  })

  it('hues go around the circle', () => {
    expect(hueIndex(0)).toBe(0)
    expect(hueIndex(359)).toBe(0)
    fc.assert(fc.property(fc.integer(), (hue) => hueIndex(hue) >= 0 && hueIndex(hue) < hueCount))
  })
})

describe('stripes in the margin', () => {
  it('never cover one another, nor do their names', () => {
    fc.assert(
      fc.property(ranges, (items) => {
        const extents = items.map(({ start, end }) => ({ top: start, bottom: end }))
        const { stripes } = layOutStripes(extents, 15)
        let before = -Infinity
        for (const [index, stripe] of stripes.entries()) {
          const extent = extents[index]
          if (stripe.labelTop !== null) {
            expect(stripe.labelTop).toBeGreaterThanOrEqual(before + 15)
            expect(stripe.labelTop).toBeGreaterThanOrEqual(extent?.top ?? 0)
            before = stripe.labelTop
          }
          for (const [other, second] of stripes.entries()) {
            const extentOther = extents[other]
            if (other <= index || second.column !== stripe.column) continue
            expect(extentOther?.top ?? 0).toBeGreaterThanOrEqual(extent?.bottom ?? 0)
          }
        }
      }),
    )
  })
})
