import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alphaU } from '../../../shared/analysis/agreement/alpha-u.ts'
import { krippendorffAlpha, levels } from '../../../shared/analysis/agreement/alpha.ts'
import type { Coefficient } from '../../../shared/analysis/agreement/coefficient.ts'
import type { Continuum, Unit } from '../../../shared/analysis/agreement/continuum.ts'
import { brennanPrediger, fleiss } from '../../../shared/analysis/agreement/many-coders.ts'
import {
  codedOnlyAgreement,
  holsti,
  percentAgreement,
} from '../../../shared/analysis/agreement/percent.ts'
import type { Rated } from '../../../shared/analysis/agreement/ratings.ts'
import {
  cohenKappa,
  cohenKappaMax,
  scottPi,
} from '../../../shared/analysis/agreement/two-coders.ts'
import { uAlphas } from '../../../shared/analysis/agreement/u-alpha.ts'
import { valueOf } from './support.ts'

type Measure = (units: readonly Rated[]) => Coefficient

const chanceCorrected: Record<string, Measure> = {
  kappa: cohenKappa,
  pi: scottPi,
  S: brennanPrediger,
  fleiss: (units) => fleiss(units).kappa,
  ...Object.fromEntries(
    levels.map((level) => [level, (units: readonly Rated[]) => krippendorffAlpha(units, level)]),
  ),
}
const measures: Record<string, Measure> = {
  ...chanceCorrected,
  kappaMax: cohenKappaMax,
  percent: percentAgreement,
  holsti: (units) => holsti(units),
  codedOnly: (units) => codedOnlyAgreement(units, (value) => value !== '0'),
}

function ratings(coders: number, missing = true): fc.Arbitrary<Rated[]> {
  const value = fc.constantFrom('0', '1', '2', '3')
  const judgement = missing ? fc.option(value, { freq: 5 }) : value
  return fc.array(
    fc.record({
      values: fc.array(judgement, { minLength: coders, maxLength: coders }),
      count: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 12 },
  )
}
const someRatings = fc.integer({ min: 2, max: 4 }).chain((coders) => ratings(coders))

function expectSame(first: Coefficient, second: Coefficient, what: string): void {
  const [one, other] = [valueOf(first), valueOf(second)]
  if (typeof one === 'number' && typeof other === 'number') expect(one, what).toBeCloseTo(other, 9)
  else expect(one, what).toBe(other)
}

describe('coefficients of units', () => {
  test('N5 the order of coders and of units changes nothing', () => {
    fc.assert(
      fc.property(someRatings, (units) => {
        const turned = units
          .map((unit) => ({ ...unit, values: unit.values.toReversed() }))
          .toReversed()
        for (const [name, of] of Object.entries(measures)) expectSame(of(units), of(turned), name)
      }),
    )
  })

  test('N5 units one by one are the same as units by their number', () => {
    fc.assert(
      fc.property(someRatings, (units) => {
        const single = units.flatMap(({ values, count }) =>
          Array.from({ length: count }, () => ({ values, count: 1 })),
        )
        for (const [name, of] of Object.entries(measures)) expectSame(of(units), of(single), name)
      }),
    )
  })

  test('N5 other names for the values change nothing that is nominal', () => {
    fc.assert(
      fc.property(someRatings, (units) => {
        const names: Record<string, string> = { 0: 'd', 1: 'b', 2: 'a', 3: 'c' }
        const renamed = units.map((unit) => ({
          ...unit,
          values: unit.values.map((value) => (value === null ? null : (names[value] ?? ''))),
        }))
        for (const [name, of] of Object.entries(measures)) {
          if (['ordinal', 'interval', 'ratio', 'codedOnly'].includes(name)) continue
          expectSame(of(units), of(renamed), name)
        }
      }),
    )
  })

  test('N6, N1 nothing is above 1, and full agreement with variation is 1', () => {
    fc.assert(
      fc.property(someRatings, (units) => {
        for (const [name, of] of Object.entries(chanceCorrected)) {
          const value = valueOf(of(units))
          if (typeof value === 'number') expect(value, name).toBeLessThanOrEqual(1 + 1e-12)
        }
        const alike = units.map(({ values, count }) => ({
          values: values.map(() => values[0] ?? null),
          count,
        }))
        const inUse = new Set(
          alike.flatMap((unit) => unit.values.filter((value) => value !== null)),
        )
        for (const [name, of] of Object.entries(chanceCorrected)) {
          if (name === 'kappa' || name === 'pi') continue
          const value = valueOf(of(alike))
          const expected = inUse.size === 0 ? 'noData' : inUse.size === 1 ? 'noVariation' : 1
          if (typeof value === 'number') expect(value, name).toBeCloseTo(Number(expected), 12)
          else expect(value, name).toBe(expected)
        }
      }),
    )
  })

  test('K2 kappa is not above the largest its margins allow, and A4 alpha follows from pi', () => {
    fc.assert(
      fc.property(ratings(2, false), (units) => {
        const [kappa, most] = [valueOf(cohenKappa(units)), valueOf(cohenKappaMax(units))]
        const [pi, alpha] = [valueOf(scottPi(units)), valueOf(krippendorffAlpha(units, 'nominal'))]
        if (typeof kappa !== 'number' || typeof pi !== 'number') {
          expect([most, pi, alpha]).toEqual([kappa, kappa, kappa])
          return
        }
        const judged = 2 * units.reduce((sum, unit) => sum + unit.count, 0)
        expect(kappa).toBeLessThanOrEqual(Number(most) + 1e-12)
        expect(alpha).toBeCloseTo(1 - ((1 - pi) * (judged - 1)) / judged, 9)
        expectSame(scottPi(units), fleiss(units).kappa, 'pi of two is Fleiss')
      }),
    )
  })

  test('P2 what nobody coded changes nothing in coded-only agreement', () => {
    fc.assert(
      fc.property(ratings(2), fc.integer({ min: 1, max: 1e6 }), (units, count) => {
        const isCoded = (value: string): boolean => value !== '0'
        const more = [...units, { values: ['0', '0'], count }]
        const before = codedOnlyAgreement(units, isCoded)
        if (before.computable) expectSame(before, codedOnlyAgreement(more, isCoded), 'coded only')
      }),
    )
  })
})

const length = 60
const continuum: fc.Arbitrary<Continuum> = fc.integer({ min: 2, max: 4 }).chain((coders) =>
  fc
    .tuple(
      ...Array.from({ length: coders }, (_, coder) =>
        fc.uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 12 }).chain((places) => {
          const stops = places.toSorted((one, other) => one - other)
          return fc
            .array(fc.constantFrom('W', 'T', null), {
              minLength: stops.length,
              maxLength: stops.length,
            })
            .map((codes) =>
              codes.flatMap((code, at): Unit[] => {
                const [start, end] = [stops[at], stops[at + 1]]
                if (code === null || start === undefined || end === undefined) return []
                return [{ coder, code, start, end }]
              }),
            )
        }),
      ),
    )
    .map((units) => ({ start: 0, length, coders, units: units.flat() })),
)

describe('coefficients of a continuum', () => {
  const all = (of: Continuum): Coefficient[] => {
    const { kuAlpha, ...family } = uAlphas(of, ['W', 'T'])
    const unitizing = alphaU(of, ['W', 'T'])
    return [
      ...Object.values(family),
      ...kuAlpha.values(),
      ...unitizing.perCode.values(),
      unitizing.all,
    ]
  }

  test('N5 the order of coders and units, and the side from which one reads, change nothing', () => {
    fc.assert(
      fc.property(continuum, (of) => {
        const turned = of.units.map((unit) => ({ ...unit, coder: of.coders - 1 - unit.coder }))
        const mirrored = of.units.map((unit) => ({
          ...unit,
          start: length - unit.end,
          end: length - unit.start,
        }))
        const expected = all(of)
        for (const units of [turned.toReversed(), mirrored]) {
          for (const [at, value] of all({ ...of, units }).entries()) {
            expectSame(value, expected[at] ?? value, String(at))
          }
        }
      }),
    )
  })

  test('N6 nothing is above 1; coders who do the same agree fully', () => {
    fc.assert(
      fc.property(continuum, (of) => {
        for (const coefficient of all(of)) {
          if (coefficient.computable) expect(coefficient.value).toBeLessThanOrEqual(1 + 1e-12)
        }
        const first = of.units.filter((unit) => unit.coder === 0)
        const alike = Array.from({ length: of.coders }, (_, coder) =>
          first.map((unit) => ({ ...unit, coder })),
        )
        const { coverage, ...family } = uAlphas({ ...of, units: alike.flat() })
        const unitizing = alphaU({ ...of, units: alike.flat() })
        for (const found of [family.uAlpha, family.uAlphaBinary, family.cuAlpha, unitizing.all]) {
          if (found.computable) expect(found.value).toBeCloseTo(1, 12)
        }
        const coded = first.reduce((sum, unit) => sum + unit.end - unit.start, 0)
        expect(valueOf(coverage)).toBeCloseTo(coded / length, 9)
      }),
    )
  })

  test('U2 with two codes either one is as reliable as both', () => {
    fc.assert(
      fc.property(continuum, (of) => {
        const { cuAlpha, kuAlpha } = uAlphas(of)
        if (!cuAlpha.computable) return
        for (const one of kuAlpha.values()) expectSame(one, cuAlpha, '(k)uα')
      }),
    )
  })

  test('U4 gaps do not go on across a break', () => {
    const of: Continuum = {
      start: 0,
      length: 20,
      coders: 2,
      units: [
        { coder: 0, code: 'W', start: 2, end: 6 },
        { coder: 1, code: 'W', start: 12, end: 16 },
      ],
    }
    const joined = valueOf(alphaU(of).all)
    const apart = valueOf(alphaU({ ...of, breaks: [10] }).all)
    expect(apart).not.toBe(joined)
    expect([joined, apart].every((value) => typeof value === 'number' && value < 0)).toBe(true)
  })
})
