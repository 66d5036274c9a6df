import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignCodings, type CodedRange } from '../../../shared/analysis/compare/align.ts'

const range = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]): CodedRange => ({ start, end: start + length }))
const ranges = fc.array(range, { maxLength: 8 })

test('equal ranges are the same, sharing ones overlap, the rest stands alone', () => {
  const kinds = alignCodings(
    [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
      { start: 50, end: 60 },
    ],
    [
      { start: 0, end: 10 },
      { start: 25, end: 40 },
      { start: 60, end: 70 },
    ],
  ).map(({ kind }) => kind)
  expect(kinds).toEqual(['same', 'overlapping', 'onlyA', 'onlyB'])
})

test('a range that overlaps two goes with the one it shares most with', () => {
  const [first, second] = alignCodings(
    [{ start: 0, end: 30 }],
    [
      { start: 0, end: 10 },
      { start: 12, end: 30 },
    ],
  )
  expect(first).toMatchObject({ kind: 'onlyB', b: { start: 0 } })
  expect(second).toMatchObject({ kind: 'overlapping', b: { start: 12 } })
})

test('every coding is in one pair, overlapping ones are left alone only if the other has a partner, and the sides may change', () => {
  fc.assert(
    fc.property(ranges, ranges, (as, bs) => {
      const pairs = alignCodings(as, bs)
      expect(pairs.flatMap(({ a }) => (a ? [a] : [])).length).toBe(as.length)
      expect(pairs.flatMap(({ b }) => (b ? [b] : [])).length).toBe(bs.length)
      const lone = pairs.filter(({ kind }) => kind === 'onlyA' || kind === 'onlyB')
      for (const { a } of lone)
        for (const { b } of lone) if (a && b) expect(a.start < b.end && b.start < a.end).toBe(false)
      for (const { kind, a, b } of pairs)
        if (a && b) {
          expect(a.start < b.end && b.start < a.end).toBe(true)
          expect(kind === 'same').toBe(a.start === b.start && a.end === b.end)
        }
      const count = (list: typeof pairs, kind: string) =>
        list.filter((pair) => pair.kind === kind).length
      const turned = alignCodings(bs, as)
      expect(count(turned, 'same')).toBe(count(pairs, 'same'))
      expect(count(turned, 'onlyA')).toBe(count(pairs, 'onlyB'))
    }),
    { numRuns: 500 },
  )
})
