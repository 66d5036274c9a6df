import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCoders, type CodedSource } from '../../../shared/analysis/agreement/coded-text.ts'
import {
  characterFinder,
  passageFinder,
  segmentFinder,
  type CodedSpan,
} from '../../../shared/analysis/agreement/coded-units.ts'
import { observedAgreement } from '../../../shared/analysis/agreement/percent.ts'
import type { Rated } from '../../../shared/analysis/agreement/ratings.ts'
import { cohenKappa } from '../../../shared/analysis/agreement/two-coders.ts'
import { valueOf } from './support.ts'

const length = 40

const spans: fc.Arbitrary<CodedSpan[]> = fc.array(
  fc
    .record({
      coder: fc.integer({ min: 0, max: 1 }),
      code: fc.constantFrom('W', 'T'),
      start: fc.integer({ min: 0, max: length - 1 }),
      size: fc.integer({ min: 1, max: 15 }),
    })
    .map(({ coder, code, start, size }) => ({
      coder,
      code,
      start,
      end: Math.min(length, start + size),
      weight: null,
    })),
  { maxLength: 12 },
)

/** The slow and obvious way: one unit for each character. */
function oneByOne(all: readonly CodedSpan[], code: string, scope: 'all' | 'coded'): Rated[] {
  const has = (at: number, fits: (span: CodedSpan) => boolean): boolean =>
    all.some((span) => span.start <= at && at < span.end && fits(span))
  return Array.from({ length }, (_, at) => at)
    .filter((at) => scope === 'all' || has(at, () => true))
    .map((at) => ({
      values: [0, 1].map((coder) =>
        has(at, (span) => span.coder === coder && span.code === code) ? '1' : '0',
      ),
      count: 1,
    }))
}

describe('C2, C4 characters', () => {
  test('counted by stretches they give what they give one by one', () => {
    fc.assert(
      fc.property(spans, fc.constantFrom('all' as const, 'coded' as const), (all, scope) => {
        const source = { length, spans: all, finder: characterFinder(length) }
        const { perCode } = compareCoders([source], { coders: 2, codes: ['W', 'T'], scope })
        for (const [place, code] of ['W', 'T'].entries()) {
          const rated = oneByOne(all, code, scope)
          const found = perCode[place]
          expect(found?.units).toBe(rated.length)
          for (const [name, of] of [
            ['po', observedAgreement],
            ['kappa', cohenKappa],
          ] as const) {
            const [value, expected] = [valueOf(found?.measures[name] ?? of([])), valueOf(of(rated))]
            if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 9)
            else if (rated.length > 0) expect(value).toBe(expected)
          }
        }
      }),
    )
  })

  test('units of one character are the same as characters', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const units = Array.from({ length }, (_, at) => ({ start: at, end: at + 1 }))
        const how = { coders: 2, codes: ['W', 'T'], scope: 'coded' } as const
        const [characters, segments] = [characterFinder(length), segmentFinder(units, 1)].map(
          (finder) => compareCoders([{ length, spans: all, finder }], how),
        )
        expect(segments?.perCode.map(({ codedBy }) => codedBy)).toEqual(
          characters?.perCode.map(({ codedBy }) => codedBy),
        )
        expect(segments?.units).toBe(characters?.units)
        expect(segments?.uncoded).toBe(0)
      }),
    )
  })
})

test('C2 passages do not depend on who coded first', () => {
  fc.assert(
    fc.property(spans, fc.constantFrom(0, 0.3, 0.5, 1), (all, overlap) => {
      const how = { coders: 2, codes: ['W', 'T'], scope: 'coded' } as const
      const of = (some: CodedSpan[]): number[][] =>
        compareCoders(
          [{ length, spans: some, finder: passageFinder(some, overlap) }],
          how,
        ).perCode.map(({ codedBy, codedByAll, units }) => [...codedBy, codedByAll, units])
      expect(of(all.toReversed())).toEqual(of(all))
    }),
  )
})

test('C7 10,000 codings of 300,000 characters by two analysts are compared without going character by character', () => {
  const size = 300_000
  const many = Array.from({ length: 10_000 }, (_, at): CodedSpan => {
    // Spread without chance, with all kinds of overlap.
    const start = (at * 7919) % (size - 400)
    return {
      coder: at % 2,
      code: `code ${at % 60}`,
      start,
      end: start + 20 + (at % 350),
      weight: null,
    }
  })
  const codes = [...new Set(many.map(({ code }) => code))]
  const source: CodedSource = { length: size, spans: many, finder: characterFinder(size) }
  const { overall } = compareCoders([source], { coders: 2, codes, scope: 'all' })
  expect(overall.units).toBe(size * codes.length)
})
