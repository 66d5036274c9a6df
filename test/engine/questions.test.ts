import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  lineQuestion,
  measures,
  type Axis,
  type Crossing,
} from '../../shared/analysis/question/axis.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { countWords } from '../../shared/text/paragraphs.ts'
import '../support/seed.ts'
import { expectAnswers, expectCells } from './support/expect-answers.ts'
import { naiveAnswers, naiveMatched, readMaterial, type Material } from './support/naive-answers.ts'
import { newProject, type TestEngine } from './support/project.ts'
import { Chance, randomQuestion, randomWorld } from './support/random-questions.ts'

const worlds = 4
const questionsOfWorld = 80

async function newWorld(seed: number): Promise<{ engine: TestEngine; material: Material }> {
  const engine = await newProject()
  await randomWorld(engine, new Chance(seed))
  return { engine, material: await readMaterial(engine) }
}

function naiveCounts(material: Material, question: Question) {
  const answers = naiveAnswers(material, question)
  return {
    total: answers.length,
    sources: new Set(answers.map(({ sourceId }) => sourceId)).size,
    words: answers.reduce((sum, { quote }) => sum + countWords(quote), 0),
    codings: answers.reduce(
      (sum, passage) => sum + naiveMatched(material, question, passage).length,
      0,
    ),
  }
}

test('A1–A14 every question has the answers that its words say, in order, and every count equals its list', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { engine, material } = await newWorld(seed)
      const chance = new Chance(seed + 1)
      for (let count = 0; count < questionsOfWorld; count++) {
        const question = randomQuestion(chance, material, 3)
        const { items, ...counts } = await expectAnswers(engine, material, question)
        expect(counts, JSON.stringify(question)).toEqual(naiveCounts(material, question))
        const page = await engine.get('analysis.ask', { question, limit: 3, offset: 2 })
        expect(page.items).toEqual(items.slice(2, 5))
        found += items.length
      }
      engine.close()
    }),
    { numRuns: worlds },
  )
  expect(found).toBeGreaterThan(worlds * questionsOfWorld)
})

test('A16 every cell, line and group of a matrix counts what its question answers', async () => {
  let filled = 0
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { engine, material } = await newWorld(seed)
      const chance = new Chance(seed + 2)
      const axes: Axis[] = [
        { by: 'codes' },
        { by: 'codes', subcodes: true },
        { by: 'code sets' },
        { by: 'analysts' },
        {
          by: 'time',
          of: 'codings',
          unit: chance.one(['day', 'week', 'month', 'year'] as const),
        },
        { by: 'time', of: 'sources', unit: 'month' },
        { by: 'sources' },
        { by: 'source kinds' },
        { by: 'source levels' },
        { by: 'folders' },
        { by: 'persons' },
        { by: 'persons', as: 'participant' },
        { by: 'roles' },
        { by: 'roles', as: 'participant' },
        { by: 'texts' },
        { by: 'actors' },
        { by: 'terms' },
        { by: 'activation modes' },
        { by: 'cases' },
        { by: 'attribute', attributeId: chance.one(material.attributes).id },
        { by: 'standing questions' },
        { by: 'activation stances' },
        {
          by: 'questions',
          items: [1, 2, 3].map((index) => ({
            label: `${index}`,
            question: randomQuestion(chance, material, 1),
          })),
        },
      ]
      for (let count = 0; count < 32; count++) {
        const rows = chance.one(axes)
        const columns = chance.one(axes)
        const measure = chance.one(measures)
        const scope = chance.happens(2) ? randomQuestion(chance, material, 1) : undefined
        const crossing: Crossing | undefined = chance.happens(3)
          ? { how: chance.one(['overlapping', 'same turn', 'within'] as const) }
          : undefined
        const table = await engine.get('analysis.matrix', {
          rows,
          columns,
          measure,
          scope,
          crossing,
        })
        const valueOf = (question: Question) =>
          naiveCounts(material, question)[measure === 'passages' ? 'total' : measure]
        filled += table.cells.length / 3
        for (const row of table.rows)
          expect(row.total, row.label).toBe(valueOf(lineQuestion(row.question, scope)))
        expectCells(table, valueOf, scope, crossing)
        const groups = await engine.get('analysis.group', {
          question: scope ?? { type: 'anything' },
          by: rows,
          measure,
        })
        expect(groups.items).toEqual(table.rows)
      }
      engine.close()
    }),
    { numRuns: 3 },
  )
  expect(filled).toBeGreaterThan(100)
})

test('each of those who are counted is in one group, and its question has what belongs to them', async () => {
  let [fitting, others] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { engine, material } = await newWorld(seed)
      const chance = new Chance(seed + 3)
      const theirs = {
        persons: (ids: string[]): Question => ({ type: 'person', personIds: ids, as: 'speaker' }),
        cases: (ids: string[]): Question => ({ type: 'case', caseIds: ids }),
        sources: (ids: string[]): Question => ({ type: 'source', sourceIds: ids }),
      }
      for (let count = 0; count < 30; count++) {
        const of = chance.one(['persons', 'cases', 'sources'] as const)
        const question = randomQuestion(chance, material, 2)
        // What holders have themselves is asked of them, whatever is coded.
        if (question.type === 'attribute') continue
        const { total, groups } = await engine.get('people.tally', { of, question })
        const told = `${of} ${JSON.stringify(question)}`
        const ids = groups.flatMap((group) => group.ids).sort()
        expect(ids, told).toEqual(material[of].map(({ id }) => id).sort())
        expect(total).toBe(ids.length)
        const has = (id: string) =>
          naiveAnswers(material, { type: 'and', parts: [question, theirs[of]([id])] }).length > 0
        const expected = ids.filter(has)
        expect(groups.find(({ value }) => value === true)?.ids.toSorted(), told).toEqual(expected)
        for (const group of groups) {
          expect(group.question === null, told).toBe(group.ids.length === 0)
          if (group.question === null) continue
          const around = theirs[of](group.ids)
          const { items } = await engine.get('analysis.ask', {
            ...{ question: group.question, limit: 1000 },
          })
          const wanted: Question =
            group.value === true ? { type: 'and', parts: [question, around] } : around
          expect(items.map(({ id }) => id)).toEqual(
            naiveAnswers(material, wanted).map(({ id }) => id),
          )
        }
        fitting += expected.length
        others += ids.length - expected.length
      }
      engine.close()
    }),
    { numRuns: 3 },
  )
  expect(Math.min(fitting, others)).toBeGreaterThan(20)
})
