import { expect } from 'vitest'
import { answerBareData, isCoefficient } from '../../../shared/analysis/agreement/bare-answer.ts'
import { readBareData } from '../../../shared/analysis/agreement/bare-data.ts'
import type { Coefficient } from '../../../shared/analysis/agreement/coefficient.ts'

/** The coefficients of bare data by name; those that are not computable by their reason. */
export function answered(data: unknown): Record<string, number | string> {
  const answer = answerBareData(readBareData(data))
  return Object.fromEntries(
    Object.entries(answer).flatMap(([name, value]) =>
      isCoefficient(value) ? [[name, valueOf(value)]] : [],
    ),
  )
}

/** A number, or the reason why there is none. */
export function valueOf(coefficient: Coefficient): number | string {
  return coefficient.computable ? coefficient.value : coefficient.reason
}

/** A value agrees with one that is printed with so many decimals. */
export function expectPrinted(
  value: number | string | undefined,
  printed: number,
  what: string,
  tolerance?: number,
): void {
  expect(typeof value, `${what} is a number, not ${value}`).toBe('number')
  const decimals = String(printed).split('.')[1]?.length ?? 0
  // What is printed was rounded, by half of its last place at most.
  const within = tolerance ?? 0.5 * 10 ** -decimals + 1e-9
  expect(Math.abs(Number(value) - printed), `${what}: ${value} for ${printed}`).toBeLessThanOrEqual(
    within,
  )
}
