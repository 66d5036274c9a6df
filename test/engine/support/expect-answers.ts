import { expect } from 'vitest'
import { cellValues } from '../../../shared/analysis/figures/shown-matrix.ts'
import { cellQuestion, type Crossing } from '../../../shared/analysis/question/axis.ts'
import type { Question } from '../../../shared/analysis/question/question.ts'
import type { QueryOutput } from '../../../shared/contract/index.ts'
import { naiveAnswers, naiveMatched, type Material } from './naive-answers.ts'
import type { TestEngine } from './project.ts'

/** Proves that a question has the answers that its words say, in order; gives what was answered. */
export async function expectAnswers(
  engine: TestEngine,
  material: Material,
  question: Question,
  told = JSON.stringify(question),
): Promise<QueryOutput<'analysis.ask'>> {
  const expected = naiveAnswers(material, question)
  const answer = await engine.get('analysis.ask', { question, limit: 1000 })
  expect(
    answer.items.map(({ id }) => id),
    told,
  ).toEqual(expected.map(({ id }) => id))
  expect(
    answer.items.map(({ matched }) => matched),
    told,
  ).toEqual(expected.map((passage) => naiveMatched(material, question, passage)))
  return answer
}

/** Proves that every cell of a matrix is the value of its question. */
export function expectCells(
  table: QueryOutput<'analysis.matrix'>,
  valueOf: (question: Question) => number,
  scope?: Question,
  crossing?: Crossing,
): void {
  const cells = cellValues(table)
  for (const [at, row] of table.rows.entries())
    for (const [beside, column] of table.columns.entries()) {
      const question = cellQuestion(row.question, column.question, scope, crossing)
      expect(cells[at * table.columns.length + beside], JSON.stringify(question)).toBe(
        valueOf(question),
      )
    }
}
