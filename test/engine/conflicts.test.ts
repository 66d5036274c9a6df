import { expect, test } from 'vitest'
import { editMemo } from './support/memo-words.ts'
import { codeWords, interview, newPair, send, type Pair } from './support/pair.ts'
import { projectedRows } from './support/tables.ts'
import type { TestEngine } from './support/project.ts'

const conflictsOf = async (engine: TestEngine) => (await engine.get('conflicts.list', {})).items

/** Both send what they have at the same moment, neither knowing of the other's. */
async function swap(pair: Pair): Promise<void> {
  const { folder, anna, bo } = pair
  const stamp = Date.now() + Math.random()
  const [one, other] = [`${folder}/a-${stamp}.bundle`, `${folder}/b-${stamp}.bundle`]
  await anna.do('sync.bundle', { path: one })
  await bo.do('sync.bundle', { path: other })
  await anna.do('sync.merge', { path: other })
  await bo.do('sync.merge', { path: one })
}

/** After both have everything they agree, also on what is to be settled. */
async function expectSame(pair: Pair): Promise<void> {
  await send(pair, pair.anna, pair.bo)
  await send(pair, pair.bo, pair.anna)
  expect(projectedRows(pair.paths.bo)).toEqual(projectedRows(pair.paths.anna))
  for (const engine of [pair.anna, pair.bo])
    expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
}

test('S12 a code that both renamed is listed with both names, once, on both', async () => {
  const pair = await newPair()
  const { anna, bo, codeId } = pair
  await anna.do('codes.update', { codeIds: [codeId], name: 'ventetid' })
  await bo.do('codes.update', { codeIds: [codeId], name: 'å vente' })
  await swap(pair)
  await expectSame(pair)
  const found = await conflictsOf(anna)
  expect(found).toMatchObject([
    { kind: 'field', field: 'name', thing: { map: 'codes', id: codeId } },
  ])
  expect(found[0]?.sides.map(({ value }) => value).toSorted()).toEqual(['ventetid', 'å vente'])
  const analysts = (await anna.get('project.info', {})).analysts.map(({ id }) => id)
  expect(found[0]?.sides.map(({ analystId }) => analystId).toSorted()).toEqual(analysts.toSorted())
})

test('S12 one change after another, and the same change twice, is nothing to settle', async () => {
  const pair = await newPair()
  const { anna, bo, codeId } = pair
  await anna.do('codes.update', { codeIds: [codeId], name: 'ventetid' })
  await send(pair, anna, bo)
  await bo.do('codes.update', { codeIds: [codeId], name: 'å vente' })
  await send(pair, bo, anna)
  await anna.do('codes.update', { codeIds: [codeId], definition: 'likt' })
  await bo.do('codes.update', { codeIds: [codeId], definition: 'likt' })
  await anna.do('codes.update', { codeIds: [codeId], whenToUse: 'her' })
  await bo.do('codes.update', { codeIds: [codeId], whenNotToUse: 'der' })
  await swap(pair)
  await expectSame(pair)
  expect(await conflictsOf(anna)).toEqual([])
})

test('S12 a code that one deleted while the other used it is listed, and no coding is lost', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId, codeId } = pair
  await anna.do('codes.delete', { codeIds: [codeId] })
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  await swap(pair)
  await expectSame(pair)
  const [found] = await conflictsOf(bo)
  expect(await conflictsOf(bo)).toHaveLength(1)
  expect(found).toMatchObject({ kind: 'deletedUsed', thing: { map: 'codes', id: codeId } })
  await bo.do('conflicts.settle', {
    conflictId: found?.id ?? '',
    outcome: 'B',
    reason: 'koden trengs',
  })
  await expectSame(pair)
  const { items } = await anna.get('sources.passages', { sourceId })
  expect(items.map(({ quote }) => quote)).toEqual(['venter på svar'])
  expect((await anna.get('conflicts.list', {})).items).toMatchObject([
    { settlement: { outcome: 'B', reason: 'koden trengs' } },
  ])
})

test('S12 of a code that one deleted while the other used it, and both renamed, it is told who deleted it', async () => {
  // Whose name holds depends on numbers that Yjs draws: each of them deletes one of the codes.
  const pair = await newPair()
  const { anna, bo, sourceId } = pair
  const deleters = new Map<string, TestEngine>()
  for (const name of ['en', 'to']) {
    const { id } = await anna.do('codes.create', { name })
    deleters.set(id, name === 'en' ? anna : bo)
  }
  await swap(pair)
  for (const [codeId, deleter] of deleters) {
    await anna.do('codes.update', { codeIds: [codeId], name: `A ${codeId}` })
    await bo.do('codes.update', { codeIds: [codeId], name: `B ${codeId}` })
    await deleter.do('codes.delete', { codeIds: [codeId] })
    await codeWords(deleter === anna ? bo : anna, sourceId, 'venter på svar', codeId)
  }
  await swap(pair)
  await expectSame(pair)
  const found = (await conflictsOf(anna)).filter(({ kind }) => kind === 'deletedUsed')
  expect(found).toHaveLength(2)
  for (const { thing, sides } of found) {
    const { analystId } = await (deleters.get(thing.id) ?? anna).get('project.info', {})
    expect(sides.map((side) => side.analystId === analystId)).toEqual([true, false])
  }
})

test('S12 the same code made by both is listed; settling merges the two', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId } = pair
  for (const [engine, words] of [
    [anna, 'ringer legen'],
    [bo, 'i loggen'],
  ] as const) {
    const { id } = await engine.do('codes.create', { name: 'Telefon' })
    await codeWords(engine, sourceId, words, id)
  }
  await swap(pair)
  await expectSame(pair)
  const [found] = await conflictsOf(anna)
  expect(found).toMatchObject({ kind: 'sameName' })
  await anna.do('conflicts.settle', {
    conflictId: found?.id ?? '',
    outcome: 'A',
    reason: 'ett begrep',
  })
  await expectSame(pair)
  const codes = (await bo.get('codes.list', {})).items.filter(({ name }) => name === 'Telefon')
  expect(codes).toMatchObject([{ codings: 2 }])
})

test('S12 a paragraph that both wrote in is listed with both versions; settling takes one of them', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId } = pair
  const at = interview.indexOf('venter')
  await anna.do('sources.editText', { sourceId, start: at, end: at, text: 'lenge ' })
  await bo.do('sources.editText', { sourceId, start: at, end: at + 6, text: 'håper' })
  const log = interview.indexOf('loggen')
  await bo.do('sources.editText', { sourceId, start: log - 1, end: log - 1, text: 'boka' })
  await swap(pair)
  await expectSame(pair)
  const found = await conflictsOf(bo)
  expect(found).toHaveLength(1)
  expect(found[0]?.kind).toBe('text')
  expect(found[0]?.sides.map(({ value }) => value).toSorted()).toEqual([
    'Kari: Jeg ringer legen og håper på svar.',
    'Kari: Jeg ringer legen og lenge venter på svar.',
  ])
  const mine = found[0]?.sides.findIndex(({ value }) => String(value).includes('håper'))
  await bo.do('conflicts.settle', {
    conflictId: found[0]?.id ?? '',
    outcome: mine === 0 ? 'A' : 'B',
    reason: 'så sa hun det',
  })
  await expectSame(pair)
  expect((await anna.get('sources.text', { sourceId })).text).toContain('og håper på svar.')
})

test('S12 pictures in the text are whole in what is kept about it: both copies hold the same', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId, codeId } = pair
  // The 32 code units before and after what is coded begin and end within one of them.
  const words = `${'😀'.repeat(20)} her og der y${'😀'.repeat(20)}\n`
  await anna.do('sources.editText', { sourceId, start: 0, end: 0, text: words })
  await codeWords(anna, sourceId, 'her og der', codeId)
  // Half of one, as some other program may hand it over.
  await anna.do('codes.update', { codeIds: [codeId], definition: 'halvt \ud83d' })
  await send(pair, anna, bo)
  const passageId = (await bo.get('sources.passages', { sourceId })).items[0]?.id ?? ''
  const at = words.indexOf('her')
  await anna.do('passages.changeRange', { passageId, start: at, end: at + 6 })
  await bo.do('passages.changeRange', { passageId, start: at, end: at + 3 })
  await anna.do('sources.editText', { sourceId, start: 0, end: 2, text: '😃' })
  await bo.do('sources.editText', { sourceId, start: 0, end: 2, text: '😄' })
  await swap(pair)
  await expectSame(pair)
  const found = await conflictsOf(bo)
  expect(found.map(({ kind }) => kind).toSorted()).toEqual(['field', 'text'])
  for (const { id } of found)
    await bo.do('conflicts.settle', { conflictId: id, outcome: 'B', reason: 'slik var det' })
  await expectSame(pair)
  const { text } = await anna.get('sources.text', { sourceId })
  const chosen = found.find(({ kind }) => kind === 'text')?.sides[1]?.value
  expect(text.split('\n')[0]).toBe(chosen)
  expect(text).not.toContain('\ufffd')
})

test('S12 a code that both moved, and a coding that both recoded, are listed', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId, codeId } = pair
  const [{ id: x }, { id: y }] = [
    await anna.do('codes.create', { name: 'X' }),
    await anna.do('codes.create', { name: 'Y' }),
  ]
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await send(pair, anna, bo)
  const coding = (await bo.get('sources.passages', { sourceId })).items[0]?.codings[0]?.id ?? ''
  await anna.do('codes.move', { codeIds: [codeId], parentId: x })
  await bo.do('codes.move', { codeIds: [codeId], parentId: y })
  await anna.do('codings.recode', { codingIds: [coding], codeId: x })
  await bo.do('codings.recode', { codingIds: [coding], codeId: y })
  await swap(pair)
  await expectSame(pair)
  const found = await conflictsOf(anna)
  expect(found.map(({ thing, field }) => [thing.map, field]).toSorted()).toEqual([
    ['codes', 'parentId'],
    ['codings', ''],
  ])
})

test('S12 a map that both moved is listed with where each put what, its name apart; settling puts it there', async () => {
  const pair = await newPair()
  const { anna, bo } = pair
  const [law, form] = [
    await anna.do('texts.create', { title: 'Loven' }),
    await anna.do('texts.create', { title: 'Skjemaet' }),
  ]
  const { id: mapId } = await anna.do('maps.create', { name: 'Kart', kind: 'hierarchy', nodes: [] })
  const put = (engine: TestEngine, { id }: { id: string }, x: number) =>
    engine.do('maps.place', { mapId, nodes: [{ ref: { type: 'text', id }, x, y: 40 }] })
  for (const text of [law, form]) await put(anna, text, 0)
  await send(pair, anna, bo)
  await put(anna, law, 100)
  await put(bo, law, 300)
  await put(bo, form, 310)
  await anna.do('maps.update', { mapId, name: 'Annas kart' })
  await bo.do('maps.update', { mapId, name: 'Bos kart' })
  await swap(pair)
  await expectSame(pair)
  const found = await conflictsOf(anna)
  expect(found.map(({ kind, field }) => [kind, field]).toSorted()).toEqual([
    ['field', 'name'],
    ['map', ''],
  ])
  const moved = found.find(({ kind }) => kind === 'map')
  expect(moved?.labels.toSorted()).toEqual(['Loven (100, 40)', 'Loven (300, 40)'])
  for (const x of [100, 300]) {
    const outcome = moved?.labels[0] === `Loven (${x}, 40)` ? 'A' : 'B'
    const conflictId = moved?.id ?? ''
    await bo.do('conflicts.settle', { conflictId, outcome, reason: 'slik', dissent: 'en annen' })
    const { nodes } = await bo.get('maps.get', { mapId })
    expect(nodes.map(({ ref, x: at }) => [ref.id, at])).toEqual([
      [law.id, x],
      [form.id, 310],
    ])
  }
  await expectSame(pair)
})

test('S12 links and flows that both changed are listed by what they are between', async () => {
  const pair = await newPair()
  const { anna, bo } = pair
  const textOf = (title: string) => anna.do('texts.create', { title })
  const [law, form] = [await textOf('Loven'), await textOf('Skjemaet')]
  const { id: linkId } = await anna.do('links.create', {
    from: { type: 'text', id: law.id },
    to: { type: 'text', id: form.id },
    relation: 'mandates',
  })
  const { id: processId } = await anna.do('processes.create', { name: 'Saksgang' })
  const stepOf = (action: string) => anna.do('steps.create', { processId, action })
  const [first, second] = [await stepOf('ringer'), await stepOf('venter')]
  const { id: flowId } = await anna.do('flows.create', { fromId: first.id, toId: second.id })
  await send(pair, anna, bo)
  const { id: own } = await bo.do('relations.create', { name: 'tier om', inverse: 'forties av' })
  for (const [engine, relation, condition] of [
    [anna, 'cites', 'hvis det haster'],
    [bo, own, 'alltid'],
  ] as const) {
    await engine.do('links.update', { linkId, relation })
    await engine.do('flows.update', { flowId, condition })
  }
  await swap(pair)
  await expectSame(pair)
  const told = (await conflictsOf(anna)).map(({ title, labels }) => [title, labels.toSorted()])
  expect(told.toSorted()).toEqual([
    ['Loven → Skjemaet', ['cites', 'tier om']],
    ['ringer → venter', ['alltid', 'hvis det haster']],
  ])
})

test('S12 what one had made and took back by undo, while the other coded with it, is listed and can be restored', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId } = pair
  const { id: code } = await anna.do('codes.create', { name: 'avvist' })
  await send(pair, anna, bo)
  await codeWords(bo, sourceId, 'venter på svar', code)
  await anna.do('history.undo', {})
  await swap(pair)
  await expectSame(pair)
  const [found] = await conflictsOf(anna)
  expect(found).toMatchObject({
    kind: 'deletedUsed',
    thing: { map: 'codes', id: code },
    title: 'avvist',
  })
  await anna.do('conflicts.settle', { conflictId: found?.id ?? '', outcome: 'B', reason: 'i bruk' })
  await expectSame(pair)
  const { items } = await bo.get('codes.list', {})
  expect(items.find(({ id }) => id === code)).toMatchObject({ name: 'avvist', codings: 1 })
})

test('S12 a source that one deleted while the other coded in it is listed', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId, codeId } = pair
  await codeWords(anna, sourceId, 'venter på svar', codeId)
  await bo.do('sources.delete', { sourceIds: [sourceId] })
  await swap(pair)
  await expectSame(pair)
  const [found] = await conflictsOf(bo)
  expect(found).toMatchObject({ kind: 'deletedUsed', thing: { map: 'sources', id: sourceId } })
  await bo.do('conflicts.settle', { conflictId: found?.id ?? '', outcome: 'B', reason: 'er kodet' })
  expect((await bo.get('codings.list', {})).items).toHaveLength(1)
})

test('S12 a passage that one took away while the other coded it anew stays with that coding, whoever merges first', async () => {
  for (const order of ['ab', 'ba'] as const) {
    const pair = await newPair()
    const { anna, bo, sourceId, codeId } = pair
    const { id: other } = await anna.do('codes.create', { name: 'telefon' })
    const passageId = await codeWords(anna, sourceId, 'ringer legen', codeId)
    await send(pair, anna, bo)
    await anna.do('passages.delete', { passageIds: [passageId] })
    await codeWords(bo, sourceId, 'ringer legen', other)
    const [first, second] = order === 'ab' ? [anna, bo] : [bo, anna]
    await send(pair, first, second)
    for (const engine of [anna, bo])
      expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
    await expectSame(pair)
    const { items } = await anna.get('codings.list', {})
    expect(items.map((coding) => [coding.quote, coding.codeId])).toEqual([['ringer legen', other]])
  }
})

test('S12 words of a memo that both wrote at one place are listed, also where one took the place away', async () => {
  const pair = await newPair()
  const { anna, bo } = pair
  const { id: memoId } = await anna.do('memos.create', {
    title: 'Venting',
    text: 'Hun venter.\nHan ringer.\nDe møtes.',
  })
  await send(pair, anna, bo)
  await editMemo(anna, memoId, ([first, second, third]) => {
    first?.insert('#Hun venter'.length, ' lenge')
    third?.insert('#De møtes'.length, ' sjelden')
    second?.delete(0, second.length)
  })
  await editMemo(anna, memoId, (_, root) => root.delete(1, 1))
  await editMemo(bo, memoId, ([first, second]) => {
    first?.insert('#Hun venter'.length, ' på svar')
    second?.insert('#Han ringer'.length, ' dem')
  })
  await swap(pair)
  await expectSame(pair)
  const found = await conflictsOf(anna)
  expect(found.map(({ kind, thing, title }) => [kind, thing.map, title])).toEqual([
    ['text', 'memos', 'Venting'],
    ['text', 'memos', 'Venting'],
  ])
  const versions = (at: number) => found[at]?.sides.map(({ value }) => value).toSorted()
  expect([versions(0), versions(1)].toSorted()).toEqual([
    ['', 'Han ringer dem.'],
    ['Hun venter lenge.', 'Hun venter på svar.'],
  ])
  for (const { id, sides } of found)
    await bo.do('conflicts.settle', {
      conflictId: id,
      outcome: /dem|svar/.test(String(sides[0]?.value)) ? 'A' : 'B',
      reason: 'slik var det',
    })
  const text = 'Hun venter på svar.\nDe møtes sjelden.\nHan ringer dem.'
  await expectSame(pair)
  for (const engine of [anna, bo])
    expect((await engine.get('memos.list', {})).items.map((memo) => memo.text)).toEqual([text])
})
