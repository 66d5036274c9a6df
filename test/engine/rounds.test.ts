import { expect, test } from 'vitest'
import { standpoint } from './support/command-line.ts'
import { codeWords, interview, send } from './support/pair.ts'
import { expectInvariants } from './support/invariants.ts'
import { codeInRound, newRoundPair, quotes } from './support/rounds.ts'
import { projectedRows } from './support/tables.ts'

test('B1, B3 in a round everything that is coded goes to the own layer, and only that is seen', async () => {
  const pair = await newRoundPair()
  const { anna, sourceId, codeId, roundId } = pair
  const { id: other } = await anna.do('codes.create', { name: 'annet' })
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await anna.do('rounds.enter', { roundId })
  expect(await quotes(anna, { sourceId })).toEqual([])
  expect((await anna.get('codes.get', { codeId })).codings).toBe(0)
  const passageId = await codeWords(anna, sourceId, 'ringer legen', codeId)
  const [coding] = (await anna.get('passages.get', { passageId })).codings
  expect(coding).toMatchObject({ layer: roundId, codeId })
  const codingId = coding?.id ?? ''
  await anna.do('codings.update', { codingId, comment: 'tvil', weight: 40 })
  await anna.do('codings.recode', { codingIds: [codingId], codeId: other })
  const start = interview.indexOf('legen')
  await anna.do('passages.changeRange', { passageId, start, end: start + 5 })
  expect((await anna.get('sources.passages', { sourceId })).items).toMatchObject([
    { id: passageId, quote: 'legen', codings: [{ codeId: other, comment: 'tvil', weight: 40 }] },
  ])
  await expectInvariants(anna)
  await anna.do('rounds.enter', { roundId: null })
  expect((await anna.get('sources.passages', { sourceId })).items).toMatchObject([
    { quote: 'ringer legen', codings: [{ codeId, comment: '', layer: 'working' }] },
  ])
  expect(await quotes(anna, { sourceId, layer: roundId })).toEqual(['legen'])
  await anna.do('rounds.enter', { roundId })
  await anna.do('codings.delete', { codingIds: [codingId] })
  expect((await anna.get('sources.passages', { sourceId })).items).toEqual([])
  await expectInvariants(anna)
})

test('B1 undo and redo walk through the layer; what is common stays', async () => {
  const pair = await newRoundPair()
  const { anna, paths, sourceId, codeId, roundId } = pair
  await anna.do('rounds.enter', { roundId })
  const before = projectedRows(paths.anna)
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await codeWords(anna, sourceId, 'venter på svar', codeId)
  const after = projectedRows(paths.anna)
  await anna.do('history.undo', {})
  await anna.do('history.undo', {})
  expect(projectedRows(paths.anna)).toEqual(before)
  await anna.do('history.redo', {})
  await anna.do('project.open', { path: paths.anna })
  await anna.do('history.redo', {})
  expect(projectedRows(paths.anna)).toEqual(after)
  await expectInvariants(anna)
})

test('B1, B4 sources and codes that are not of the round are refused', async () => {
  const pair = await newRoundPair()
  const { anna, annaId, sourceId, codeId } = pair
  const { id: other } = await anna.do('codes.create', { name: 'annet' })
  const { id: elsewhere } = await anna.do('sources.create', { title: 'En annen' })
  const text = 'noen ord'
  await anna.do('sources.editText', { sourceId: elsewhere, start: 0, end: 0, text })
  const { id: roundId } = await anna.do('rounds.create', {
    name: 'Med koder',
    sourceIds: [sourceId],
    analystIds: [annaId],
    codeIds: [codeId],
    isBlind: true,
  })
  await anna.do('rounds.enter', { roundId })
  const code = async (args: { codeId?: string; newCode?: { name: string }; sourceId?: string }) =>
    (await anna.refusal('passages.code', { sourceId, start: 0, end: 4, ...args })).code
  expect(await code({ codeId: other })).toBe('round.otherCode')
  expect(await code({ newCode: { name: 'ny' } })).toBe('round.otherCode')
  expect(await code({ codeId, sourceId: elsewhere })).toBe('round.otherSource')
  const passageId = await codeWords(anna, sourceId, 'ringer legen', codeId)
  const [coding] = (await anna.get('passages.get', { passageId })).codings
  const recode = { codingIds: [coding?.id ?? ''], codeId: other }
  expect((await anna.refusal('codings.recode', recode)).code).toBe('round.otherCode')
  expect((await anna.get('codes.list', {})).items).toHaveLength(2)
})

test('B4 a code made on the fly where all codes are used is common; its use is not', async () => {
  const pair = await newRoundPair()
  const { anna, bo, sourceId, roundId } = pair
  await anna.do('rounds.enter', { roundId })
  await anna.do('passages.code', { sourceId, start: 0, end: 4, newCode: { name: 'ny kode' } })
  await send(pair, anna, bo)
  const found = (await bo.get('codes.list', {})).items.find(({ name }) => name === 'ny kode')
  expect(found).toMatchObject({ codings: 0, sources: 0 })
})

test('B2 passages of a layer move with words that others edit, before and after the layer comes', async () => {
  const pair = await newRoundPair({ isBlind: false })
  const { anna, bo, paths, sourceId, roundId } = pair
  await codeInRound(pair, bo, 'venter på svar')
  await anna.do('sources.editText', { sourceId, start: 0, end: 0, text: 'Først: ' })
  await send(pair, bo, anna)
  await send(pair, anna, bo)
  for (const engine of [anna, bo]) {
    await engine.do('sources.editText', { sourceId, start: 0, end: 7, text: '' })
    expect(await quotes(engine, { sourceId, layer: roundId })).toEqual(['venter på svar'])
    await expectInvariants(engine)
  }
  const { text } = await anna.get('sources.text', { sourceId })
  const start = text.indexOf('venter')
  await anna.do('sources.editText', { sourceId, start, end: start + 14, text: '' })
  const lost = await anna.get('passages.list', { sourceId, layer: roundId })
  expect(lost.items).toMatchObject([{ state: 'lost' }])
  await anna.do('history.undo', {})
  await anna.do('project.open', { path: paths.anna })
  expect(await quotes(anna, { sourceId, layer: roundId })).toEqual(['venter på svar'])
  await expectInvariants(anna)
})

test('B9 undo after a round was made takes back what was done before it, and the round stays', async () => {
  // What is no step stood on the stack of its document all the same, and was taken for the last step.
  const { anna, codeId, roundId } = await newRoundPair()
  await anna.do('codes.update', { codeIds: [codeId], definition: 'ny' })
  await anna.do('rounds.close', { roundId })
  await anna.do('history.undo', {})
  expect((await anna.get('codes.get', { codeId })).definition).toBe('')
  expect((await anna.get('rounds.get', { roundId })).closedBy).toHaveLength(1)
  await expectInvariants(anna)
})

test('B5 who has closed writes no more in the layer, also not by undo, and may reopen until all have closed', async () => {
  const pair = await newRoundPair()
  const { anna, bo, roundId, sourceId, codeId } = pair
  await codeInRound(pair, anna, 'ringer legen')
  expect(await anna.do('rounds.close', { roundId })).toEqual({ state: 'open' })
  expect((await anna.refusal('rounds.enter', { roundId })).code).toBe('round.closed')
  // What is undone now was done before the round.
  expect((await anna.do('history.undo', {})).command).toBe('codes.create')
  await anna.do('history.redo', {})
  expect(await quotes(anna, { sourceId, layer: roundId })).toEqual(['ringer legen'])
  await anna.do('rounds.reopen', { roundId })
  await codeInRound(pair, anna, 'venter på svar')
  await anna.do('rounds.close', { roundId })
  await send(pair, anna, bo)
  expect(await bo.do('rounds.close', { roundId })).toEqual({ state: 'closed' })
  await send(pair, bo, anna)
  expect((await anna.refusal('rounds.reopen', { roundId })).code).toBe('round.closed')
  expect((await anna.get('rounds.get', { roundId })).state).toBe('closed')
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await expectInvariants(anna)
})

test('B6 a closing that was taken back without knowing that all have closed by then does not count', async () => {
  const pair = await newRoundPair()
  const { anna, bo, paths, sourceId, roundId } = pair
  await codeInRound(pair, anna, 'ringer legen')
  await anna.do('rounds.close', { roundId })
  await send(pair, anna, bo)
  await codeInRound(pair, bo, 'venter på svar')
  await bo.do('rounds.close', { roundId })
  await anna.do('rounds.reopen', { roundId })
  await codeInRound(pair, anna, 'skriver jeg i loggen')
  await send(pair, bo, anna)
  await send(pair, anna, bo)
  await send(pair, bo, anna)
  for (const engine of [anna, bo]) {
    expect((await engine.get('rounds.get', { roundId })).state).toBe('closed')
    expect(await quotes(engine, { sourceId, layer: roundId })).toHaveLength(3)
  }
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('B8 the text of a source that is read blind is not edited, also not by undo; a merge may bring edits', async () => {
  const pair = await newRoundPair()
  const { anna, bo, annaId, boId, sourceId, roundId } = pair
  const edit = { sourceId, start: 0, end: 0, text: 'Først: ' }
  expect((await anna.refusal('sources.editText', edit)).code).toBe('round.textFrozen')
  await anna.do('rounds.delete', { roundId })
  await anna.do('sources.editText', edit)
  const before = await anna.get('sources.text', { sourceId })
  await anna.do('rounds.create', {
    name: 'Ny',
    sourceIds: [sourceId],
    analystIds: [annaId, boId],
    isBlind: true,
  })
  expect((await anna.refusal('history.undo', {})).code).toBe('round.textFrozen')
  expect(await anna.get('sources.text', { sourceId })).toEqual(before)
  await expectInvariants(anna)
  await send(pair, anna, bo)
  expect((await bo.get('sources.text', { sourceId })).text).toContain('Først: ')
})

test('B8 nothing but codings rests on a passage of a blind layer', async () => {
  const pair = await newRoundPair()
  const { anna, sourceId, codeId, roundId } = pair
  await anna.do('rounds.enter', { roundId })
  const id = await codeWords(anna, sourceId, 'ringer legen', codeId)
  const about = { type: 'passage' as const, id }
  expect((await anna.refusal('memos.create', { about, text: 'hm' })).code).toBe('round.onlyCodings')
  const text = await anna.do('texts.create', { title: 'Vedtak' })
  const activation = { at: { passageId: id }, textId: text.id, mode: 'reads' as const }
  const refused = await anna.run('activations.create', activation)
  expect(refused).toMatchObject({ ok: false, error: { code: 'round.onlyCodings' } })
})

test('B9 a round is renamed at any time; sources and codes change until somebody has coded', async () => {
  const pair = await newRoundPair()
  const { anna, paths, roundId, sourceId, codeId } = pair
  await anna.do('rounds.update', { roundId, codeIds: [codeId] })
  await codeInRound(pair, anna, 'ringer legen')
  expect((await anna.refusal('rounds.update', { roundId, codeIds: null })).code).toBe('round.begun')
  await anna.do('rounds.update', { roundId, name: 'Første runde' })
  expect(await anna.get('rounds.get', { roundId })).toMatchObject({
    name: 'Første runde',
    counts: [{ passages: 1, codings: 1 }],
  })
  const before = projectedRows(paths.anna)
  expect(await anna.do('rounds.delete', { roundId })).toEqual({ passages: 1, codings: 1 })
  expect(await quotes(anna, { sourceId, layer: roundId })).toEqual([])
  await anna.do('history.undo', {})
  expect(projectedRows(paths.anna).codings).toEqual(before.codings)
  expect(await quotes(anna, { sourceId, layer: roundId })).toEqual(['ringer legen'])
})

test('B10 when all have closed the layers stand side by side, and what all agree on is adopted once', async () => {
  const pair = await newRoundPair()
  const { anna, bo, paths, sourceId, roundId } = pair
  for (const engine of [anna, bo]) await codeInRound(pair, engine, 'venter på svar')
  await codeInRound(pair, anna, 'ringer legen')
  expect((await anna.refusal('rounds.adopt', { roundId })).code).toBe('round.notClosed')
  await anna.do('rounds.close', { roundId })
  await bo.do('rounds.close', { roundId })
  await send(pair, anna, bo)
  await send(pair, bo, anna)
  await send(pair, anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  expect(await quotes(bo, { sourceId })).toEqual([])
  expect(await quotes(bo, { sourceId, layer: roundId })).toHaveLength(3)
  expect(await quotes(bo, { sourceId, layer: roundId, view: 'mine' })).toEqual(['venter på svar'])
  expect(await quotes(bo, { sourceId, layer: roundId, view: 'partner' })).toHaveLength(2)
  expect(await quotes(bo, { sourceId, layer: roundId, view: 'differences' })).toEqual([
    'ringer legen',
  ])
  for (const engine of [anna, bo])
    expect(await engine.do('rounds.adopt', { roundId })).toEqual({ adopted: 1, known: 0 })
  await send(pair, anna, bo)
  await send(pair, bo, anna)
  expect(await anna.do('rounds.adopt', { roundId })).toEqual({ adopted: 0, known: 1 })
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  expect(await quotes(anna, { sourceId, view: 'settled' })).toEqual(['venter på svar'])
  await expectInvariants(anna)
})

test('B10 agreement is computed for a closed round, also on the command line', async () => {
  const pair = await newRoundPair()
  const { anna, bo, annaId, boId, paths, roundId } = pair
  for (const engine of [anna, bo]) await codeInRound(pair, engine, 'venter på svar')
  const asked = {
    analystIds: [annaId, boId],
    unit: 'character' as const,
    scope: 'all' as const,
    roundId,
  }
  expect(await anna.ask('agreement.compute', asked)).toMatchObject({
    ok: false,
    error: { code: 'round.notClosed' },
  })
  await anna.do('rounds.close', { roundId })
  await bo.do('rounds.close', { roundId })
  await send(pair, bo, anna)
  expect((await anna.get('rounds.get', { roundId })).missing).toEqual([boId])
  const early = await anna.refusal('rounds.adopt', { roundId })
  expect([early.code, early.details.names]).toEqual(['round.missingLayer', 'Bo Bakken'])
  await send(pair, anna, bo)
  await send(pair, bo, anna)
  const { overall, layer } = await anna.get('agreement.compute', asked)
  expect(layer).toBe(roundId)
  expect(overall.measures.percent).toEqual({ computable: true, value: 100 })
  anna.close()
  const words = ['--a', 'Anna Analytiker', '--b', 'Bo Bakken', '--unit', 'character']
  const told = await standpoint(['agreement', paths.anna, ...words, '--round', 'runde 1', '--json'])
  expect(told.err).toBe('')
  expect(JSON.parse(told.out)).toMatchObject({ layer: roundId, overall: { percent: 100 } })
  const listed = await standpoint(['list', paths.anna, 'rounds'])
  expect(listed.out).toContain('Runde 1')
})

test('B11 in a round that is not blind each sees the layer of the other at once', async () => {
  const pair = await newRoundPair({ isBlind: false })
  const { anna, bo, sourceId, roundId } = pair
  await codeInRound(pair, anna, 'ringer legen')
  await send(pair, anna, bo)
  expect(await quotes(bo, { sourceId, layer: roundId })).toEqual(['ringer legen'])
  await bo.do('rounds.enter', { roundId })
  expect(await quotes(bo, { sourceId })).toEqual([])
})

test.each(['deleted', 'merged into another'])(
  'B12 a code that was %s while a blind layer used it is to be settled when the round closes',
  async (how) => {
    const pair = await newRoundPair()
    const { anna, bo, boId, codeId, paths, roundId, sourceId } = pair
    const { id: other } = await anna.do('codes.create', { name: 'telefon' })
    await codeInRound(pair, bo, 'ringer legen')
    if (how === 'deleted') await anna.do('codes.delete', { codeIds: [codeId] })
    else await anna.do('codes.merge', { codeIds: [codeId], intoId: other })
    await send(pair, anna, bo)
    await anna.do('rounds.close', { roundId })
    await send(pair, anna, bo)
    for (const engine of [anna, bo])
      expect((await engine.get('conflicts.list', {})).items).toEqual([])
    await bo.do('rounds.close', { roundId })
    // Whoever closes last has it at once, before anybody else has seen the layer.
    expect((await bo.get('conflicts.list', {})).items).toHaveLength(1)
    await send(pair, bo, anna)
    await send(pair, anna, bo)
    expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
    for (const engine of [anna, bo]) {
      expect((await engine.get('conflicts.list', {})).items).toMatchObject([
        { kind: 'deletedUsed', thing: { map: 'codes', id: codeId }, settlement: null },
      ])
      expect(await quotes(engine, { sourceId, layer: roundId })).toEqual([])
    }
    const [item] = (await anna.get('conflicts.list', {})).items
    const conflictId = item?.id ?? ''
    const kept = item?.sides.findIndex(({ analystId }) => analystId === boId)
    const said = { conflictId, reason: 'Bo brukte den' }
    const refused = await anna.refusal('conflicts.settle', {
      ...said,
      outcome: 'recode',
      codeId: other,
    })
    expect(refused.code).toBe('settle.cannotRecode')
    await anna.do('conflicts.settle', { ...said, outcome: kept === 0 ? 'A' : 'B' })
    expect(await quotes(anna, { sourceId, layer: roundId })).toEqual(['ringer legen'])
    await expectInvariants(anna)
  },
)

test('B12 whoever deletes a code they see used in a round has nothing to settle', async () => {
  const pair = await newRoundPair()
  const { anna, bo, codeId, roundId } = pair
  await codeInRound(pair, bo, 'ringer legen')
  await anna.do('rounds.close', { roundId })
  await send(pair, anna, bo)
  await bo.do('rounds.close', { roundId })
  await send(pair, bo, anna)
  await anna.do('codes.delete', { codeIds: [codeId] })
  await send(pair, anna, bo)
  for (const engine of [anna, bo])
    expect((await engine.get('conflicts.list', {})).items).toEqual([])
})

test('B10 what was coded and settled in a closed round is in the record, and nothing of an open one', async () => {
  const pair = await newRoundPair()
  const { anna, bo, annaId, boId, roundId } = pair
  await codeInRound(pair, anna, 'ringer legen')
  await codeInRound(pair, bo, 'venter på svar')
  const coded = async () =>
    (await anna.get('tables.get', { table: 'who-did-what', language: 'nb' })).rows.map(
      ({ cells }) => cells,
    )
  expect(await coded()).toEqual([])
  await anna.do('rounds.close', { roundId })
  await bo.do('rounds.close', { roundId })
  for (let times = 0; times < 2; times++) {
    await send(pair, bo, anna)
    await send(pair, anna, bo)
  }
  const sides = {
    a: { analystId: annaId, layer: roundId },
    b: { analystId: boId, layer: roundId },
  }
  const [item] = (await anna.get('compare.codings', sides)).items
  await anna.do('compare.settle', {
    ...sides,
    itemId: item?.id ?? '',
    outcome: 'A',
    reason: 'det er arbeid',
  })
  expect(await coded()).toHaveLength(2)
  const report = await anna.get('tables.get', { table: 'reconciliation', language: 'nb' })
  expect(JSON.stringify(report.rows)).toContain('Anna Analytiker: «ringer legen»')
})
