import type { AgreementMeasure, AgreementResult } from '../../contract/agreement.ts'

/** Measures of units being coded or not, and of where units begin and end: a table each. */
const measuresOfPart = {
  units: [
    'percent',
    'codedOnly',
    'holsti',
    'kappa',
    'kappaMax',
    'alphaNominal',
    'pi',
    'S',
    'fleissKappa',
    'pe',
    'alphaOrdinal',
    'alphaInterval',
    'alphaRatio',
  ],
  unitizing: ['alphaU', 'kuAlpha', 'uAlpha', 'uAlphaBinary', 'cuAlpha', 'coverage'],
} as const satisfies Record<string, AgreementMeasure[]>
export type AgreementPart = keyof typeof measuresOfPart
export type ShownMeasure = (typeof measuresOfPart)[AgreementPart][number]

export const agreementParts = ['units', 'unitizing'] as const satisfies AgreementPart[]

/** The measures of a part that a result has. */
export function measuresShown(result: AgreementResult, part: AgreementPart): ShownMeasure[] {
  const rows = [...result.codes, result.overall]
  return measuresOfPart[part].filter((name) => rows.some((row) => row.measures[name] !== undefined))
}

/** A value as it is printed: coefficients with three decimals, per cent with one. */
export function measureText(name: AgreementMeasure, value: number, locale: string): string {
  const decimals = decimalsOf(name)
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value)
}

export function decimalsOf(name: AgreementMeasure): number {
  return name === 'percent' ? 1 : 3
}
