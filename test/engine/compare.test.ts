import { expect, test } from 'vitest'
import { codeWords, newPair, send } from './support/pair.ts'
import { projectedRows } from './support/tables.ts'

test('two analysts are compared passage by passage, and what is decided is a layer of its own', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId, codeId, paths } = pair
  const { id: other } = await anna.do('codes.create', { name: 'telefon' })
  await send(pair, anna, bo)
  await codeWords(anna, sourceId, 'venter på svar', codeId)
  await codeWords(anna, sourceId, 'ringer legen', codeId)
  await codeWords(anna, sourceId, 'loggen', codeId)
  await codeWords(bo, sourceId, 'venter på svar', codeId)
  await codeWords(bo, sourceId, 'Jeg ringer legen', codeId)
  await codeWords(bo, sourceId, 'skriver jeg', other)
  await send(pair, anna, bo)
  await send(pair, bo, anna)
  const { analysts } = await bo.get('project.info', {})
  const idOf = (name: string) => analysts.find((analyst) => analyst.name === name)?.id ?? ''
  const compared = {
    a: { analystId: idOf('Anna Analytiker') },
    b: { analystId: idOf('Bo Bakken') },
  }
  const { items, counts } = await bo.get('compare.codings', compared)
  expect(items.map(({ kind, a, b }) => [kind, a?.quote, b?.quote])).toEqual([
    ['overlapping', 'ringer legen', 'Jeg ringer legen'],
    ['same', 'venter på svar', 'venter på svar'],
    ['onlyB', undefined, 'skriver jeg'],
    ['onlyA', 'loggen', undefined],
  ])
  expect(counts).toEqual({ same: 1, overlapping: 1, onlyA: 1, onlyB: 1, settled: 0 })

  const settle = (
    place: number,
    outcome: 'A' | 'B' | 'both' | 'recode' | 'defer',
    codeTo?: string,
  ) =>
    bo.do('compare.settle', {
      ...compared,
      itemId: items[place]?.id ?? '',
      outcome,
      reason: 'vi leste igjen',
      dissent: outcome === 'B' ? 'Anna ville ha det kort' : '',
      codeId: codeTo,
    })
  await settle(0, 'A')
  await settle(0, 'B')
  await settle(3, 'recode', other)
  await settle(2, 'defer')
  const settled = (await bo.get('sources.passages', { sourceId })).items.flatMap((passage) =>
    passage.codings
      .filter(({ layer }) => layer === 'settled')
      .map(({ codeId: code }) => [passage.quote, code]),
  )
  expect(settled).toEqual([
    ['Jeg ringer legen', codeId],
    ['loggen', other],
  ])
  const after = await bo.get('compare.codings', compared)
  expect(after.items[0]?.settlement).toMatchObject({
    outcome: 'B',
    dissent: 'Anna ville ha det kort',
  })
  expect(after.items[3]?.settlement).toMatchObject({ outcome: 'recode', code: { id: other } })
  expect(after.counts.settled).toBe(2)
  // Before the partner, who stands first there, it is settled just the same, and has the same remarks.
  const turned = { a: compared.b, b: compared.a }
  const before = await bo.get('compare.codings', turned)
  expect(before.counts.settled).toBe(2)
  expect(before.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
  expect(before.items[0]?.settlement?.outcome).toBe('A')
  await bo.do('compare.settle', {
    ...turned,
    itemId: before.items[0]?.id ?? '',
    outcome: 'B',
    reason: 'likevel',
  })
  const again = (await bo.get('sources.passages', { sourceId })).items.flatMap(
    ({ quote, codings }) => codings.filter(({ layer }) => layer === 'settled').map(() => quote),
  )
  expect(again).toEqual(['ringer legen', 'loggen'])
  expect((await bo.get('compare.codings', compared)).items[0]?.settlement?.outcome).toBe('A')
  await bo.do('history.undo', {})
  const unsaid = { ...compared, itemId: items[3]?.id ?? '', outcome: 'A' as const, reason: ' ' }
  expect((await bo.refusal('compare.settle', unsaid)).code).toBe('settle.noReason')
  await bo.do('history.undo', {})
  await bo.do('history.undo', {})
  expect((await bo.get('compare.codings', compared)).counts.settled).toBe(1)
  await send(pair, bo, anna)
  await send(pair, anna, bo)
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
})

test('claims about links and activations of two analysts stand beside each other', async () => {
  const pair = await newPair()
  const { anna, bo, sourceId } = pair
  const law = await anna.do('texts.create', { title: 'Loven' })
  const form = await anna.do('texts.create', { title: 'Skjemaet' })
  const link = await anna.do('links.create', {
    from: { type: 'text', id: law.id },
    relation: 'mandates',
    to: { type: 'text', id: form.id },
  })
  await send(pair, anna, bo)
  const claim = (stance: 'supports' | 'contradicts') => ({
    about: { type: 'link' as const, id: link.id },
    basis: 'we infer' as const,
    stance,
    note: 'leste det',
  })
  await anna.do('claims.create', claim('supports'))
  await bo.do('claims.create', claim('contradicts'))
  const at = { sourceId, start: 28, end: 40 }
  const activation = { at, textId: form.id, mode: 'reads' as const }
  await anna.do('activations.create', { ...activation, stance: 'follows' })
  await bo.do('activations.create', { ...activation, stance: 'skips' })
  await send(pair, bo, anna)
  const { analysts } = await anna.get('project.info', {})
  const [a = '', b = ''] = analysts.map(({ id }) => id)
  const { items } = await anna.get('compare.things', { a: { analystId: a }, b: { analystId: b } })
  expect(items).toMatchObject([
    { type: 'link', title: 'Loven → Skjemaet', kind: 'different' },
    { type: 'activation', kind: 'different' },
  ])
  const itemId = items[0]?.id ?? ''
  await anna.do('compare.settle', {
    a: { analystId: a },
    b: { analystId: b },
    itemId,
    outcome: 'both',
    reason: 'det står begge deler',
  })
  const settled = await anna.get('compare.things', { a: { analystId: a }, b: { analystId: b } })
  expect(settled.items[0]?.settlement?.outcome).toBe('both')
})

test('links, steps, flows and disjunctures that one made, or both made apart, are compared and settled with dissent', async () => {
  const pair = await newPair()
  const { anna, bo } = pair
  const [law, form] = [
    await anna.do('texts.create', { title: 'Loven' }),
    await anna.do('texts.create', { title: 'Skjemaet' }),
  ]
  const process = await anna.do('processes.create', { name: 'Saksgang' })
  await send(pair, anna, bo)
  for (const [engine, relation, kind] of [
    [anna, 'mandates', 'work'],
    [bo, 'cites', 'meeting'],
  ] as const) {
    const ends = { from: { type: 'text', id: law.id }, to: { type: 'text', id: form.id } } as const
    await engine.do('links.create', { ...ends, relation })
    const steps = []
    for (const action of ['ringer legen', ' Venter'])
      steps.push(await engine.do('steps.create', { processId: process.id, action, kind }))
    await engine.do('flows.create', { fromId: steps[0]?.id ?? '', toId: steps[1]?.id ?? '' })
  }
  await bo.do('disjunctures.create', { title: 'Frist og liv', standpoint: 'mottakeren' })
  await send(pair, bo, anna)
  const { analysts } = await anna.get('project.info', {})
  const [a, b] = ['Anna Analytiker', 'Bo Bakken'].map((name) => ({
    analystId: analysts.find((analyst) => analyst.name === name)?.id ?? '',
  }))
  if (!a || !b) throw new Error('nobody')
  const { items } = await anna.get('compare.things', { a, b })
  const told = items.map(({ type, title, kind, a: ofA, b: ofB }) => [type, title, kind, ofA, ofB])
  expect(told).toEqual([
    ['link', 'Loven → Skjemaet', 'different', ['mandates'], ['cites']],
    ['step', 'ringer legen', 'different', ['work'], ['meeting']],
    ['step', 'Venter', 'different', ['work'], ['meeting']],
    ['flow', 'ringer legen → Venter', 'same', ['then'], ['then']],
    ['disjuncture', 'Frist og liv', 'onlyB', [], ['']],
  ])
  for (const { id: itemId } of items)
    await anna.do('compare.settle', {
      ...{
        a,
        b,
        itemId,
        outcome: 'A',
        reason: 'slik ble vi enige',
        dissent: 'Bo ser det annerledes',
      },
    })
  await send(pair, anna, bo)
  const settled = await bo.get('compare.things', { a, b })
  expect(settled.items.map(({ settlement }) => settlement?.dissent)).toEqual(
    items.map(() => 'Bo ser det annerledes'),
  )
  // Who stands first in a window is the other's second: the same items, and what was Anna's is now B.
  const turned = await bo.get('compare.things', { a: b, b: a })
  expect(turned.items.map(({ id }) => id)).toEqual(settled.items.map(({ id }) => id))
  expect(turned.items.map(({ settlement }) => settlement?.outcome)).toEqual(items.map(() => 'B'))
})
