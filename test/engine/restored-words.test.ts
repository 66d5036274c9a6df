import { expect, test } from 'vitest'
import { codeWords, newPair, send } from './support/pair.ts'
import { expectInvariants } from './support/invariants.ts'
import { projectedRows } from './support/tables.ts'

test('S5 words coded by one while the other took them away and back carry the coding, the same on both', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId, codeId, paths } = pair
  const { text } = await anna.get('sources.text', { sourceId })
  const start = text.indexOf('venter')
  await anna.do('sources.editText', { sourceId, start, end: start + 6, text: '' })
  await anna.do('history.undo', {})
  const passageId = await codeWords(bo, sourceId, 'venter på svar', codeId)
  // The last exchange brings nothing but which characters stand for which.
  await send(pair, anna, bo)
  await send(pair, bo, anna)
  await send(pair, anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  for (const engine of [anna, bo]) {
    const found = await engine.get('passages.get', { passageId })
    expect(found).toMatchObject({ quote: 'venter på svar', state: 'placed' })
    await expectInvariants(engine)
  }
})

test('S5 words that both took away and back, without knowing of each other, leave passages in the same place on both', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId, codeId, paths } = pair
  const passageId = await codeWords(anna, sourceId, 'venter på svar', codeId)
  await send(pair, anna, bo)
  for (const engine of [anna, bo]) {
    const { text } = await engine.get('sources.text', { sourceId })
    const start = text.indexOf('venter')
    await engine.do('sources.editText', { sourceId, start, end: start + 6, text: '' })
    await engine.do('history.undo', {})
  }
  await send(pair, bo, anna)
  await send(pair, anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  for (const engine of [anna, bo]) {
    expect((await engine.get('passages.get', { passageId })).quote).toMatch(/^venter.* på svar$/u)
    await expectInvariants(engine)
  }
})
