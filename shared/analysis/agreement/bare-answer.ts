import { alphaU } from './alpha-u.ts'
import { krippendorffAlpha, type Level } from './alpha.ts'
import { isObject } from './bad-data.ts'
import type { BareData, BareRatings } from './bare-data.ts'
import type { Coefficient } from './coefficient.ts'
import { brennanPrediger, fleiss } from './many-coders.ts'
import { codedOnlyAgreement, holsti, observedAgreement, percentAgreement } from './percent.ts'
import { ofPair, pairsOf, total, valueCounts, type Rated } from './ratings.ts'
import { cohenKappa, cohenKappaMax, expectedByTwo, observedByTwo, scottPi } from './two-coders.ts'
import { uAlphas } from './u-alpha.ts'

/** A named answer: a coefficient, or words and numbers that say what it rests on. */
export type Answer = {
  [name: string]: Coefficient | string | number | Answer | string[] | Answer[]
}

/** Every coefficient that applies to bare data, by its name in the literature. */
export function answerBareData(data: BareData): Answer {
  return data.shape === 'continuum' ? ofContinuum(data) : ofRatings(data)
}

function ofRatings(data: BareRatings): Answer {
  const { units, coderNames } = data
  const values = [...valueCounts(units).keys()]
  const many = fleiss(units)
  const judges = Math.max(0, ...units.map((unit) => unit.values.length))
  const byTwo = coderNames?.length === 2
  return {
    shape: data.shape,
    units: total(units),
    coders: coderNames ? coderNames.length : judges,
    categories: Math.max(data.values ?? 0, values.length),
    percent: percentAgreement(units),
    percentAgreement: percentAgreement(units),
    // Both ask who made which judgement; rows do not say.
    ...(coderNames
      ? {
          codedOnly: codedOnlyAgreement(units, isCodedAmong(values)),
          holsti: holsti(units),
        }
      : {}),
    ...(byTwo ? ofTwo(units) : ofMany(data, many, judges)),
    fleiss: { ...many },
    S: brennanPrediger(units, data.values ?? undefined),
    ...alphas(data),
    ...(coderNames && coderNames.length > 2 ? { pairs: perPair(units, coderNames) } : {}),
  }
}

function ofTwo(units: readonly Rated[]): Answer {
  return {
    po: observedByTwo(units),
    p: observedByTwo(units),
    pe: expectedByTwo(units),
    kappa: cohenKappa(units),
    kappaIs: 'Cohen 1960',
    kappaMax: cohenKappaMax(units),
    pi: scottPi(units),
  }
}

function ofMany(
  { units, coderNames }: BareRatings,
  many: ReturnType<typeof fleiss>,
  judges: number,
): Answer {
  return {
    po: observedAgreement(units),
    ...many,
    kappaIs: 'Fleiss 1971',
    // Scott's pi does not ask who of two made which judgement.
    ...(coderNames === null && judges === 2 ? { pi: scottPi(units) } : {}),
  }
}

/** In data of 0 and 1, 0 is “not coded”; otherwise every value is a coding. */
function isCodedAmong(values: readonly string[]): (value: string) => boolean {
  const isBinary = values.every((value) => value === '0' || value === '1')
  return (value) => !isBinary || value !== '0'
}

const alphaNames: Record<Level, string> = {
  nominal: 'alphaNominal',
  ordinal: 'alphaOrdinal',
  interval: 'alphaInterval',
  ratio: 'alphaRatio',
}

function alphas({ units, order, hasNamedValues }: BareRatings): Answer {
  const levels: Level[] = hasNamedValues ? ['nominal', 'ordinal', 'interval', 'ratio'] : ['nominal']
  return Object.fromEntries(
    levels.map((level) => [alphaNames[level], krippendorffAlpha(units, level, order)]),
  )
}

function perPair(units: readonly Rated[], names: readonly string[]): Answer[] {
  return pairsOf(names.length).map(([first, second]) => {
    const pair = ofPair(units, first, second)
    return {
      coders: [names[first] ?? '', names[second] ?? ''],
      percent: percentAgreement(pair),
      holsti: holsti(pair),
      ...ofTwo(pair),
    }
  })
}

function ofContinuum(data: Extract<BareData, { shape: 'continuum' }>): Answer {
  const unitizing = alphaU(data.continuum, data.codes)
  const { kuAlpha, ...family } = uAlphas(data.continuum, data.codes)
  const perCode = { ...Object.fromEntries(unitizing.perCode), all: unitizing.all }
  const answer: Answer = {
    // Codes by their own names come first, so that no code takes the place of a coefficient.
    ...perCode,
    shape: data.shape,
    length: data.continuum.length,
    coders: data.coderNames.length,
    coderNames: data.coderNames,
    codes: data.codes,
    unitsAre: data.unitsAre,
    unitsBy: data.unitsBy,
    all: unitizing.all,
    alphaU: perCode,
    ...family,
    kuAlpha: Object.fromEntries(kuAlpha),
  }
  return answer
}

export function isCoefficient(value: Answer[string]): value is Coefficient {
  return isObject(value) && 'computable' in value
}
