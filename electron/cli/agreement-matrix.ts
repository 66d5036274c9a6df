import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { BadData } from '../../shared/analysis/agreement/bad-data.ts'
import {
  answerBareData,
  isCoefficient,
  type Answer,
} from '../../shared/analysis/agreement/bare-answer.ts'
import { readBareData } from '../../shared/analysis/agreement/bare-data.ts'
import { reasonText, type Coefficient } from '../../shared/analysis/agreement/coefficient.ts'
import { fileRefusal, messageOf, Refusal } from '../engine/refusal.ts'
import { oneLine, table, type Output } from './output.ts'

/** Coefficients of data that stand in a file of their own, without a project. */
export function agreementOfMatrix(path: string, output: Output): number {
  const answer = answerOf(path)
  if (output.json) output.line(JSON.stringify(toJson(answer)))
  else for (const line of table(rowsOf(answer))) output.line(line)
  return 0
}

function answerOf(path: string): Answer {
  try {
    return answerBareData(readBareData(JSON.parse(textOf(path))))
  } catch (error) {
    if (!(error instanceof BadData || error instanceof SyntaxError)) throw error
    const problem = error instanceof SyntaxError ? `no JSON (${messageOf(error)})` : error.message
    throw new Refusal('args.invalid', { problem: `${path}: ${problem}` })
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(resolve(path), 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw fileRefusal(error, path)
  }
}

/** A number, or an object that says why there is none. */
export function coefficientToJson(
  coefficient: Coefficient,
): number | { computable: false; reason: string; text: string } {
  if (coefficient.computable) return coefficient.value
  return { ...coefficient, text: `not computable: ${reasonText[coefficient.reason]}` }
}

function toJson(value: Answer[string]): unknown {
  if (isCoefficient(value)) return coefficientToJson(value)
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : toJson(one)))
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toJson(one)]))
}

/** Four decimals, as coefficients are printed. */
export function coefficientText(coefficient: Coefficient): string {
  return coefficient.computable
    ? coefficient.value.toFixed(4)
    : `not computable: ${reasonText[coefficient.reason]}`
}

function rowsOf(answer: Answer, before = ''): string[][] {
  return Object.entries(answer).flatMap(([name, value]) => {
    const label = `${before}${oneLine(name)}`
    if (isCoefficient(value)) return [[label, coefficientText(value)]]
    if (!Array.isArray(value)) {
      return typeof value === 'object' ? rowsOf(value, `${label}.`) : [[label, oneLine(value)]]
    }
    return value.flatMap((one, place) =>
      typeof one === 'string' ? [[label, oneLine(one)]] : rowsOf(one, `${label}[${place + 1}].`),
    )
  })
}
