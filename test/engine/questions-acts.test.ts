import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Question } from '../../shared/analysis/question/question.ts'
import { newProject, newSource, type TestEngine } from './support/project.ts'

async function codedSource(engine: TestEngine) {
  const text = 'Vi venter på vedtaket. Ingen ringer. Vi venter på svar.'
  const sourceId = await newSource(engine, text)
  const code = await engine.do('codes.create', { name: 'ventetid' })
  for (const words of ['Vi venter på vedtaket.', 'Vi venter på svar.'])
    await engine.do('passages.code', {
      sourceId,
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      codeId: code.id,
    })
  return { sourceId, waiting: { type: 'coded', codeIds: [code.id] } satisfies Question }
}

test('all answers are coded in one step, those that have the code already are left alone, and one undo takes it back', async () => {
  const engine = await newProject()
  const { waiting } = await codedSource(engine)
  const made = await engine.do('analysis.code', { question: waiting, newCode: { name: 'uro' } })
  expect(made).toMatchObject({ passages: 2, coded: 2 })
  const unease: Question = { type: 'coded', codeIds: [made.codeId] }
  const both: Question = { type: 'and', parts: [waiting, unease] }
  expect(await engine.get('analysis.ask', { question: both })).toMatchObject({
    total: 2,
    codings: 4,
  })
  const again = await engine.do('analysis.code', { question: waiting, codeId: made.codeId })
  expect(again).toEqual({ codeId: made.codeId, passages: 2, coded: 0 })
  await engine.do('history.undo', {})
  expect((await engine.get('analysis.ask', { question: unease })).total).toBe(0)
  expect((await engine.get('codes.list', {})).items.map(({ name }) => name)).toEqual(['ventetid'])
  expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
})

test('coding answers that is stopped half-way leaves nothing behind', async () => {
  const engine = await newProject()
  for (let n = 0; n < 40; n++) await newSource(engine, `plan ${n}`)
  await engine.do('search.code', { query: 'plan', unit: 'hit', newCode: { name: 'Plan' } })
  const [plan] = (await engine.get('codes.list', {})).items
  const question: Question = { type: 'coded', codeIds: [plan?.id ?? ''] }
  const codings = async () => (await engine.get('project.counts', {})).codings
  const before = await codings()
  const newCode = { name: 'uro' }
  const coding = engine.command('analysis.code', { question, newCode, task: 'code' })
  // Others are answered between the portions: there are three.
  while ((await codings()) === before) await nextTurn()
  await engine.do('tasks.cancel', { task: 'code' })
  expect(await coding).toMatchObject({ ok: false, error: { code: 'task.cancelled' } })
  expect(await codings()).toBe(before)
  expect((await engine.get('codes.list', {})).items).toHaveLength(1)
  expect((await engine.get('project.check', {})).clean).toBe(true)
})

test('a question without answers is not coded, and a matrix that is too large is refused', async () => {
  const engine = await newProject()
  const { waiting } = await codedSource(engine)
  const none: Question = { type: 'and', parts: [waiting, { type: 'not', part: waiting }] }
  const refusal = await engine.refusal('analysis.code', {
    question: none,
    newCode: { name: 'uro' },
  })
  expect(refusal.code).toBe('analysis.nothingToCode')
  expect((await engine.get('codes.list', {})).items).toHaveLength(1)
  const items = Array.from({ length: 2001 }, (_, at) => ({ label: `${at}`, question: waiting }))
  const large = await engine.ask('analysis.matrix', {
    rows: { by: 'questions', items },
    columns: { by: 'questions', items },
  })
  expect(large).toMatchObject({ ok: false, error: { code: 'analysis.tooManyCells' } })
})

test('questions are kept, changed, and deleted with undo; their counts follow the coding', async () => {
  const engine = await newProject()
  const { waiting, sourceId } = await codedSource(engine)
  const saved = await engine.do('savedQuestions.create', { name: 'Venting', question: waiting })
  const count = async () => {
    const [kept] = (await engine.get('savedQuestions.list', {})).items
    const question = kept?.question ?? { type: 'anything' }
    return (await engine.get('analysis.ask', { question, limit: 0 })).total
  }
  expect(await count()).toBe(2)
  const [codeId = ''] = waiting.codeIds
  await engine.do('passages.code', { sourceId, start: 3, end: 9, codeId })
  expect(await count()).toBe(3)
  await engine.do('savedQuestions.update', {
    savedQuestionId: saved.id,
    name: 'Alt annet',
    question: { type: 'not', part: waiting },
  })
  expect(await count()).toBe(0)
  await engine.do('savedQuestions.delete', { savedQuestionIds: [saved.id] })
  expect((await engine.get('savedQuestions.list', {})).items).toEqual([])
  await engine.do('history.undo', {})
  const { items } = await engine.get('savedQuestions.list', {})
  expect(items).toMatchObject([{ name: 'Alt annet', question: { type: 'not' } }])
})
